"""The grid in plain lines, for those whose terminal reads them out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.assess.scorecard import CellState
from tas_cli.assess.sheet import CriterionRow, Sheet
from tas_cli.method.catalogue import US, numbered
from tas_cli.views.page import SIGN, Block, item, items, section
from tas_cli.views.words import lasted, party_name, tallied


def flat_grid(sheet: Sheet) -> Iterator[Block]:
    """Yield a section for each question, with one line for each criterion: every party's rating."""
    names = {party: party_name(sheet.opportunity, party) for party in sheet.parties}
    for block in sheet.blocks:
        counts = (f"{names[party]} {tallied(block.tallies[party])}" for party in names)
        title = f"{block.question.number} {block.question.title} {', '.join(counts)}"
        yield section(title, items((item(_row(row, names, sheet.day)) for row in block.rows), 2))


def _row(row: CriterionRow, names: dict[str, str], day: date) -> str:
    cells = (f"{name} {_cell(row.cells[party], party, day)}" for party, name in names.items())
    return f"{numbered(row.criterion.key)}: {'; '.join(cells)}"


def _cell(state: CellState, party: str, day: date) -> str:
    if not state.rated:
        return "never rated"
    age = state.evidence_age(day)
    if age is not None:
        return f"{SIGN[state.rating]}, evidence {lasted(age)} old"
    return f"{SIGN[state.rating]}{', no evidence' if party == US and state.rating == '+' else ''}"
