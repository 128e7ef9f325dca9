"""`--format json` of the commands that change a file, version 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tas_cli.assess.scorecard import CellState
from tas_cli.edits.effect import CellChange, Effect
from tas_cli.model.base import FileModel
from tas_cli.views.json.document import document
from tas_cli.views.json.records import shared_json
from tas_cli.views.json.turned import field_json, state
from tas_cli.views.json.written import written_json
from tas_cli.writing import Written


def changed_json(effect: Effect, also: Sequence[Written[FileModel]] = ()) -> str:
    """Return what an edit changed: cells or fields, and the strategy, before and after.

    `also` may have the file of the deal's account.
    """
    shared = also[0] if also else None
    return document(
        {
            **written_json(effect.id, effect.written, dry_run=effect.dry_run),
            **({"cells": [_cell(cell) for cell in effect.cells]} if effect.cells else {}),
            **({"fields": [field_json(each) for each in effect.fields]} if effect.fields else {}),
            "strategy": {"before": state(effect.was), "after": state(effect.now)},
            **shared_json(effect.id, shared, dry_run=effect.dry_run),
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
