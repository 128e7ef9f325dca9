"""`tas board --rollout`: what had been achieved by each milestone day."""

from __future__ import annotations

from tas_cli.board.figures import share
from tas_cli.board.rollout import Reached, Rep, Rollout
from tas_cli.method.catalogue import rollout_calendar
from tas_cli.views.board import LACKING, left_out, percent
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    Column,
    Page,
    Table,
    Title,
    Words,
    cells,
    item,
    items,
    paragraph,
    section,
)
from tas_cli.words import counted

_STANDARD = (
    "Entered: assessed at least once. Graded: all twenty criteria rated for us, and #6-#15 for the"
    " primary competitor (a ? counts if somebody entered it). Reviewed: updated since the rollout"
    " began; the next column is the target for that day. Percentages are rounded down and cover"
    " all deals open at any time since the rollout began. Each rep's target is the number of"
    " debriefs due by day"
)
_DAYS = ("Entered", "Graded", "Reviewed", "Target", "Debriefs")
_REPS = ("Deals", "Entered", "Graded", "Reviewed", "Debriefs", "Target")
_LEAST_NAME = 8


def page(shown: Rollout) -> Page:
    """Return the page about the rollout."""
    if shown.began is None:
        nothing = "The rollout has not begun: no deal has been assessed yet."
        return (paragraph(nothing),)
    calendar = rollout_calendar()
    deals = f"{counted(shown.deals, 'deal')}, {counted(shown.reps, 'owner')}"
    duties = f"For the manager in week {shown.week} (an example from the method)"
    return (
        Title(f"Rollout since {shown.began}", (f"as of {shown.day}", deals)),
        GAP,
        _days(shown),
        GAP,
        _reps(shown),
        section(duties, items(map(item, shown.duties), 4, "  -")),
        GAP,
        paragraph((f"{_STANDARD} {calendar.days[0].day}. {calendar.example}", DIM)),
        paragraph((left_out(shown.broken), MINUS)),
    )


def _days(shown: Rollout) -> Table:
    columns = (
        Column("", least=10),
        Column("Date", least=12),
        *(Column(head, right=True, least=10) for head in _DAYS),
    )
    return Table(columns, tuple(_day(each, shown.deals) for each in shown.by_day))


def _day(reached: Reached, deals: int) -> tuple[Words, ...]:
    come, aim = reached.entered is not None, reached.aim
    behind = come and aim is not None and (share(reached.reviewed, deals) or 0) < aim
    style = MINUS if behind else "" if come else DIM
    figures = (
        *_shares(reached, deals),
        percent(aim) if aim is not None else "",
        str(reached.debriefs) if come else "–",
    )
    day = "Today" if aim is None else f"Day {reached.days}"
    return cells(day, str(reached.date), *((figure, style) for figure in figures))


def _reps(shown: Rollout) -> Table:
    columns = (Column("Rep"), *(Column(head, right=True, least=9) for head in _REPS))
    return Table(columns, tuple(map(_rep, shown.by_rep)), squeezed=(("Rep", _LEAST_NAME),))


def _rep(rep: Rep) -> tuple[Words, ...]:
    """Return a rep's cells; the target is the number of debriefs per rep by day 30."""
    aim = str(rollout_calendar().debriefs_each) if rep.name else ""
    figures = (str(rep.deals), *_shares(rep.reached, rep.deals), str(rep.reached.debriefs), aim)
    style = MINUS if rep.owed else ""
    return cells(rep.name or LACKING["owner"], *((figure, style) for figure in figures))


def _shares(reached: Reached, deals: int) -> list[str]:
    counts = (reached.entered, reached.graded, reached.reviewed)
    return [percent(share(each, deals)) for each in counts]
