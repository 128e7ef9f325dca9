"""Strategies over time: when each was recommended, and when it was one of several within reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import groupby, pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.assess.over_time import Spell
from tas_cli.method.catalogue import strategies
from tas_cli.views.svg import legend
from tas_cli.views.svg.days import Days
from tas_cli.views.svg.document import canvas, resized
from tas_cli.views.svg.elements import add, hover, write
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font
from tas_cli.views.svg.palette import AMBER, BADGE, INK, PAPER, QUIET

_LABEL, _ROW, _TOP, _BAR, _LEAST = 96.0, 26.0, 28.0, 10.0, 3.0
_NOW, _BEFORE = Font(12.5, bold=True), Font(12.5, QUIET)
_LOOKS: dict[bool, dict[str, float | str]] = {
    True: {"fill": INK, "stroke": INK, "stroke_width": 1.5},
    False: {"fill": PAPER, "stroke": AMBER, "stroke_width": 1.5},
}


class _Bar(NamedTuple):
    """A strategy from day to day: recommended, or one of several."""

    start: date
    end: date
    alone: bool


def spells_svg(found: Sequence[Spell], last: date, wide: float) -> Element:
    """Return a bar for each time that a strategy was within reach, up to a last day.

    A bar is solid while the strategy was the only one, and outlined while it was one of several.
    """
    shown = [key for key in strategies() if any(key in each.reachable for each in found)]
    days = Days(found[0].since, last, _LABEL, wide - 2)
    drawing = canvas(wide, 0)
    top = _TOP + legend.above(drawing, wide, _key(found))
    bottom = top + _ROW * len(shown)
    for at, each in enumerate(shown):
        _strategy(drawing, top + _ROW * (at + 0.5), each, [*_bars(found, last, each)], days)
    days.ends(drawing, bottom + 14)
    return resized(drawing, wide, bottom + 20)


def _strategy(parent: Element, y: float, key: str, bars: Sequence[_Bar], days: Days) -> None:
    """Draw a strategy's name, a pale line, and its bars on it."""
    now, title = bars[-1].end == days.last, strategies()[key].title
    write(parent, Point(0, y + 4), title, _NOW if now else _BEFORE)
    line = {"x1": days.left, "x2": days.right, "y1": y, "y2": y}
    add(parent, "line", stroke=BADGE, stroke_width=1, **line)
    for each in bars:
        left = min(days.at(each.start), days.right - _LEAST)
        long = max(days.at(each.end) - left, _LEAST)
        place = {"x": left, "y": y - _BAR / 2, "width": long, "height": _BAR}
        bar = add(parent, "rect", **place, **_LOOKS[each.alone])
        words = "recommended" if each.alone else "one of several"
        hover(bar, f"{title}: {words} from {each.start} to {each.end}")


def _bars(found: Sequence[Spell], last: date, key: str) -> Iterator[_Bar]:
    """Yield the times of a strategy, oldest first; those that join and are alike are one."""
    ends = [*(later.since for _, later in pairwise(found)), last]
    states = ((each, end, _state(each, key)) for each, end in zip(found, ends, strict=True))
    for alone, same in groupby(states, lambda each: each[2]):
        (first, end, _), *others = same
        if alone is not None:
            yield _Bar(first.since, others[-1][1] if others else end, alone)


def _state(spell: Spell, key: str) -> bool | None:
    """Return whether a strategy was the only one; None if it was out of reach."""
    return len(spell.reachable) == 1 if key in spell.reachable else None


def _key(found: Sequence[Spell]) -> Iterator[legend.Sign]:
    for alone, words in ((True, "Recommended"), (False, "One of several within reach")):
        if any((len(each.reachable) == 1) is alone for each in found):
            yield legend.Sign(partial(_sample, alone=alone), 28, words)


def _sample(parent: Element, at: Point, *, alone: bool) -> None:
    place = {"x": at.x + 1, "y": at.y - _BAR / 2, "width": 22.0, "height": _BAR}
    add(parent, "rect", **place, **_LOOKS[alone])
