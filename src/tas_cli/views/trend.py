"""`tas board --trend`: the board's key figures on each Monday of some weeks, with a bar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from tas_cli.board.money import Money
from tas_cli.board.trend import Trend, Week
from tas_cli.views.board import about_rates, left_out, percent, short_money
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    STRONG,
    Column,
    On,
    Page,
    Part,
    Table,
    Title,
    Words,
    cells,
    paragraph,
)
from tas_cli.views.words import short_day
from tas_cli.words import counted

_BAR = 12
"""The width of the longest bar in cells."""
_LEGEND = (
    "Bar: the amount of open deals; ● is the part weighted by the last evidenced step. Unk.: the"
    " share of the twenty criteria still unknown for us. Debr.: the share of deals debriefed in the"
    " 30 days before. Each line is the board of that day: tas board --at DATE."
)


def page(shown: Trend) -> Page:
    """Return the page about some weeks."""
    today = shown.weeks[-1].day
    most = {each.currency: each.amount for each in _largest(shown)}
    rows = tuple(row for week in shown.weeks for row in _rows(week, today, most))
    return (
        Title("Trend", (counted(len(shown.weeks) - 1, "week"), f"as of {today}")),
        GAP,
        Table(_COLUMNS, rows),
        GAP,
        paragraph((_LEGEND, DIM)),
        paragraph((about_rates(shown.scale), DIM)),
        paragraph((left_out(shown.broken), MINUS)),
    )


_COLUMNS = (
    Column(""),
    *(Column(head, right=True) for head in ("Open", "Unk.", "Debr.")),
    Column("Amount", On.TERMINAL, right=True),
    Column("Evid.", On.TERMINAL, right=True),
    Column("Claimed", On.TERMINAL, right=True),
    Column("Amount", On.DOCUMENT, right=True),
    Column("Evidenced", On.DOCUMENT, right=True),
    Column("Claimed", On.DOCUMENT, right=True),
    Column("", On.TERMINAL),
)


def _largest(shown: Trend) -> Iterator[Money]:
    """Yield every sum, those of larger amounts last."""
    yield from sorted(
        (money for week in shown.weeks for money in week.money), key=lambda each: each.amount
    )


def _rows(week: Week, today: date, most: dict[str, Decimal]) -> Iterator[tuple[Words, ...]]:
    """Yield a day's row, and another for each additional currency."""
    counts = (str(week.open), percent(week.unknown_share), percent(week.debriefed_share))
    day = "Today" if week.day == today else short_day(week.day, today)
    style = STRONG if week.day == today else ""
    for at, money in enumerate(week.money or [None]):
        sums = _sums(money, most[money.currency]) if money else [""] * 7
        yield cells(*(["", "", "", ""] if at else [(day, style), *counts]), *sums)


def _sums(money: Money, most: Decimal) -> list[Part]:
    parts = (money.amount, money.weighted, money.claimed)
    amount, *weighted = (short_money(part) for part in parts)
    exact = (f"{part:,f}" for part in parts[1:])
    named = f"{money.currency} {money.amount:,f}"
    return [f"{money.currency} {amount}", *weighted, named, *exact, _bar(money, most)]


def _bar(money: Money, most: Decimal) -> str:
    """Return a bar as long as the amount, filled up to the evidenced part."""
    if not most:
        return ""
    whole, filled = (round(_BAR * part / most) for part in (money.amount, money.weighted))
    return "●" * filled + "○" * (whole - filled)
