"""The sales process as a track: each step with its outcomes, and where the deal is today.

What is evidenced is solid, what is only claimed is outlined, what is missing is empty. The steps
are side by side where there is room for their words, and else one below the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.process import Shows, Standing, StepState
from tas_cli.views.svg import legend
from tas_cli.views.svg.document import canvas, resized
from tas_cli.views.svg.elements import add, hover, write_lines
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font, folded
from tas_cli.views.svg.palette import AMBER, BADGE, FAINT, GREEN, INK, PAPER, QUIET
from tas_cli.views.words import SHOWS
from tas_cli.words import counted

_NAME, _WORDS, _TODAY = Font(13.5, bold=True), Font(11.5, QUIET), Font(11.5, bold=True)
_GAP, _LEAST, _NODE, _BELOW, _LINE = 18.0, 112.0, 9.0, 34.0, 15.0
_DOT, _DOTS = 5.5, 17.0
_BAR, _BAR_WIDE = 7.0, 104.0
_KEY = 36.0


class _Track(NamedTuple):
    """Where a deal is in its process; `now` is the step an open one works on."""

    standing: Standing
    now: StepState | None

    def reached(self, state: StepState) -> str:
        """Return whether a step is behind the deal: evidenced, only claimed, or not at all."""
        claimed = self.standing.claimed.number if self.standing.claimed else 0
        if self.standing.complete(state.step):
            return "evidenced"
        return "claimed" if state.step.number <= claimed else ""


def steps(deal: DealOnDay, wide: float) -> Element:
    """Return a deal's sales process as a drawing of that width in pixels."""
    track = _Track(deal.standing, deal.standing.current if deal.open else None)
    number = len(deal.standing.states)
    room = (wide - _GAP * (number - 1)) / number
    drawing = canvas(wide, 0)
    top = _KEY + legend.above(drawing, wide, _legend(deal.standing))
    place = _side_by_side if room >= _LEAST else _below_each_other
    bottom = place(add(drawing, "g"), track, top, room if room >= _LEAST else wide)
    return resized(drawing, wide, bottom)


def _side_by_side(parent: Element, track: _Track, top: float, room: float) -> float:
    """Draw the steps from left to right, and return how far down they reach."""
    y, bottom = top + _NODE, top
    spots = [Point(_NODE + 1 + at * (room + _GAP), y) for at in range(len(track.standing.states))]
    for state, spot, end in zip(track.standing.states, spots, spots[1:], strict=False):
        _line(parent, spot, end, track.reached(state))
    for state, spot in zip(track.standing.states, spots, strict=True):
        _node(parent, spot, track, state)
        words = Point(spot.x - _NODE - 1, y + _BELOW)
        bottom = max(bottom, _step(parent, words, room, track, state))
    return bottom


def _below_each_other(parent: Element, track: _Track, top: float, wide: float) -> float:
    """Draw the steps from top to bottom, and return how far down they reach."""
    before: Point | None = None
    line, rest, reached = add(parent, "g"), add(parent, "g"), ""
    for state in track.standing.states:
        spot = Point(_NODE + 1, top + _NODE)
        if before:
            _line(line, before, spot, reached)
        reached = track.reached(state)
        _node(rest, spot, track, state)
        words = Point(2 * _NODE + 14, spot.y + 5)
        top = _step(rest, words, wide - words.x, track, state) + _GAP
        before = spot
    return top - _GAP


def _line(parent: Element, start: Point, end: Point, reached: str) -> None:
    """Draw the way from a step to the next."""
    looks: dict[str, dict[str, float | str]] = {
        "evidenced": {"stroke": GREEN, "stroke_width": 4},
        "claimed": {"stroke": AMBER, "stroke_width": 2, "stroke_dasharray": "5 4"},
    }
    plain: dict[str, float | str] = {"stroke": FAINT, "stroke_width": 1}
    look = looks.get(reached, plain)
    add(parent, "path", d=f"M{start.x:g} {start.y:g}L{end.x:g} {end.y:g}", fill="none", **look)


def _node(parent: Element, at: Point, track: _Track, state: StepState) -> None:
    """Draw a step on the track; the one being worked on has a dot in it."""
    reached, now = track.reached(state), track.now is state
    color = {"evidenced": GREEN, "claimed": AMBER}.get(reached, INK if now else FAINT)
    fill = color if reached == "evidenced" else PAPER
    add(parent, "circle", cx=at.x, cy=at.y, r=_NODE, fill=fill, stroke=color, stroke_width=2)
    if reached == "evidenced":
        _tick(parent, at, 1.0)
    elif now:
        add(parent, "circle", cx=at.x, cy=at.y, r=4, fill=color)


