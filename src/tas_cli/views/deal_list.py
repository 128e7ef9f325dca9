"""`tas list`: one line for each opportunity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from tas_cli.board.line import DealLine
from tas_cli.method.catalogue import strategies
from tas_cli.views.page import (
    DIM,
    MINUS,
    PLUS,
    Column,
    On,
    Page,
    Part,
    Table,
    Words,
    cells,
    paragraph,
)
from tas_cli.views.words import short_amount, signed

_BALANCE = " 1  2  3  4"
_COLUMNS = (
    Column("Short name"),
    Column("Customer", On.FULL),
    Column("Owner"),
    Column("Amount"),
    Column("Close"),
    Column(_BALANCE),
    Column("Known"),
    Column("Strategy", On.NARROW),
    Column("Strategy", On.FULL),
)
_WIDE = 104
_SQUEEZED = (("Customer", 12), ("Short name", 20))
_DROPPED = ("Customer", "Owner", "Known", "Amount", _BALANCE, "Close")
"""Columns in the order in which they are left out; the short name stays: commands need it."""


def overview(deals: Sequence[DealLine], day: date) -> Page:
    """Return the table of some deals as of a day."""
    if not deals:
        return (paragraph("No deal matches."),)
    rows = tuple(_row(deal, day) for deal in deals)
    return (Table(_COLUMNS, rows, _WIDE, _SQUEEZED, _DROPPED, roomy=True),)


def _row(deal: DealLine, day: date) -> tuple[Words, ...]:
    """Return a deal's cells; each of the four balances has its own color."""
    style = "" if deal.open else DIM
    amount = f"{deal.currency} {short_amount(Decimal(deal.amount))}" if deal.amount else ""
    late = deal.past_close(day)
    close = (f"{deal.close} !", MINUS) if late else (deal.close or "", style)
    facts = ((word, style) for word in (deal.id, deal.customer, deal.owner or "", amount))
    known = (f"{deal.known}%", style)
    balance = tuple(_balances(deal.balances, style))
    strategic = [(_strategy(deal, wide=wide), style) for wide in (False, True)]
    return (*cells(*facts, close), balance, *cells(known, *strategic))


def _balances(numbers: Sequence[int], style: str) -> Iterator[Part]:
    for at, number in enumerate(numbers):
        mood = PLUS if number > 0 else MINUS if number < 0 else ""
        yield " " if at else ""
        yield f"{signed(number):>2}", style or mood


def _strategy(line: DealLine, *, wide: bool) -> str:
    if not line.open:
        return line.status
    chosen = strategies()[line.chosen].title if line.chosen else ""
    if line.recommended is None:
        left = f"{len(line.reachable)} possible"
        return f"{left}, chosen {chosen}" if chosen and wide else left
    title = strategies()[line.recommended].title
    if not chosen:
        return f"{title} ?"
    if line.chosen == line.recommended:
        return title
    return f"{title} ≠ {chosen}" if wide else f"{title} ≠"
