"""A person's card: name, title, standing, influence, contact, roles, and what else matters."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.method.people import coverages, roles
from tas_cli.model.person import Person
from tas_cli.views.svg.badges import (
    coverage,
    influence,
    letter,
    standing,
    tag,
)
from tas_cli.views.svg.elements import add, hover, write
from tas_cli.views.svg.geometry import CARD_HEIGHT, CARD_WIDTH, Card, Point
from tas_cli.views.svg.lettering import Font, wrapped
from tas_cli.views.svg.palette import FAINT, GROUND, PAPER, PLUM, QUIET, SLATE
from tas_cli.views.words import short_date

_NAME, _TITLE, _LEADING = Font(13, bold=True), Font(11, QUIET), 15.0
_MARGIN, _BADGE = 12.0, 34.0
_LINES = 3
"""How many lines name and title have together."""
_PALE = "0.45"
_RIVAL_ROOM, _RIVAL_ALONE = 84.0, 130.0


class Used(NamedTuple):
    """Which facts at least one person on a map has; the others are not drawn for anybody."""

    status: bool
    influence: bool
    coverage: bool
    confirmed: bool

    @classmethod
    def by(cls, people: Iterable[Person]) -> Used:
        """Return what some people have."""
        several = [*people]
        return cls(
            any(each.status for each in several),
            any(each.influence for each in several),
            any(each.coverage for each in several),
            any(each.evidence for each in several),
        )


class Shown(NamedTuple):
    """A person on a card, on a day; `rivals` are the names of the competitors they carry."""

    name: str
    person: Person
    day: date
    rivals: tuple[str, ...]
    words: str
    used: Used

    @property
    def gone(self) -> bool:
        """Whether the person has left."""
        return self.person.gone(self.day)


def draw(parent: Element, card: Card, shown: Shown) -> None:
    """Draw a card: gray for somebody who has left, but to be read all the same."""
    group = add(parent, "g")
    hover(group, shown.words)
    _outline(group, card, shown)
    signs = add(group, "g", opacity=_PALE) if shown.gone else group
    left = card.x + _MARGIN
    if shown.used.status:
        standing(signs, Point(left + 12, card.y + 27), shown.person.status)
        left += _BADGE
    _texts(group, Point(left, card.y + 7), card.right - _MARGIN - left, shown)
    _facts(signs, Point(card.x + _MARGIN, card.bottom - 15), shown)
    _roles(group, Point(card.right - _MARGIN, card.bottom - 15), shown.person)
    _flags(group, card, shown)


def _outline(group: Element, card: Card, shown: Shown) -> None:
    """Draw the box: dashed for somebody nobody can name, thicker for what evidence confirms."""
    pen: dict[str, float | str] = {"stroke": FAINT, "stroke_width": 1}
    if not shown.person.identified:
        pen = {"stroke": QUIET, "stroke_width": 1.5, "stroke_dasharray": "6 4"}
    elif shown.used.confirmed and shown.person.evidence:
        pen = {"stroke": QUIET, "stroke_width": 2}
    pen |= {"width": CARD_WIDTH, "height": CARD_HEIGHT, "rx": 8}
    pen["fill"] = GROUND if shown.gone else PAPER
    add(group, "rect", x=card.x, y=card.y, **pen)


def _texts(group: Element, at: Point, room: float, shown: Shown) -> None:
    names = wrapped(shown.name, room, 2, _NAME)
    known = (shown.person.title, shown.person.company)
    job = ", ".join(each for each in known if each and each != shown.name)
    titles = wrapped(job, room, _LINES - len(names), _TITLE)
    name_font = _NAME._replace(color=QUIET) if shown.gone else _NAME
    for line in names:
        at = at.moved(Point(0, _LEADING))
        write(group, at, line, name_font)
    for line in titles:
        at = at.moved(Point(0, _LEADING))
        write(group, at, line, _TITLE)


def _facts(group: Element, at: Point, shown: Shown) -> None:
    if shown.used.influence:
        at = at.moved(Point(influence(group, at, shown.person.influence) + 12, 0))
    known = shown.person.coverage
    if known:
        coverage(group, at, [*coverages()].index(known))
    elif shown.used.coverage:
        write(group, at.moved(Point(4, 5)), "?", _TITLE)


def _roles(group: Element, at: Point, person: Person) -> None:
    letters = [roles()[key].letter for key in person.roles]
    at = at.moved(Point(2 - 18 * len(letters), 0))
    for each in letters:
        letter(group, at, each)
        at = at.moved(Point(18, 0))


def _flags(group: Element, card: Card, shown: Shown) -> None:
    at = Point(card.right - 8, card.y)
    if shown.rivals:
        more = f" +{len(shown.rivals) - 1}" if len(shown.rivals) > 1 else ""
        room = _RIVAL_ROOM if shown.person.left else _RIVAL_ALONE
        wide = tag(group, at, shown.rivals[0] + more, PLUM, room)
        at = at.moved(Point(-wide - 4, 0))
    if shown.person.left:
        verb = "left" if shown.gone else "leaves"
        tag(group, at, f"{verb} {short_date(shown.person.left, shown.day)}", SLATE, CARD_WIDTH)
