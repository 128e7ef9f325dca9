"""`--format json` of `tas outcome` and `tas step`, and a deal's standing, version 1."""

from __future__ import annotations

from typing import Any

from tas_cli.assess.process import Standing, StepState
from tas_cli.edits.effect import Effect
from tas_cli.model.process import MetOutcome
from tas_cli.views.json.document import document
from tas_cli.views.json.written import written_json


def process_json(effect: Effect) -> str:
    """Return the effect of a change to the sales process: the step, and the deal's standing."""
    return document(_effect(effect))


def recorded_json(effect: Effect) -> str:
    """Return the same for a call that changes nothing, with every step and its outcomes."""
    return document({**_effect(effect), "steps": [*map(step_json, effect.now.standing.states)]})


def _effect(effect: Effect) -> dict[str, Any]:
    was, now = effect.was.standing, effect.now.standing
    state = now.state(effect.step)
    return {
        **written_json(effect.id, effect.written, dry_run=effect.dry_run),
        "step": step_json(state) if state else None,
        "process": {"before": standing_json(was), "after": standing_json(now)},
    }


def step_json(state: StepState) -> dict[str, Any]:
    """Return a step's dates and outcomes, with their evidence."""
    return {
        "step": state.step.key,
        "title": state.step.title,
        "milestone": state.step.milestone,
        "started": state.record.started,
        "completed": state.record.completed,
        "complete": state.complete,
        "outcomes": [_outcome(state, *outcome) for outcome in state.step.outcomes],
    }


def _outcome(state: StepState, key: str, title: str) -> dict[str, Any]:
    met = state.record.outcomes.get(key) if key in state.met else None
    return {
        "outcome": key,
        "title": title,
        "mandatory": key in state.step.mandatory,
        "state": state.of(key),
        "doubted": state.doubted.get(key),
        "date": met.date if met else None,
        "evidence": evidence(met),
    }


def evidence(met: MetOutcome | None) -> list[dict[str, Any]]:
    """Return the evidence for an outcome; an outcome that is not met has none."""
    return [entry.model_dump() for entry in met.evidence] if met else []


def standing_json(standing: Standing) -> dict[str, Any]:
    """Return where a deal is in the sales process: as claimed, and as evidenced."""
    steps = (standing.working, standing.claimed, standing.supported)
    working, claimed, supported = (step.key if step else None for step in steps)
    return {
        "step": working,
        "days": standing.days,
        "claimed": claimed,
        "claimed_probability": standing.claimed_probability,
        "supported": supported,
        "probability": standing.probability,
        "overclaimed": standing.overclaimed,
        "lacking": [f"{state.step.key}.{key}" for state in standing.gap for key in state.lacking],
    }
