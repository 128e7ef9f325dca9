"""What debriefs took away: outcomes found unproven, and the step the deal was reset to. Pure.

An outcome that a debrief found unproven or doubtful has no evidence from that day on, until
something newer turns up: later evidence, or a later date of the outcome.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tas_cli.model.debrief import Debrief
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.process import MetOutcome

Doubts = Mapping[tuple[str | None, str], date]
"""By step and outcome, the day a debrief last looked at it and did not find it proven."""


def debriefs_until(opportunity: Opportunity, day: date) -> list[Debrief]:
    """Return the debriefs held by a day, newest last; those of one day in the file's order."""
    held = (each for each in opportunity.debriefs if each.date <= day)
    return sorted(held, key=lambda each: each.date)


def doubts(opportunity: Opportunity, day: date) -> Doubts:
    """Return the outcomes that the last debrief to judge them did not find proven."""
    found: dict[tuple[str | None, str], date] = {}
    for debrief in debriefs_until(opportunity, day):
        for outcome, proof in debrief.outcomes.items():
            if proof == "shown":
                found.pop((debrief.claimed, outcome), None)
            else:
                found[debrief.claimed, outcome] = debrief.date
    return found


def proven(met: MetOutcome, day: date, doubted: date | None = None) -> bool:
    """Whether there is evidence of an outcome by a day; after a doubt, newer evidence."""
    given = [each for each in met.evidence if each.given and (each.when or day) <= day]
    if doubted is None or (met.date and met.date > doubted):
        return bool(given)
    return any(each.when and each.when > doubted for each in given)


def reset_on(opportunity: Opportunity, step: str, day: date) -> date | None:
    """Return the day on which the last debrief reset the deal to a step; None if none did.

    New evidence in the step cancels the reset, as it cancels a doubt.
    """
    held = debriefs_until(opportunity, day)
    if not held or held[-1].reset_to != step or opportunity.process is None:
        return None
    record = opportunity.process.steps.get(step)
    reset = held[-1].date
    newer = record is not None and any(proven(met, day, reset) for met in record.outcomes.values())
    return None if newer else reset
