"""Edits that record a debrief (method, section 8)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from tas_cli.assess.actions import Numbered, numbered_actions
from tas_cli.edits.process import Move, work_on
from tas_cli.edits.process_names import step_named
from tas_cli.method.catalogue import SalesStep
from tas_cli.model.debrief import Debrief
from tas_cli.model.opportunity import Opportunity
from tas_cli.refusals import Refused
from tas_cli.source.edit import Edit, Insert, Put

_AGAIN = "Review it again, and save what is still true."


class Held(NamedTuple):
    """A debrief, the sales process, and the earlier actions that were reported as done."""

    entry: Debrief
    process: tuple[SalesStep, ...]
    done: tuple[Numbered, ...] = ()


class ChangedMeanwhile(Refused):
    """The deal has changed since the manager looked at it."""

    def __init__(self, what: str) -> None:
        super().__init__(f"someone else has changed {what}; nothing was saved.", _AGAIN)


def hold(first: Opportunity, now: Opportunity, held: Held) -> Iterator[Edit]:
    """Yield the edits that record a debrief; `first` is the deal as the manager saw it.

    Only the list of debriefs changes, the actions reported as done and, after a reset, the sales
    step, as `tas step` would change it.

    Raises:
        Refused: that day already has a debrief.
        ChangedMeanwhile: somebody else changed what the debrief was about.
    """
    refuse_second(now, held.entry.date)
    refuse_other_process(first, now)
    for each in held.done:
        yield from _marked_done(now, each, held.entry.date)
    yield Insert(("debriefs",), held.entry)
    if held.entry.reset_to:
        step = step_named(held.entry.reset_to, held.process)
        yield from work_on(now, Move(step, held.process, None, held.entry.date))


def refuse_second(now: Opportunity, day: date) -> None:
    """Refuse a second debrief on one day."""
    if any(each.date == day for each in now.debriefs):
        raise Refused(
            f"there is already a debrief on {day}.",
            "Use another --date, or change that debrief with `tas edit`.",
        )


def refuse_other_process(first: Opportunity, now: Opportunity) -> None:
    """Refuse if the step, the status or an outcome has changed since the manager looked."""
    if first.step != now.step:
        was, found = first.step or "none", now.step or "none"
        raise ChangedMeanwhile(f"the step (was {was}, is now {found})")
    if first.status != now.status:
        raise ChangedMeanwhile(f"the status (was {first.status}, is now {now.status})")
    before, after = _outcomes(first), _outcomes(now)
    for step in {**before, **after}:
        if before.get(step) != after.get(step):
            raise ChangedMeanwhile(f"the outcomes of {step}")


def _outcomes(opportunity: Opportunity) -> dict[str, object]:
    steps = opportunity.process.steps if opportunity.process else {}
    return {key: record.outcomes for key, record in steps.items() if record.outcomes}


def _marked_done(now: Opportunity, each: Numbered, day: date) -> Iterable[Edit]:
    """Return the edit that marks an action as done; none if somebody else has already done so."""
    same = [
        one
        for one in numbered_actions(now)
        if (one.asked, one.action.what) == (each.asked, each.action.what)
    ]
    found = [one for one in same if one.path == each.path] or same
    if len(found) != 1:
        raise ChangedMeanwhile(f"the action item agreed on {each.asked}")
    [one] = found
    return [] if one.action.done else [Put((*one.path, "done"), day)]
