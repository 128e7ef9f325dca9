"""The marks of ratings. Place, shape, sign and color each say the same: none is needed alone.

A weak rating is a red square with a minus on the left, an unknown one an amber diamond with a
question mark in the middle, a strong one a green circle with a plus on the right. What rests on
little is hollow: a + of ours without evidence and, with a dashed outline, a rating of ours that
nobody has re-checked for too long.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.scorecard import CellState
from tas_cli.method.catalogue import US
from tas_cli.model.scalars import Rating
from tas_cli.views.svg.elements import add, path
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.palette import AMBER, FAINT, GREEN, PAPER, RED

RADIUS = 8.0
"""Half the width of a mark, unless it is drawn in another size."""
_UNIT = 10.0
"""Half the width of the shapes below."""


class Look(Enum):
    """How far a rating can be relied on."""

    FIRM = "firm"
    CLAIMED = "claimed"
    STALE = "stale"


class _Shape(NamedTuple):
    """A mark: its color, its outline, and the sign on it, around 0."""

    color: str
    outline: str
    sign: str


_SHAPES: dict[Rating, _Shape] = {
    "-": _Shape(RED, "M-9 -9H9V9H-9Z", "M-4.6 0H4.6"),
    "?": _Shape(
        AMBER,
        "M0 -12L12 0L0 12L-12 0Z",
        "M-2.9 -3A2.9 2.9 0 1 1 1.4 -0.4Q0 0.3 0 1.7M0 5V5.2",
    ),
    "+": _Shape(GREEN, "M-10 0A10 10 0 1 0 10 0A10 10 0 1 0 -10 0Z", "M-5 0H5M0 -5V5"),
}
_PLACES: dict[Rating, int] = {"-": -1, "?": 0, "+": 1}


def look(deal: DealOnDay, state: CellState, party: str) -> Look:
    """Return how far a rating can be relied on; those of competitors are taken as they are.

    In a closed deal nothing is to be re-checked any more.
    """
    if party != US or not state.rated:
        return Look.FIRM
    if deal.open and deal.staleness.is_stale(state.stated):
        return Look.STALE
    return Look.CLAIMED if state.rating == "+" and not state.evidence else Look.FIRM


def mark(
    parent: Element,
    at: Point,
    rating: Rating,
    shown: Look = Look.FIRM,
    radius: float = RADIUS,
) -> Element:
    """Draw a mark around a point, and return its group."""
    shape, place = _SHAPES[rating], f"translate({at.x:g} {at.y:g})"
    group = add(parent, "g", transform=f"{place} scale({radius / _UNIT:g})")
    firm = shown is Look.FIRM
    fill, ink = (shape.color, PAPER) if firm else (PAPER, shape.color)
    edge = {"stroke_dasharray": "4 3"} if shown is Look.STALE else {}
    edge |= {"fill": fill, "stroke": shape.color, "stroke_linejoin": "round"}
    add(group, "path", d=shape.outline, stroke_width=2, **edge)
    pen = {"fill": "none", "stroke": ink, "stroke_linecap": "round"}
    add(group, "path", d=shape.sign, stroke_width=2.6, **pen)
    return group


def placed(middle: Point, rating: Rating, reach: float) -> Point:
    """Return where a mark is between two poles `reach` pixels left and right of the middle."""
    return middle.moved(Point(_PLACES[rating] * reach, 0))


def scale(parent: Element, middle: Point, reach: float) -> None:
    """Draw the line from pole to pole on which marks are; alone, it is what nobody has rated."""
    left, right = (middle.moved(Point(side * reach, 0)) for side in (-1, 1))
    add(parent, "path", d=path("M", left, "L", right), stroke=FAINT, stroke_width=0.8)
    for at in (left, middle, right):
        add(parent, "circle", cx=at.x, cy=at.y, r=1.6, fill=FAINT)
