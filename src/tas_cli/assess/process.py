"""Where a deal stands in the sales process: as claimed, and as the evidence supports (section 8).

A step is completed by the buyer's outcomes, each with evidence, and in order: a later step counts
only when all before it do. Our reading: what we did ourselves completes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tas_cli.method.catalogue import sales_steps
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.process import MetOutcome, StepRecord
from tas_cli.model.settings import Settings, StepSettings


class Outcome(NamedTuple):
    """Something that the buyer does in a step."""

    key: str
    title: str
    mandatory: bool = False


class Step(NamedTuple):
    """A step of the company's sales process; probability and `needed` in percent, usual days."""

    number: int
    key: str
    title: str
    milestone: str
    probability: int
    days: int
    outcomes: tuple[Outcome, ...]
    activities: tuple[tuple[str, str], ...]
    needed: int = 100


class StepState(NamedTuple):
    """What shows of one step: its outcomes with evidence, those without, and those not met."""

    step: Step
    record: StepRecord
    shown: tuple[str, ...]
    unproven: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether enough outcomes have evidence, and every mandatory one has."""
        mandatory = {outcome.key for outcome in self.step.outcomes if outcome.mandatory}
        enough = len(self.shown) * 100 >= self.step.needed * len(self.step.outcomes)
        return enough and mandatory <= set(self.shown)


class Standing(NamedTuple):
    """Where a deal stands on a day.

    `claimed` is the last step that is said to be complete, `supported` the last one that the
    evidence shows to be, each None before the first; `working` is the step being worked on, None
    where the file says nothing of one. `days` counts those since work on it began.
    """

    states: tuple[StepState, ...]
    claimed: Step | None
    supported: Step | None
    working: Step | None
    days: int | None

    @property
    def probability(self) -> int:
        """The probability of the last milestone reached by evidence, in percent."""
        return self.supported.probability if self.supported else 0

    @property
    def claimed_probability(self) -> int:
        """The probability of the last milestone claimed, in percent."""
        return self.claimed.probability if self.claimed else 0

    @property
    def overclaimed(self) -> bool:
        """Whether more is claimed than the evidence supports."""
        return _number(self.claimed) > _number(self.supported)

    def state(self, key: str) -> StepState | None:
        """Return what shows of a step, None where the process has no such step."""
        return next((state for state in self.states if state.step.key == key), None)


_NOTHING = StepRecord()


def sales_process(settings: Settings) -> tuple[Step, ...]:
    """Return the company's sales process: the method's, with what the settings change and add."""
    steps = [
        Step(
            step.number,
            step.key,
            step.title,
            step.milestone,
            step.probability,
            step.days,
            tuple(Outcome(outcome.key, outcome.title) for outcome in step.outcomes),
            tuple((activity.key, activity.title) for activity in step.activities),
        )
        for step in sales_steps().values()
    ]
    for key, changes in settings.steps.items():
        known = next((at for at, step in enumerate(steps) if step.key == key), None)
        if known is not None:
            steps[known] = _changed(steps[known], changes)
        elif (place := _behind(changes.after, steps)) is not None:
            title = changes.title or key.replace("_", " ").capitalize()
            before = steps[place - 1]
            new = Step(0, key, title, title, before.probability, 30, (), ())
            steps.insert(place, _changed(new, changes))
    return tuple(step._replace(number=number) for number, step in enumerate(steps, 1))


def _behind(after: str | None, steps: list[Step]) -> int | None:
    return next((at for at, step in enumerate(steps, 1) if step.key == after), None)


def _changed(step: Step, changes: StepSettings) -> Step:
    """Return a step with what the settings say of it."""
    outcomes = {outcome.key: outcome for outcome in step.outcomes}
    for key, change in changes.outcomes.items():
        known = outcomes.get(key) or Outcome(key, key.replace("_", " ").capitalize() + ".")
        mandatory = change.mandatory == "yes"
        outcomes[key] = Outcome(key, change.title or known.title, mandatory)
    return step._replace(
        title=changes.title or step.title,
        milestone=changes.milestone or step.milestone,
        probability=step.probability if changes.probability is None else changes.probability,
        days=changes.days or step.days,
        outcomes=tuple(outcomes.values()),
        needed=100 if changes.needed is None else changes.needed,
    )


def standing(opportunity: Opportunity, process: tuple[Step, ...], day: date) -> Standing:
    """Return where a deal stands on a day; later outcomes and starts are left out."""
    records = opportunity.process.steps if opportunity.process else {}
    states = tuple(_state(step, records.get(step.key, _NOTHING), day) for step in process)
    supported = None
    for state in states:
        if not state.complete:
            break
        supported = state.step
    named = opportunity.process.step if opportunity.process else None
    working = next((step for step in process if step.key == named), None)
    claimed = process[working.number - 2] if working and working.number > 1 else None
    if opportunity.status == "won":
        claimed = process[-1]
    return Standing(states, claimed, supported, working, _days(working, records, opportunity, day))


def _state(step: Step, record: StepRecord, day: date) -> StepState:
    met = {key: met for key, met in record.outcomes.items() if _by(met, day)}
    keys = [outcome.key for outcome in step.outcomes]
    return StepState(
        step,
        record,
        shown=tuple(key for key in keys if key in met and met[key].shown),
        unproven=tuple(key for key in keys if key in met and not met[key].shown),
        missing=tuple(key for key in keys if key not in met),
    )


def _by(met: MetOutcome, day: date) -> bool:
    return met.date is None or met.date <= day


def _days(
    working: Step | None, records: dict[str, StepRecord], opportunity: Opportunity, day: date
) -> int | None:
    """Return the days since work on a step began: as stated, or since the history says so."""
    if working is None:
        return None
    started = records.get(working.key, _NOTHING).started
    moved = (
        change.date
        for change in opportunity.history
        if change.field == "process.step" and change.after == working.key and change.date <= day
    )
    began = started or max(moved, default=None)
    return (day - began).days if began and began <= day else None


def _number(step: Step | None) -> int:
    return step.number if step else 0


def stale_after(settings: Settings, working: Step | None) -> int:
    """Return the days after which a rating is stale, by the step being worked on."""
    own = settings.steps.get(working.key) if working else None
    return (own.stale_after if own else None) or settings.stale_after


def titles(steps: Iterable[Step]) -> str:
    """Return the titles of some steps, for a sentence."""
    return ", ".join(step.title for step in steps)
