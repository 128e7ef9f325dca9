"""What a map says: whom to meet, who is against us, what is missing (method, section 4).

Everything follows from what is filled in: an influence, a rank, a contact or a standing that
nobody has entered leads to nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.organization import band
from tas_cli.assess.orphans import orphans, resting_on
from tas_cli.assess.people import against_us, backed, for_us, strongest
from tas_cli.model.person import Person
from tas_cli.model.settings import Settings

STRONGER_AGAINST, UNMET, NO_APPROVER = "stronger_against", "unmet", "no_approver"
APPROVERS, BARELY_KNOWN, CARRIES = "approvers", "barely_known", "carries"
LEAVING, GONE, ABOVE_RANK, UNIDENTIFIED = "leaving", "gone", "above_rank", "unidentified"
_BARELY = ("none", "brief")
OF_WEIGHT = ("inner_circle", "structure")

People = Mapping[str, Person]
"""People by id; those who have left are not among them, unless a function says so."""


class Insight(NamedTuple):
    """What the map says of some people: its kind, and the ids, most influential first.

    Of `no_approver`, they are approvers who have left.

    `whom` are the others it is about, by kind: our strongest supporters (`stronger_against`), those
    whom an unmet person influences (`unmet`), the competitor (`carries`), the criteria rated on
    this word alone (`leaving`), and those of them that nobody has looked at since (`gone`).
    """

    kind: str
    who: tuple[str, ...]
    whom: tuple[str, ...] = ()


def insights(deal: DealOnDay) -> list[Insight]:
    """Return what the map of a deal says, the most serious first."""
    people = deal.present
    return [
        *_against(people),
        *_contacts(deal, people),
        *_competitors(people, deal.opportunity.competing(deal.day)),
        *_changes(deal, people),
    ]


def _against(people: People) -> Iterator[Insight]:
    if found := stronger_against(people):
        supporters = {key: each for key, each in people.items() if for_us(each)}
        best = strongest(supporters.values())
        yield Insight(STRONGER_AGAINST, found, _of(supporters, best) if best else ())


def _contacts(deal: DealOnDay, people: People) -> Iterator[Insight]:
    """Yield whom to meet, each once; whoever is unidentified has to be found out first."""
    known = {key: each for key, each in people.items() if each.identified}
    unknown = unmet(known, deal.settings)
    for key in unknown:
        yield Insight(UNMET, (key,), influenced(people, key))
    gone = approvers_gone(deal)
    if gone or no_approver(people):
        yield Insight(NO_APPROVER, gone)
    approvers = tuple(key for key in barely_known_approvers(known) if key not in unknown)
    if approvers:
        yield Insight(APPROVERS, approvers)
    barely = (key for key in barely_known(known, deal.settings) if key not in approvers)
    if others := tuple(barely):
        yield Insight(BARELY_KNOWN, others)
    for key in (key for key in people if key not in known):
        yield Insight(UNIDENTIFIED, (key,))


def _competitors(people: People, racing: Collection[str]) -> Iterator[Insight]:
    for rival, carriers in carried(people).items():
        if rival in racing:
            yield Insight(CARRIES, carriers, (rival,))


def _changes(deal: DealOnDay, people: People) -> Iterator[Insight]:
    """Yield who leaves or left, and whose influence exceeds the rank."""
    for key in leaving(people, deal.day):
        yield Insight(LEAVING, (key,), tuple(resting_on(deal, (key,))))
    alone: dict[str, list[str]] = {}
    for each in orphans(deal):
        alone.setdefault(each.people[0], []).append(each.criterion)
    recent = gone_since(deal.people, deal.day, deal.staleness.after)
    for key in dict.fromkeys((*alone, *recent)):
        yield Insight(GONE, (key,), tuple(alone.get(key, ())))
    if found := above_rank(people):
        yield Insight(ABOVE_RANK, found)


def by_influence(people: People, keys: Iterable[str]) -> tuple[str, ...]:
    """Return some of the people, the most influential first, otherwise in the files' order."""
    return tuple(sorted(keys, key=lambda key: -(people[key].influence or 0)))


