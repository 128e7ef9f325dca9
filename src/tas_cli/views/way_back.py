"""The way back from the customer's date, as part of the plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.way_back import CLOSE, EVENT, Squeeze, Stop, Stretch, WayBack, way_back
from tas_cli.diagnostics import typeable
from tas_cli.views.page import (
    GAP,
    MINUS,
    PLUS,
    STRONG,
    Block,
    Column,
    Hint,
    Table,
    Words,
    paragraph,
)
from tas_cli.views.words import short_date
from tas_cli.words import counted, spelled

_SOURCES = {CLOSE: "the close date", EVENT: "the day the customer must act"}
_COLUMNS = (
    Column("By", most=11),
    Column("What", most=24),
    Column("Usual days: outcomes without evidence"),
)


class _Row(NamedTuple):
    """A row: by when, what, and more on it. `order` sets rows of the same day in order."""

    day: date
    order: int
    what: str
    more: str
    late: bool = False


def way_back_section(name: str, deal: DealOnDay) -> Iterator[Block]:
    """Yield the way back: days needed and left, and by when each step has to be done."""
    found = way_back(deal)
    if found is None:
        return
    yield GAP
    yield from whether_it_fits(found, deal)
    if found.left < 0 and found.source == CLOSE:
        yield Hint(f"Set a new one: `tas set {typeable(name)} expected_close=DATE`")
    rows = sorted((*_steps(found), *_customers(found), *_event(found, deal)))
    yield Table(_COLUMNS, tuple(_cells(each, deal) for each in rows), wrapped=True)
    yield from agreed(name, deal)


def whether_it_fits(found: WayBack, deal: DealOnDay) -> Iterator[Block]:
    """Yield whether the usual days of the steps fit before the end and the customer's dates."""
    yield paragraph(
        (f"Back from {short_date(found.until, deal.day)}, {_SOURCES[found.source]}.", STRONG),
        " ",
        (in_days(found), MINUS if found.short else ""),
    )
    if squeeze := found.squeezed(deal.day):
        yield paragraph((_squeezed(squeeze, deal), MINUS))


def in_days(found: WayBack) -> str:
    """Return how many days the usual steps take, and how many are left."""
    if found.left < 0:
        return f"That was {counted(-found.left, 'day')} ago."
    more = f"The usual steps take {counted(found.needed, 'more day')}, and you have {found.left}"
    return f"{more}: {found.short} short." if found.short else f"{more}."


def _squeezed(squeeze: Squeeze, deal: DealOnDay) -> str:
    """Return that the customer's date comes before the steps ahead of it can be done."""
    outcome, when = spelled(squeeze.outcome), short_date(squeeze.day, deal.day)
    if squeeze.left < 0:
        return f"The customer's date for {outcome.lower()}, {when}, has passed."
    return (
        f"{outcome} on {when} leaves {counted(squeeze.left, 'day')}; the steps before it usually"
        f" take {squeeze.needed}: {squeeze.short} short."
    )


def _steps(found: WayBack) -> Iterator[_Row]:
    for number, each in enumerate(found.stretches):
        yield _Row(each.end, number, each.step.title, _missing(each))


def _missing(each: Stretch) -> str:
    lacking = [spelled(stop.outcome) for stop in each.stops if not stop.agreed]
    outcomes = f": {', '.join(lacking).lower()}" if lacking else ""
    return f"{counted(each.days, 'day')}{outcomes}"


def _customers(found: WayBack) -> Iterator[_Row]:
    """Yield the customer's own dates, and which of them leave too few days."""
    for each in found.stretches:
        for stop in each.stops:
            if stop.agreed:
                more = _too_late(stop, found) if stop.late else "customer's date"
                yield _Row(stop.day, -1, spelled(stop.outcome), more, stop.late)
    for name, day in found.others:
        yield _Row(day, -1, spelled(name), "customer's date")


def _too_late(stop: Stop, found: WayBack) -> str:
    after = (stop.day - found.until).days
    if after > 0:
        return f"{counted(after, 'day')} after {_SOURCES[found.source]}"
    return "leaves too few days for the steps after it"


def _event(found: WayBack, deal: DealOnDay) -> Iterator[_Row]:
    event = deal.opportunity.compelling_event
    if event and event.date:
        yield _Row(event.date, len(found.stretches), "Customer must act", event.what or "")


def _cells(row: _Row, deal: DealOnDay) -> tuple[Words, ...]:
    past = row.day < deal.day
    day = (short_date(row.day, deal.day), MINUS if row.late or past else "")
    passed = [("already past; " if row.more else "already past", MINUS)] if past else []
    return ((day,), (row.what,), (*passed, (row.more, MINUS if row.late else "")))


def agreed(name: str, deal: DealOnDay) -> Iterator[Block]:
    """Yield who at the customer agreed to the dates, or that nobody has."""
    plan = deal.opportunity.close_plan
    by = plan.agreed if plan else None
    if by and by.who:
        when = f" on {short_date(by.when, deal.day)}" if by.when else ""
        who = deal.speakers.listed([by.who])
        yield paragraph((f"{who}{',' if ',' in who else ''} agreed to the dates{when}.", PLUS))
    else:
        yield paragraph("The customer has not agreed to these dates yet.")
        yield Hint(f"Once it has: `tas plan {typeable(name)} agreed=NAME`")
