"""The roll-out in words that all outputs share."""

from __future__ import annotations

from tas_cli.board.figures import share
from tas_cli.board.rollout import Rep, Rollout, Stand
from tas_cli.method.catalogue import rollout_calendar
from tas_cli.views.board import LACKING, percent
from tas_cli.words import counted

_STANDARD = (
    "Entered: has an assessment. Graded to standard: all twenty criteria of ours are rated, and the"
    " primary competitor's on #6 to #15; a stated ? counts. Reviewed: brought up to date since the"
    " roll-out began; beside it the share that the calendar aims at. Shares are of the deals that"
    " were open at some time since then, rounded down. The aim beside a rep's debriefs is for day"
)


def standard() -> str:
    """Return what the figures mean, and whose calendar it is."""
    calendar = rollout_calendar()
    return f"{_STANDARD} {calendar.days[0].day}. {calendar.example}"


REP_COLUMNS = ("Deals", "Entered", "Graded", "Reviewed", "Debriefs", "Aim")


def duties_of(shown: Rollout) -> str:
    """Return what stands over the week's duties."""
    return f"What a manager does in week {shown.week} (the method's example)"


def rep_cells(rep: Rep) -> list[str]:
    """Return a rep's cells; the aim is how many debriefs each rep is to have had by day 30."""
    stand = rep.stand
    shares = [share(each, rep.deals) for each in (stand.entered, stand.graded, stand.reviewed)]
    aim = str(rollout_calendar().debriefs_each) if rep.name else ""
    return [str(rep.deals), *map(percent, shares), str(stand.debriefs), aim]


def columns() -> tuple[str, ...]:
    """Return the heads of the columns."""
    return ("Entered", "Graded", "Reviewed", "Aim", "Debriefs")


def in_view(shown: Rollout) -> str:
    """Return how many deals and owners the shares are of."""
    return f"{counted(shown.deals, 'deal')} of {counted(shown.reps, 'owner')}"


def rep_name(rep: Rep) -> str:
    """Return what the line of a rep is called."""
    return rep.name or LACKING["owner"]


def label(stand: Stand) -> str:
    """Return what a line is called."""
    return "Today" if stand.aim is None else f"Day {stand.days}"
