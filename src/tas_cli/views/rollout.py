"""The roll-out in words that all outputs share."""

from __future__ import annotations

from tas_cli.board.reasons import counted
from tas_cli.board.rollout import DEBRIEFS_EACH, Rep, Rollout, Stand

STANDARD = (
    "Entered: has an assessment. Graded to standard: all twenty criteria of ours are rated, and the"
    " primary competitor's on #6 to #15; a stated ? counts. Reviewed: brought up to date since the"
    " roll-out began; beside it the share that the calendar aims at. Shares are of the deals that"
    " were open at some time since then, rounded down."
)


def duty(shown: Rollout) -> str:
    """Return what the method's example of a calendar has a manager do this week."""
    if shown.duty is None:
        return ""
    return f"Week {shown.week}, in the method's example of a calendar: {shown.duty}."


def of_rep(rep: Rep) -> str:
    """Return how many of the debriefs of the first month a rep has had."""
    return f"{rep.debriefs} of {DEBRIEFS_EACH} debriefs, {counted(rep.deals, 'deal')}"


def columns() -> tuple[str, ...]:
    """Return the heads of the columns."""
    return ("Entered", "Graded", "Reviewed", "Aim", "Debriefs")


def in_view(shown: Rollout) -> str:
    """Return how many deals and owners the shares are of."""
    return f"{counted(shown.deals, 'deal')} of {counted(shown.reps, 'owner')}"


def label(stand: Stand) -> str:
    """Return what a line is called."""
    return "Today" if stand.aim is None else f"Day {stand.days}"
