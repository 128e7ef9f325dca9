"""`tas path --format json`, version 1."""

from __future__ import annotations

from typing import Any

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.path import Opener, Step, Way
from tas_cli.assess.people import known_well
from tas_cli.views.json.document import document
from tas_cli.views.json.on_map import approach, on_map


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


def _step(step: Step) -> dict[str, Any]:
    return {
        **on_map(step.key, step.person),
        "relations": step.relations,
        "ask": step.asks,
        **approach(step.person),
    }


def _opener(opener: Opener) -> dict[str, Any]:
    return {
        **on_map(opener.key, opener.person),
        "relations": opener.relations,
        "missing": opener.missing,
        "steps": [each.key for each in opener.steps],
    }
