"""Sums of money over many deals: exact, and rounded to the cent only at the end."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import NamedTuple, Protocol

from tas_cli.board.line import DealLine
from tas_cli.board.points import Point
from tas_cli.model.settings import Settings

EXACT = Context(prec=100, rounding=ROUND_HALF_EVEN)
"""More digits than the weighted and converted sum of a million deals can have."""
_CENT = Decimal("0.01")


class Priced(Protocol):
    """What has a price: an amount as digits, None if it is unknown, in a currency."""

    @property
    def currency(self) -> str:
        """The currency of the amount."""

    @property
    def amount(self) -> str | None:
        """The amount as digits."""


class Money(NamedTuple):
    """Sums in one currency: the amounts, and weighted by the evidenced step, and by the called one.

    `optimism` is the sum of the deals' gaps, called minus evidenced; a negative gap counts as none.
    """

    currency: str
    amount: Decimal
    weighted: Decimal
    claimed: Decimal
    optimism: Decimal


class Scale(NamedTuple):
    """The value of one unit of each currency in `currency`; without `rates` all stay separate.

    `missing` has the currencies without a rate when others have one: they keep all sums separate.
    """

    currency: str
    rates: dict[str, Decimal] | None
    missing: tuple[str, ...] = ()


class Worth(NamedTuple):
    """What a deal is worth: an amount in cents, in a currency."""

    currency: str
    amount: Decimal


def worth(deal: Priced, scale: Scale) -> Worth | None:
    """Return a deal's amount on a scale, rounded to the cent; None if it has none.

    Half a cent is rounded to even. Sums of these amounts are exact, whichever way they are added.
    """
    if deal.amount is None:
        return None
    amount = Decimal(deal.amount)
    if scale.rates is None:
        return Worth(deal.currency, amount.quantize(_CENT, context=EXACT))
    converted = EXACT.multiply(amount, scale.rates[deal.currency])
    return Worth(scale.currency, converted.quantize(_CENT, context=EXACT))


def scale(lines: Iterable[Priced], settings: Settings) -> Scale:
    """Return the scale for these deals: their sums are combined if all currencies have rates."""
    own = settings.currency
    needed = {line.currency for line in lines if line.amount is not None}
    rates = {**settings.rates, own: Decimal(1)}
    missing = tuple(sorted(needed - rates.keys())) if settings.rates else ()
    return Scale(own, rates if settings.rates and not missing else None, missing)


def sums(lines: Iterable[DealLine | Point], scale: Scale) -> tuple[Money, ...]:
    """Return the sums by currency, in order of code; half a cent is rounded to even.

    The gap is computed for each deal before anything is rounded.
    """
    found: dict[str, list[Decimal]] = {}
    for (currency, shown, claimed), amount in _by_probability(lines).items():
        total = found.setdefault(currency, [Decimal()] * 4)
        for place, percent in enumerate((100, shown, claimed, max(0, claimed - shown))):
            total[place] = EXACT.fma(amount, Decimal(percent), total[place])
    if scale.rates is not None and found:
        found = {scale.currency: _converted(found, scale.rates)}
    return tuple(_money(currency, found[currency]) for currency in sorted(found))


def _by_probability(lines: Iterable[DealLine | Point]) -> dict[tuple[str, int, int], Decimal]:
    """Return the sums by currency and both probabilities: there are only a few of these."""
    found: dict[tuple[str, int, int], Decimal] = {}
    for line in lines:
        if line.amount is not None:
            key = line.currency, line.probability, line.claimed_probability
            found[key] = EXACT.add(found.get(key, Decimal()), Decimal(line.amount))
    return found


def _converted(found: dict[str, list[Decimal]], rates: dict[str, Decimal]) -> list[Decimal]:
    total = [Decimal()] * 4
    for currency, parts in found.items():
        total = [
            EXACT.fma(part, rates[currency], before)
            for part, before in zip(parts, total, strict=True)
        ]
    return total


def _money(currency: str, hundredfold: list[Decimal]) -> Money:
    return Money(
        currency, *(part.scaleb(-2, EXACT).quantize(_CENT, context=EXACT) for part in hundredfold)
    )
