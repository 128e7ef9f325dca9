"""`tas undo --format json`, version 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tas_cli.source.journal.entries import Entry
from tas_cli.undoing import Undone, deals_of
from tas_cli.views.json.document import document
from tas_cli.views.undone import TakenBack


def undone_json(done: TakenBack) -> str:
    """Return what was taken back, file by file."""
    return document(
        {
            **_entry(done.entry),
            "redo": done.redo,
            "dry_run": done.dry_run,
            "files": [_file(each, dry_run=done.dry_run) for each in done.files],
        }
    )


def listed_json(entries: Sequence[Entry]) -> str:
    """Return what can be taken back, newest first."""
    return document({"changes": [_entry(each) for each in entries]})


def forgotten_json(number: int) -> str:
    """Return how many entries were forgotten."""
    return document({"forgotten": number})


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "time": entry.time.isoformat(),
        "command": entry.command,
        "deals": deals_of(entry),
        "lines": sum(each.lines for each in entry.changes),
    }


def _file(each: Undone, *, dry_run: bool) -> dict[str, Any]:
    state = "removed" if each.after is None else "created" if each.before is None else "changed"
    diff = {"diff": each.diff} if dry_run else {}
    return {"file": each.file, "state": state, "kept": each.kept, **diff}
