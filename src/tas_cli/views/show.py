"""`tas show`: the strategy, what to do first, the grid, weak spots, unknowns, what changed."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.orphans import orphans
from tas_cli.assess.sheet import CriterionRow, Sheet
from tas_cli.board.prep import prep
from tas_cli.diagnostics import typeable
from tas_cli.method.catalogue import US, numbered
from tas_cli.views.before_after import ratings_changed
from tas_cli.views.condition import numbers
from tas_cli.views.evidence import all_evidence
from tas_cli.views.first import first
from tas_cli.views.flat import flat_grid
from tas_cli.views.grid import grid, known_from, legend, profiles, remarks_fit
from tas_cli.views.head import head
from tas_cli.views.page import (
    DIM,
    GAP,
    SIGN,
    SIGN_STYLE,
    UNKNOWN,
    Block,
    Hint,
    Item,
    Page,
    Part,
    Section,
    item,
    items,
    line,
    paragraph,
    section,
)
from tas_cli.views.person import who_left, whom
from tas_cli.views.verdict import choice, verdict
from tas_cli.views.words import ago, lasted, questions_each
from tas_cli.words import counted

_TIMES = {1: "once", 2: "twice, last"}


def show(
    name: str, sheet: Sheet, width: int, *, evidence: bool = False, flat: bool = False
) -> Page:
    """Return the sheet of a deal; with `evidence`, also all evidence for its ratings.

    A `flat` one has no drawing: the grid is a list with a line for each criterion.

    The strategy and what to do come first. Where what is known and what to ask stand beside the
    grid, they are not listed below it.
    """
    listed = flat or not remarks_fit(sheet, width)
    to_do = (_to_do(sheet, "-", "Weak spots"), _to_do(sheet, "?", "Find out"))
    return (
        *head(name, sheet),
        line(assessed(sheet)),
        GAP,
        *_conclusion(name, sheet),
        *(flat_grid(sheet) if flat else (GAP, *profiles(sheet), *grid(sheet, width), *legend())),
        *((all_evidence(sheet),) if evidence else ()),
        *((*(to_do if listed else ()), _whom(sheet), *_again(sheet)) if sheet.open else ()),
        *((_changes(sheet),) if sheet.previous else ()),
        GAP,
        Hint(f"`tas strategy {typeable(name)}` shows why, and what would change it."),
    )


def _conclusion(name: str, sheet: Sheet) -> tuple[Block, ...]:
    """Return what is recommended and chosen and, for an open deal, what to do first."""
    opportunity, decision = sheet.opportunity, sheet.decision
    return (
        paragraph(*verdict(decision), " ", choice(opportunity, decision, why=True)),
        first(name, prep(sheet)),
    )


def assessed(sheet: Sheet) -> Part:
    """Return how often and when a deal was assessed, and what else its sheet counts."""
    dates = sheet.card.dates
    later = f"; {counted(sheet.later, 'later assessment')} not shown" if sheet.later else ""
    if not dates:
        return (f"never assessed: everything is unknown{later}", UNKNOWN)
    days = (sheet.day - dates[-1]).days
    times = _TIMES.get(len(dates), f"{len(dates)} times, last")
    only = "; + only with evidence" if sheet.evidenced else ""
    return (f"assessed {times} on {dates[-1]} ({ago(days)}){only}{later}", DIM)


def _to_do(sheet: Sheet, rating: str, title: str) -> Section:
    rows = sheet.own(rating) if sheet.card.dates else []
    ours = {cell.criterion for cell in sheet.decision.deciding if cell.party == US}
    found = (
        each
        for row in rows
        for each in _what_to_do(
            row, sheet, questions_each(len(ours)) if row.criterion.key in ours else 1
        )
    )
    return section(f"{title} ({SIGN[rating]})", items(found, 26))


def _what_to_do(row: CriterionRow, sheet: Sheet, asks: int) -> list[Item]:
    """Return what is known about a weak cell, or up to `asks` questions about an unknown one."""
    state = row.cells[US]
    known = known_from(state) or row.criterion.minus
    first, *more = sheet.asks(row.criterion.key)[:asks] if state.rating == "?" else (known,)
    mark = (f"{row.criterion.number:>2} {row.criterion.short}", SIGN_STYLE[state.rating])
    return [item(first, mark=mark), *map(item, more)]


def _whom(sheet: Sheet) -> Section:
    """Return whom on the map to ask about what is weak or unknown: a line for the same people."""
    asked: dict[str, list[str]] = {}
    for row in (*sheet.own("-"), *sheet.own("?")) if sheet.card.dates and sheet.people else ():
        if names := whom(sheet, row.criterion.key):
            asked.setdefault(names, []).append(row.criterion.key)
    lines = (item(f"{numbers(found)}: {names}") for names, found in asked.items())
    return section("Whom to ask", items(lines, 2, "•"))


def _again(sheet: Sheet) -> Iterator[Section]:
    """Yield our ratings that are old, and those whose sources have all left."""
    stale = ", ".join(f"{numbered(each.criterion)} ({lasted(each.days)})" for each in sheet.stale)
    yield section(f"Re-check (older than {sheet.staleness.after} days)", paragraph(stale))
    left = (f"{numbered(each.criterion)} ({who_left(sheet, each)})" for each in orphans(sheet))
    yield section("Re-check (whoever told us has left)", paragraph(", ".join(left)))


def _changes(sheet: Sheet) -> Section:
    since = sheet.previous.day if sheet.previous else ""
    found = ratings_changed(sheet.changes, sheet.opportunity)
    return section(f"Changed since {since}", found if sheet.changes else line("Nothing changed."))
