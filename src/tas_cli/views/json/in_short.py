"""What other pages say about value, in JSON."""

from __future__ import annotations

from typing import Any

from tas_cli.assess.deal import DealOnDay


def value_in_short(deal: DealOnDay) -> dict[str, Any] | None:
    """Return net value, payback and the cost of waiting; null if the file has no value."""
    if deal.opportunity.value is None:
        return None
    from tas_cli.views.value_in_short import short_json  # noqa: PLC0415 - few files have any of it

    return short_json(deal)
