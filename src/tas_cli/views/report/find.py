"""What to find out and to fix, on a page: with questions, whom to ask, and what was said."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.scorecard import cell_name
from tas_cli.assess.sheet import CriterionRow, Sheet
from tas_cli.board.prep import Ask, Prep, Unknown, prep
from tas_cli.method.catalogue import US, numbered
from tas_cli.views.evidence import said
from tas_cli.views.page import (
    DIM,
    MINUS,
    SIGN,
    STRONG,
    UNKNOWN,
    Block,
    Item,
    Part,
    Section,
    item,
    items,
    paragraph,
)
from tas_cli.views.person import whom
from tas_cli.views.prep import again
from tas_cli.views.verdict import narrowing
from tas_cli.views.words import questions_each

_ALSO = 1
"""How many questions to ask about what decides nothing now."""


def find(_: str, sheet: Sheet) -> Iterator[Block]:
    """Yield what is unknown, weak, without evidence or old, if the deal is open and was assessed.

    What decides the strategy comes first.
    """
    if not sheet.cards:
        return
    shown = prep(sheet)
    yield from _deciding(shown)
    title = "Also unknown" if shown.ask else "Find out"
    yield Section(title, (items(_unknown(each, sheet) for each in shown.unknown),))
    weak = sheet.own("-") if sheet.open else ()
    yield Section("Weak spots", (items(_weak(row, sheet) for row in weak),))
    yield _in_a_row("Strong, but without evidence", [numbered(each) for each in shown.claims])
    yield _in_a_row("Re-check: still true?", [*again(shown)])


def _deciding(shown: Prep) -> Iterator[Section]:
    """Yield the unknown cells that decide between strategies."""
    if shown.ask:
        asks = questions_each(len(shown.ask))
        title = f"Find out next: {narrowing([ask.cell for ask in shown.ask])}"
        yield Section(title, (items(_ask(each, shown, asks) for each in shown.ask),))


def _ask(each: Ask, shown: Prep, asks: int) -> Item:
    cell, deal = each.cell, shown.deal
    name = cell_name(deal.opportunity, cell.criterion, cell.party)
    who = _who(deal, cell.criterion, in_house=each.in_house) if cell.party == US else ""
    return _to_find_out(name, each.questions[:asks], who)


def _unknown(each: Unknown, sheet: Sheet) -> Item:
    who = _who(sheet, each.criterion, in_house=each.in_house)
    return _to_find_out(numbered(each.criterion), each.questions[:_ALSO], who)


def _who(deal: DealOnDay, criterion: str, *, in_house: bool) -> str:
    """Return who can answer; whom to ask follows from how people stand with us, if that is known.

    Without it, somebody named here may be against us.
    """
    names = "" if in_house else whom(deal, criterion)
    if not names:
        return "answer in-house" if in_house else ""
    known = any(each.status for each in deal.people.values())
    return f"ask {names}" if known else f"may know: {names}"


def _to_find_out(name: str, questions: tuple[str, ...], who: str) -> Item:
    """Return an unknown cell: who can answer, and what to ask."""
    mark: Part = (SIGN["?"], UNKNOWN)
    return item((name, STRONG), (f", {who}" if who else "", DIM), mark=mark, below=questions)


def _weak(row: CriterionRow, sheet: Sheet) -> Item:
    """Return a weak criterion with what was said: the note, and the latest evidence."""
    state = row.cells[US]
    last = [said(entry, sheet) for entry in state.evidence[-1:]]
    rests = [*last, *([f"Note: {state.note}"] if state.note else [])]
    name = (numbered(row.criterion.key), STRONG)
    return item(name, mark=(SIGN["-"], MINUS), below=rests or [row.criterion.minus])


def _in_a_row(title: str, found: list[str]) -> Section:
    return Section(title, (paragraph("; ".join(found)),) if found else ())
