"""Ratings over time as small multiples: one small chart for each criterion, all on the same days.

A line of ours runs on three levels, weak, unknown and strong, and ends in the present mark; a thin
one is the strongest competitor's. What nobody has rated yet has no line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.assess.over_time import Course, Rated, courses, until
from tas_cli.assess.sheet import Sheet
from tas_cli.assess.tally import question_tally
from tas_cli.method.catalogue import US, Criterion, Question, criteria, questions
from tas_cli.model.scalars import Rating
from tas_cli.views.page import SIGN
from tas_cli.views.svg import legend, marks
from tas_cli.views.svg.days import WORDS, Days
from tas_cli.views.svg.document import canvas, resized
from tas_cli.views.svg.elements import add, hover, write
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font, folded, shortened
from tas_cli.views.svg.palette import BADGE, INK, PLUM, QUIET
from tas_cli.views.words import signed

_LEVELS: dict[Rating, float] = {"+": 0.0, "?": 17.0, "-": 34.0}
"""How far below the upper level each rating is."""
_MEANS: dict[Rating, str] = {"+": "Strong", "?": "Unknown", "-": "Weak"}
_HEAD, _NAME = Font(13.5, bold=True), Font(11.5, bold=True)
_GUTTER, _GAP, _LEAST, _MOST = 15.0, 16.0, 118.0, 5
_LINE, _EDGE, _AXIS, _RADIUS, _HALF, _BESIDE = 14.0, 10.0, 17.0, 7.0, 9.0, 3.5
_KEY, _APART, _SMALL = 30.0, 5.0, 6.0


class _Panel(NamedTuple):
    """The chart of a criterion: where it is, and the lines of its name."""

    criterion: Criterion
    left: float
    top: float
    wide: float
    name: tuple[str, ...]

    def level(self, rating: Rating) -> float:
        """Return the height of a level."""
        return self.top + _EDGE + _LEVELS[rating]


class _Row(NamedTuple):
    """Charts side by side; the last row of a question has the days below."""

    panels: tuple[_Panel, ...]
    bottom: float


class _Group(NamedTuple):
    """A question with its charts."""

    question: Question
    top: float
    rows: tuple[_Row, ...]


class _Story(NamedTuple):
    """What is drawn: the courses of both, and the days of all charts."""

    deal: Sheet
    rival: str | None
    ours: dict[str, Course]
    theirs: dict[str, Course]
    first: date

    @classmethod
    def of(cls, deal: Sheet) -> _Story:
        rival = rival_of(deal)
        theirs = courses(deal, rival) if rival else {}
        return cls(deal, rival, courses(deal, US), theirs, deal.cards[0].day)


def rival_of(deal: Sheet) -> str | None:
    """Return the competitor drawn beside ours: of those in the race, the one with the best balance.

    Of several, it is the first. None if nobody is in the race.
    """
    racing = [deal.versus] if deal.versus else deal.opportunity.competing(deal.day)
    return max(racing, key=lambda each: deal.totals[each].balance, default=None)


def multiples(deal: Sheet, wide: float) -> Element:
    """Return the ratings of a deal over time as a drawing of that width in pixels.

    Raises:
        IndexError: the deal was never assessed.
    """
    story = _Story.of(deal)
    drawing = canvas(wide, 0)
    top = _KEY + legend.above(drawing, wide, _key(story, wide))
    groups = [*_groups(top, wide, story)]
    for group in groups:
        _head(drawing, group, story, wide)
        for row in group.rows:
            _levels(drawing, row)
            for panel in row.panels:
                _panel(drawing, panel, story)
        first = group.rows[-1].panels[0]
        days = _days(first, story)._replace(right=first.left + first.wide)
        days.ends(drawing, group.rows[-1].bottom - 4)
    return resized(drawing, wide, groups[-1].rows[-1].bottom)


def _groups(top: float, wide: float, story: _Story) -> Iterator[_Group]:
    """Yield the questions, the first one at `top`, the others below."""
    columns = max(1, min(_MOST, int((wide - _GUTTER + _GAP) // (_LEAST + _GAP))))
    room = (wide - _GUTTER - _GAP * (columns - 1)) / columns
    for question in questions():
        named = [each for each in criteria() if each.question == question.number]
        rows: list[_Row] = []
        below = top + 22
        for first in range(0, len(named), columns):
            rows.append(_row(named[first : first + columns], below, room, story))
            below = rows[-1].bottom + 10
        rows[-1] = rows[-1]._replace(bottom=rows[-1].bottom + _AXIS)
        yield _Group(question, top, tuple(rows))
        top = rows[-1].bottom + 22


def _row(some: Iterable[Criterion], top: float, room: float, story: _Story) -> _Row:
    """Return a row of charts; all begin at the same height, below the longest name."""
    names = {each: tuple(_name(each, room, story)) for each in some}
    upper = top + _LINE * max(map(len, names.values()))
    panels = tuple(
        _Panel(each, _GUTTER + at * (room + _GAP), upper, room, name)
        for at, (each, name) in enumerate(names.items())
    )
    return _Row(panels, panels[0].level("-") + _EDGE)


def _name(criterion: Criterion, room: float, story: _Story) -> list[str]:
    unrated = "" if criterion.key in story.ours else ": not rated"
    return folded(f"{criterion.number} {criterion.short}{unrated}", room, _NAME)


def _head(parent: Element, group: _Group, story: _Story, wide: float) -> None:
    """Write a question, and at the right how our balance moved, where there is room for it."""
    at = Point(0, group.top + 14)
    write(parent, at, f"{group.question.number} {group.question.title}", _HEAD)
    cards = story.deal.cards
    was, now = (
        signed(question_tally(card, US, group.question.number).balance)
        for card in (cards[0], story.deal.card)
    )
    words = f"balance {was} → {now}" if was != now else f"balance {now}"
    write(parent, Point(wide, at.y), words, WORDS._replace(end=True))


def _levels(parent: Element, row: _Row) -> None:
    """Draw the three levels of a row of charts, and their signs at its left."""
    for rating in _LEVELS:
        y = row.panels[0].level(rating)
        write(parent, Point(0, y + 4), SIGN[rating], WORDS)
        for each in row.panels:
            line = {"x1": each.left, "x2": each.left + each.wide, "y1": y, "y2": y}
            add(parent, "line", stroke=BADGE, stroke_width=1, **line)


def _days(panel: _Panel, story: _Story) -> Days:
    right = panel.left + panel.wide - 2 * _HALF
    return Days(story.first, until(story.deal), panel.left, right)


def _panel(parent: Element, panel: _Panel, story: _Story) -> None:
    """Draw a chart: its name, the competitor's line, ours, and the mark of today."""
    key, deal = panel.criterion.key, story.deal
    ours, theirs = story.ours.get(key), story.theirs.get(key)
    upper = panel.top - _LINE * (len(panel.name) - 1)
    for at, words in enumerate(panel.name):
        font = _NAME if ours else _NAME._replace(color=QUIET)
        write(parent, Point(panel.left, upper + at * _LINE), words, font)
    days = _days(panel, story)
    if theirs:
        _step(parent, theirs, panel, days, _Pen(PLUM, 1.3, _BESIDE))
    if ours:
        group = add(parent, "g")
        hover(group, f"{panel.criterion.title}: {said(ours)}")
        _step(group, ours, panel, days, _Pen(INK, 2.4))
        state = deal.card.cell(key, US)
        end = Point(panel.left + panel.wide - _HALF, panel.level(state.rating))
        marks.mark(group, end, state.rating, marks.look(deal, state, US), _RADIUS)


