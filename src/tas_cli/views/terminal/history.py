"""`tas show --history` as text: the dated columns side by side, as on the paper form."""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.assess.scorecard import Scorecard
from tas_cli.assess.tally import tally
from tas_cli.method.catalogue import US, criteria, strategies
from tas_cli.views.page import DIM, HEADING, SIGN, SIGN_STYLE, STRONG, Part
from tas_cli.views.terminal.head import Head, head
from tas_cli.views.terminal.page import Page, fit, right
from tas_cli.views.terminal.screen import Screen
from tas_cli.views.words import party_name, signed

_TITLE, _COLUMN = 25, 6
_LEGEND = "+ stated that day  (+) carried over  blank: not rated yet  2 ? two strategies open"


class Column(NamedTuple):
    """An assessment's day: the scorecard as of it, and what could come out then."""

    card: Scorecard
    reachable: tuple[str, ...]


def history(about: Head, columns: list[Column], parties: tuple[str, ...], screen: Screen) -> str:
    """Return a form for each party, a column for each assessment.

    A sign stands alone where that day's assessment states it, and in brackets where it was
    carried over from an earlier one. Under our column stands the strategy that followed.
    """
    page = Page(screen)
    head(page, about)
    if not columns:
        page.blank()
        page.paragraph("Nobody has rated this opportunity yet.")
        return page.text()
    room = max(1, (screen.body - _TITLE) // _COLUMN)
    for party in parties:
        for start in range(0, len(columns), room):
            _form(page, party_name(about.opportunity, party), party, columns[start : start + room])
    _changes(page, about)
    page.blank()
    page.paragraph((_LEGEND, DIM))
    return page.text()


def _form(page: Page, title: str, party: str, columns: list[Column]) -> None:
    cards = [column.card for column in columns]
    page.heading(title)
    page.line((" " * _TITLE + "".join(f"{card.day.year:>5} " for card in cards), DIM))
    page.line((" " * _TITLE + "".join(f"{card.day:%m-%d} " for card in cards), STRONG))
    for criterion in criteria():
        cells = [_cell(card, criterion.key, party) for card in cards]
        page.line(f"{criterion.number:>2} {fit(criterion.short, _TITLE - 3)}", *cells)
    tallies = [tally(card, party) for card in cards]
    page.line(
        (fit("   balance", _TITLE), HEADING),
        *(f"{right(signed(counts.balance), 4)}  " for counts in tallies),
    )
    page.line(
        (fit("   known", _TITLE), HEADING),
        *(f"{counts.known:>4}% " for counts in tallies),
    )
    if party == US:
        page.line((fit("   strategy", _TITLE), HEADING), *(_outcome(column) for column in columns))


def _outcome(column: Column) -> str:
    """Return the beginning of a strategy's name, or how many could still come out."""
    if len(column.reachable) > 1:
        return fit(f"{len(column.reachable)} ?", _COLUMN)
    return fit(strategies()[column.reachable[0]].title[: _COLUMN - 1], _COLUMN)


def _changes(page: Page, about: Head) -> None:
    """Add the changes of plain fields that the file keeps."""
    if not about.opportunity.history:
        return
    page.heading("What changed besides")
    for change in about.opportunity.history:
        before, after = change.before or "nothing", change.after or "nothing"
        page.paragraph(f"{change.field}: {before} → {after}", label=str(change.date), indent=12)


def _cell(card: Scorecard, criterion: str, party: str) -> Part:
    state = card.cell(criterion, party)
    if not state.rated:
        return " " * _COLUMN
    sign = SIGN[state.rating]
    if state.stated == card.day:
        return (f"  {sign}   ", SIGN_STYLE[state.rating])
    return (f" ({sign})  ", DIM)
