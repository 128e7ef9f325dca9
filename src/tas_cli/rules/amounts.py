"""Amounts with more decimals than their currency has."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tas_cli.diagnostics import Finding, Path
from tas_cli.model.currencies import decimals
from tas_cli.model.opportunity import FutureRevenue
from tas_cli.typed.separators import readings

Amounts = dict[Path, Decimal | None]
"""Amounts by their places."""
_GROUP = 3


def future(revenue: FutureRevenue | None) -> Amounts:
    """Return the amounts of further business by their places."""
    if revenue is None:
        return {}
    place = "future_revenue"
    return {(place, "one_year"): revenue.one_year, (place, "three_years"): revenue.three_years}


def too_fine(amounts: Amounts, currency: str) -> Iterator[Finding]:
    """Yield the amounts with decimals that the currency does not have.

    Extra zeros are harmless, except in a group of three: it looks like thousands.
    """
    known = decimals(currency)
    for path, amount in amounts.items():
        written = f"{amount:f}".partition(".")[2] if amount is not None else ""
        if len(written) > known and (written[known:].strip("0") or len(written) == _GROUP):
            yield _finding(path, f"{amount:f}", currency)


def _finding(path: Path, text: str, currency: str) -> Finding:
    known = decimals(currency) or "no"
    both = readings(text)
    return Finding(
        f"{text} has too many decimals: {currency} has {known}"
        + (f". It counts as {both.decimals} but may mean {both.thousands}" if both else ""),
        path,
        f"write {both.thousands} or {both.decimals}"
        if both
        else "round it, or correct `currency:`",
    )
