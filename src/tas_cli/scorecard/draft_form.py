"""What a draft holds, as JSON and back: the models read it, so that no other content gets in."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from tas_cli.edits.choice import Choice
from tas_cli.method.cells import CellKey
from tas_cli.model.opportunity import Cell, ChosenStrategy, StatedAnswer
from tas_cli.scorecard.unsaved import Rechosen, Restated, Seen, Touched, Unsaved


def written(unsaved: Unsaved) -> dict[str, Any]:
    """Return what is not saved as plain data."""
    return {
        "cells": [_cell(place, cell) for place, cell in unsaved.cells.items()],
        "choice": _choice(unsaved.choice) if unsaved.choice else None,
        "answers": [_answer(step, new) for step, new in unsaved.answers.items()],
    }


def read(document: Any) -> Unsaved:
    """Return what a draft holds; an older one has cells alone.

    Raises:
        ValueError, KeyError, TypeError, AttributeError: it is none.
    """
    cells = {
        (str(entry["criterion"]), str(entry["party"])): _touched(entry)
        for entry in document["cells"]
    }
    answers = {str(entry["step"]): _restated(entry) for entry in document.get("answers", ())}
    choice = document.get("choice")
    return Unsaved(cells, answers, _rechosen(choice) if choice else None)


def _cell(place: CellKey, cell: Touched) -> dict[str, Any]:
    return {
        "criterion": place[0],
        "party": place[1],
        "now": _seen_plain(Seen(cell.rating, cell.evidence, cell.note)),
        "base": _seen_plain(cell.base),
    }


def _seen_plain(cell: Seen) -> dict[str, Any]:
    evidence = [_plain(entry) for entry in cell.evidence]
    return {"rating": cell.rating, "evidence": evidence, "note": cell.note}


def _plain(model: BaseModel) -> dict[str, Any]:
    return model.model_dump(mode="json", exclude_none=True)


def _touched(entry: Any) -> Touched:
    return Touched(*_seen(entry["now"]), _seen(entry["base"]))


def _seen(document: Any) -> Seen:
    cell = Cell.model_validate(document)
    return Seen(cell.rating, tuple(cell.evidence), cell.note)


def _choice(new: Rechosen) -> dict[str, Any]:
    base = new.base._asdict() if new.base else None
    if base and base["since"]:
        base["since"] = base["since"].isoformat()
    now = {"chosen": new.chosen, "variation": new.variation, "reason": new.reason}
    return {"now": now, "base": base}


def _rechosen(entry: Any) -> Rechosen:
    now, base = _chosen(entry["now"]), entry["base"]
    return Rechosen(now.chosen, now.variation, now.reason, _chosen(base) if base else None)


def _chosen(document: Any) -> Choice:
    kept = ChosenStrategy.model_validate(document)
    if kept.chosen is None:
        raise ValueError(document)
    return Choice(kept.chosen, kept.variation, kept.since, kept.reason)


def _answer(step: str, new: Restated) -> dict[str, Any]:
    base = _plain(new.base) if new.base else None
    return {"step": step, "answer": new.answer, "because": new.because, "base": base}


def _restated(entry: Any) -> Restated:
    answer, base = entry["answer"], entry["base"]
    present = StatedAnswer.model_validate(base) if base else None
    if answer is None:
        return Restated(None, None, present)
    now = StatedAnswer.model_validate({"answer": answer, "because": entry["because"]})
    return Restated(now.answer, now.because, present)
