"""What the signs on a map mean: only those that are on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.method.people import bands, roles, standings
from tas_cli.model.person import Person
from tas_cli.views.svg import badges, strokes
from tas_cli.views.svg.card import Used
from tas_cli.views.svg.curves import Curve
from tas_cli.views.svg.elements import add, write
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font, width
from tas_cli.views.svg.palette import FAINT, PAPER, PLUM, QUIET

_FONT, _GAP, _ROW = Font(11, QUIET), 22.0, 27.0


class Sign(NamedTuple):
    """A sign: how it is drawn around a point at its left edge, how wide it is, what it means."""

    draw: Callable[[Element, Point], object]
    wide: float
    words: str


class Drawn(NamedTuple):
    """Which lines and flags are on a map."""

    influences: bool
    conflicts: bool
    rivals: bool


def signs(people: Iterable[Person], least: Mapping[str, int], drawn: Drawn) -> list[Sign]:
    """Return the signs on a map; `least` has the influence from which on people are in a band."""
    everybody = [*people]
    used = Used.by(everybody)
    return [
        *(_standings(everybody) if used.status else ()),
        *(_influence(least) if used.influence else ()),
        *(_coverage() if used.coverage else ()),
        *_roles(everybody),
        *_lines(everybody, drawn),
        *(_boxes() if used.confirmed else ()),
        *_rare(everybody),
        *(_rivals() if drawn.rivals else ()),
    ]


def _standings(people: Iterable[Person]) -> Iterator[Sign]:
    found = {each.status for each in people}
    for key, each in reversed(standings().items()):
        if key in found:
            yield Sign(partial(_badge, status=key), 24, each.title)
    if None in found:
        yield Sign(partial(_badge, status=None), 24, "Status unknown")


def _badge(parent: Element, at: Point, status: str | None) -> None:
    small = add(parent, "g", transform=f"translate({at.x + 10:g} {at.y:g}) scale(0.75)")
    badges.standing(small, Point(0, 0), status)


def _influence(least: Mapping[str, int]) -> Iterator[Sign]:
    strong = ("inner_circle", "structure")
    names = (f"{bands()[key].title.lower()} from {least[key]}" for key in strong)
    words = f"Influence, 1 to 5: {', '.join(names)}"
    yield Sign(partial(badges.influence, grade=4), 56, words)


def _coverage() -> Iterator[Sign]:
    yield Sign(partial(badges.coverage, degree=2), 26, "Contact: none, brief, multiple, in depth")


def _roles(people: Iterable[Person]) -> Iterator[Sign]:
    found = {role for each in people for role in each.roles}
    for key, each in roles().items():
        if key in found:
            yield Sign(partial(badges.letter, role=each.letter), 20, each.title)


def _lines(people: Iterable[Person], drawn: Drawn) -> Iterator[Sign]:
    if any(each.reports_to for each in people):
        yield Sign(_authority, 34, "Reports to")
    if drawn.influences:
        yield Sign(partial(_curved, draw=strokes.influence), 34, "Influences")
    if drawn.conflicts:
        yield Sign(partial(_curved, draw=strokes.conflict), 34, "In conflict")


def _authority(parent: Element, at: Point) -> None:
    strokes.authority(parent, (at, at.moved(Point(28, 0))))


def _curved(parent: Element, at: Point, draw: Callable[[Element, Curve], None]) -> None:
    start, end = at.moved(Point(0, 4)), at.moved(Point(28, -3))
    draw(parent, Curve(start, at.moved(Point(10, -8)), at.moved(Point(18, -4)), end))


def _boxes() -> Iterator[Sign]:
    yield Sign(partial(_box, stroke=QUIET, stroke_width=2), 28, "Confirmed by evidence")
    yield Sign(partial(_box, stroke=FAINT, stroke_width=1), 28, "Assumed")


def _box(parent: Element, at: Point, **pen: float | str) -> None:
    add(parent, "rect", x=at.x, y=at.y - 7, width=22, height=14, rx=3, fill=PAPER, **pen)


def _rare(people: Iterable[Person]) -> Iterator[Sign]:
    if any(not each.identified for each in people):
        dashes = partial(_box, stroke=QUIET, stroke_width=1.5, stroke_dasharray="4 3")
        yield Sign(dashes, 28, "Not identified")


def _rivals() -> Iterator[Sign]:
    yield Sign(_flag, 57, "The competitor they back")


def _flag(parent: Element, at: Point) -> None:
    badges.tag(parent, at.moved(Point(53, 0)), "Name", PLUM, 60)


def above(drawing: Element, wide: float, found: Iterable[Sign]) -> float:
    """Draw signs at the top of a drawing, and return the height as `draw` does."""
    return draw(add(drawing, "g"), Point(0, 10), wide, found)


def draw(parent: Element, at: Point, room: float, found: Iterable[Sign]) -> float:
    """Draw signs from a point to the right, in as many rows as they need.

    Return the height in pixels of all rows but the first.
    """
    x, y = at.x, at.y
    for each in found:
        wide = each.wide + 4 + width(each.words, _FONT)
        if x > at.x and x + wide > at.x + room:
            x, y = at.x, y + _ROW
        each.draw(parent, Point(x, y))
        write(parent, Point(x + each.wide + 4, y + 4), each.words, _FONT)
        x += wide + _GAP
    return y - at.y
