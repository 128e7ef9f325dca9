"""The scorecard on a page: a table for each question, and what each rating rests on, on demand."""

from __future__ import annotations

from collections.abc import Iterator

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
    Block,
    Column,
    Item,
    Link,
    Part,
    Section,
    Table,
    Words,
    item,
    items,
    paragraph,
)
from tas_cli.views.words import age, party_name, signed


def grid(_: str, sheet: Sheet) -> Iterator[Block]:
    """Yield the balance of each party, and the four questions with their criteria."""
    yield _standing(sheet)
    for block in sheet.blocks:
        yield Section(_title(block, sheet), (_table(block, sheet),))


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


def _title(block: Question, sheet: Sheet) -> str:
    if len(sheet.parties) > 1 and len(block.leaders) == 1:
        leader = block.leaders[0]
        ahead = "we are" if leader == US else f"{party_name(sheet.opportunity, leader)} is"
        return f"{block.question.title} · {ahead} ahead"
    return block.question.title


def _table(block: Question, sheet: Sheet) -> Table:
    names = (party_name(sheet.opportunity, party) for party in sheet.parties)
    return Table(
        (Column("#", right=True), Column("Criterion"), *map(Column, names)),
        tuple(_row(row, sheet) for row in block.rows),
        details=tuple(tuple(_details(row, sheet)) for row in block.rows),
    )


def _row(row: CriterionRow, sheet: Sheet) -> tuple[Words, ...]:
    number, title = str(row.criterion.number), row.criterion.title
    marks = (_cell(row.cells[party], sheet, ours=party == US) for party in sheet.parties)
    return ((number, DIM),), (title,), *marks


def _cell(state: CellState, sheet: Sheet, *, ours: bool) -> Words:
    """Return a mark, and how old its evidence is or that there is none; empty if never rated."""
    if not state.rated:
        return (("not rated", DIM),)
    mark = (SIGN[state.rating], SIGN_STYLE[state.rating])
    if ours and state.rating == "+" and not state.evidence:
        return mark, (" no evidence", UNKNOWN)
    old = age(state.evidence_age(sheet.day)) if state.evidence else ""
    return (mark, (f" {old}", DIM)) if old else (mark,)


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
