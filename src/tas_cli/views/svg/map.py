"""The map of an organization as a picture, for mails and slides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, tostring

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.influence import insights
from tas_cli.assess.organization import limits, organization
from tas_cli.model.person import Person
from tas_cli.views.described import backed_names, described
from tas_cli.views.map import counts
from tas_cli.views.map_words import sentence
from tas_cli.views.safe import safe
from tas_cli.views.svg import card, legend, strokes
from tas_cli.views.svg.arrangement import Arrangement, arranged
from tas_cli.views.svg.curves import MARGIN, Arrow, Curve, curves
from tas_cli.views.svg.elements import FONTS, add, number, write
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font, shortened, width, wrapped
from tas_cli.views.svg.palette import GROUND, PAPER, QUIET, RED

_EDGE, _HEAD, _FOOT = 36.0, 102.0, 46.0
_PANEL, _PANEL_HEAD, _LABEL = 14.0, MARGIN + 28, MARGIN + 8
"""What a panel is larger than the cards on it, beside them and above, and how far above the cards
its label is: where no curve goes, since none leads off the map."""
_LEAST, _LONGEST = 684.0, 1200.0
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


def map_svg(name: str, deal: DealOnDay) -> str:
    """Return the map of the people of the deal `name` as an SVG document.

    It is ASCII with character references, so it survives any encoding on its way to a file.
    """
    says = [sentence(deal, each) for each in insights(deal)]
    drawn = arranged(organization(deal.people))
    title = min(width(_title(deal), _TITLE), _LONGEST)
    room = max(drawn.right + (_PANEL if drawn.outside else 0), title, _LEAST)
    lines = [line for each in says[:_SAID] for line in _marked(each, room)]
    top = _HEAD + _LINE * len(lines) + (_PANEL_HEAD if drawn.outside else 0)
    drawn = drawn.moved(_EDGE, top)
    links = _links(deal.people, drawn)
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "font-family": FONTS})
    _describe(root, name, deal, says)
    ground = add(root, "rect", fill=PAPER)
    _head(root, deal, lines, room)
    _panel(root, drawn)
    _lines(root, drawn, links, deal)
    _cards(root, drawn, deal)
    at = Point(_EDGE, drawn.bottom + _FOOT)
    bottom = at.y + legend.draw(root, at, room, _signs(links, deal))
    size = {"width": number(room + 2 * _EDGE), "height": number(bottom + _EDGE)}
    ground.attrib |= size
    root.attrib |= {"viewBox": " ".join(("0 0", *size.values())), **size}
    return f"{tostring(root, encoding='us-ascii').decode('ascii')}\n"


def _describe(root: Element, name: str, deal: DealOnDay, says: Iterable[str]) -> None:
    """Say for screen readers what the map says, and everything about everybody on it."""
    root.set("role", "img")
    root.set("aria-labelledby", "map-title map-description")
    add(root, "title", id="map-title").text = safe(_title(deal))
    table = f"The same as a table: tas map {name} --format markdown"
    words = (*says, *(described(key, deal) for key in organization(deal.people)), table)
    add(root, "desc", id="map-description").text = "\n".join(map(safe, words))


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
    at = Point(_EDGE, _EDGE + 14)
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
    cards = [drawn.cards[key] for key in drawn.outside]
    if not cards:
        return
    left, top = min(each.x for each in cards), min(each.y for each in cards)
    right, bottom = max(each.right for each in cards), max(each.bottom for each in cards)
    x, y = left - _PANEL, top - _PANEL_HEAD
    size = {"width": right - left + 2 * _PANEL, "height": bottom - y + _PANEL}
    add(root, "rect", x=x, y=y, rx=12, fill=GROUND, **size)
    write(root, Point(left, top - _LABEL), "Outside the hierarchy", _SMALL)


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
