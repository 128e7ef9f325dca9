"""`tas show` as text: the head, who leads, the grid, what to mend and find out, what changed."""

from __future__ import annotations

from tas_cli.assess.sheet import Row, Sheet
from tas_cli.method.catalogue import US, strategies, tree
from tas_cli.model.opportunity import Opportunity
from tas_cli.strategy.decision import Decision
from tas_cli.views.terminal.grid import grid, legend, profiles
from tas_cli.views.terminal.head import Head, head
from tas_cli.views.terminal.page import (
    DIM,
    SIGN,
    SIGN_STYLE,
    STRONG,
    UNKNOWN,
    Page,
    Part,
    Screen,
    fit,
)
from tas_cli.views.terminal.words import (
    age,
    numbered,
    party_name,
)


def show(about: Head, sheet: Sheet, decision: Decision, screen: Screen) -> str:
    """Return the sheet of a deal."""
    page = _grid_page(about, sheet, screen)
    _to_do(page, sheet, "-", "To mend")
    _to_do(page, sheet, "?", "To find out")
    _changes(page, sheet)
    _strategy(page, about, decision)
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
        return ("never assessed: every cell is unknown", UNKNOWN)
    days = (sheet.card.day - dates[-1]).days
    times = "once" if len(dates) == 1 else f"{len(dates)} times, last"
    only = "; our + count only with evidence" if sheet.evidenced else ""
    return (f"assessed {times} on {dates[-1]}, {age(days)} ago{only}", DIM)


def _to_do(page: Page, sheet: Sheet, rating: str, title: str) -> None:
    rows = sheet.own(rating)
    if not rows or not sheet.card.dates:
        return
    page.heading(f"{title} ({SIGN[rating]})")
    for row in rows:
        label = f"{row.criterion.number:>2} {row.criterion.short}"
        page.paragraph(_what_to_do(row), label=(label, SIGN_STYLE[rating]), indent=26)


def _what_to_do(row: Row) -> str:
    """Return what is known of a weak cell, or a question to ask about an unknown one."""
    state = row.cells[US]
    if state.rating == "?":
        return row.criterion.asks[0]
    evidence = [entry.what for entry in state.evidence if entry.what]
    return state.note or (evidence[-1] if evidence else "") or row.criterion.minus


def _changes(page: Page, sheet: Sheet) -> None:
    if sheet.before is None:
        return
    page.heading(f"Changed since {sheet.before}")
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
    page.paragraph(*verdict(decision), _choice(opportunity))
    steps = tree().steps
    way = ", ".join(f"{steps[taken.step].title.lower()}: {taken.answer}" for taken in decision.path)
    page.paragraph(way[:1].upper() + way[1:] + ".")
    if decision.deciding:
        cells = [_place(opportunity, cell.criterion, cell.party) for cell in decision.deciding[:6]]
        more = len(decision.deciding) - len(cells)
        page.paragraph(
            "Find out first: ", ", ".join(cells), f" and {more} more" if more else "", "."
        )
    page.paragraph((f"`tas strategy {about.id}` shows the tree and what would change it.", DIM))


def _place(opportunity: Opportunity, criterion: str, party: str) -> str:
    whose = "" if party == US else f" of {party_name(opportunity, party)}"
    return numbered(criterion) + whose


def verdict(decision: Decision) -> list[Part]:
    """Return the outcome in words: the recommendation, or what is still reachable."""
    if decision.recommended is None:
        titles = [strategies()[key].title for key in decision.reachable]
        listed = ", ".join(titles[:-1]) + f" or {titles[-1]}"
        return ["Not settled: ", (listed, STRONG), " can still come out."]
    strategy = strategies()[decision.recommended]
    variation = f" ({strategy.variation(decision.variation).title})" if decision.variation else ""
    return ["Recommended: ", (strategy.title + variation, STRONG), "."]


def _choice(opportunity: Opportunity) -> str:
    choice = opportunity.strategy
    if choice is None or choice.chosen is None:
        return " None chosen yet."
    since = f" since {choice.since}" if choice.since else ""
    return f" Chosen: {strategies()[choice.chosen].title}{since}."
