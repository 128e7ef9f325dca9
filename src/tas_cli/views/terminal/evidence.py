"""`tas show --evidence` as text: who said what, and when, for every rating that has something."""

from __future__ import annotations

from tas_cli.assess.scorecard import CellState
from tas_cli.assess.sheet import Sheet
from tas_cli.model.evidence import Evidence
from tas_cli.views.page import DIM, SIGN, SIGN_STYLE
from tas_cli.views.terminal.page import Page
from tas_cli.views.words import numbered, party_name


def all_evidence(page: Page, sheet: Sheet) -> None:
    """Add what each cell rests on, by criterion and party."""
    page.heading("Evidence and notes")
    for row in sheet.rows:
        for party, state in row.cells.items():
            if state.evidence or state.note:
                page.line(
                    (SIGN[state.rating], SIGN_STYLE[state.rating]),
                    f" {numbered(row.criterion.key)}, {party_name(sheet.opportunity, party)}",
                )
                _cell(page, state)


def _cell(page: Page, state: CellState) -> None:
    for entry in state.evidence:
        page.paragraph(_said(entry), indent=4)
        if entry.link:
            page.paragraph((entry.link, DIM), indent=4)
    if state.note:
        page.paragraph(f"note: {state.note}", indent=4)


def _said(entry: Evidence) -> str:
    who = ", ".join(str(part) for part in (entry.when, entry.who) if part)
    return ": ".join(part for part in (who, entry.what) if part)
