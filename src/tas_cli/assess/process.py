"""Where a deal is in the sales process: as claimed, and by evidence (section 8).

A step is completed by the buyer's outcomes, each with evidence, and in order: a later step counts
only if all earlier ones do. Our reading: what we did ourselves completes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import takewhile
from typing import Literal, NamedTuple

from tas_cli.assess.doubts import Doubts, doubts, proven, reset_on
from tas_cli.method.catalogue import Entry, SalesStep, sales_steps
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.process import MetOutcome, StepRecord
from tas_cli.model.settings import Settings, StepSettings
from tas_cli.model.tracked import STEP
from tas_cli.words import spelled

Shows = Literal["shown", "unproven", "missing"]
"""What there is for an outcome: evidence, only a claim, or nothing."""


class StepState(NamedTuple):
    """The state of a step: its outcomes met with evidence, met without it, and not met.

    `doubted` are the unproven ones that do have evidence, but that a debrief did not find proven.
    """

    step: SalesStep
    record: StepRecord
    shown: tuple[str, ...]
    unproven: tuple[str, ...]
    missing: tuple[str, ...]
    doubted: Mapping[str, date]

    @property
    def complete(self) -> bool:
        """Whether enough outcomes have evidence, and every mandatory one has."""
        return self.enough(self.shown)

    @property
    def met(self) -> tuple[str, ...]:
        """The outcomes reported as met, with or without evidence, in the step's order."""
        return tuple(each.key for each in self.step.outcomes if each.key not in self.missing)

    @property
    def lacking(self) -> tuple[str, ...]:
        """The outcomes without evidence, met or not, in the step's order."""
        return tuple(each.key for each in self.step.outcomes if each.key not in self.shown)

    def of(self, outcome: str) -> Shows:
        """Return whether one of its outcomes has evidence, only a claim, or nothing."""
        if outcome in self.shown:
            return "shown"
        return "unproven" if outcome in self.unproven else "missing"

    def enough(self, outcomes: Collection[str]) -> bool:
        """Whether these outcomes would complete the step; a step without outcomes needs none."""
        share = len(outcomes) * 100 >= self.step.needed * len(self.step.outcomes)
        return share and set(self.step.mandatory) <= set(outcomes)


class Standing(NamedTuple):
    """Where a deal is in the sales process on a day.

    `claimed` is the last step claimed to be complete: the one before the step being worked on, or
    the last of all in a won deal. `supported` is the last step complete by evidence. Both are None
    before the first. `working` is the step being worked on, None if the file names none, and `days`
    is the number of days since work on it began. `reset` is the day the last debrief put the deal
    back to that step, None if it did not or there is newer evidence.
    """

    states: tuple[StepState, ...]
    claimed: SalesStep | None
    supported: SalesStep | None
    working: SalesStep | None
    days: int | None
    reset: date | None

    @property
    def probability(self) -> int:
        """The probability of the last step complete by evidence, in percent."""
        return self.supported.probability if self.supported else 0

    @property
    def claimed_probability(self) -> int:
        """The probability of the last step claimed, in percent."""
        return self.claimed.probability if self.claimed else 0

    @property
    def overclaimed(self) -> bool:
        """Whether the claimed step is beyond the evidenced one."""
        return _number(self.claimed) > _number(self.supported)

    @property
    def days_ahead(self) -> int | None:
        """How many days the rest of the sales process usually takes; None outside of a step."""
        process = [state.step for state in self.states]
        return usual_days_ahead(self.working, self.days, process) if self.working else None

    @property
    def gap(self) -> tuple[StepState, ...]:
        """The steps that are claimed but not complete by evidence."""
        claimed = self.states[: _number(self.claimed)]
        return tuple(state for state in claimed if not state.complete)

    def complete(self, step: SalesStep) -> bool:
        """Whether a step and all before it are complete by evidence."""
        return _number(self.supported) >= step.number

    def state(self, key: str | None) -> StepState | None:
        """Return the state of a step; None for None, or if the process has no such step."""
        return next((state for state in self.states if state.step.key == key), None)

    @property
    def current(self) -> StepState | None:
        """The step to work on: the file's, else the one after the evidenced step."""
        working = self.working
        return self.state(working.key) if working else self.after(self.supported)

    def after(self, step: SalesStep | None) -> StepState | None:
        """Return the state of the next step: the first for None, None after the last."""
        at = _number(step)
        return self.states[at] if at < len(self.states) else None

    def reached(self, step: str) -> bool:
        """Whether the deal works on a step or on a later one, by its file or else by evidence."""
        wanted, current = self.state(step), self.current
        return wanted is not None and (current is None or current.step.number >= wanted.step.number)

    def met(self, step: str, outcome: str) -> bool:
        """Whether a step's outcome is reported as met, with or without evidence."""
        state = self.state(step)
        return state is not None and outcome in state.met


@cache
def _nothing() -> StepRecord:
    """Return the record of a step the file does not mention; built late, as models cost time."""
    return StepRecord()


