"""The small signs on a card. Each has a shape of its own, so that none depends on its color."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.views.svg.elements import add, write
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font, shortened, width
from tas_cli.views.svg.palette import AMBER, BADGE, FAINT, GREEN, INK, PAPER, QUIET, RED

_CIRCLE = "M-11 0A11 11 0 1 0 11 0A11 11 0 1 0 -11 0Z"
_DOT, _DOT_GAP, _DOTS = 4.0, 11.0, 5
_BAR_WIDTH, _BAR_GAP, _BARS = 5.0, 7.5, 3
_FLAG = Font(11, PAPER, bold=True, middle=True)


class _Badge(NamedTuple):
    """A badge: its color, its shape, and the sign on it, around 0."""

    color: str
    shape: str
    sign: str


_STANDINGS = {
    "enemy": _Badge(
        RED, "M-4.6 -11L4.6 -11L11 -4.6L11 4.6L4.6 11L-4.6 11L-11 4.6L-11 -4.6Z",
        "M-4 -4L4 4M4 -4L-4 4",
    ),
    "non_supporter": _Badge(AMBER, "M0 -13L13 0L0 13L-13 0Z", "M-4.5 0L4.5 0"),
    "neutral": _Badge(QUIET, "M-10 -10L10 -10L10 10L-10 10Z", "M-5 -2.8L5 -2.8M-5 2.8L5 2.8"),
    "supporter": _Badge(GREEN, _CIRCLE, "M-5 0L5 0M0 -5L0 5"),
    "mentor": _Badge(GREEN, _CIRCLE, "M-7.5 0L-0.5 0M-4 -3.5L-4 3.5M0.5 0L7.5 0M4 -3.5L4 3.5"),
}  # fmt: skip


def standing(parent: Element, at: Point, status: str | None) -> None:
    """Draw how somebody stands with us; without a status, that it is unknown."""
    group = add(parent, "g", transform=f"translate({at.x:g} {at.y:g})")
    badge = _STANDINGS.get(status or "")
    if badge is None:
        dashes = {"stroke_dasharray": "3 2.5"}
        add(group, "path", d=_CIRCLE, fill=PAPER, stroke=QUIET, stroke_width=1.2, **dashes)
        write(group, Point(0, 4.5), "?", Font(13, QUIET, bold=True, middle=True))
        return
    if status == "mentor":
        add(group, "circle", cx=0, cy=0, r=13.5, fill=PAPER, stroke=badge.color, stroke_width=1.5)
    add(group, "path", d=badge.shape, fill=badge.color)
    pen = {"stroke_linecap": "round", "fill": "none"}
    add(group, "path", d=badge.sign, stroke=PAPER, stroke_width=2.2, **pen)


def influence(parent: Element, at: Point, grade: int | None) -> float:
    """Draw an influence of 1 to 5 as dots, from a point to the right, and return their width."""
    for dot in range(_DOTS):
        full = {"fill": INK, "stroke": INK} if grade and dot < grade else _EMPTY
        add(parent, "circle", cx=at.x + _DOT + dot * _DOT_GAP, cy=at.y, r=_DOT, **full)
    return _DOT * 2 + _DOT_GAP * (_DOTS - 1)


_EMPTY = {"fill": PAPER, "stroke": FAINT}


def coverage(parent: Element, at: Point, degree: int) -> float:
    """Draw a contact, 0 to 3, as bars that grow, and return their width."""
    for bar in range(_BARS):
        height = 4.0 + bar * 3.5
        full = {"fill": INK, "stroke": INK} if bar < degree else _EMPTY
        left, top = at.x + bar * _BAR_GAP, at.y + 5 - height
        add(parent, "rect", x=left + 0.5, y=top, width=_BAR_WIDTH, height=height, **full)
    return _BAR_GAP * _BARS


def letter(parent: Element, at: Point, role: str) -> float:
    """Draw a role's letter in a box, and return its width."""
    side = 16.0
    top = at.y - side / 2
    add(parent, "rect", x=at.x, y=top, width=side, height=side, rx=3, fill=BADGE)
    middle = Point(at.x + side / 2, at.y + 4)
    write(parent, middle, role, Font(11, bold=True, middle=True))
    return side


def tag(parent: Element, right: Point, words: str, color: str, room: float) -> float:
    """Draw some words on a small flag that ends at a point, and return its width."""
    shown = shortened(words, room, _FLAG)
    wide = width(shown, _FLAG) + 12
    add(parent, "rect", x=right.x - wide, y=right.y - 8, width=wide, height=16, rx=8, fill=color)
    middle = Point(right.x - wide / 2, right.y + 3.5)
    write(parent, middle, shown, _FLAG)
    return wide
