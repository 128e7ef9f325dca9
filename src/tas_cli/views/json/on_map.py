"""A person on the map, as several documents have them."""

from __future__ import annotations

from typing import Any

from tas_cli.assess.approach import credibility, planned, proposed
from tas_cli.model.person import Person


def on_map(key: str, person: Person) -> dict[str, Any]:
    """Return who somebody is, and how they stand with us."""
    return {
        "person": key,
        "name": person.name,
        "title": person.title,
        "status": person.status,
        "coverage": person.coverage,
        "influence": person.influence,
    }


def approach(person: Person) -> dict[str, Any]:
    """Return how to deal with somebody: as planned, and as proposed."""
    plan = planned(person)
    return {
        "approach": plan.key if plan else None,
        "proposed": [each.key for each in proposed(person)],
        "credibility": credibility(person),
    }