class _Pen(NamedTuple):
    """How a line is drawn: its color, its width, and how far below its level."""

    color: str
    wide: float
    below: float = 0


def _step(parent: Element, course: Course, panel: _Panel, days: Days, pen: _Pen) -> None:
    """Draw a line that steps from level to level, with a dot for each rating with evidence."""
    spots = [_spot(each, panel, days, pen.below) for each in course.changes]
    steps = (f"H{each.x:.1f} V{each.y:.1f}" for each in spots[1:])
    data = " ".join((f"M{spots[0].x:.1f} {spots[0].y:.1f}", *steps, f"H{days.right:.1f}"))
    line = {"fill": "none", "stroke_linejoin": "round"}
    add(parent, "path", d=data, stroke=pen.color, stroke_width=pen.wide, **line)
    if pen.color == INK:
        for dot in _apart({_spot(each, panel, days, 0) for each in course.shown}):
            add(parent, "circle", cx=dot.x, cy=dot.y, r=3, fill=pen.color)


def _apart(dots: Iterable[Point]) -> Iterator[Point]:
    """Yield dots from left to right, without those that would be on the one before."""
    before: dict[float, float] = {}
    for dot in sorted(dots):
        if dot.x - before.get(dot.y, -_APART) >= _APART:
            before[dot.y] = dot.x
            yield dot


def _spot(rated: Rated, panel: _Panel, days: Days, below: float) -> Point:
    return Point(days.at(rated.day), panel.level(rated.rating) + below)


def said(course: Course) -> str:
    """Return a course in words: each rating with its day."""
    return ", ".join(f"{SIGN[each.rating]} {each.day}" for each in course.changes)


def _key(story: _Story, wide: float) -> Iterator[legend.Sign]:
    """Yield what lines and marks mean: only those that are drawn."""
    yield legend.Sign(partial(_sample, pen=_Pen(INK, 2.4)), 26, "We")
    if story.theirs and story.rival:
        name = shortened(story.deal.opportunity.party_name(story.rival), wide - 40, WORDS)
        yield legend.Sign(partial(_sample, pen=_Pen(PLUM, 1.3)), 26, name)
    if any(each.shown for each in story.ours.values()):
        yield legend.Sign(_dot, 10, "Evidence")
    deal = story.deal
    states = [deal.card.cell(key, US) for key in story.ours]
    for rating, words in _MEANS.items():
        if any(state.rating == rating for state in states):
            yield legend.Sign(partial(_mark, rating=rating, look=marks.Look.FIRM), 18, words)
    looks = {marks.look(deal, state, US) for state in states}
    days = f"Not re-checked for {deal.staleness.after} days"
    for look, words in ((marks.Look.CLAIMED, "No evidence"), (marks.Look.STALE, days)):
        if look in looks:
            yield legend.Sign(partial(_mark, rating="+", look=look), 18, words)


def _mark(parent: Element, at: Point, rating: Rating, look: marks.Look) -> None:
    marks.mark(parent, at.moved(Point(_SMALL, 0)), rating, look, _SMALL)


def _sample(parent: Element, at: Point, pen: _Pen) -> None:
    line = {"x1": at.x, "x2": at.x + 22, "y1": at.y, "y2": at.y}
    add(parent, "line", stroke=pen.color, stroke_width=pen.wide, **line)


def _dot(parent: Element, at: Point) -> None:
    add(parent, "circle", cx=at.x + 4, cy=at.y, r=3, fill=INK)
