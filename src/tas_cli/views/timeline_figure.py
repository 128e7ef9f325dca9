"""The plan in time as a drawing, with the table of all that it shows."""

from __future__ import annotations

from datetime import date
from functools import partial

from tas_cli.assess.timeline import Timeline
from tas_cli.views.page import Column, Figure, Table, Words, cells
from tas_cli.views.svg.timeline import timeline_drawing
from tas_cli.views.timeline_words import note, what, when
from tas_cli.views.words import short_date
from tas_cli.words import counted


def figure(plan: Timeline) -> Figure:
    """Return the plan in time."""
    return Figure("The plan in time", partial(timeline_drawing, plan), _table(plan))


def _table(plan: Timeline) -> Table:
    """Return everything by day, the steps that are left by their last day, then the undated."""
    rows: list[tuple[date, tuple[Words, ...]]] = [
        (each.day or date.max, cells(when(each, plan.today), what(each), note(each)))
        for each in plan.dated
    ]
    for each in plan.back.stretches if plan.back else ():
        usual = f"{counted(each.days, 'usual day')}, from {short_date(each.begin, plan.today)}"
        by = short_date(each.end, plan.today)
        rows.append((each.end, cells(by, f"End of {each.step.title}", usual)))
    rows.sort(key=lambda row: row[0])
    undated = (cells("no date yet", what(each), note(each)) for each in plan.undated)
    return Table(
        (Column("Day"), Column("What"), Column("More")), (*(row for _, row in rows), *undated)
    )
