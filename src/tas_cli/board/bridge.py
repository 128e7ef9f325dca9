"""What moved the open amount of a period since an evening, deal by deal; adds up to the cent.

A deal counts while it is open, expected to close in the period, and not omitted. What leaves is
subtracted as it stood that evening, what comes in is added as of today; a won deal has first grown
or shrunk to the amount it was won at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from tas_cli.board.called import Standard, call
from tas_cli.board.line import DealLine, Then
from tas_cli.board.money import Scale, Worth, worth
from tas_cli.typed.periods import Period

IN = ("new", "grown", "pulled_in", "slipped_in", "reopened", "resumed", "taken_over")
OUT = ("shrunk", "slipped", "pulled_out", "undated", "omitted", "handed_over", "lost", "won")
KINDS = (*IN, "currency", *OUT)
"""What can move the open amount, in the order of the bridge; a new currency moves two amounts."""


class Basis(NamedTuple):
    """What decides whether a deal counts, and for how much."""

    period: Period
    asked: Standard
    scale: Scale

    def open(self, deal: Then) -> bool:
        """Whether a deal is open and expected to close in the period."""
        return deal.status == "open" and self.period.has(deal.close)

    def counts(self, deal: Then) -> bool:
        """Whether a deal is open in the period, and not omitted."""
        return self.open(deal) and call(deal, self.asked) != "omitted"

    def won(self, deal: Then) -> bool:
        """Whether a deal was won in the period."""
        return deal.status == "won" and self.period.has(deal.ended)


class Move(NamedTuple):
    """A deal that moved the open amount: by how much, in which currency; less is negative."""

    kind: str
    line: DealLine
    currency: str
    amount: Decimal


Inside = Callable[[DealLine, Then], bool]
"""Whether a deal belongs to a group, given its facts at the time."""


def moves(lines: Iterable[DealLine], basis: Basis, inside: Inside) -> Iterator[Move]:
    """Yield the moves of a group's open amount, deal by deal."""
    for line in lines:
        then, now = line.then, line.now
        if then == now:
            continue
        was, is_now = then is not None and inside(line, then), inside(line, now)
        for kind, (currency, amount) in _of_group(then, now, basis, was=was, is_now=is_now):
            if amount:
                yield Move(kind, line, currency, amount)


_Moved = Iterator[tuple[str, Worth]]


def _of_group(then: Then | None, now: Then, basis: Basis, *, was: bool, is_now: bool) -> _Moved:
    """Yield a deal's moves in a group that it was in, is in now, or both."""
    had = worth(then, basis.scale) if then and basis.counts(then) else None
    if then is not None and was != is_now and had:
        yield ("handed_over", _less(had)) if was else ("taken_over", had)
    if is_now:
        yield from _moved(then, now, had, basis)


def _moved(then: Then | None, now: Then, had: Worth | None, basis: Basis) -> _Moved:
    has = worth(now, basis.scale) if basis.counts(now) else None
    if had and has:
        yield from _changed(had, has)
    elif has:
        yield _entering(then, now.close, basis), has
    elif had and now.status == "won":
        won = worth(now, basis.scale) or had
        yield from _changed(had, won)
        yield "won", _less(won)
    elif had:
        yield _leaving(now, basis.period), _less(had)
    elif basis.won(now) and (then is None or then.status != "won"):
        brought = worth(now, basis.scale)
        if brought:
            yield _entering(then, now.ended, basis), brought
            yield "won", _less(brought)


def _less(value: Worth) -> Worth:
    return value._replace(amount=-value.amount)


def _changed(had: Worth, has: Worth) -> _Moved:
    if had.currency != has.currency:
        yield "currency", _less(had)
        yield "currency", has
        return
    more = has.amount - had.amount
    yield ("grown" if more > 0 else "shrunk"), has._replace(amount=more)


def _entering(then: Then | None, day: str | None, basis: Basis) -> str:
    """Return why a deal counts now that did not; `day` is when it closes or was won."""
    if then is None:
        return "new"
    if then.status != "open":
        return "reopened"
    if not basis.period.has(then.close):
        return "slipped_in" if then.close and then.close < (day or "") else "pulled_in"
    return "grown" if then.amount is None else "resumed"


def _leaving(now: Then, period: Period) -> str:
    """Return why a deal that counted no longer does."""
    if now.status != "open":
        return "lost"
    if now.close is None:
        return "undated"
    if not period.has(now.close):
        return "slipped" if now.close > period.last.isoformat() else "pulled_out"
    return "shrunk" if now.amount is None else "omitted"
