"""How to deal with a person: the approach that follows from how they stand with us (section 5)."""

from __future__ import annotations

from tas_cli.method.people import Approach, approaches, sources, standings
from tas_cli.model.person import Person


def proposed(person: Person) -> tuple[Approach, ...]:
    """Return the approaches that fit how somebody stands with us, the first choice first.

    There are none for somebody whose standing is unknown.
    """
    if person.status is None:
        return ()
    standing = standings()[person.status]
    return tuple(approaches()[key] for key in (standing.approach, standing.otherwise) if key)


def planned(person: Person) -> Approach | None:
    """Return the approach that the file has for a person, None if it has none."""
    strategy = person.approach and person.approach.strategy
    return approaches()[strategy] if strategy else None


def credibility(person: Person) -> tuple[str, ...]:
    """Return how to gain credibility with a person, by the sources of their influence."""
    return tuple(way for each in person.sources for way in sources()[each].build)