def _tick(parent: Element, at: Point, scale: float) -> None:
    pen = {"fill": "none", "stroke": PAPER, "stroke_linecap": "round", "stroke_linejoin": "round"}
    points = ((-4, 0.5), (-1, 3.5), (4.5, -3))
    data = "L".join(f"{at.x + x * scale:.1f} {at.y + y * scale:.1f}" for x, y in points)
    add(parent, "path", d=f"M{data}", stroke_width=2, **pen)


def _step(parent: Element, at: Point, room: float, track: _Track, state: StepState) -> float:
    """Write what a step is and what there is for it, and return how far down that reaches."""
    step = state.step
    at = _written(parent, at, room, f"{step.number} {step.title}", _NAME)
    at = _written(parent, at, room, f"{step.milestone}, {step.probability}%", _WORDS)
    at = Point(at.x, _outcomes(parent, at, room, state))
    if track.now is state:
        return _today(parent, at, room, track.standing.days, step.days)
    usual = "" if track.reached(state) else f"usually {counted(step.days, 'day')}"
    return _lines(parent, at, room, usual, _WORDS)


def _written(parent: Element, at: Point, room: float, words: str, font: Font) -> Point:
    """Write a text on as many lines as it needs, and return where the next one would be."""
    return write_lines(parent, at, folded(words, room, font), font, _LINE / font.size)


def _lines(parent: Element, at: Point, room: float, words: str, font: Font) -> float:
    """Write a text on as many lines as it needs, and return how far down they reach."""
    return _written(parent, at, room, words, font).y - _LINE + 5


def _outcomes(parent: Element, at: Point, room: float, state: StepState) -> float:
    """Draw a dot for each outcome, count those with evidence, and return the next baseline."""
    x, y = at.x, at.y
    outcomes = state.step.outcomes
    for each in outcomes:
        if x + _DOTS > at.x + room:
            x, y = at.x, y + _DOTS
        shows = state.of(each.key)
        group = add(parent, "g")
        hover(group, f"{each.title} ({SHOWS[shows]})")
        _outcome(group, Point(x, y - 2), shows)
        x += _DOTS
    if not outcomes:
        return y
    claimed = f", {len(state.unproven)} claimed" if state.unproven else ""
    words = f"{len(state.shown)} of {len(outcomes)} evidenced{claimed}"
    return _written(parent, Point(at.x, y + 18), room, words, _WORDS).y


def _outcome(parent: Element, at: Point, shows: Shows) -> None:
    """Draw an outcome, from a point to the right: solid, outlined or empty."""
    looks: dict[Shows, dict[str, float | str]] = {
        "shown": {"fill": GREEN, "stroke": GREEN, "stroke_width": 1.5},
        "unproven": {"fill": PAPER, "stroke": AMBER, "stroke_width": 2.5},
        "missing": {"fill": PAPER, "stroke": FAINT, "stroke_width": 1.2, "stroke_dasharray": "2 2"},
    }
    middle = at.moved(Point(_DOT + 1, 0))
    add(parent, "circle", cx=middle.x, cy=middle.y, r=_DOT, **looks[shows])
    if shows == "shown":
        _tick(parent, middle, 0.6)


def _today(parent: Element, at: Point, room: float, days: int | None, usual: int) -> float:
    """Write how long the deal has been here, with a bar against the usual days."""
    if days is None:
        return _lines(parent, at, room, f"here now; usually {counted(usual, 'day')}", _TODAY)
    words = f"here for {counted(days, 'day')}; usually {counted(usual, 'day')}"
    bottom = _lines(parent, at, room, words, _TODAY)
    _bar(parent, Point(at.x, bottom + 4), min(room, _BAR_WIDE), days, usual)
    return bottom + 4 + _BAR + 2


def _bar(parent: Element, at: Point, wide: float, days: int, usual: int) -> None:
    """Draw the days so far over the usual days; what is beyond those has another color."""
    scale = wide / max(days, usual)
    so_far, most = days * scale, usual * scale
    size = {"y": at.y, "height": _BAR}
    add(parent, "rect", x=at.x, width=most, fill=BADGE, **size)
    add(parent, "rect", x=at.x, width=min(so_far, most), fill=INK, **size)
    if so_far > most:
        add(parent, "rect", x=at.x + most, width=so_far - most, fill=AMBER, **size)


def _legend(standing: Standing) -> Iterator[legend.Sign]:
    """Yield what the dots mean: only those that are drawn."""
    found = {state.of(each.key) for state in standing.states for each in state.step.outcomes}
    for shows, words in SHOWS.items():
        if shows in found:
            yield legend.Sign(partial(_outcome, shows=shows), 16, f"Outcome {words}")
