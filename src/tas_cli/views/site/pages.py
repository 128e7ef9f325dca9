"""The pages that only a site has: lists of deals, reps and accounts, and files with errors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from tas_cli.assess.disclosure import Disclosure
from tas_cli.board.board import Board, Group
from tas_cli.board.forecast import Forecast
from tas_cli.board.line import DealLine
from tas_cli.board.money import Scale, scale, sums
from tas_cli.board.rep import RepPage
from tas_cli.diagnostics import Diagnostic
from tas_cli.model.settings import Settings
from tas_cli.views import mentions, rep
from tas_cli.views.board import short_money
from tas_cli.views.deal_cells import Context
from tas_cli.views.findings import in_full
from tas_cli.views.page import (
    DIM,
    MINUS,
    Block,
    Column,
    Item,
    Page,
    Section,
    Table,
    Title,
    Words,
    cells,
    item,
    items,
    paragraph,
)
from tas_cli.views.site.board import board_page
from tas_cli.views.site.deals import deal_table, strategy_signs
from tas_cli.words import counted

_LATER = "starts after today"
_WRONG = "The settings, because tas.yaml has errors: the default settings apply."


class Missing(NamedTuple):
    """What is not on the board: files with errors, copies, and later deals by short name.

    A file with errors has the short name and the file, empty if that may not be shown; a copy has
    its file and the one that counts. `settings` says that those are left out, too.
    """

    broken: Sequence[tuple[str, str]] = ()
    copies: Sequence[tuple[str, str]] = ()
    later: Sequence[str] = ()
    settings: bool = False


def index(shown: Board, forecasts: Sequence[Forecast], missing: Missing) -> Page:
    """Return the board as the first page."""
    yield from board_page(shown, forecasts, alone=False)
    yield left_out(missing)


def deals(lines: Sequence[DealLine], missing: Missing, on: Context) -> Page:
    """Return the list of all deals, open or not, and what is missing in it."""
    still = sum(line.open for line in lines)
    yield Title("Deals", (counted(still, "open deal"), f"{len(lines) - still} closed"))
    yield from _table(lines, on)
    yield left_out(missing)


def left_out(missing: Missing) -> Section:
    """Return what is left out of the figures, and why."""
    return Section("Left out", (items(_left_out(missing)),), "left-out")


def _left_out(missing: Missing) -> Iterator[Item]:
    if missing.settings:
        yield item((_WRONG, MINUS))
    for name, file in missing.broken:
        yield item(mentions.deal(name, file), ": the file has errors")
    for file, counts in missing.copies:
        yield item(f"{file}: a copy of {counts}")
    for name in missing.later:
        yield item(mentions.deal(name), f": {_LATER}")


def rep_page(shown: RepPage) -> Page:
    """Return the page of a rep: the open deals, and what to talk about."""
    on = Context(shown.scope.settings, shown.scope.day)
    _, *rest = rep.page(shown)
    yield Title(name_of(shown.rep, on.settings), (counted(len(shown.lines), "open deal"),))
    yield Section("Open deals", tuple(_table(shown.lines, on, whose=shown.rep)))
    yield from rest


def name_of(person: str, settings: Settings) -> str:
    """Return the name of an owner of deals, if the settings have it."""
    member = settings.team.get(person)
    return (member.name if member else None) or person


def _table(lines: Sequence[DealLine], on: Context, whose: str = "") -> Iterator[Block]:
    if lines:
        yield deal_table(lines, on, scale(lines, on.settings), whose=whose)
        yield paragraph((strategy_signs(lines), DIM))


def reps(shown: Board) -> Page:
    """Return the list of reps, from a board by owner."""
    yield Title("Reps", (counted(sum(each.key is not None for each in shown.groups), "rep"),))
    heads = ("Open deals", "Amount", "By evidence", "Debriefs")
    columns = (Column("Rep"), *(Column(head, right=True) for head in heads))
    yield Table(columns, tuple(_rep(each, shown.scope.settings) for each in shown.groups))
    yield paragraph((_HOW, DIM))


_HOW = (
    "By evidence: amounts weighted by the last sales step that has evidence. Debriefs: those of the"
    " last 30 days."
)


def _rep(group: Group, settings: Settings) -> tuple[Words, ...]:
    found, key = group.figures, group.key
    name = ("no owner", DIM) if key is None else mentions.rep(key, name_of(key, settings))
    amounts = ((each.currency, each.amount) for each in found.money)
    weighted = ((each.currency, each.weighted) for each in found.money)
    return cells(name, str(found.open), _sums(amounts), _sums(weighted), str(found.debriefs))


def _sums(found: Iterable[tuple[str, Decimal]]) -> str:
    return ", ".join(f"{currency} {short_money(amount)}" for currency, amount in found)


class Customer(NamedTuple):
    """An account in the list: its short name, its name, and the lines of its deals."""

    id: str
    name: str
    lines: tuple[DealLine, ...]


def accounts(found: Sequence[Customer], settings: Settings, *, redacted: bool) -> Page:
    """Return the list of accounts."""
    by = scale((line for each in found for line in each.lines if line.open), settings)
    listed = sorted(found, key=lambda each: (each.name.casefold(), each.id))
    columns = (Column("Account"), Column("Open deals", right=True), Column("Amount", right=True))
    kept = 2 if redacted else 3
    yield Title("Accounts", (counted(len(listed), "account"),))
    yield Table(columns[:kept], tuple(_account(each, by)[:kept] for each in listed))


def _account(each: Customer, by: Scale) -> tuple[Words, ...]:
    still = [line for line in each.lines if line.open]
    amounts = ((money.currency, money.amount) for money in sums(still, by))
    return cells(mentions.account(each.id, each.name), str(len(still)), _sums(amounts))


def broken(name: str, found: Iterable[Diagnostic], shown: Disclosure) -> Page:
    """Return the page of a file that cannot be used: what is wrong with it.

    What a finding says may quote the file, and nobody knows yet what it quotes.
    """
    yield Title(name)
    yield paragraph(
        "This file has errors, so nothing in it is shown or counted. `tas check` shows them."
    )
    if not shown.redact:
        yield items(
            item(f"Line {each.line}: {in_full(each) if shown.people else each.code}")
            for each in found
        )
