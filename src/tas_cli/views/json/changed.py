"""`--format json` of the commands that change a file, version 1."""

from __future__ import annotations

from typing import Any

from tas_cli.assess.scorecard import CellState
from tas_cli.edits.effect import CellChange, Effect
from tas_cli.views.json.document import document
from tas_cli.views.json.turned import field_json, state
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
        "evidence": [entry.model_dump() for entry in state.evidence],
        "note": state.note,
    }
