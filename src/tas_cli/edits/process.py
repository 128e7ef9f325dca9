"""Edits of the sales process: what the buyer did, and the current step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from tas_cli.assess.doubts import doubts
from tas_cli.assess.process import day_of
from tas_cli.diagnostics import Path
from tas_cli.edits.history import kept
from tas_cli.method.catalogue import Entry, SalesStep
from tas_cli.method.lookup import tidy
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.paths import value_at
from tas_cli.model.process import MetOutcome, StepRecord
from tas_cli.model.tracked import STEP
from tas_cli.reading.nearest import did_you_mean, either
from tas_cli.refusals import WrongCall
from tas_cli.source.edit import Edit, Insert, Put

_NOTHING = StepRecord()
_DATES = ("completed", "started")
_SHORTEST_PART, _OFFERED = 4, 3
"""The shortest part of an outcome's name that is matched, and the most names to suggest."""


def step_named(name: str, process: Iterable[SalesStep]) -> SalesStep:
    """Return the step with this key, number or title, tried in that order.

    Raises:
        WrongCall: there is none, or several share the title.
    """
    steps, wanted = list(process), tidy(name)
    named = [step for step in steps if wanted in (step.key, str(step.number))]
    found = named or [step for step in steps if tidy(step.title) == wanted]
    if len(found) == 1:
        return found[0]
    listed = ", ".join(step.key for step in found or steps)
    if found:
        raise WrongCall(f"several steps are titled {name!r}.", f"Use one of {listed}.")
    known = {word: step.key for step in steps for word in (tidy(step.title), step.key)}
    raise WrongCall(
        f"unknown sales step {name!r}.",
        did_you_mean(wanted, known, f"Use one of {listed}."),
    )


class NamedOutcome(NamedTuple):
    """An outcome in the process."""

    step: SalesStep
    outcome: Entry

    @property
    def name(self) -> str:
        """Its full name: STEP.OUTCOME."""
        return f"{self.step.key}.{self.outcome.key}"

    @property
    def path(self) -> Path:
        """Its path in the file."""
        return ("process", "steps", self.step.key, "outcomes", self.outcome.key)

    @property
    def names(self) -> set[str]:
        """All names it can be given by."""
        alone = {self.outcome.key, tidy(self.outcome.title)}
        steps = {self.step.key, tidy(self.step.title), str(self.step.number)}
        return alone | {f"{step}.{self.outcome.key}" for step in steps}


def outcome_named(name: str, process: Iterable[SalesStep]) -> NamedOutcome:
    """Return the outcome named STEP.OUTCOME, or OUTCOME alone if only one step has it.

    Raises:
        WrongCall: there is none, or several steps have it.
    """
    known = [NamedOutcome(step, outcome) for step in process for outcome in step.outcomes]
    wanted = tidy(name)
    found = [each for each in known if wanted in each.names]
    if len(found) > 1:
        listed = ", ".join(each.name for each in found)
        raise WrongCall(f"several steps have the outcome {name!r}.", f"Use one of {listed}.")
    if not found:
        raise WrongCall(f"unknown outcome {name!r}.", _meant(wanted, known))
    return found[0]


def _meant(wanted: str, known: list[NamedOutcome]) -> str:
    """Return the advice for an unknown name: the outcomes that contain it, else the nearest one.

    If none is near, list the outcomes of its step.
    """
    long = len(wanted) >= _SHORTEST_PART
    holding = [each.name for each in known if long and wanted in each.outcome.key]
    if holding:
        return f"Did you mean {either(holding[:_OFFERED])}?"
    step = wanted.partition(".")[0]
    of_step = ", ".join(each.name for each in known if each.step.key == step)
    others = "`tas explain STEP` lists a step's outcomes."
    named = {(each.name if "." in wanted else each.outcome.key): each.name for each in known}
    return did_you_mean(wanted, named, f"Use one of {of_step}." if of_step else others)


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
