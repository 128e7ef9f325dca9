"""The content of a draft, to JSON and back; reading goes through the models, which validate it."""

from __future__ import annotations

from typing import Any

from tas_cli.edits.choice import Choice
from tas_cli.model.opportunity import Cell, ChosenStrategy, StatedAnswer
from tas_cli.scorecard.unsaved import STRATEGY, Change, Thing, Unsaved, Where


def written(unsaved: Unsaved) -> dict[str, Any]:
    """Return the unsaved changes as plain data."""
    changes = unsaved.changes
    return {
        "cells": [
            {"criterion": where[0], "party": where[1], **_plain(changes[where])}
            for where in unsaved.cells
        ],
        "unrated": [
            {"criterion": where[0], "party": where[1], "base": _plain(changes[where])["base"]}
            for where in unsaved.unrated
        ],
        "choice": _plain(changes[STRATEGY]) if unsaved.choice else None,
        "answers": [_restated(step, changes[step]) for step in unsaved.answers],
    }


def _restated(step: str, change: Change) -> dict[str, Any]:
    plain = _plain(change)
    now = plain["now"] or {"answer": None, "because": None}
    return {"step": step, **now, "base": plain["base"]}


def _plain(change: Change) -> dict[str, Any]:
    return {"now": _plain_thing(change.now), "base": _plain_thing(change.base)}


def _plain_thing(thing: Thing) -> dict[str, Any] | None:
    if thing is None:
        return None
    model = (
        ChosenStrategy.model_construct(**thing._asdict()) if isinstance(thing, Choice) else thing
    )
    return model.model_dump(mode="json", exclude_none=True, exclude={"answers"})


def read(document: Any) -> Unsaved:
    """Return the changes in a draft; drafts of older versions contain only cells.

    Raises:
        ValueError, KeyError, TypeError, AttributeError: the document is not a draft.
    """
    changes: dict[Where, Change] = {}
    for entry in document["cells"]:
        now, base = (Cell.model_validate(entry[key]) for key in ("now", "base"))
        changes[str(entry["criterion"]), str(entry["party"])] = Change(now, base)
    for entry in document.get("unrated", ()):
        was = Cell.model_validate(entry["base"])
        changes[str(entry["criterion"]), str(entry["party"])] = Change(None, was)
    for entry in document.get("answers", ()):
        stated = {key: entry.get(key) for key in ("answer", "because")}
        now_stated = _answer(stated if entry["answer"] is not None else None)
        changes[str(entry["step"])] = Change(now_stated, _answer(entry["base"]))
    if choice := document.get("choice"):
        before = _choice(choice["base"]) if choice["base"] else None
        changes[STRATEGY] = Change(_choice(choice["now"]), before)
    return Unsaved(changes)


def _answer(document: Any) -> StatedAnswer | None:
    return StatedAnswer.model_validate(document) if document else None


def _choice(document: Any) -> Choice:
    kept = ChosenStrategy.model_validate(document)
    if kept.chosen is None:
        raise ValueError(document)
    return Choice(kept.chosen, kept.variation, kept.since, kept.reason)
