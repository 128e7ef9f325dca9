"""`tas show --history`: a form for each party, a column for each assessment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tas_cli.assess.scorecard import Scorecard
from tas_cli.assess.sheet import Sheet
from tas_cli.assess.tally import tally
from tas_cli.method.catalogue import US, criteria, strategies
from tas_cli.views.before_after import NONE, before_and_after
from tas_cli.views.cells import fit, right
from tas_cli.views.head import head
from tas_cli.views.page import (
    DIM,
    GAP,
    HEADING,
    SIGN,
    SIGN_STYLE,
    STRONG,
    Page,
    Part,
    Section,
    item,
    items,
    line,
    paragraph,
    section,
)
from tas_cli.views.words import party_name, signed

_TITLE, _COLUMN = 25, 6
_LEGEND = "+ rated that day  (+) carried over  blank: unrated  2 ? two strategies possible"


class Column(NamedTuple):
    """The day of an assessment: the scorecard as of that day, and the strategies within reach."""

    card: Scorecard
    reachable: tuple[str, ...]


def history(name: str, sheet: Sheet, columns: list[Column], width: int) -> Page:
    """Return a form for each party, with as many columns side by side as fit in `width`.

    A sign is shown plain if that day's assessment states it, and in brackets if it was carried
    over from an earlier one. Our form also shows the resulting strategy.
    """
    if not columns:
        return (*head(name, sheet), GAP, paragraph("This deal has not been rated yet."))
    room = max(1, (width - _TITLE) // _COLUMN)
    return (
        *head(name, sheet),
        *(
            _form(party_name(sheet.opportunity, party), party, columns[start : start + room])
            for party in sheet.parties
            for start in range(0, len(columns), room)
        ),
        _changes(sheet),
        GAP,
        paragraph((_LEGEND, DIM)),
    )


def _form(title: str, party: str, columns: list[Column]) -> Section:
    cards = [column.card for column in columns]
    rows = (
        line(
            f"{criterion.number:>2} {fit(criterion.short, _TITLE - 3)}",
            *(_cell(card, criterion.key, party) for card in cards),
        )
        for criterion in criteria()
    )
    return section(
        title,
        line((" " * _TITLE + "".join(f"{card.day.year:>5} " for card in cards), DIM)),
        line((" " * _TITLE + "".join(f"{card.day:%m-%d} " for card in cards), STRONG)),
        *rows,
        *(
            line((fit(f"   {name}", _TITLE), HEADING), *sums)
            for name, sums in _sums(party, columns)
        ),
    )


def _sums(party: str, columns: list[Column]) -> Iterator[tuple[str, list[str]]]:
    """Yield the rows below a party's signs."""
    tallies = [tally(column.card, party) for column in columns]
    yield "balance", [f"{right(signed(each.balance), 4)}  " for each in tallies]
    yield "known", [f"{each.known:>4}% " for each in tallies]
    if party == US:
        yield "strategy", [_outcome(column) for column in columns]


def _outcome(column: Column) -> str:
    """Return the beginning of the strategy's name, or how many strategies are within reach."""
    if len(column.reachable) > 1:
        return fit(f"{len(column.reachable)} ?", _COLUMN)
    return fit(strategies()[column.reachable[0]].title[: _COLUMN - 1], _COLUMN)


def _changes(sheet: Sheet) -> Section:
    """Return the changes of plain fields recorded in the file."""
    found = (
        item(
            f"{each.field}: ",
            *before_and_after(each.before or NONE, each.after or NONE),
            mark=str(each.date),
        )
        for each in sheet.opportunity.history
    )
    return section("Other changes", items(found, 12))


def _cell(card: Scorecard, criterion: str, party: str) -> Part:
    state = card.cell(criterion, party)
    if not state.rated:
        return " " * _COLUMN
    sign = SIGN[state.rating]
    if state.stated == card.day:
        return (f"  {sign}   ", SIGN_STYLE[state.rating])
    return (f" ({sign})  ", DIM)
