"""What changed in a deal between two states, for `--format json`."""

from __future__ import annotations

from datetime import date
from typing import Any

from tas_cli.assess.actions import Numbered
from tas_cli.assess.changes import RatingChange
from tas_cli.assess.difference import Difference
from tas_cli.assess.record_changes import RecordChange
from tas_cli.views.json.turned import changes, field_json, said_json, state


def difference_json(found: Difference, since: date) -> dict[str, Any]:
    """Return what changed in a deal from `since` on, that day included."""
    return {
        "since": since,
        "new": found.new,
        "strategy": {"before": state(found.before), "after": state(found.after)},
        "because": [_cell(each) for each in found.turning],
        "fields": [field_json(each) for each in found.fields],
        "ratings": changes(since, found.ratings)["ratings"],
        "unsupported": [_cell(each) for each in found.unsupported],
        "confirmed": [{"criterion": key, "party": party} for key, party in found.confirmed],
        "outcomes_met": [each._asdict() for each in found.met],
        "outcomes_unmet": [each._asdict() for each in found.unmet],
        "outcomes_evidenced": [each._asdict() for each in found.evidenced],
        "outcomes_unevidenced": [each._asdict() for each in found.unevidenced],
        "evidence_added": [said_json(each) for each in found.added],
        "evidence_removed": [said_json(each) for each in found.removed],
        "actions_agreed": [_action(each) for each in found.agreed],
        "actions_done": [_action(each) for each in found.done],
        "debriefs": found.debriefs,
        "debriefs_removed": found.debriefs_removed,
        "notes": [each.model_dump() for each in found.notes],
        "records": [_record(each) for each in found.records],
    }


def _cell(each: RatingChange) -> dict[str, str]:
    return {"criterion": each.criterion, "party": each.party}


def _record(each: RecordChange) -> dict[str, Any]:
    change = "changed" if each.changed else "added" if each.after else "removed"
    return {
        "kind": each.noun.key,
        "record": each.words,
        "change": change,
        "fields": [field_json(field) for field in each.fields],
    }


def _action(each: Numbered) -> dict[str, Any]:
    fields = {key: getattr(each.action, key) for key in ("what", "owner", "due", "done", "tactic")}
    return {"number": each.number, "agreed": each.asked, **fields}
