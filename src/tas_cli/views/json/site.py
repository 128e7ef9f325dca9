"""What a call of `tas site` did, as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from tas_cli.views.json.document import document


def site_json(folder: str, pages: int, written: Sequence[str], removed: Sequence[str]) -> str:
    """Return the document: the addresses of pages are relative to the folder."""
    return document({"folder": folder, "pages": pages, "written": written, "removed": removed})
