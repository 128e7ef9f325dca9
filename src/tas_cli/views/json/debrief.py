"""`tas debrief --format json`, version 1."""

from __future__ import annotations

from typing import Any

from tas_cli.assess.actions import Numbered
from tas_cli.assess.briefing import Briefing
from tas_cli.assess.plan import next_tactic
from tas_cli.assess.process import StepState
from tas_cli.assess.signs import signs_of
from tas_cli.edits.debrief import Held
from tas_cli.method.catalogue import debrief_communication, debrief_questions
from tas_cli.model.debrief import ActionItem, Debrief
from tas_cli.model.opportunity import Opportunity
from tas_cli.views.json.diagnostics import diagnostic
from tas_cli.views.json.document import document
from tas_cli.views.json.process import evidence
from tas_cli.views.json.turned import changes
from tas_cli.views.json.written import written_json
from tas_cli.writing import Written


def prepare_json(name: str, file: str, brief: Briefing) -> str:
    """Return the sheet for a debrief."""
    standing, decision = brief.standing, brief.decision
    claimed = standing.claimed.key if standing.claimed else None
    tactic = next_tactic(brief.opportunity)
    return document(
        {
            "id": name,
            "file": file,
            "date": brief.day,
            "questions": [each._asdict() for each in debrief_questions()],
            "communication": {
                **debrief_communication()._asdict(),
                "last": brief.last.communication if brief.last else None,
            },
            "claimed": claimed,
            "supported": standing.supported.key if standing.supported else None,
            "outcomes": _outcomes(brief.state(claimed)),
            "current": _current(brief.after(claimed)),
            "working": standing.working.key if standing.working else None,
            "days": standing.days,
            "usual_days": standing.working.days if standing.working else None,
            "expected_close": brief.opportunity.expected_close,
            "close_moves": [
                {"date": each.date, "from": each.before, "to": each.after} for each in brief.moves
            ],
            "open_actions": [_numbered(each, brief) for each in brief.actions],
            "signs": signs_of(brief),
            "next_tactic": tactic.number if tactic else None,
            "last_debrief": brief.last.date if brief.last else None,
            "changes": changes(brief.since, brief.changes),
            "strategy": {
                "recommended": decision.recommended,
                "reachable": decision.reachable,
                "chosen": brief.chosen,
                "deciding": [each._asdict() for each in decision.deciding],
            },
            "warnings": [diagnostic(each._replace(file=file)) for each in brief.warnings],
        }
    )


def _outcomes(state: StepState | None) -> list[dict[str, Any]]:
    if state is None:
        return []
    return [
        {
            "key": outcome.key,
            "title": outcome.title,
            "mandatory": outcome.key in state.step.mandatory,
            "met": outcome.key not in state.missing,
            "shown": outcome.key in state.shown,
            "evidence": evidence(state.record.outcomes.get(outcome.key)),
        }
        for outcome in state.step.outcomes
    ]


def _current(state: StepState | None) -> dict[str, Any] | None:
    if state is None:
        return None
    titles = dict(state.step.activities)
    return {
        "step": state.step.key,
        "activities": [
            {"key": key, "title": titles.get(key, key), **_activity(state, key)}
            for key in {**titles, **state.record.activities}
        ],
    }


def _activity(state: StepState, key: str) -> dict[str, Any]:
    record = state.record.activities.get(key)
    ready = record and record.preparation
    return {
        "status": record.status if record else None,
        "date": record.date if record else None,
        "preparation": ready.model_dump() if ready else None,
    }


def _numbered(each: Numbered, brief: Briefing) -> dict[str, Any]:
    return {
        "number": each.number,
        "agreed": each.asked,
        **each.action.model_dump(include={*ActionItem.model_fields}),
        "overdue": each.overdue(brief.day),
    }


def last_json(name: str, file: str, debrief: Debrief | None, actions: list[Numbered]) -> str:
    """Return the record of the latest debrief, or null if there is none."""
    last = debrief.model_dump() if debrief else None
    numbers = [each.number for each in actions]
    return document({"id": name, "file": file, "debrief": last, "action_numbers": numbers})


def saved_json(name: str, held: Held, written: Written[Opportunity], *, dry_run: bool) -> str:
    """Return what saving a debrief changed in the file."""
    return document(
        {
            **written_json(name, written, dry_run=dry_run),
            "debrief": held.entry.model_dump(),
            "done": [each.number for each in held.done],
            "step": {"before": written.was.step, "after": written.now.step},
        }
    )
