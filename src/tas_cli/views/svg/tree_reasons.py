"""Why a step of the strategy tree is answered as it is, in lines that fit a width."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.assess.deal import DealOnDay
from tas_cli.method.catalogue import criteria_by_key
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.scalars import Rating
from tas_cli.strategy.decision import Because, PathStep
from tas_cli.views.strategy import stated
from tas_cli.views.svg.elements import write
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font, width, wrapped
from tas_cli.views.svg.marks import mark
from tas_cli.views.svg.palette import QUIET
from tas_cli.views.verdict import either_way
from tas_cli.views.words import party_name

FONT = Font(11.5, QUIET)
_MARK, _AFTER, _GAP = 5.0, 5.0, 12.0
"""Half the width of a mark, what is between it and its criteria, and between two groups."""
_ORDER: tuple[Rating, ...] = ("+", "-", "?")
_NAMED, _LINES = 6, 2
"""The most criteria that have names, and in how many lines; more of them have numbers."""
_STATED = 2
"""The most lines of a reason that somebody wrote."""


class Run(NamedTuple):
    """Words within a line, `at` pixels from its left edge; before them, the mark of a rating."""

    at: float
    words: str
    rating: Rating | None = None

    @property
    def end(self) -> float:
        """The right edge."""
        return self.at + (2 * _MARK + _AFTER if self.rating else 0) + width(self.words, FONT)


Line = tuple[Run, ...]


def reasons(step: PathStep, deal: DealOnDay, room: float) -> list[Line]:
    """Return why a step is answered as it is: what somebody stated, and each party's ratings."""
    recommended = deal.decision.recommended
    either = [either_way(recommended)] if step.answer == "unknown" and recommended else []
    texts = (*stated(step, deal), *either)
    said = (line for text in texts for line in wrapped(text, room, _STATED, FONT))
    parties = dict.fromkeys(cell.party for cell in step.because)
    ratings = (_party(each, step.because, deal.opportunity, room) for each in parties)
    return [*((Run(0, line),) for line in said), *chain.from_iterable(ratings)]


def _party(party: str, cells: Iterable[Because], deal: Opportunity, room: float) -> list[Line]:
    """Return a party's ratings, with the names of the criteria if they are few on few lines."""
    found = [*cells]
    own = [cell for cell in found if cell.party == party]
    who = party_name(deal, party) if len(own) < len(found) else ""
    named = _flowing(who, own, lambda key: criteria_by_key()[key].short, room)
    few = len(named) <= _LINES and len(own) <= _NAMED
    return named if few else _flowing(who, own, _number, room)


def _number(key: str) -> str:
    return f"#{criteria_by_key()[key].number}"


def _flowing(who: str, cells: list[Because], name: Callable[[str], str], room: float) -> list[Line]:
    """Return the criteria by sign, in as many lines as they need; the name is before them."""
    lines: list[list[Run]] = [[Run(0, each)] for each in wrapped(who, room, _STATED, FONT)] or [[]]
    for sign in _ORDER:
        found = [name(cell.criterion) for cell in cells if cell.rating == sign]
        for place, words in enumerate(found):
            comma = "," if place < len(found) - 1 else ""
            _set(lines, Run(0, words + comma, None if place else sign), room)
    return [tuple(line) for line in lines]


def _set(lines: list[list[Run]], run: Run, room: float) -> None:
    """Put a run at the end of the last line, or on a new one; one that goes on is joined."""
    last = lines[-1]
    if not last:
        last.append(run)
        return
    before = last[-1]
    joined = before._replace(words=f"{before.words} {run.words}")
    after = run._replace(at=before.end + _GAP)
    if run.rating is None and joined.end <= room:
        last[-1] = joined
    elif run.rating is not None and after.end <= room:
        last.append(after)
    else:
        lines.append([run])


def draw_line(parent: Element, at: Point, line: Line) -> None:
    """Draw a line of reasons, its baseline at a point."""
    for run in line:
        start = at.moved(Point(run.at, 0))
        if run.rating:
            mark(parent, start.moved(Point(_MARK, -4)), run.rating, radius=_MARK)
            start = start.moved(Point(2 * _MARK + _AFTER, 0))
        write(parent, start, run.words, FONT)
