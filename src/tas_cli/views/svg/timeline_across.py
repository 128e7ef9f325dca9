"""The plan in time from left to right: a band for the customer, the steps left, and what we do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.assess.timeline import Moment, Timeline
from tas_cli.assess.way_back import Stretch, WayBack
from tas_cli.views.svg.days import Days
from tas_cli.views.svg.elements import add, path, write
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import folded, width
from tas_cli.views.svg.palette import BADGE, FAINT, INK, RED
from tas_cli.views.svg.timeline_parts import HEAD, NOTE, RADIUS, STRONG, Label, bar, mark, parts
from tas_cli.views.timeline_words import back_words, note, stretch_note, what, when
from tas_cli.views.words import short_date

_BEFORE, _AFTER = timedelta(days=400), timedelta(days=800)
"""How far back and ahead days are drawn to scale; what is beyond them is at the edge."""
_ROOM, _GAP, _LANE = 300.0, 12.0, 10.0
"""The most room of a label, between labels beside one another, and between lanes."""
_TOP, _MONTH = 44.0, 64.0
"""Where the first band begins, and the least pixels from one name of a month to the next."""
_BAR = 10.0
"""How high the bar of a step is."""
_STEPS = (1, 3, 6, 12)


class _Ground(NamedTuple):
    """What is drawn on, which days it shows, and which of them is today."""

    root: Element
    days: Days
    today: date

    @property
    def right(self) -> float:
        """The right edge."""
        return self.days.right + RADIUS + 2


class _Placed(NamedTuple):
    """A label with the place that it is about: from `left` to `right` it takes, both together."""

    left: float
    right: float
    text: float
    label: Label


def draw(root: Element, plan: Timeline, wide: float) -> float:
    """Draw all bands, and return where the drawing ends."""
    rules, ground = add(root, "g"), _Ground(root, _days(plan, wide), plan.today)
    y = _band(ground, plan.customers, "The customer", _TOP)
    y = _steps(ground, plan.back, y)
    y = _band(ground, plan.ours, "What we do", y)
    _months(rules, ground, y)
    _today(rules, ground, y)
    return y


def _days(plan: Timeline, wide: float) -> Days:
    found = [plan.today, *(each.day for each in plan.dated if each.day)]
    if plan.back:
        found += [day for each in plan.back.stretches for day in (each.begin, each.end)]
    first = max(min(found), _moved(plan.today, -_BEFORE))
    last = min(max(found), _moved(plan.today, _AFTER))
    return Days(first, max(last, _moved(first, timedelta(days=14))), RADIUS + 2, wide - RADIUS - 2)


def _moved(day: date, by: timedelta) -> date:
    return date.fromordinal(min(max(1, day.toordinal() + by.days), date.max.toordinal()))


def _band(ground: _Ground, moments: Sequence[Moment], head: str, y: float) -> float:
    """Draw moments in lanes below a heading, and return where the next band begins."""
    if not moments:
        return y
    y, root = _head(ground, head, y), ground.root
    spots = [ground.days.at(each.day or ground.today) for each in moments]
    labels = [_label(each, ground.today) for each in moments]
    placed = [_beside(*each, ground.right) for each in zip(spots, labels, strict=True)]
    for lane in _lanes(placed):
        for at in lane:
            mark(root, Point(spots[at], y + RADIUS + 2), moments[at])
        y = _written(root, [placed[at] for at in lane], y)
    return y + _LANE


def _written(root: Element, lane: Sequence[_Placed], y: float) -> float:
    """Write the labels of a lane, and return where the next lane begins."""
    for each in lane:
        each.label.write(root, Point(each.text, y))
    return y + max(each.label.high for each in lane) + _LANE


def _head(ground: _Ground, words: str, y: float, *, late: bool = False) -> float:
    """Draw a line, write what follows on ground of its own, and return where that begins."""
    line = path("M", Point(0, y), "L", Point(ground.right, y))
    add(ground.root, "path", d=line, stroke=FAINT, stroke_width=1)
    label = Label(
        tuple(folded(words, ground.right, HEAD)), font=HEAD._replace(color=RED) if late else HEAD
    )
    label.write(ground.root, Point(0, y + 5))
    return y + 5 + label.high + 6


def _label(moment: Moment, today: date) -> Label:
    more = ", ".join(filter(None, (when(moment, today), note(moment))))
    return Label.of(what(moment), more, _ROOM, late=moment.state == "late")


def _beside(spot: float, label: Label, right: float) -> _Placed:
    """Return where a label is: to the right of its mark, or to the left if it would not fit."""
    near, far = spot + RADIUS + 6, spot - RADIUS - 6 - label.wide
    if near + label.wide <= right or far < 0:
        return _Placed(spot - RADIUS, near + label.wide, near, label)
    return _Placed(far, spot + RADIUS, far, label)


def _lanes(placed: Sequence[_Placed]) -> list[list[int]]:
    """Return the labels by lanes, so that none is over another: each in the first with room."""
    lanes: list[list[int]] = []
    for at, each in enumerate(placed):
        free = (lane for lane in lanes if not any(_near(each, placed[one]) for one in lane))
        lane = next(free, None)
        if lane is None:
            lane = []
            lanes.append(lane)
        lane.append(at)
    return lanes


def _near(one: _Placed, other: _Placed) -> bool:
    return one.left < other.right + _GAP and other.left < one.right + _GAP


def _steps(ground: _Ground, back: WayBack | None, y: float) -> float:
    """Draw the steps that are left as bars on their last possible days; before today in red."""
    if back is None or not back.stretches:
        return y
    y = _head(ground, back_words(back, ground.today), y, late=back.short > 0)
    for each in back.stretches:
        _stretch(ground, each, y + 2)
    placed = [_below(each, ground) for each in back.stretches]
    y += _BAR + 8
    for lane in _lanes(placed):
        y = _written(ground.root, [placed[at] for at in lane], y)
    return y + _LANE


def _below(stretch: Stretch, ground: _Ground) -> _Placed:
    label = Label.of(stretch.step.title, stretch_note(stretch, ground.today), _ROOM)
    left = max(0.0, min(ground.days.at(stretch.begin), ground.right - label.wide))
    return _Placed(left, left + label.wide, left, label)


def _stretch(ground: _Ground, stretch: Stretch, y: float) -> None:
    """Draw the days of a step; between two steps the ground shows."""
    for late, begin, end in parts(stretch, ground.today):
        left, right = ground.days.at(begin), ground.days.at(end)
        bar(ground.root, Point(left, y), Point(right - 1.5, y + _BAR), late=late)


def _months(root: Element, ground: _Ground, bottom: float) -> None:
    """Draw a pale line at the beginning of months, as many as there is room for, with names."""
    days = ground.days
    found = [*_firsts(days.first, days.last)]
    apart = (days.right - days.left) / max(1, len(found))
    step = next((each for each in _STEPS if apart * each >= _MONTH), _STEPS[-1])
    for day in found:
        x = days.at(day)
        if (day.month - 1) % step == 0:
            line = path("M", Point(x, 22), "L", Point(x, bottom))
            add(root, "path", d=line, stroke=BADGE, stroke_width=1)
            name = f"{day:%b} {day.year}" if day.month == 1 else f"{day:%b}"
            if x + 4 + width(name, NOTE) <= ground.right:
                write(root, Point(x + 4, 34), name, NOTE)


def _firsts(first: date, last: date) -> Iterator[date]:
    """Yield the first day of each month between two days."""
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        day = date(year, month, 1)
        if first <= day:
            yield day
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        if year > date.max.year:
            return


def _today(root: Element, ground: _Ground, bottom: float) -> None:
    """Draw a line through all bands for today."""
    x, words = ground.days.at(ground.today), f"Today, {short_date(ground.today, ground.today)}"
    line = path("M", Point(x, 17), "L", Point(x, bottom))
    add(root, "path", d=line, stroke=INK, stroke_width=1.2)
    left = min(max(0.0, x - 20), ground.right - width(words, STRONG))
    write(root, Point(left, 12), words, STRONG)
