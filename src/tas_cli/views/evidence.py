"""`tas show --evidence`: who said what, and when, for every rating that has evidence."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.sheet import CriterionRow, Sheet
from tas_cli.method.catalogue import numbered
from tas_cli.model.evidence import Evidence
from tas_cli.views.page import DIM, SIGN, SIGN_STYLE, Block, Section, line, paragraph, section
from tas_cli.views.words import party_name

_INDENT = 4


def all_evidence(sheet: Sheet) -> Section:
    """Return the evidence for each cell, by criterion and party."""
    found = [
        block
        for row in sheet.rows
        for party, state in row.cells.items()
        if state.evidence or state.note
        for block in _cell(row, party, sheet)
    ]
    return section("Evidence and notes", *(found or [line("None yet.")]))


def _cell(row: CriterionRow, party: str, sheet: Sheet) -> Iterator[Block]:
    state = row.cells[party]
    name = f" {numbered(row.criterion.key)}, {party_name(sheet.opportunity, party)}"
    yield line((SIGN[state.rating], SIGN_STYLE[state.rating]), name)
    for entry in state.evidence:
        yield paragraph(said(entry, sheet), indent=_INDENT)
        yield paragraph((entry.link or "", DIM), indent=_INDENT)
    yield paragraph(f"note: {state.note}" if state.note else "", indent=_INDENT)


def said(entry: Evidence, deal: DealOnDay) -> str:
    """Return who said what, and when, in one line."""
    who = ", ".join(str(part) for part in (entry.when, deal.speakers.shown(entry.who)) if part)
    return ": ".join(part for part in (who, entry.what) if part)
