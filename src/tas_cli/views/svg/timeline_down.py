"""The plan in time from top to bottom, for a phone: days on the left, words on the right."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.assess.timeline import Moment, Timeline
from tas_cli.assess.way_back import Stretch
from tas_cli.views.svg.elements import add, path, write, write_lines
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font, folded
from tas_cli.views.svg.palette import FAINT, INK, QUIET, RED
from tas_cli.views.svg.timeline_parts import HEAD, RADIUS, STRONG, Label, bar, mark, parts
from tas_cli.views.timeline_words import back_words, note, what
from tas_cli.views.words import short_date
from tas_cli.words import counted

_LINE, _TEXT = 92.0, 112.0
"""Where the line of days is, and where words begin."""
_GAP, _DAY, _MOST = 10.0, 0.8, 36.0
"""The least room between two entries, that of a day without any, and the most of many."""
_BAR = 6.0
_WHEN = Font(11, QUIET, end=True)


class _Entry(NamedTuple):
    """Something on a day: a moment, the end of a step, or today."""

    day: date
    about: Moment | Stretch | None
    label: Label


def draw(root: Element, plan: Timeline, wide: float) -> float:
    """Draw all entries, and return where the drawing ends."""
    top, room = 4.0, wide - _TEXT
    if plan.back:
        font = HEAD._replace(color=RED if plan.back.short else QUIET)
        lines = folded(back_words(plan.back, plan.today), wide, font)
        top = write_lines(root, Point(0, 12), lines, font).y
    entries = sorted(_entries(plan, room), key=lambda each: each.day)
    places = [*_places(entries, top)]
    end = places[-1] + entries[-1].label.high
    line = path("M", Point(_LINE, top), "L", Point(_LINE, end))
    add(root, "path", d=line, stroke=FAINT, stroke_width=1)
    for each in plan.back.stretches if plan.back else ():
        _stretch(root, each, plan.today, [entry.day for entry in entries], places)
    for entry, y in zip(entries, places, strict=True):
        _entry(root, entry, y, plan.today, wide)
    return end + _GAP


def _entries(plan: Timeline, room: float) -> Iterator[_Entry]:
    words = f"Today, {short_date(plan.today, plan.today)}"
    yield _Entry(plan.today, None, Label((words,), font=STRONG))
    for each in plan.dated:
        if each.day:
            late = each.state == "late"
            more = ", ".join(filter(None, (each.time, note(each))))
            yield _Entry(each.day, each, Label.of(what(each), more, room, late=late))
    for stretch in plan.back.stretches if plan.back else ():
        usual = counted(stretch.days, "usual day")
        label = Label.of(f"End of {stretch.step.title}", usual, room)
        yield _Entry(stretch.end, stretch, label)


def _places(entries: list[_Entry], y: float) -> Iterator[float]:
    """Yield where each entry begins: as far apart as they need, and somewhat as their days are."""
    for at, entry in enumerate(entries):
        if at:
            before = entries[at - 1]
            days = (entry.day - before.day).days
            y += before.label.high + max(_GAP, min(days * _DAY, _MOST))
        yield y


def _entry(root: Element, entry: _Entry, y: float, today: date, wide: float) -> None:
    middle = Point(_LINE, y + RADIUS + 2)
    if entry.about is None:
        for left, right in ((0, _TEXT - 6), (_TEXT + entry.label.wide + 6, wide)):
            line = path("M", Point(left, middle.y), "L", Point(right, middle.y))
            add(root, "path", d=line, stroke=INK, stroke_width=1.2)
    else:
        when = short_date(entry.day, today)
        write(root, Point(_LINE - RADIUS - 8, y + 12), when, _WHEN)
    if isinstance(entry.about, Moment):
        mark(root, middle, entry.about)
    elif isinstance(entry.about, Stretch):
        line = path("M", Point(_LINE - 8, middle.y), "L", Point(_LINE + 8, middle.y))
        add(root, "path", d=line, stroke=INK, stroke_width=1.8)
    entry.label.write(root, Point(_TEXT, y))


def _stretch(
    root: Element, stretch: Stretch, today: date, days: list[date], places: list[float]
) -> None:
    """Draw the days of a step along the line; those before today in red."""
    for late, begin, end in parts(stretch, today):
        top, bottom = (_at(day, days, places) for day in (begin, end))
        left, right = _LINE - _BAR / 2, _LINE + _BAR / 2
        bar(root, Point(left, top + 1.5), Point(right, bottom), late=late)


def _at(day: date, days: list[date], places: list[float]) -> float:
    """Return where a day is on the line, between the entries before and after it."""
    after = bisect_left(days, day)
    if after == len(days) or days[after] == day or not after:
        return places[min(after, len(days) - 1)] + RADIUS + 2
    before = after - 1
    share = (day - days[before]).days / (days[after] - days[before]).days
    return places[before] + (places[after] - places[before]) * share + RADIUS + 2
