"""The sales process as a call changes it: what the buyer did, and the step being worked on."""

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
from tas_cli.reading.nearest import did_you_mean
from tas_cli.refusals import WrongCall
from tas_cli.source.edit import Edit, Insert, Put

_NOTHING = StepRecord()
_SHORTEST_PART, _OFFERED = 4, 3
"""Letters of an outcome's name that are enough to offer it, and the names that are offered."""


def step_named(name: str, process: Iterable[SalesStep]) -> SalesStep:
    """Return the step that a key, a number or a title names, in this order.

    Raises:
        WrongCall: none, or several by their title.
    """
    steps, wanted = list(process), tidy(name)
    named = [step for step in steps if wanted in (step.key, str(step.number))]
    found = named or [step for step in steps if tidy(step.title) == wanted]
    if len(found) == 1:
        return found[0]
    listed = ", ".join(step.key for step in found or steps)
    if found:
        raise WrongCall(f"{name!r} is the title of several steps.", f"Write one of {listed}.")
    known = {word: step.key for step in steps for word in (tidy(step.title), step.key)}
    raise WrongCall(
        f"{name!r} is no step of the sales process.",
        did_you_mean(wanted, known, f"Write one of {listed}."),
    )


class NamedOutcome(NamedTuple):
    """An outcome in the process."""

    step: SalesStep
    outcome: Entry

    @property
    def name(self) -> str:
        """Its whole name: STEP.OUTCOME."""
        return f"{self.step.key}.{self.outcome.key}"

    @property
    def path(self) -> Path:
        """Where it stands in the file."""
        return ("process", "steps", self.step.key, "outcomes", self.outcome.key)

    @property
    def names(self) -> set[str]:
        """All that it answers to."""
        alone = {self.outcome.key, tidy(self.outcome.title)}
        steps = {self.step.key, tidy(self.step.title), str(self.step.number)}
        return alone | {f"{step}.{self.outcome.key}" for step in steps}


def outcome_named(name: str, process: Iterable[SalesStep]) -> NamedOutcome:
    """Return the outcome that STEP.OUTCOME names, or OUTCOME alone where only one step has it."""
    known = [NamedOutcome(step, outcome) for step in process for outcome in step.outcomes]
    wanted = tidy(name)
    found = [each for each in known if wanted in each.names]
    if len(found) > 1:
        listed = ", ".join(each.name for each in found)
        raise WrongCall(f"{name!r} is an outcome of several steps.", f"Write one of {listed}.")
    if not found:
        raise WrongCall(f"{name!r} is no outcome of the sales process.", _meant(wanted, known))
    return found[0]


def _meant(wanted: str, known: list[NamedOutcome]) -> str:
    """Return the advice for a name that is no outcome: those with it in them, else the nearest.

    Where none is near, those of its step.
    """
    long = len(wanted) >= _SHORTEST_PART
    holding = [each.name for each in known if long and wanted in each.outcome.key]
    if holding:
        return f"Did you mean {' or '.join(holding[:_OFFERED])}?"
    step = wanted.partition(".")[0]
    of_step = ", ".join(each.name for each in known if each.step.key == step)
    others = "`tas explain STEP` lists what the buyer does in a step."
    named = {(each.name if "." in wanted else each.outcome.key): each.name for each in known}
    return did_you_mean(wanted, named, f"Write one of {of_step}." if of_step else others)


class Met(NamedTuple):
    """What the buyer did, on the `day` given, or `otherwise` if the file has none either."""

    outcome: NamedOutcome
    day: date | None
    otherwise: date
    evidence: Evidence | None


def meet(now: Opportunity, met: Met) -> Iterator[Edit]:
    """Yield the edits that record an outcome, or add to one that is recorded."""
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
    """Return evidence with a day where a debrief doubted what there was: only newer counts."""
    doubted = (met.outcome.step.key, met.outcome.outcome.key) in doubts(now, met.otherwise)
    if entry.when or not doubted:
        return entry
    return entry.model_copy(update={"when": met.otherwise})


def take_away(outcome: NamedOutcome) -> list[Edit]:
    """Return the edit that takes an outcome away, if there is one."""
    return [Put(outcome.path, "", called=outcome.name)]


class Move(NamedTuple):
    """A step to work on, among those of the process; `day` as it was given, `today` if not."""

    step: SalesStep
    process: tuple[SalesStep, ...]
    day: date | None
    today: date


def work_on(now: Opportunity, move: Move) -> Iterator[Edit]:
    """Yield the edits that let a deal work on a step.

    Forward, the step before it is completed. Back, which is what a reset is, the step is worked on
    from that day, and later ones are neither begun nor completed. Other days that the file has
    stay; of the present step a given day corrects the start.
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
        yield from _taken_back(move)
    elif previous and not _record(now, previous[0]).completed:
        yield _dated(previous[0], "completed", day)
    if back or not _record(now, step).started:
        yield _dated(step, "started", day)
    yield from kept(now, STEP, before, step.key, day)


def _taken_back(move: Move) -> Iterator[Edit]:
    """Yield the edits of a reset: the step is not completed, later ones were not even begun."""
    yield _dated(move.step, "completed", None)
    for each in move.process[move.step.number :]:
        yield from (_dated(each, field, None) for field in ("completed", "started"))


def _record(now: Opportunity, step: SalesStep) -> StepRecord:
    return value_at(now, ("process", "steps", step.key)) or _NOTHING


def _dated(step: SalesStep, field: str, day: date | None) -> Edit:
    """Return the edit of a step's day; a step that is new has room for outcomes."""
    return Put(("process", "steps", step.key, field), day or "", spread=True)
