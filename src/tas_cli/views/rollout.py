"""`tas board --rollout`: what was reached by each day, and what the reps still have to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tas_cli.board.figures import Figures, share
from tas_cli.board.line import DealLine
from tas_cli.board.rollout import Reached, Rep, Rollout
from tas_cli.method.catalogue import rollout_calendar
from tas_cli.views.board import LACKING, left_out, money_line, percent, to_do
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    STRONG,
    Block,
    Column,
    Item,
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
from tas_cli.words import counted, some

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
_NAMED = 4
"""How many deals are named."""


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
        section(_by_then(shown), items(_still_to_do(shown), 2)),
        section("Pipeline and reviews today", *_assessment(shown.total)),
        section(duties, items(map(item, shown.duties), 4, "  -")),
        GAP,
        paragraph((f"{_STANDARD} {calendar.days[0].day}. {calendar.example}", DIM)),
        paragraph((left_out(shown.broken), MINUS)),
    )


def _by_then(shown: Rollout) -> str:
    """Return the heading of what the reps still have to do: the calendar's next aim."""
    debriefs = f"{rollout_calendar().debriefs_each} debriefs each"
    ahead = shown.ahead
    if ahead is None:
        return f"Still to do: all deals, {debriefs}"
    return (
        f"Still to do by day {ahead.days}: {percent(ahead.aim)} of the deals reviewed, {debriefs}"
    )


def _still_to_do(shown: Rollout) -> Iterator[Item]:
    """Yield what each rep still has to do; a rep who has done all is left out."""
    aim = shown.ahead.aim if shown.ahead else None
    for rep in shown.by_rep:
        owed = rep.reviews_owed(aim) if aim else 0
        by_then = f" ({owed} more by then)" if owed else ""
        lists = (
            ("enter", rep.to_enter, ""),
            ("grade", rep.to_grade, ""),
            ("review", rep.to_review, by_then),
        )
        words = [f"{what} {_named(deals)}{more}" for what, deals, more in lists if deals]
        if rep.owed:
            words.append(f"{counted(rep.debriefs_owed, 'more debrief')}")
        if words:
            yield item((rep.name or LACKING["owner"], STRONG), f": {'; '.join(words)}.")


def _named(deals: Sequence[DealLine]) -> str:
    return some([line.id for line in deals], _NAMED)


def _assessment(total: Figures) -> tuple[Block, ...]:
    """Return the unit's figures: what open deals are worth, and how well they are looked after."""
    reviewed, debriefed = (percent(total.share(each)) for each in (total.reviewed, total.debriefed))
    return (
        *map(money_line, total.money),
        paragraph(
            f"In the last 30 days {reviewed} of {counted(total.open, 'open deal')} reviewed,"
            f" {debriefed} debriefed. {percent(total.unknown_share)} of our ratings unknown."
            f" {to_do(total)}"
            f" Late: {counted(total.late, 'deal')}."
        ),
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
