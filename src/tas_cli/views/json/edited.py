"""`tas edit --format json`, version 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_cli.views.json.diagnostics import diagnostic
from tas_cli.views.json.document import document

if TYPE_CHECKING:
    from tas_cli.workspace import Loaded


def edited_json(name: str, file: str, loaded: Loaded, *, changed: bool) -> str:
    """Return whether a file was changed in the editor, and what is wrong with it now."""
    return document(
        {
            "id": name,
            "file": file,
            "changed": changed,
            "diagnostics": [diagnostic(found) for found in loaded.diagnostics],
        }
    )
