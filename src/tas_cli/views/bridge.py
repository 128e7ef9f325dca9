"""What moved the open amount of a forecast: as a sum, and deal by deal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from tas_cli.board.bridge import KINDS, Move
from tas_cli.board.forecast import Forecast, Group, Outlook
from tas_cli.board.line import DealLine, Then
from tas_cli.views import mentions
from tas_cli.views.board import short_money
from tas_cli.views.page import DIM, GAP, STRONG, Block, Item, item, items, paragraph, section
from tas_cli.views.words import short_day
from tas_cli.words import counted, spelled

_MOVED = {
    "new": "new",
    "grown": "grown",
    "pulled_in": "pulled in",
    "slipped_in": "slipped in",
    "reopened": "reopened",
    "resumed": "back in",
    "taken_over": "taken over",
    "currency": "currency",
    "shrunk": "shrunk",
    "slipped": "slipped",
    "pulled_out": "pulled out",
    "undated": "no date",
    "omitted": "omitted",
    "handed_over": "handed over",
    "lost": "lost",
    "won": "won",
}
_MILLION, _HUNDRED_MILLION = Decimal(10**6), Decimal(10**8)


def money(value: Decimal) -> str:
    """Return a sum in at most six cells, with two decimals for millions: 4.09M, 385k."""
    if _MILLION <= abs(value) < _HUNDRED_MILLION:
        return f"{'–' if value < 0 else ''}{abs(value) / _MILLION:.2f}M"
    return short_money(value)


def bridge(shown: Forecast, most: int, whole: str) -> Iterator[Block]:
    """Yield what moved the open amount since the evening before, the `most` largest deals named.

    `whole` is the command that shows all of them.
    """
    moved = sorted(shown.total.moves, key=lambda each: -abs(each.amount))
    since, label = short_day(shown.scope.since, shown.scope.day), shown.wanted.label
    if not moved:
        yield GAP
        yield paragraph(f"Open in {label}: nothing has moved since {since}.")
        return
    hidden = len(moved) - most
    rest = f"{counted(hidden, 'more change')}: {whole}" if hidden > 0 else ""
    named = sorted(moved[:most], key=lambda each: KINDS.index(each.kind))
    yield section(
        f"Open in {label}, since {since}",
        *(paragraph(_sum(each, shown.total)) for each in shown.total.money),
        items((_move(each, shown) for each in named), 14),
        paragraph((rest, DIM)),
    )


def _sum(each: Outlook, total: Group) -> str:
    """Return the bridge as a sum: all its amounts have the same unit, so that they add up."""
    kinds = [kind for kind in KINDS if each.moved.get(kind)]
    unit = _unit([each.opening, *each.moved.values(), each.called.open])
    added = (
        f" {'+' if each.moved[kind] > 0 else '–'} {unit(abs(each.moved[kind]))} {_MOVED[kind]}"
        for kind in kinds
    )
    currency = "" if total.only else f"{each.currency} "
    return f"{currency}{unit(each.opening)}{''.join(added)} = {unit(each.called.open)}"


def _unit(amounts: Sequence[Decimal]) -> Callable[[Decimal], str]:
    """Return how to write amounts that are added up: in thousands if all are whole thousands."""
    if not any(each % 1000 for each in amounts):
        return lambda each: f"{each / 1000:,.0f}k" if each else "0"
    digits = 2 if any(each % 1 for each in amounts) else 0
    return lambda each: f"{each:,.{digits}f}"


def _move(move: Move, shown: Forecast) -> Item:
    """Return a deal that moved the amount, and what happened to it."""
    words = _words(move, move.line, move.line.then, shown)
    return item(mentions.deal(move.line.id, style=STRONG), f" {words}", mark=_MOVED[move.kind])


def _words(move: Move, line: DealLine, then: Then | None, shown: Forecast) -> str:
    amount = _unit([move.amount])(abs(move.amount))
    if then is None:
        return f"{amount} ({line.customer})"
    if move.kind in ("grown", "shrunk", "currency"):
        return f"{_worth(then)} → {_worth(line.now)}"
    if move.kind in ("slipped", "pulled_in", "slipped_in", "pulled_out", "undated"):
        days = f"{_day(then.close, shown)} → {_day(line.ended or line.close, shown)}"
        often = f", slipped {line.postponed} times" if line.postponed > 1 else ""
        return f"{amount}, {days}{often if 'slipped' in move.kind else ''}"
    if move.kind in ("taken_over", "handed_over"):
        return f"{amount}, {then.person or 'no owner'} → {line.person or 'no owner'}"
    return f"{amount}{_how(move.kind, line)}"


def _how(kind: str, line: DealLine) -> str:
    """Return what else there is to say about a deal that was lost or left out."""
    if kind == "omitted":
        return ", on hold" if line.held else ""
    if kind != "lost":
        return ""
    names = dict(each for each in line.competitors)
    to = f" to {names.get(line.lost_to, spelled(line.lost_to).lower())}" if line.lost_to else ""
    return f", {line.status}{to}"


def _worth(deal: Then) -> str:
    """Return a deal's amount in its own currency."""
    if deal.amount is None:
        return "no amount"
    amount = Decimal(deal.amount)
    return f"{deal.currency} {_unit([amount])(amount)}"


def _day(day: str | None, shown: Forecast) -> str:
    """Return a day: 31 Mar, with the year unless it is one of the period's."""
    if day is None:
        return "no date"
    at, period = date.fromisoformat(day), shown.wanted.period
    year = "" if at.year in (period.first.year, period.last.year) else f" {at.year}"
    return f"{at.day} {at:%b}{year}"
