"""`tas NOUN --format json`, version 1."""

from __future__ import annotations

from typing import Any

from tas_cli.edits.records import RecordEffect
from tas_cli.model.base import FileModel
from tas_cli.nouns.noun import Noun, Record
from tas_cli.views.json.document import document
from tas_cli.views.json.written import written_json
from tas_cli.writing import Written


def listed_json(noun: Noun, name: str, file: str, records: list[Record]) -> str:
    """Return a deal's records, each with its id or number as `key`."""
    listed = [{"key": each.key, **(_whole(each.value) or {})} for each in records]
    return document({"id": name, "file": file, noun.key: listed})


def record_json(effect: RecordEffect) -> str:
    """Return a record before and after a change; null if there was none, or is none now."""
    made = effect.made
    return document(
        {
            **written_json(effect.id, effect.written, dry_run=effect.dry_run),
            "noun": made.noun.key,
            "key": made.key,
            "before": _whole(made.before),
            "after": _whole(made.after),
            **({"shared": _file(effect.shared, effect)} if effect.shared else {}),
        }
    )


def _file(written: Written[FileModel], effect: RecordEffect) -> dict[str, Any]:
    """Return what was written to another file."""
    said = written_json(effect.id, written, dry_run=effect.dry_run)
    return {key: said[key] for key in ("file", "changed", "diff") if key in said}


def _whole(value: FileModel | None) -> dict[str, Any] | None:
    """Return all fields of a record, or null if there is none."""
    return value.model_dump(mode="json", by_alias=True) if value else None
