"""What a manager needs besides the four questions of a debrief (method, section 8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tas_cli.assess.changes import RatingChange, changes
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.difference import Difference
from tas_cli.assess.doubts import debriefs_until
from tas_cli.assess.process import StepState
from tas_cli.diagnostics import Diagnostic
from tas_cli.model.debrief import Debrief
from tas_cli.model.opportunity import Change, Opportunity
from tas_cli.model.tracked import STEP


@dataclass
class Briefing(DealOnDay):
    """A deal on the day of a debrief.

    `warnings` are the checks' findings in the file; `moved_on` is whether the step changed after
    the day.
    """

    warnings: tuple[Diagnostic, ...] = ()
    moved_on: bool = False

    @cached_property
    def last(self) -> Debrief | None:
        """The debrief before this one."""
        return next(reversed(debriefs_until(self.opportunity, self.day)), None)

    @property
    def since(self) -> date | None:
        """The day from which changes to the grid are shown, None if there is none."""
        if self.last:
            return self.last.date
        return self.previous.day if self.previous else None

    @cached_property
    def changes(self) -> tuple[RatingChange, ...]:
        """The changes to the grid since the last debrief, else since the previous assessment."""
        before = self.card_on(self.last.date) if self.last else self.previous
        return tuple(changes(before, self.card)) if before else ()

    @cached_property
    def difference(self) -> Difference | None:
        """Everything that changed since that day, None if there is nothing to compare with."""
        if self.since is None:
            return None
        return Difference(
            DealOnDay.of(self.opportunity, self.settings, self.since, account=self.account), self
        )

    @property
    def moves(self) -> tuple[Change, ...]:
        """The changes to the expected close, oldest first."""
        history = self.opportunity.history
        return tuple(each for each in history if each.field == "expected_close" and each.before)

    def state(self, key: str | None) -> StepState | None:
        """Return the state of a step; None for no step."""
        return self.standing.state(key)

    def after(self, key: str | None) -> StepState | None:
        """Return the step after this one: the first for None, None after the last."""
        state = self.state(key)
        return self.standing.after(state.step if state else None)


def moved_on(opportunity: Opportunity, then: Opportunity, day: date) -> bool:
    """Whether the deal moved to another step after a day, by its history or by the step's start."""
    later = any(each.field == STEP and each.date > day for each in opportunity.history)
    return later or opportunity.step != then.step
