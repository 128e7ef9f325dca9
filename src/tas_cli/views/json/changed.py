"""`--format json` of the commands that change a file, version 1."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.scorecard import CellState
from tas_cli.edits.outcome import CellChange, Outcome
from tas_cli.views.json.document import document


def changed_json(outcome: Outcome) -> str:
    """Return what an edit did: cells or fields, and the strategy, before and after."""
    return document(
        {
            "id": outcome.id,
            "file": outcome.written.file,
            "changed": outcome.written.changed,
            "dry_run": outcome.dry_run,
            **({"diff": outcome.written.diff} if outcome.dry_run else {}),
            **({"cells": [_cell(cell) for cell in outcome.cells]} if outcome.cells else {}),
            **(
                {
                    "fields": [
                        {
                            "field": each.field,
                            "before": _plain(each.before),
                            "after": _plain(each.after),
                        }
                        for each in outcome.fields
                    ]
                }
                if outcome.fields
                else {}
            ),
            "strategy": {"before": _strategy(outcome.was), "after": _strategy(outcome.now)},
        }
    )


def _cell(cell: CellChange) -> dict[str, Any]:
    return {
        "criterion": cell.criterion,
        "party": cell.party,
        "date": cell.day,
        "before": _state(cell.before, cell),
        "after": _state(cell.after, cell),
        "now": cell.now,
    }


def _state(state: CellState, cell: CellChange) -> dict[str, Any]:
    return {
        "rating": state.rating,
        "rated": state.rated,
        "age": state.age(cell.day),
        "evidence": [_plain(entry) for entry in state.evidence],
        "note": state.note,
    }


def _plain(value: Any) -> Any:
    return value.model_dump() if isinstance(value, BaseModel) else value


def _strategy(advice: DealOnDay) -> dict[str, Any]:
    choice, decision = advice.opportunity.strategy, advice.decision
    return {
        "recommended": decision.recommended,
        "variation": decision.variation,
        "reachable": decision.reachable,
        "deciding": [cell._asdict() for cell in decision.deciding],
        "chosen": advice.chosen,
        "chosen_variation": choice.variation if choice else None,
    }
