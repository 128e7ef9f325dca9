"""What the debriefs took away: outcomes that were not shown, and the step that was reset. Pure.

What a debrief found not shown or doubtful is no evidence from that day on, until something new
comes: evidence of a later day, or the outcome met again on one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tas_cli.model.debrief import Debrief
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.process import MetOutcome

Doubts = Mapping[tuple[str | None, str], date]
"""By step and outcome, the day on which it was last looked at and not found."""


def debriefs_until(opportunity: Opportunity, day: date) -> list[Debrief]:
    """Return the debriefs that were held by a day, the newest last; of one day, as in the file."""
    held = (each for each in opportunity.debriefs if each.date <= day)
    return sorted(held, key=lambda each: each.date)


def doubts(opportunity: Opportunity, day: date) -> Doubts:
    """Return what the last debrief that judged an outcome did not find shown."""
    found: dict[tuple[str | None, str], date] = {}
    for debrief in debriefs_until(opportunity, day):
        for outcome, proof in debrief.outcomes.items():
            if proof == "shown":
                found.pop((debrief.claimed, outcome), None)
            else:
                found[debrief.claimed, outcome] = debrief.date
    return found


def proven(met: MetOutcome, day: date, doubted: date | None = None) -> bool:
    """Whether something shows an outcome by a day; after a doubt, something newer."""
    given = [each for each in met.evidence if each.given and (each.when or day) <= day]
    if doubted is None or (met.date and met.date > doubted):
        return bool(given)
    return any(each.when and each.when > doubted for each in given)


def reset_on(opportunity: Opportunity, step: str, day: date) -> date | None:
    """Return the day on which the last debrief reset the deal to a step; None where none did.

    New evidence in the step ends it, as it ends a doubt.
    """
    held = debriefs_until(opportunity, day)
    if not held or held[-1].reset_to != step or opportunity.process is None:
        return None
    record = opportunity.process.steps.get(step)
    reset = held[-1].date
    newer = record is not None and any(proven(met, day, reset) for met in record.outcomes.values())
    return None if newer else reset
