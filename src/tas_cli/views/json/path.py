"""`tas path --format json`, version 1."""

from __future__ import annotations

from typing import Any

from tas_cli.assess.approach import credibility, planned, proposed
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.path import Opener, Step, Way
from tas_cli.assess.people import known_well
from tas_cli.model.person import Person
from tas_cli.views.json.document import document


def path_json(name: str, file: str, deal: DealOnDay, found: Way) -> str:
    """Return the way to a person, or who could open one."""
    return document(
        {
            "id": name,
            "file": file,
            "date": deal.day,
            "to": found.to,
            "known": known_well(found.person),
            "steps": [_step(each) for each in found.steps],
            "openers": [_opener(each) for each in found.openers],
            "ask": found.asks,
        }
    )


def _person(key: str, person: Person) -> dict[str, Any]:
    return {
        "person": key,
        "name": person.name,
        "title": person.title,
        "status": person.status,
        "coverage": person.coverage,
        "influence": person.influence,
    }


def _step(step: Step) -> dict[str, Any]:
    plan = planned(step.person)
    return {
        **_person(step.key, step.person),
        "relations": step.relations,
        "ask": step.asks,
        "approach": plan.key if plan else None,
        "proposed": [each.key for each in proposed(step.person)],
        "credibility": credibility(step.person),
    }


def _opener(opener: Opener) -> dict[str, Any]:
    return {
        **_person(opener.key, opener.person),
        "relations": opener.relations,
        "missing": opener.missing,
        "steps": [each.key for each in opener.steps],
    }
