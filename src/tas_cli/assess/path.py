"""The shortest way from us to a person, over people who support us (method, sections 4 and 5).

It starts with somebody we know well, and follows the lines of authority both ways and those of
influence forward.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tas_cli.assess.people import for_us, known_well, on_other_side
from tas_cli.method.people import on_the_way
from tas_cli.model.person import Person

REPORTS_TO, BOSS_OF, INFLUENCES, VIA = "reports_to", "boss_of", "influences", "via"
"""How somebody on the way is related to the next."""
SUPPORT, CONTACT = "support", "contact"
"""What can be missing: that they are for us, and that we know them or have a way to them."""


class Step(NamedTuple):
    """A person on the way, how they are related to the next one, and what to ask them.

    The person at the end has no relations, and is asked only if we do not know them well.
    """

    key: str
    person: Person
    relations: tuple[str, ...]
    asks: tuple[str, ...]


class Opener(NamedTuple):
    """Somebody who could open a way: how they are related to the person, and what is missing.

    `steps` is the way to them, the last step being theirs; it is empty if there is none.
    """

    key: str
    person: Person
    relations: tuple[str, ...]
    missing: tuple[str, ...]
    steps: tuple[Step, ...]


class Way(NamedTuple):
    """The way to a person, whose own step is the last.

    Without steps, there is who could open one, and what to ask others.
    """

    to: str
    person: Person
    steps: tuple[Step, ...]
    openers: tuple[Opener, ...] = ()
    asks: tuple[str, ...] = ()


class _End(NamedTuple):
    """The end of a way; `power` ranks the ways of this length by influence, from 0."""

    key: str
    before: _End | None
    power: int


def way(people: Mapping[str, Person], to: str, racing: Collection[str] = ()) -> Way:
    """Return the shortest way to somebody; `people` are those who have not left.

    `racing` are the competitors in the race: whoever backs one is not to know who helps us.

    Of several equally short, it is the one whose first person has the most influence, then the
    second, and so on; then the first in the order of the files.
    """
    lines = _Lines(people, racing)
    steps = lines.steps(to)
    if steps:
        return Way(to, people[to], steps)
    around = (each.format(to=people[to].named(to)) for each in on_the_way().around)
    return Way(to, people[to], (), tuple(lines.openers(to)), tuple(around))


@dataclass
class _Lines:
    """The lines on the map along which people reach others."""

    people: Mapping[str, Person]
    racing: Collection[str]

    @cached_property
    def links(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """From whom a way leads to whom, and how the first is related to the second."""
        found: dict[str, dict[str, tuple[str, ...]]] = {key: {} for key in self.people}
        for start, end, relation in _relations(self.people):
            if start != end and start in found and end in found:
                found[start][end] = (*found[start].get(end, ()), relation)
        return found

    @cached_property
    def ends(self) -> dict[str, _End]:
        """The best way to each person to whom there is one."""
        found: dict[str, _End] = {}
        known = (key for key, person in self.people.items() if known_well(person))
        following: dict[str, _End | None] = dict.fromkeys(known)
        while following:
            layer = self._ranked(following)
            found |= {end.key: end for end in layer}
            following = {}
            for end in layer:
                for key in self._onward(end.key):
                    if key not in found:
                        following.setdefault(key, end)
        return found

    def _onward(self, key: str) -> list[str]:
        """Return to whom somebody can take us, in the order of the files."""
        return sorted(self.links[key], key=self._order.__getitem__) if self._helps(key) else []

    @cached_property
    def _order(self) -> dict[str, int]:
        return {key: at for at, key in enumerate(self.people)}

    def _helps(self, key: str) -> bool:
        return for_us(self.people[key])

    def _influence(self, key: str) -> int:
        return self.people[key].influence or 0

    def _ranked(self, before: Mapping[str, _End | None]) -> list[_End]:
        """Return ways of the same length, the best first; `before` has the best of each first."""
        power = {
            key: (end.power if end else 0, -self._influence(key)) for key, end in before.items()
        }
        rank = {each: at for at, each in enumerate(sorted(set(power.values())))}
        ends = [_End(key, end, rank[power[key]]) for key, end in before.items()]
        return sorted(ends, key=lambda end: end.power)

    def steps(self, to: str) -> tuple[Step, ...]:
        """Return the best way to somebody, empty if there is none."""
        found: list[Step] = []
        end = self.ends.get(to)
        while end:
            following = found[-1] if found else None
            relations = self.links[end.key][following.key] if following else ()
            person = self.people[end.key]
            found.append(Step(end.key, person, relations, self._asks(person, following)))
            end = end.before
        return tuple(reversed(found))

    def _asks(self, person: Person, following: Step | None) -> tuple[str, ...]:
        """Return what to ask somebody on the way, given the next step, if there is one."""
        asks = on_the_way()
        if following is None:
            return () if known_well(person) else asks.last
        unknown = () if following.person.identified else asks.unidentified
        secret = on_other_side(following.person, self.racing)
        still = asks.secretly if secret else asks.openly
        name = following.person.named(following.key)
        return tuple(each.format(to=name) for each in (*unknown, *still, *asks.helper))

    def openers(self, to: str) -> list[Opener]:
        """Return who could open a way, those with the least missing first, then by influence."""
        found = {key: each[to] for key, each in self.links.items() if to in each}
        through = self.people[to].via
        if through and through in self.people and through != to:
            found[through] = (*found.get(through, ()), VIA)
        openers = (self._opener(key, relations) for key, relations in found.items())
        return sorted(openers, key=lambda each: (len(each.missing), -self._influence(each.key)))

    def _opener(self, key: str, relations: tuple[str, ...]) -> Opener:
        lacks = {SUPPORT: not self._helps(key), CONTACT: key not in self.ends}
        missing = tuple(what for what, lacking in lacks.items() if lacking)
        return Opener(key, self.people[key], relations, missing, self.steps(key))


def _relations(people: Mapping[str, Person]) -> Iterator[tuple[str, str, str]]:
    for key, person in people.items():
        if person.reports_to:
            yield key, person.reports_to, REPORTS_TO
            yield person.reports_to, key, BOSS_OF
        for other in dict.fromkeys(person.influences):
            yield key, other, INFLUENCES
