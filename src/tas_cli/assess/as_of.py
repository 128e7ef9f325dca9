"""An opportunity's plain fields as they were on an earlier day, from its history."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import Any

from tas_cli.model.opportunity import ChosenStrategy, Opportunity
from tas_cli.model.process import Process
from tas_cli.model.tracked import CHOSEN, STEP, TRACKED, tracked_value


def as_of(opportunity: Opportunity, day: date) -> Opportunity:
    """Return the opportunity as it stood on `day`.

    Tracked fields go back to the value that the first later change replaced; what is dated after
    the day (a strategy's start, stated answers, the closing, debriefs, later history) is left out.
    What the process says of later days stays: who asks where it stood says on which day.
    """
    values = _values_then(opportunity, day)
    chosen = values.pop(CHOSEN, None) if CHOSEN in values else _chosen(opportunity, day)
    strategy = _strategy_then(opportunity, day, chosen)
    values["process"] = _process_then(opportunity.process, values, day)
    values["debriefs"] = [each for each in opportunity.debriefs if each.date <= day]
    past = [change for change in opportunity.history if change.date <= day]
    closed = opportunity.closed
    if closed and closed.date and closed.date > day:
        values["status"] = "open"
    if values.get("status", opportunity.status) == "open":
        values["closed"] = None
    return opportunity.model_copy(update=values | {"strategy": strategy, "history": past})


def _values_then(opportunity: Opportunity, day: date) -> dict[str, Any]:
    """Return the tracked fields that changed later, with their value before the first change."""
    values: dict[str, Any] = {}
    later = sorted(
        (change for change in opportunity.history if change.date > day),
        key=lambda change: change.date,
    )
    for change in later:
        if change.field in TRACKED and change.field not in values:
            with suppress(ValueError):
                values[change.field] = tracked_value(change.field, change.before)
    return values


def _chosen(opportunity: Opportunity, day: date) -> str | None:
    choice = opportunity.strategy
    if choice is None or (choice.since and choice.since > day):
        return None
    return choice.chosen


def _process_then(process: Process | None, values: dict[str, Any], day: date) -> Process | None:
    """Return the process with the step of that day, which is taken out of the values."""
    kept = STEP in values
    before = values.pop(STEP, None)
    if process is None:
        return None
    return process.model_copy(update={"step": before if kept else _step(process, day)})


def _step(process: Process, day: date) -> str | None:
    """Return the step worked on; where its work began later, the last one begun by that day."""
    named = process.steps.get(process.step or "")
    if named is None or named.started is None or named.started <= day:
        return process.step
    begun = [
        (record.started, number, key)
        for number, (key, record) in enumerate(process.steps.items())
        if record.started and record.started <= day
    ]
    return max(begun)[2] if begun else None


def _strategy_then(
    opportunity: Opportunity, day: date, chosen: str | None
) -> ChosenStrategy | None:
    choice = opportunity.strategy
    if choice is None:
        return None
    answers = {
        step: stated
        for step, stated in choice.answers.items()
        if stated.date is None or stated.date <= day
    }
    update: dict[str, Any] = {"answers": answers, "chosen": chosen}
    if chosen != choice.chosen or (choice.since and choice.since > day):
        update |= {"variation": None, "since": None, "reason": None}
    return choice.model_copy(update=update)
