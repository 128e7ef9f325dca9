"""The scorecard on a page: a table for each question, and what each rating rests on, on demand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tas_cli.assess.over_time import Course, courses
from tas_cli.assess.scorecard import CellState
from tas_cli.assess.sheet import Block as Question
from tas_cli.assess.sheet import CriterionRow, Sheet
from tas_cli.method.catalogue import US
from tas_cli.views.evidence import said
from tas_cli.views.page import (
    DIM,
    SIGN,
    SIGN_STYLE,
    STRONG,
    UNKNOWN,
    UNRATED,
    Block,
    Column,
    Item,
    Link,
    Mark,
    On,
    Part,
    Section,
    Table,
    Words,
    item,
    items,
    paragraph,
)
from tas_cli.views.svg.marks import look
from tas_cli.views.words import party_name, signed


def grid(_: str, sheet: Sheet) -> Iterator[Block]:
    """Yield the balance of each party, and the four questions with their criteria."""
    yield _standing(sheet)
    over = {party: courses(sheet, party) for party in sheet.parties}
    for block in sheet.blocks:
        yield Section(
            block.question.title, (_table(block, sheet, over),), fact=_leader(block, sheet)
        )
    yield _legend(sheet)


def _standing(sheet: Sheet) -> Block:
    """Return in words who leads, and how much is known about us."""
    ours = sheet.totals[US]
    if not sheet.card.dates:
        return paragraph(("Never assessed: everything is unknown.", UNKNOWN))
    balances = ", ".join(
        f"{party_name(sheet.opportunity, party)} {signed(tally.balance)}"
        for party, tally in sheet.totals.items()
    )
    return paragraph(f"{ours.known}% known. Balance (strong less weak): {balances}.")


def _legend(sheet: Sheet) -> Block:
    """Say how far the ratings can be relied on that are drawn hollow."""
    shown = {_mark(row, US, sheet).look for row in sheet.rows}
    said = {
        "claimed": "Hollow: our claim, without evidence.",
        "stale": f"Dashed: not re-checked for more than {sheet.staleness.after} days.",
        UNRATED: "Without a mark: not rated.",
    }
    return paragraph((" ".join(words for each, words in said.items() if each in shown), DIM))


def _leader(block: Question, sheet: Sheet) -> str:
    """Return who is ahead in a question; empty if several are, or no competitor was rated."""
    others = (row.cells[each] for row in block.rows for each in sheet.parties[1:])
    if len(block.leaders) != 1 or not any(cell.rated for cell in others):
        return ""
    leader = block.leaders[0]
    return f"{'we are' if leader == US else f'{party_name(sheet.opportunity, leader)} is'} ahead"


_Over = Mapping[str, Mapping[str, Course]]
"""How the ratings of each party on each criterion moved."""


def _table(block: Question, sheet: Sheet, over: _Over) -> Table:
    names = (party_name(sheet.opportunity, party) for party in sheet.parties[1:])
    return Table(
        (
            Column("#", right=True),
            Column("Criterion"),
            Column("Weak", On.FULL, right=True),
            Column("Us"),
            Column("Strong", On.FULL),
            *map(Column, names),
        ),
        tuple(_row(row, sheet, over) for row in block.rows),
        details=tuple(tuple(_details(row, sheet)) for row in block.rows),
    )


def _row(row: CriterionRow, sheet: Sheet, over: _Over) -> tuple[Words, ...]:
    criterion, ours = row.criterion, row.cells[US]
    signs = {cell.rating for cell in row.cells.values()}
    weak, strong = ("minus", "plus") if ours.rated else (DIM, DIM)
    minus = (criterion.minus_pole_beside(signs), weak if ours.rating == "-" else DIM)
    plus = (criterion.plus_pole, strong if ours.rating == "+" else DIM)
    own, *others = (
        (_moving(_mark(row, party, sheet), over[party].get(criterion.key)),)
        for party in sheet.parties
    )
    number = (str(criterion.number), DIM)
    return (number,), (criterion.title,), (minus,), own, (plus,), *others


def _moving(mark: Mark, course: Course | None) -> Mark:
    """Return a mark with the days on which it changed."""
    changes = course.changes if course else ()
    return mark._replace(over=tuple((str(each.day), SIGN[each.rating]) for each in changes))


def _mark(row: CriterionRow, party: str, sheet: Sheet) -> Mark:
    state = row.cells[party]
    if not state.rated:
        return Mark("", "", UNRATED)
    return Mark(SIGN[state.rating], SIGN_STYLE[state.rating], look(sheet, state, party).value)


def _details(row: CriterionRow, sheet: Sheet) -> Iterator[Block]:
    """Yield what the ratings of a criterion rest on, and what to ask if ours is unknown."""
    criterion = row.criterion
    for party, state in row.cells.items():
        found = [*_said(state, sheet)]
        if found:
            yield paragraph((party_name(sheet.opportunity, party), STRONG))
            yield items(found)
    if row.cells[US].rating == "?" and sheet.open:
        yield paragraph(("Ask", STRONG))
        yield items(map(item, sheet.asks(criterion.key)))
    yield paragraph((f"Strong: {criterion.plus_pole}. Weak: {criterion.minus_poles}.", DIM))


def _said(state: CellState, sheet: Sheet) -> Iterator[Item]:
    for entry in state.evidence:
        link: tuple[Part, ...] = (" ", Link(entry.link, "", entry.link)) if entry.link else ()
        yield item(said(entry, sheet), *link)
    if state.note:
        yield item(f"Note: {state.note}")
