"""The thresholds of criteria 16 to 18, as figures for the questions about them."""

from __future__ import annotations

from decimal import Decimal

from tas_cli.model.settings import Settings
from tas_cli.words import counted


def figures(settings: Settings) -> dict[str, str]:
    """Return the thresholds that are set, by the names the method's questions use."""
    asked = settings.thresholds
    if asked is None:
        return {}
    future, days = asked.future_revenue, asked.days_to_close
    amounts: dict[str, Decimal | None] = {
        "order_amount": asked.order_amount,
        "profit": asked.profit,
        "one_year": future.one_year if future else None,
        "three_years": future.three_years if future else None,
    }
    found = {key: f"{settings.currency} {value:,f}" for key, value in amounts.items() if value}
    return found | ({"days_to_close": counted(days, "day")} if days else {})
