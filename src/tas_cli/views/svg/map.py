"""The map of an organization as a picture, for mails and slides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.influence import insights
from tas_cli.assess.organization import limits, organization
from tas_cli.model.person import Person
from tas_cli.views.described import backed_names, described
from tas_cli.views.map import counts
from tas_cli.views.map_words import sentence
from tas_cli.views.svg import card, legend, strokes
from tas_cli.views.svg.arrangement import Arrangement, arranged
from tas_cli.views.svg.curves import MARGIN, Arrow, Curve, curves
from tas_cli.views.svg.document import canvas, picture, resized
from tas_cli.views.svg.elements import add, number, write
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font, shortened, width, wrapped
from tas_cli.views.svg.palette import GROUND, QUIET, RED

_HEAD, _FOOT = 66.0, 36.0
"""How high the head is, without what the map says, and how far below the cards the signs are."""
_FLAG, _STROKE, _SIGN = 8.0, 5.0, 18.0
"""How far a flag is above its card, a stroke beside its line, and what is below the signs."""
_PANEL, _PANEL_HEAD, _LABEL = 14.0, MARGIN + 28, MARGIN + 8
"""What a panel is larger than the cards on it, beside them and above, and how far above the cards
its label is: where no curve goes, since none leads off the map."""
_LEAST, _LONGEST = 720.0, 1200.0
"""The least width, and what it is at most for a long title."""
_FADED = "0.4"
_TITLE, _SMALL = Font(20, bold=True), Font(12, QUIET)
_WORDS, _ALARM = Font(12), Font(12, RED, bold=True)
_LINE, _INDENT = 19.0, 12.0
_SAID = 3
"""How much of what the map says is written on it; the rest is in its description."""


class _Link(NamedTuple):
    """Two people who are joined by a curve: one influences the other, or both are in conflict."""

    arrow: Arrow
    conflict: bool
    curve: Curve

    def moved(self, by: Point) -> _Link:
        """Return the same link somewhere else."""
        return self._replace(curve=Curve(*(each.moved(by) for each in self.curve)))


def map_svg(name: str, deal: DealOnDay) -> str:
    """Return the map of the people of the deal `name`, with its head, as an SVG document."""
    says = [sentence(deal, each) for each in insights(deal)]
    chart = map_drawing(deal, max(min(width(_title(deal), _TITLE), _LONGEST), _LEAST))
    room, high = (float(chart.attrib[side]) for side in ("width", "height"))
    lines = [line for each in says[:_SAID] for line in _marked(each, room)]
    top = _HEAD + _LINE * len(lines)
    root = canvas(room, top + high)
    _head(root, deal, lines, room)
    chart.set("y", number(top))
    root.append(chart)
    table = f"The same as a table: tas map {name} --format markdown"
    people = (described(key, deal) for key in organization(deal.people))
    return picture(root, _title(deal), (*says, *people, table))


def map_drawing(deal: DealOnDay, room: float = _LEAST) -> Element:
    """Return the map alone: the people, the lines between them, and what the signs mean.

    It is as wide as it has to be, and at least as wide as `room`. What the signs mean keeps to
    `room`, so that it is seen where the map has to be scrolled.
    """
    drawn = arranged(organization(deal.people))
    links = _links(deal.people, drawn)
    corners = [Point(0, 0), *_corners(drawn, links)]
    by = Point(-min(each.x for each in corners), -min(each.y for each in corners))
    drawn, links = drawn.moved(*by), [each.moved(by) for each in links]
    end = Point(max(each.x for each in corners), max(each.y for each in corners)).moved(by)
    root, wide = canvas(0, 0), max(end.x, room)
    _panel(root, drawn)
    _lines(root, drawn, links, deal)
    _cards(root, drawn, deal)
    at = Point(0, end.y + _FOOT)
    bottom = at.y + legend.draw(root, at, room, _signs(links, deal)) + _SIGN
    return resized(root, wide, bottom)


def _corners(drawn: Arrangement, links: Iterable[_Link]) -> Iterator[Point]:
    """Yield corners between which everything is that is drawn of people and lines."""
    for each in drawn.cards.values():
        yield from (Point(each.x - 1, each.y - _FLAG), Point(each.right + 1, each.bottom))
    for at in (at for link in links for at in link.curve.points()):
        yield from (at.moved(Point(-_STROKE, -_STROKE)), at.moved(Point(_STROKE, _STROKE)))
    if drawn.outside:
        yield from _ground(drawn)


def _ground(drawn: Arrangement) -> tuple[Point, Point]:
    """Return the corners of what outsiders stand on."""
    cards = [drawn.cards[key] for key in drawn.outside]
    left, top = min(each.x for each in cards), min(each.y for each in cards)
    right, bottom = max(each.right for each in cards), max(each.bottom for each in cards)
    return Point(left - _PANEL, top - _PANEL_HEAD), Point(right + _PANEL, bottom + _PANEL)


def _title(deal: DealOnDay) -> str:
    return f"{deal.opportunity.name} · {deal.opportunity.customer}"


def _marked(words: str, room: float) -> Iterator[tuple[str, str]]:
    """Yield the lines of a sentence, each with the mark before it: one for the first."""
    for at, line in enumerate(wrapped(words, room - _INDENT, 2, _WORDS)):
        yield "" if at else "!", line


def _head(root: Element, deal: DealOnDay, lines: Sequence[tuple[str, str]], room: float) -> None:
    """Write the title, what it is about, and the most serious of what the map says."""
    people, entries = counts(deal)
    facts = f"Who decides · {people} · {deal.day.day} {deal.day:%B %Y} · {entries}"
    at = Point(0, 14)
    write(root, at, shortened(_title(deal), room, _TITLE), _TITLE)
    write(root, at.moved(Point(0, 23)), shortened(facts, room, _SMALL), _SMALL)
    for down, (mark, words) in enumerate(lines, 1):
        here = at.moved(Point(0, 26 + _LINE * down))
        if mark:
            write(root, here, mark, _ALARM)
        write(root, here.moved(Point(_INDENT, 0)), words, _WORDS)


def _links(people: Mapping[str, Person], drawn: Arrangement) -> list[_Link]:
    """Return who influences whom, and who is in conflict, each pair once."""
    found = [(Arrow(*pair), False) for pair in _pairs(people, "influences")]
    found += [(Arrow(*pair), True) for pair in _pairs(people, "conflicts", both=True)]
    ways = curves([arrow for arrow, _ in found], drawn.cards)
    return [_Link(*each, way) for each, way in zip(found, ways, strict=True)]


def _pairs(
    people: Mapping[str, Person], field: str, *, both: bool = False
) -> Iterator[tuple[str, str]]:
    """Yield each pair of people that a field names, `both` ways as one."""
    seen: set[tuple[str, str]] = set()
    for key, person in people.items():
        for other in getattr(person, field):
            if other in people and other != key and (key, other) not in seen:
                seen |= {(key, other), (other, key)} if both else {(key, other)}
                yield key, other


def _panel(root: Element, drawn: Arrangement) -> None:
    """Draw what outsiders stand on."""
    if not drawn.outside:
        return
    (x, y), (right, bottom) = _ground(drawn)
    add(root, "rect", x=x, y=y, rx=12, fill=GROUND, width=right - x, height=bottom - y)
    label = Point(x + _PANEL, y + _PANEL_HEAD - _LABEL)
    write(root, label, "Outside the hierarchy", _SMALL)


def _lines(root: Element, drawn: Arrangement, links: Sequence[_Link], deal: DealOnDay) -> None:
    """Draw all lines; what concerns people who have left is paler."""
    for line in drawn.lines:
        strokes.authority(root, line)
    for link in links:
        left = any(deal.people[key].gone(deal.day) for key in link.arrow)
        parent = add(root, "g", opacity=_FADED) if left else root
        draw = strokes.conflict if link.conflict else strokes.influence
        draw(parent, link.curve)


def _cards(root: Element, drawn: Arrangement, deal: DealOnDay) -> None:
    used = card.Used.by(deal.people.values())
    for key, where in drawn.cards.items():
        person = deal.people[key]
        name, rivals = person.named(key), tuple(backed_names(person, deal))
        words = described(key, deal)
        card.draw(root, where, card.Shown(name, person, deal.day, rivals, words, used))


def _signs(links: Sequence[_Link], deal: DealOnDay) -> list[legend.Sign]:
    people = deal.people.values()
    kinds = {link.conflict for link in links}
    rivals = any(backed_names(person, deal) for person in people)
    drawn = legend.Drawn(False in kinds, True in kinds, rivals)
    return legend.signs(people, limits(deal.settings), drawn)
