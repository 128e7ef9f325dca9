"""What a manager needs beside the four questions of a debrief (method, section 8)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tas_cli.assess.actions import Numbered, due_actions
from tas_cli.assess.as_of import as_of
from tas_cli.assess.changes import RatingChange, changes, previous
from tas_cli.assess.doubts import debriefs_until
from tas_cli.assess.process import Standing, Step, StepState, standing
from tas_cli.assess.scorecard import Scorecard, scorecard
from tas_cli.diagnostics import Diagnostic
from tas_cli.model.debrief import Debrief
from tas_cli.model.opportunity import Change, Opportunity
from tas_cli.model.tracked import STEP


class Outlook(NamedTuple):
    """What the decision tree says: the strategies left, and the unknown cells that decide.

    `deciding` are criterion and party; `alone` whether each of them alone narrows the strategies
    down.
    """

    recommended: str | None
    reachable: tuple[str, ...]
    chosen: str | None
    deciding: tuple[tuple[str, str], ...]
    alone: bool


class Around(NamedTuple):
    """What the engine and the checks say of the file: asked for elsewhere."""

    outlook: Outlook
    warnings: tuple[Diagnostic, ...]


class Briefing(NamedTuple):
    """A deal as of the day of a debrief.

    `last` is the debrief before; `changes` are those of the grid since then, or since the
    assessment before the newest one where there was no debrief; `since` is that day, None where
    there is neither. `moves` are the changes of the expected close, oldest first;
    `moved_on` says that the step was changed after the day.
    """

    opportunity: Opportunity
    day: date
    standing: Standing
    card: Scorecard
    last: Debrief | None
    since: date | None
    changes: tuple[RatingChange, ...]
    moves: tuple[Change, ...]
    open: tuple[Numbered, ...]
    moved_on: bool
    around: Around

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of the sales process, in order."""
        return tuple(state.step for state in self.standing.states)

    def state(self, key: str | None) -> StepState | None:
        """Return what shows of a step; None for no step."""
        return self.standing.state(key) if key else None

    def after(self, key: str | None) -> StepState | None:
        """Return the step that follows one, the first after none; None behind the last."""
        state = self.state(key)
        at = state.step.number if state else 0
        return self.standing.states[at] if at < len(self.standing.states) else None


def briefing(
    opportunity: Opportunity, process: tuple[Step, ...], day: date, around: Around
) -> Briefing:
    """Return what is to be known of a deal for a debrief on a day."""
    then = as_of(opportunity, day)
    card = scorecard(then, day)
    last = next(reversed(debriefs_until(then, day)), None)
    before = scorecard(then, last.date) if last else previous(then, card)
    return Briefing(
        opportunity=then,
        day=day,
        standing=standing(then, process, day),
        card=card,
        last=last,
        since=last.date if last else before.day if before else None,
        changes=tuple(changes(before, card)) if before else (),
        moves=tuple(
            each for each in then.history if each.field == "expected_close" and each.before
        ),
        open=tuple(due_actions(then, day)),
        moved_on=_moved_on(opportunity, then, day),
        around=around,
    )


def _moved_on(opportunity: Opportunity, then: Opportunity, day: date) -> bool:
    """Whether the step worked on was changed after a day: by history, or by when it began."""
    now, before = (each.process.step if each.process else None for each in (opportunity, then))
    later = any(each.field == STEP and each.date > day for each in opportunity.history)
    return later or now != before
