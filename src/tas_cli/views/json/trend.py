"""`tas board --trend --format json`, version 1."""

from __future__ import annotations

from typing import Any

from tas_cli.board.trend import Trend, Week
from tas_cli.views.json.board import money_json
from tas_cli.views.json.document import document


def trend_json(shown: Trend) -> str:
    """Return the figures on each day, oldest first."""
    return document(
        {
            "date": shown.weeks[-1].day,
            "currency": shown.scale.currency,
            "converted": shown.scale.rates is not None,
            "missing_rates": shown.scale.missing,
            "weeks": [_week(each) for each in shown.weeks],
            "left_out": shown.broken,
        }
    )


def _week(week: Week) -> dict[str, Any]:
    return {
        "date": week.day,
        "open": week.open,
        "money": [money_json(each) for each in week.money],
        "without_amount": week.without_amount,
        "unknown": {"cells": week.unknown, "share": week.unknown_share},
        "debriefed": {"deals": week.debriefed, "share": week.debriefed_share},
    }
