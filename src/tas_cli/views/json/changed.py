"""`--format json` of the commands that change a file, version 1."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.scorecard import CellState
from tas_cli.edits.effect import CellChange, Effect
from tas_cli.views.json.document import document


def changed_json(effect: Effect) -> str:
    """Return what an edit did: cells or fields, and the strategy, before and after."""
    return document(
        {
            "id": effect.id,
            "file": effect.written.file,
            "changed": effect.written.changed,
            "dry_run": effect.dry_run,
            **({"diff": effect.written.diff} if effect.dry_run else {}),
            **({"cells": [_cell(cell) for cell in effect.cells]} if effect.cells else {}),
            **(
                {
                    "fields": [
                        {
                            "field": each.field,
                            "before": _plain(each.before),
                            "after": _plain(each.after),
                        }
                        for each in effect.fields
                    ]
                }
                if effect.fields
                else {}
            ),
            "strategy": {"before": _strategy(effect.was), "after": _strategy(effect.now)},
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


def _strategy(deal: DealOnDay) -> dict[str, Any]:
    choice, decision = deal.opportunity.strategy, deal.decision
    return {
        "recommended": decision.recommended,
        "variation": decision.variation,
        "reachable": decision.reachable,
        "deciding": [cell._asdict() for cell in decision.deciding],
        "chosen": deal.chosen,
        "chosen_variation": choice.variation if choice else None,
    }
