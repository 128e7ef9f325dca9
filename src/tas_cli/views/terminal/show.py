"""`tas show` as text: the head, who leads, the grid, what to mend and find out, what changed."""

from __future__ import annotations

from tas_cli.assess.sheet import CriterionRow, Sheet
from tas_cli.method.catalogue import US, tree
from tas_cli.strategy.decision import Decision
from tas_cli.views.page import DIM, SIGN, SIGN_STYLE, UNKNOWN, Part
from tas_cli.views.terminal.evidence import all_evidence
from tas_cli.views.terminal.grid import grid, legend, profiles
from tas_cli.views.terminal.head import Head, head
from tas_cli.views.terminal.page import Page, fit
from tas_cli.views.terminal.screen import Screen
from tas_cli.views.verdict import choice, place, verdict
from tas_cli.views.words import (
    age,
    numbered,
    party_name,
    questions_each,
)


def show(about: Head, sheet: Sheet, screen: Screen, *, evidence: bool = False) -> str:
    """Return the sheet of a deal; with `evidence` all that its ratings rest on."""
    page = _grid_page(about, sheet, screen)
    if evidence:
        all_evidence(page, sheet)
    if sheet.opportunity.status == "open":
        _to_do(page, sheet, "-", "To mend")
        _to_do(page, sheet, "?", "To find out")
        _to_look_at_again(page, sheet)
    _changes(page, sheet)
    _strategy(page, about, sheet.decision)
    return page.text()


def picture(about: Head, sheet: Sheet, screen: Screen) -> str:
    """Return the grid as an SVG picture."""
    return _grid_page(about, sheet, screen).svg(f"tas show {about.id}")


def _grid_page(about: Head, sheet: Sheet, screen: Screen) -> Page:
    page = Page(screen)
    head(page, about)
    page.line(_assessed(sheet))
    page.blank()
    profiles(page, sheet)
    grid(page, sheet)
    legend(page)
    return page


def _assessed(sheet: Sheet) -> Part:
    dates = sheet.card.dates
    if not dates:
        return (f"never assessed: every cell is unknown{_later(sheet)}", UNKNOWN)
    days = (sheet.day - dates[-1]).days
    times = "once" if len(dates) == 1 else f"{len(dates)} times, last"
    only = "; our + count only with evidence" if sheet.evidenced else ""
    return (f"assessed {times} on {dates[-1]}, {age(days)} ago{only}{_later(sheet)}", DIM)


def _later(sheet: Sheet) -> str:
    return f"; {sheet.later} dated later, not shown" if sheet.later else ""


def _to_do(page: Page, sheet: Sheet, rating: str, title: str) -> None:
    rows = sheet.own(rating)
    if not rows or not sheet.card.dates:
        return
    page.heading(f"{title} ({SIGN[rating]})")
    ours = {cell.criterion for cell in sheet.decision.deciding if cell.party == US}
    for row in rows:
        label = f"{row.criterion.number:>2} {row.criterion.short}"
        asks = questions_each(len(ours)) if row.criterion.key in ours else 1
        first, *more = _what_to_do(row, asks)
        page.paragraph(first, label=(label, SIGN_STYLE[rating]), indent=26)
        for ask in more:
            page.paragraph(ask, label="", indent=26)


def _to_look_at_again(page: Page, sheet: Sheet) -> None:
    stale = sheet.stale
    if not stale:
        return
    page.heading(f"To look at again (older than {sheet.staleness.after} days)")
    ages = (f"{numbered(each.criterion)} {age(each.days)}" for each in stale)
    page.paragraph(", ".join(ages))


def _what_to_do(row: CriterionRow, asks: int) -> tuple[str, ...]:
    """Return what is known of a weak cell, or so many questions to ask about an unknown one."""
    state = row.cells[US]
    if state.rating == "?":
        return row.criterion.asks[:asks]
    evidence = [entry.what for entry in state.evidence if entry.what]
    return (state.note or (evidence[-1] if evidence else "") or row.criterion.minus,)


def _changes(page: Page, sheet: Sheet) -> None:
    if sheet.previous is None:
        return
    page.heading(f"Changed since {sheet.previous.day}")
    if not sheet.changes:
        page.line("nothing")
    for change in sheet.changes:
        before: Part = ("new", DIM) if change.first else (SIGN[change.before], "")
        page.line(
            fit(numbered(change.criterion), 26),
            fit(party_name(sheet.opportunity, change.party), 12),
            " ",
            before,
            " → ",
            (SIGN[change.after], SIGN_STYLE[change.after]),
        )


def _strategy(page: Page, about: Head, decision: Decision) -> None:
    opportunity = about.opportunity
    page.heading("Strategy")
    page.paragraph(*verdict(decision), " ", choice(opportunity, decision))
    steps = tree().steps
    way = ", ".join(f"{steps[taken.step].title.lower()}: {taken.answer}" for taken in decision.path)
    page.paragraph(way[:1].upper() + way[1:] + ".")
    if decision.deciding and opportunity.status == "open":
        cells = [place(opportunity, cell.criterion, cell.party) for cell in decision.deciding[:6]]
        more = len(decision.deciding) - len(cells)
        page.paragraph(
            "Find out first: ", ", ".join(cells), f" and {more} more" if more else "", "."
        )
    page.paragraph((f"`tas strategy {about.id}` shows the tree and what would change it.", DIM))
