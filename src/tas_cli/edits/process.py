"""Edits of the sales process: what the buyer did, and the current step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from tas_cli.assess.doubts import doubts
from tas_cli.assess.process import day_of
from tas_cli.edits.history import kept
from tas_cli.edits.process_names import NamedOutcome
from tas_cli.method.catalogue import SalesStep
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.paths import value_at
from tas_cli.model.process import MetOutcome, StepRecord
from tas_cli.model.tracked import STEP
from tas_cli.source.edit import Edit, Insert, Put

_NOTHING = StepRecord()
_DATES = ("completed", "started")


class Met(NamedTuple):
    """What the buyer did; if neither the call nor the file has a day, `otherwise` is used."""

    outcome: NamedOutcome
    day: date | None
    otherwise: date
    evidence: Evidence | None


def meet(now: Opportunity, met: Met) -> Iterator[Edit]:
    """Yield the edits that record an outcome, or add to a recorded one."""
    path = met.outcome.path
    before: MetOutcome | None = value_at(now, path)
    if before is None:
        evidence = [met.evidence] if met.evidence else []
        yield Put(path, {"date": met.day or met.otherwise, "evidence": evidence})
        return
    day = met.day or before.date or (None if day_of(before) else met.otherwise)
    if day:
        yield Put((*path, "date"), day, called=f"the date of {met.outcome.name}")
    if met.evidence and met.evidence not in before.evidence:
        yield Insert((*path, "evidence"), _dated_if_doubted(now, met, met.evidence))


def _dated_if_doubted(now: Opportunity, met: Met, entry: Evidence) -> Evidence:
    """Return the evidence, dated if a debrief doubted the outcome: only newer evidence counts."""
    doubted = (met.outcome.step.key, met.outcome.outcome.key) in doubts(now, met.otherwise)
    if entry.when or not doubted:
        return entry
    return entry.model_copy(update={"when": met.otherwise})


def remove_outcome(outcome: NamedOutcome) -> list[Edit]:
    """Return the edit that removes an outcome, if it is recorded."""
    return [Put(outcome.path, "", called=outcome.name)]


class Move(NamedTuple):
    """A move to a step of the process; `day` is None if not given, and `today` is used."""

    step: SalesStep
    process: tuple[SalesStep, ...]
    day: date | None
    today: date


def work_on(now: Opportunity, move: Move) -> Iterator[Edit]:
    """Yield the edits that move a deal to a step.

    Moving forward completes the previous step. Moving back, as a reset does, starts the step on
    that day and clears the dates of later steps. Other dates stay. If the deal is already in the
    step, a given day corrects its start.
    """
    step, day = move.step, move.day or move.today
    before = now.step
    if before == step.key:
        if move.day:
            yield _dated(step, "started", day)
        return
    yield Put(("process", "step"), step.key, spread=True)
    previous = move.process[step.number - 2 : step.number - 1]
    back = before in [each.key for each in move.process[step.number :]]
    if back:
        yield from _cleared(move)
    elif previous and not _record(now, previous[0]).completed:
        yield _dated(previous[0], "completed", day)
    if back or not _record(now, step).started:
        yield _dated(step, "started", day)
    yield from kept(now, STEP, before, step.key, day)


def leave(now: Opportunity, process: Iterable[SalesStep], day: date) -> Iterator[Edit]:
    """Yield the edits that take a deal back to no step: no step has begun; outcomes stay."""
    yield Put(("process", "step"), "")
    yield from (_dated(each, field, None) for each in process for field in _DATES)
    yield from kept(now, STEP, now.step, None, day)


def _cleared(move: Move) -> Iterator[Edit]:
    """Yield the edits of a reset: the step is not completed, and later steps have not begun."""
    yield _dated(move.step, "completed", None)
    for each in move.process[move.step.number :]:
        yield from (_dated(each, field, None) for field in _DATES)


def _record(now: Opportunity, step: SalesStep) -> StepRecord:
    return value_at(now, ("process", "steps", step.key)) or _NOTHING


def _dated(step: SalesStep, field: str, day: date | None) -> Edit:
    """Return the edit of a step's date; a new step is written so that outcomes can follow."""
    return Put(("process", "steps", step.key, field), day or "", spread=True)
