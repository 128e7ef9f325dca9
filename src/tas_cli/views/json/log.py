"""`tas log --format json`, version 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tas_cli.assess.log import Entry
from tas_cli.views.json.difference import difference_json
from tas_cli.views.json.document import document
from tas_cli.workspace import Deal


def log_json(deal: Deal, entries: Sequence[Entry]) -> str:
    """Return the log of a deal, a day at a time, oldest first."""
    return document({"id": deal.id, "file": deal.file, "days": [*map(_day, entries)]})


def _day(entry: Entry) -> dict[str, Any]:
    step = entry.step
    return {
        "date": step.day,
        "by": step.by,
        "why": step.why,
        "committed": step.committed,
        "difference": difference_json(entry.difference, step.day),
    }