def sales_process(settings: Settings) -> tuple[SalesStep, ...]:
    """Return the company's sales process: the method's, with the settings' changes and additions.

    A step of the company's own without a known place is left out (TAS514 reports it).
    """
    changes, method = settings.steps, tuple(sales_steps().values())
    if not changes:
        return method
    known = (_changed(step, changes[step.key]) if step.key in changes else step for step in method)
    steps = _with_own(known, changes)
    return tuple(step._replace(number=number) for number, step in enumerate(steps, 1))


def _with_own(known: Iterable[SalesStep], changes: dict[str, StepSettings]) -> Iterator[SalesStep]:
    """Yield the known steps, each followed by the company's own steps that come after it."""
    own: dict[str | None, list[str]] = {}
    for key, change in changes.items():
        if key not in sales_steps():
            own.setdefault(change.after, []).append(key)
    waiting = [*known][::-1]
    while waiting:
        step = waiting.pop()
        yield step
        waiting += [_own(key, changes[key], step) for key in reversed(own.get(step.key, []))]


def _own(key: str, changes: StepSettings, before: SalesStep) -> SalesStep:
    """Return a step of the company's own; by default it adds no probability."""
    title = changes.title or spelled(key)
    own = before._replace(key=key, title=title, milestone=title, days=_USUAL)
    return _changed(own._replace(outcomes=(), activities=()), changes)


_USUAL = 30
"""The days of a step of the company's own, unless it says otherwise."""


def _changed(step: SalesStep, changes: StepSettings) -> SalesStep:
    """Return a step with the changes from the settings."""
    titles: dict[str, str] = dict(step.outcomes)
    for key, outcome in changes.outcomes.items():
        titles[key] = outcome.title or titles.get(key) or f"{spelled(key)}."
    mandatory = (key for key, outcome in changes.outcomes.items() if outcome.mandatory == "yes")
    return step._replace(
        title=changes.title or step.title,
        milestone=changes.milestone or step.milestone,
        probability=step.probability if changes.probability is None else changes.probability,
        days=changes.days or step.days,
        outcomes=tuple(Entry(*each) for each in titles.items()),
        needed=100 if changes.needed is None else changes.needed,
        mandatory=tuple(mandatory),
    )


def usual_days_ahead(working: SalesStep, days: int | None, process: Iterable[SalesStep]) -> int:
    """Return how many days the rest of a process usually takes, after `days` in a step."""
    rest = max(0, working.days - (days or 0))
    return rest + sum(step.days for step in process if step.number > working.number)


def standing(opportunity: Opportunity, process: tuple[SalesStep, ...], day: date) -> Standing:
    """Return where a deal is on a day; anything dated later is left out."""
    records = opportunity.process.steps if opportunity.process else {}
    doubted = doubts(opportunity, day)
    states = tuple(
        _state(step, records.get(step.key, _nothing()), day, doubted) for step in process
    )
    complete = [state.step for state in takewhile(lambda state: state.complete, states)]
    working = next((step for step in process if step.key == opportunity.step), None)
    claimed = process[-1] if opportunity.status == "won" else _claimed(states, working, day)
    return Standing(
        states,
        claimed,
        complete[-1] if complete else None,
        working,
        days=_days(working, records, opportunity, day),
        reset=reset_on(opportunity, working.key, day) if working else None,
    )


def _claimed(
    states: tuple[StepState, ...], working: SalesStep | None, day: date
) -> SalesStep | None:
    """Return the step before the one being worked on; if none is named, the last one completed."""
    if working is not None:
        return states[working.number - 2].step if working.number > 1 else None
    days = ((state.step, state.record.completed) for state in states)
    completed = [step for step, done in days if done and done <= day]
    return completed[-1] if completed else None


def _state(step: SalesStep, record: StepRecord, day: date, doubted: Doubts) -> StepState:
    met = {key: met for key, met in record.outcomes.items() if (day_of(met) or day) <= day}
    keys = [outcome.key for outcome in step.outcomes]
    since = {key: doubted.get((step.key, key)) for key in keys}
    shown = tuple(key for key in keys if key in met and proven(met[key], day, since[key]))
    return StepState(
        step,
        record,
        shown,
        unproven=tuple(key for key in keys if key in met and key not in shown),
        missing=tuple(key for key in keys if key not in met),
        doubted={
            key: doubt
            for key, doubt in since.items()
            if doubt and key in met and key not in shown and proven(met[key], day)
        },
    )


def day_of(met: MetOutcome) -> date | None:
    """Return the day of an outcome, or if it states none, of its oldest evidence."""
    return met.date or min((entry.when for entry in met.evidence if entry.when), default=None)


def _days(
    working: SalesStep | None, records: dict[str, StepRecord], opportunity: Opportunity, day: date
) -> int | None:
    """Return the days since work on a step began: as stated, else by the history."""
    if working is None:
        return None
    moved = (
        change.date
        for change in opportunity.history
        if change.field == STEP and change.after == working.key and change.date <= day
    )
    began = records.get(working.key, _nothing()).started or max(moved, default=None)
    return (day - began).days if began and began <= day else None


def _number(step: SalesStep | None) -> int:
    return step.number if step else 0
