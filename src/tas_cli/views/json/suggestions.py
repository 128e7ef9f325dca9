"""`tas plan --suggest --format json`, version 1."""

from __future__ import annotations

from typing import Any

from tas_cli.assess.deal import DealOnDay
from tas_cli.board.suggestion import Suggestion
from tas_cli.board.suggestions import Suggestions
from tas_cli.views.json.document import document
from tas_cli.views.json.records import whole
from tas_cli.views.json.written import written_json
from tas_cli.views.suggestions import Taken


def suggested_json(name: str, file: str, deal: DealOnDay, found: Suggestions) -> str:
    """Return the tactics that a deal suggests."""
    return document(
        {
            "id": name,
            "file": file,
            "date": deal.day,
            "suggestions": [_suggested(each) for each in found.shown],
            "left_out": [_suggested(each) for each in found.left_out],
            "covered": [each.key for each in found.covered],
        }
    )


def _suggested(each: Suggestion) -> dict[str, Any]:
    return {
        "key": each.key,
        "what": each.what,
        "kind": each.kind,
        "criteria": each.numbers,
        "people": each.people,
        "competitor": each.rival,
        "outcome": each.outcome,
        "benefit": each.benefit,
        "reasons": each.reasons,
    }


def taken_json(done: Taken) -> str:
    """Return the tactics that were added."""
    return document(
        {
            **written_json(done.id, done.written, dry_run=done.dry_run),
            "tactics": [
                {"number": at, "key": key, "tactic": whole(done.written.now.tactics[at - 1])}
                for at, key in ((at, each.key) for at, each in done.picked)
            ],
        }
    )
