"""`tas show` as text: the head, who leads, the grid, what to mend and find out, what changed."""

from __future__ import annotations

from datetime import date

from tas_cli.assess.sheet import Row, Sheet
from tas_cli.method.catalogue import US, strategies, tree
from tas_cli.model.opportunity import Opportunity
from tas_cli.strategy.decision import Decision
from tas_cli.views.terminal.grid import grid, legend, profiles
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
    amount,
    days_until,
    numbered,
    party_name,
)


def show(name: str, sheet: Sheet, decision: Decision, currency: str, screen: Screen) -> str:
    """Return the sheet of the opportunity with the id `name`; `currency` is the default one."""
    page = _grid_page(name, sheet, currency, screen)
    _to_do(page, sheet, "-", "To mend")
    _to_do(page, sheet, "?", "To find out")
    _changes(page, sheet)
    _strategy(page, name, sheet.opportunity, decision)
    return page.text()


def picture(name: str, sheet: Sheet, currency: str, screen: Screen) -> str:
    """Return the grid as an SVG picture."""
    return _grid_page(name, sheet, currency, screen).svg(f"tas show {name}")


def _grid_page(name: str, sheet: Sheet, currency: str, screen: Screen) -> Page:
    page = Page(screen)
    head(page, name, sheet.opportunity, sheet.card.day, currency)
    page.line(_assessed(sheet))
    page.blank()
    profiles(page, sheet)
    grid(page, sheet)
    legend(page)
    return page


def head(page: Page, name: str, opportunity: Opportunity, day: date, currency: str) -> None:
    """Add what the deal is: name, customer, money, dates, owner."""
    page.paragraph((opportunity.name, STRONG), " · ", opportunity.customer)
    facts = [
        amount(opportunity.amount, opportunity.currency or currency),
        _close(opportunity, day),
        opportunity.owner or "no owner",
    ]
    page.paragraph(" · ".join(fact for fact in facts if fact))
    page.paragraph((f"{name} · as of {day}", DIM))


def _close(opportunity: Opportunity, day: date) -> str:
    closed = opportunity.closed
    if opportunity.status != "open":
        on = f" on {closed.date}" if closed and closed.date else ""
        return f"{opportunity.status}{on}"
    if opportunity.expected_close is None:
        return "open, no close date"
    return f"closes {opportunity.expected_close}, {days_until(opportunity.expected_close, day)}"


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


def _strategy(page: Page, name: str, opportunity: Opportunity, decision: Decision) -> None:
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
    page.paragraph((f"`tas strategy {name}` shows the tree and what would change it.", DIM))


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

