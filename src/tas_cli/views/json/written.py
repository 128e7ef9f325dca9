"""The part about the file in the JSON of every command that changes one, version 1."""

from __future__ import annotations

from typing import Any

from tas_cli.model.base import FileModel
from tas_cli.writing import Written


def written_json(name: str, written: Written[FileModel], *, dry_run: bool) -> dict[str, Any]:
    """Return whether a deal's file was changed; for a dry run, what would change."""
    return {
        "id": name,
        "file": written.file,
        "changed": written.changed,
        "dry_run": dry_run,
        **({"diff": written.diff} if dry_run else {}),
    }
