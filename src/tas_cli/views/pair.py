"""`tas show A B`: two deals side by side: facts, strategy, ratings, and where those differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tas_cli.assess.scorecard import CellState
from tas_cli.assess.sheet import Block as Question
from tas_cli.assess.sheet import CriterionRow, Sheet
from tas_cli.method.catalogue import US, numbers
from tas_cli.views.cells import fit
from tas_cli.views.grid import cell
from tas_cli.views.head import called_by_owner, closing, working_on
from tas_cli.views.page import (
    DIM,
    GAP,
    HEADING,
    SIGN,
    SIGN_STYLE,
    STRONG,
    Block,
    Column,
    On,
    Page,
    Table,
    Title,
    Words,
    cells,
    line,
    paragraph,
    section,
)
from tas_cli.views.verdict import choice, first_to_find_out, verdict
from tas_cli.views.words import amount, party_name, signed, tallied
from tas_cli.workspace import Deal

_NARROW, _WIDE, _FACT = 11, 100, 33
"""The width of a party's column at 80 columns, where a page is wide, and the width of a fact."""
_MARK = "≠"
_DIFFERS = f"{_MARK} differs"
_LEGEND = f"{_DIFFERS}  –·· weak  ·?· unknown  ··+ strong  · · unrated  •3w evidence  ! none"
_DECIDING = 4
"""How many cells to find out next are named."""


class Pair(NamedTuple):
    """Two deals, and the sheet of each on the same day."""

    deals: tuple[Deal, Deal]
    sheets: tuple[Sheet, Sheet]

    @property
    def differing(self) -> list[str]:
        """The criteria in which our ratings differ."""
        first, second = self.sheets
        return [
            mine.criterion.key
            for mine, other in zip(first.rows, second.rows, strict=True)
            if mine.cells[US].rating != other.cells[US].rating
        ]

    @property
    def columns(self) -> list[tuple[int, str]]:
        """Whose ratings are shown: the deal's place and the party, us first, then the primary."""
        rivals = ((at, party) for at, each in enumerate(self.sheets) for party in each.primary)
        return [(0, US), (1, US), *rivals]


def page(pair: Pair, *, flat: bool) -> Page:
    """Return two deals side by side; a `flat` page has signs instead of drawings."""
    names = [each.id for each in pair.deals]
    return (
        Title(f"{' and '.join(names)} side by side", (f"as of {pair.sheets[0].day}",)),
        GAP,
        Table(
            (Column(""), *(Column(name, least=_FACT, most=_FACT * 2) for name in names)),
            tuple(_facts(pair)),
            squeezed=tuple((name, _FACT) for name in names),
        ),
        section("Strategy", *map(_decided, pair.deals, pair.sheets)),
        section(_differing(pair), _grid(pair, flat=flat)),
        line((_DIFFERS if flat else _LEGEND, DIM)),
    )


def _facts(pair: Pair) -> Iterator[tuple[Words, ...]]:
    """Yield a row for each fact that at least one of the deals has."""
    for name, *values in zip(_FACTS, *map(_known, pair.sheets), strict=True):
        if any(values):
            yield cells((name, DIM), *values)


_FACTS = (
    "Deal",
    "Customer",
    "Amount",
    "Status",
    "Owner",
    "Works on",
    "Call",
    "Evidenced",
    "Balance",
)


def _known(sheet: Sheet) -> tuple[str, ...]:
    deal, total, supported = sheet.opportunity, sheet.totals[US], sheet.standing.supported
    return (
        deal.name,
        deal.customer,
        amount(deal.amount, deal.currency or sheet.settings.currency),
        closing(deal, sheet.day),
        deal.owner or "no owner",
        working_on(sheet),
        called_by_owner(sheet),
        f"up to {supported.title}" if supported else "",
        f"{signed(total.balance)}, {total.known}% known",
    )


def _decided(deal: Deal, sheet: Sheet) -> Block:
    """Return what is recommended and chosen, and what to find out next."""
    opportunity, decision = sheet.opportunity, sheet.decision
    next_ = first_to_find_out(opportunity, decision, _DECIDING).words
    chosen = choice(opportunity, decision, why=False)
    return paragraph((deal.id, STRONG), ": ", *verdict(decision), f" {chosen} ", *next_)


def _differing(pair: Pair) -> str:
    found = pair.differing
    return (
        f"Our ratings differ in {len(found)} of 20: {numbers(found)}"
        if found
        else "Our ratings are the same"
    )


def _grid(pair: Pair, *, flat: bool) -> Table:
    """Return the ratings of both deals, a column for us and the primary competitor of each."""
    heads = [pair.deals[at].id for at, _ in pair.columns]
    columns = (
        Column(""),
        Column("", right=True),
        Column(""),
        *(Column(head, On.NARROW, least=_NARROW) for head in _cut(heads)),
        *(Column(head, On.WIDE, least=_NARROW) for head in heads),
        *(Column(head, On.DOCUMENT) for head in heads),
    )
    names = [party_name(pair.sheets[at].opportunity, party) for at, party in pair.columns]
    below = [(name, STRONG) for name in (*_cut(names), *names, *names)]
    first, second = (sheet.blocks for sheet in pair.sheets)
    rows = (
        row for both in zip(first, second, strict=True) for row in _block(pair, both, flat=flat)
    )
    return Table(columns, (cells("", "", "", *below), *rows), wide=_WIDE)


def _cut(names: list[str]) -> list[str]:
    return [fit(name, _NARROW) for name in names]


def _block(
    pair: Pair, both: tuple[Question, Question], *, flat: bool
) -> Iterator[tuple[Words, ...]]:
    """Yield the row of a question, with each party's signs, and the rows of its criteria."""
    question = both[0].question
    counts = [(tallied(both[at].tallies[party]), HEADING) for at, party in pair.columns]
    yield cells((str(question.number), HEADING), "", (question.title, HEADING), *counts * 3)
    for rows in zip(both[0].rows, both[1].rows, strict=True):
        yield _row(pair, rows, flat=flat)


def _row(pair: Pair, rows: tuple[CriterionRow, CriterionRow], *, flat: bool) -> tuple[Words, ...]:
    criterion, differs = rows[0].criterion, len({row.cells[US].rating for row in rows}) > 1
    states = [(rows[at].cells[party], party == US) for at, party in pair.columns]
    plain = [_sign(state) for state, _ in states]
    day = pair.sheets[0].day
    drawn = [tuple(cell(state, day, _NARROW, ours=ours)) for state, ours in states]
    shown = plain if flat else drawn
    name = cells((_MARK, STRONG) if differs else "", str(criterion.number), criterion.short)
    return (*name, *shown, *shown, *plain)


def _sign(state: CellState) -> Words:
    if not state.rated:
        return ("never rated",)
    return ((SIGN[state.rating], SIGN_STYLE[state.rating]),)
