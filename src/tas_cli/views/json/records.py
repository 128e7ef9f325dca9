"""`tas NOUN --format json`, version 1."""

from __future__ import annotations

from typing import Any

from tas_cli.edits.records import Change, RecordEffect
from tas_cli.model.base import FileModel
from tas_cli.nouns.noun import Record
from tas_cli.views.json.document import document
from tas_cli.views.json.written import written_json
from tas_cli.views.records import Listed
from tas_cli.writing import Written


def listed_json(listed: Listed) -> str:
    """Return a deal's records, each with its id or number as `key`."""
    records = {listed.noun.key: listed_records(listed.records)}
    return document({"id": listed.id, "file": listed.file, **records, **listed.more.json})


def listed_records(records: list[Record]) -> list[dict[str, Any]]:
    """Return records, each with its id or number as `key`."""
    return [{"key": each.key, **(whole(each.value) or {})} for each in records]


def record_json(effect: RecordEffect) -> str:
    """Return a record before and after a change; null if there was none, or is none now."""
    made = effect.made
    return document(
        {
            **written_json(effect.id, effect.written, dry_run=effect.dry_run),
            "noun": made.noun.key,
            "key": made.key,
            "before": whole(made.before),
            "after": whole(made.after),
            **_instead_of(made.instead_of),
            **shared_json(effect.id, effect.shared, dry_run=effect.dry_run),
        }
    )


def _instead_of(made: Change | None) -> dict[str, Any]:
    """Return what became of the record from which one was made, if it was."""
    if made is None:
        return {}
    was = {"noun": made.noun.key, "key": made.key}
    return {"instead_of": {**was, "before": whole(made.before), "after": whole(made.after)}}


def shared_json(name: str, written: Written[FileModel] | None, *, dry_run: bool) -> dict[str, Any]:
    """Return what was written to the account's file, if there is one."""
    if written is None:
        return {}
    said = written_json(name, written, dry_run=dry_run)
    return {"shared": {key: said[key] for key in ("file", "changed", "diff") if key in said}}


def whole(value: FileModel | None) -> dict[str, Any] | None:
    """Return all fields of a record, or null if there is none."""
    return value.model_dump(mode="json", by_alias=True) if value else None
