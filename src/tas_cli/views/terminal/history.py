"""`tas show --history` as text: the dated columns side by side, as on the paper form."""

from __future__ import annotations

from tas_cli.assess.scorecard import Scorecard
from tas_cli.assess.tally import tally
from tas_cli.method.catalogue import criteria
from tas_cli.views.terminal.head import Head, head
from tas_cli.views.terminal.page import (
    DIM,
    HEADING,
    SIGN,
    SIGN_STYLE,
    STRONG,
    Page,
    Part,
    Screen,
    fit,
    right,
)
from tas_cli.views.terminal.words import party_name, signed

_TITLE, _COLUMN = 25, 6


def history(about: Head, cards: list[Scorecard], parties: tuple[str, ...], screen: Screen) -> str:
    """Return a form for each party, a column for each assessment.

    A sign stands alone where that day's assessment states it, and in brackets where it was
    carried over from an earlier one.
    """
    page = Page(screen)
    head(page, about)
    if not cards:
        page.blank()
        page.paragraph("Nobody has rated this opportunity yet.")
        return page.text()
    room = max(1, (screen.body - _TITLE) // _COLUMN)
    for party in parties:
        for start in range(0, len(cards), room):
            _form(page, party_name(about.opportunity, party), party, cards[start : start + room])
    page.blank()
    page.line((" + stated that day   (+) carried over   blank: not rated yet", DIM))
    return page.text()


def _form(page: Page, title: str, party: str, cards: list[Scorecard]) -> None:
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


def _cell(card: Scorecard, criterion: str, party: str) -> Part:
    state = card.cell(criterion, party)
    if not state.rated:
        return " " * _COLUMN
    sign = SIGN[state.rating]
    if state.stated == card.day:
        return (f"  {sign}   ", SIGN_STYLE[state.rating])
    return (f" ({sign})  ", DIM)
