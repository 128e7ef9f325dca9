"""The frame of a plan: goal, objective and strategy of the customer and of us, side by side."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.plan import total
from tas_cli.model.plan import Objective
from tas_cli.views.page import GAP, MINUS, Block, Column, Table, cells, paragraph
from tas_cli.views.verdict import titled
from tas_cli.views.words import amount, short_amount, short_date

_LEAST, _HALF, _MOST = 16, 34, 55
"""The cells of a column: at least, on a terminal of 80, and at most."""


def frame(deal: DealOnDay) -> Iterator[Block]:
    """Yield the goals, objectives and strategies of the customer and of us, side by side."""
    strategy = deal.opportunity.strategy
    theirs = strategy.customer if strategy else None
    ours = strategy.objective if strategy else None
    if not strategy or not (strategy.goal or ours or theirs):
        return
    how = titled(strategy.chosen, strategy.variation) if strategy.chosen else "not chosen yet"
    rows = (
        ("Goal", theirs and theirs.goal, strategy.goal),
        ("Objective", theirs and theirs.objective, _objective(ours, deal)),
        ("Strategy", theirs and theirs.strategy, how),
    )
    columns = (
        Column(""),
        Column(deal.opportunity.customer, most=_MOST, folds=True),
        Column("We", most=_MOST, folds=True),
    )
    both = (deal.opportunity.customer, "We")
    squeezed = tuple((head, width) for width in (_HALF, _LEAST) for head in both)
    yield GAP
    yield Table(
        columns, tuple(cells(*(each or "" for each in row)) for row in rows), squeezed=squeezed
    )
    yield from _sum(deal)


def _objective(ours: Objective | None, deal: DealOnDay) -> str:
    """Return what must be accomplished: its items, or the deal's amount, and by when."""
    due = (ours and ours.due) or deal.opportunity.expected_close
    parts = [
        f"{each.what} {short_amount(each.amount)}".strip() for each in (ours.items if ours else ())
    ]
    if not parts and deal.opportunity.amount:
        parts = [f"{deal.currency} {short_amount(deal.opportunity.amount)}"]
    what = ": ".join(filter(None, ((ours and ours.what) or "", ", ".join(parts))))
    return ", ".join(filter(None, (what, f"by {short_date(due, deal.day)}" if due else "")))


def _sum(deal: DealOnDay) -> Iterator[Block]:
    """Yield whether the objective's items add up to the deal's amount."""
    found = total(deal.opportunity)
    if found is None:
        return
    added = f"The items add up to {amount(found.items, deal.currency)}"
    if found.amount is None:
        yield paragraph(f"{added}.")
    elif found.gap == 0:
        yield paragraph(f"{added}, the deal's amount.")
    else:
        more = "less" if found.gap > 0 else "more"
        far = amount(abs(found.gap), deal.currency)
        yield paragraph((f"{added}, {far} {more} than the deal's amount.", MINUS))
