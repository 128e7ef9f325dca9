"""The customer's organization: lines of authority as a tree, influence beside them (section 4).

What leads nowhere and who reports to somebody in a ring is drawn at the top; checks report both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tas_cli.method.people import bands
from tas_cli.model.person import Person
from tas_cli.model.settings import Settings


class Position(NamedTuple):
    """A person's position: how many levels from the top, and the boss who is drawn above.

    `below` are the ids of those who report to this person. `last` says that nobody with the same
    boss follows. `outside` is somebody who belongs to no line of authority: an outsider.
    """

    key: str
    person: Person
    depth: int
    boss: str | None
    below: tuple[str, ...]
    last: bool
    outside: bool


def organization(people: Mapping[str, Person]) -> dict[str, Position]:
    """Return everybody's position by id, each boss before those below, outsiders last.

    Among those with the same boss, the order is that of the files.
    """
    boss = bosses(people)
    below: dict[str, list[str]] = {key: [] for key in people}
    for key, above in boss.items():
        if above:
            below[above].append(key)
    top = [key for key, above in boss.items() if above is None]
    outside = [key for key in top if people[key].company and not below[key]]
    found: dict[str, Position] = {}
    waiting = [(key, 0) for key in (*(each for each in top if each not in outside), *outside)]
    waiting.reverse()
    while waiting:
        key, depth = waiting.pop()
        above = boss[key]
        last = above is not None and below[above][-1] == key
        found[key] = Position(
            key, people[key], depth, above, tuple(below[key]), last, key in outside
        )
        waiting += [(each, depth + 1) for each in reversed(below[key])]
    return found


def bosses(people: Mapping[str, Person]) -> dict[str, str | None]:
    """Return the boss of each person, None for those at the top.

    The first person of a ring is at its top.
    """
    found = {key: _boss(key, people) for key in people}
    for ring in rings(people):
        found[ring[0]] = None
    return found


def _boss(key: str, people: Mapping[str, Person]) -> str | None:
    above = people[key].reports_to
    return above if above in people else None


def rings(people: Mapping[str, Person]) -> Iterator[tuple[str, ...]]:
    """Yield the people who report to one another in a ring, the first of the file first."""
    seen: dict[str, str] = {}
    order = {key: at for at, key in enumerate(people)}
    for start in people:
        way: list[str] = []
        key: str | None = start
        while key is not None and key not in seen:
            seen[key] = start
            way.append(key)
            key = _boss(key, people)
        if key is not None and seen[key] == start:
            ring = way[way.index(key) :]
            first = ring.index(min(ring, key=order.__getitem__))
            yield (*ring[first:], *ring[:first])


def band(influence: int | None, settings: Settings) -> str | None:
    """Return the band of an influence, the method's or as the settings have it; None if unknown."""
    if influence is None:
        return None
    return next((key for key, limit in limits(settings).items() if influence >= limit), None)


def limits(settings: Settings) -> dict[str, int]:
    """Return from which influence on people are in each band, the strongest first."""
    own = settings.bands
    return {key: getattr(own, key, None) or each.least for key, each in bands().items()}