def _of(people: People, influence: int) -> tuple[str, ...]:
    return tuple(key for key, each in people.items() if each.influence == influence)


def of_weight(person: Person, settings: Settings) -> bool:
    """Whether somebody is of the inner circle or of the political structure."""
    return band(person.influence, settings) in OF_WEIGHT


def unmet(people: People, settings: Settings) -> tuple[str, ...]:
    """Return the people of weight with whom we have had no contact."""
    return _covered(people, settings, "none")


def barely_known(people: People, settings: Settings) -> tuple[str, ...]:
    """Return the people of weight with whom our contact is brief."""
    return _covered(people, settings, "brief")


def _covered(people: People, settings: Settings, coverage: str) -> tuple[str, ...]:
    found = (
        key
        for key, each in people.items()
        if each.coverage == coverage and of_weight(each, settings)
    )
    return by_influence(people, found)


def influenced(people: People, key: str) -> tuple[str, ...]:
    """Return whom somebody influences, of those on the map."""
    return tuple(each for each in people[key].influences if each in people and each != key)


def stronger_against(people: People) -> tuple[str, ...]:
    """Return who is against us with more influence than anybody who is for us.

    A supporter whose influence is unknown may be the strongest: then there is nobody.
    """
    ours = [each for each in people.values() if for_us(each)]
    if any(each.influence is None for each in ours):
        return ()
    best = strongest(ours)
    found = (
        key for key, each in people.items() if against_us(each) and (each.influence or 0) > best
    )
    return by_influence(people, found)


def no_approver(people: People) -> bool:
    """Whether roles are filled in, but nobody has that of the approver."""
    roles = {role for each in people.values() for role in each.roles}
    return bool(roles) and "approver" not in roles


def approvers_gone(deal: DealOnDay) -> tuple[str, ...]:
    """Return the approvers who have left, unless there is another one."""
    found = {key: each for key, each in deal.people.items() if "approver" in each.roles}
    gone = tuple(key for key in found if key not in deal.present)
    return by_influence(found, gone) if len(gone) == len(found) else ()


def barely_known_approvers(people: People) -> tuple[str, ...]:
    """Return the approvers with whom we have had no contact, or only a brief one."""
    found = (
        key for key, each in people.items() if "approver" in each.roles and each.coverage in _BARELY
    )
    return by_influence(people, found)


def carried(people: People) -> dict[str, tuple[str, ...]]:
    """Return, by competitor, who is a supporter or mentor of it."""
    found: dict[str, list[str]] = {}
    for key, each in people.items():
        for rival in backed(each):
            found.setdefault(rival, []).append(key)
    return {rival: by_influence(people, keys) for rival, keys in found.items()}


def leaving(people: People, day: date) -> tuple[str, ...]:
    """Return who is going to leave after a day."""
    return tuple(key for key, each in people.items() if each.left and each.left > day)


def gone_since(everybody: People, day: date, days: int) -> tuple[str, ...]:
    """Return who has left by a day, but not longer ago than some days."""
    return tuple(
        key for key, each in everybody.items() if each.left and 0 <= (day - each.left).days < days
    )


def above_rank(people: People) -> tuple[str, ...]:
    """Return those whose influence exceeds their rank, the most influential first."""
    found = (
        key
        for key, each in people.items()
        if each.influence and each.rank and each.influence > each.rank
    )
    return by_influence(people, found)


class Sides(NamedTuple):
    """Who is for us and who is against us, the most influential first."""

    ours: tuple[str, ...]
    others: tuple[str, ...]


def sides(people: People) -> Sides:
    """Return the people on each side."""
    ours = (key for key, each in people.items() if for_us(each))
    others = (key for key, each in people.items() if against_us(each))
    return Sides(by_influence(people, ours), by_influence(people, others))


def confirmed(people: People) -> tuple[str, ...]:
    """Return the people whose entries have evidence; those of the others are assumed."""
    return tuple(key for key, each in people.items() if each.evidence)
