"""`tas people --from FILE --format json`, version 1."""

from __future__ import annotations

from tas_cli.views.json.document import document
from tas_cli.views.json.records import shared_json, whole
from tas_cli.views.json.written import written_json
from tas_cli.views.people_entered import Saved


def entered_json(done: Saved) -> str:
    """Return who was added or changed, who stayed, and what was left out."""
    found = done.listed.found
    changed = [
        {"key": each.key, "before": whole(each.before), "after": whole(each.after)}
        for each in found.changes
    ]
    return document(
        {
            **written_json(done.listed.id, done.written, dry_run=done.dry_run),
            "people": changed,
            "same": found.same,
            "left_out": [each._asdict() for each in found.left_out],
            "unused": done.listed.unused,
            **shared_json(done.listed.id, done.shared, dry_run=done.dry_run),
        }
    )
