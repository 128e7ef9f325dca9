"""`--format json` of the commands that change a file, version 1."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from tas_cli.assess.changes import FieldChange
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.scorecard import CellState
from tas_cli.edits.effect import CellChange, Effect
from tas_cli.views.json.document import document
from tas_cli.views.json.written import written_json


def changed_json(effect: Effect) -> str:
    """Return what an edit changed: cells or fields, and the strategy, before and after."""
    return document(
        {
            **written_json(effect.id, effect.written, dry_run=effect.dry_run),
            **({"cells": [_cell(cell) for cell in effect.cells]} if effect.cells else {}),
            **({"fields": [field_json(each) for each in effect.fields]} if effect.fields else {}),
            "strategy": {"before": state(effect.was), "after": state(effect.now)},
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


def field_json(change: FieldChange) -> dict[str, Any]:
    """Return a field before and after."""
    return {key: _plain(value) for key, value in change._asdict().items()}


def _plain(value: Any) -> Any:
    return value.model_dump() if isinstance(value, BaseModel) else value


def state(deal: DealOnDay) -> dict[str, Any]:
    """Return what is recommended, what decides, and what is chosen."""
    choice, decision = deal.opportunity.strategy, deal.decision
    return {
        "recommended": decision.recommended,
        "variation": decision.variation,
        "reachable": decision.reachable,
        "deciding": [cell._asdict() for cell in decision.deciding],
        "chosen": deal.chosen,
        "chosen_variation": choice.variation if choice else None,
    }
