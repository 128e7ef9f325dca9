"""`tas board --closed --format json`, version 1."""

from __future__ import annotations

from typing import Any

from tas_cli.board.ended import Count, Ended
from tas_cli.views.json.document import document


def ended_json(shown: Ended) -> str:
    """Return the deals that ended in a period, counted."""
    return document(
        {
            "date": shown.scope.day,
            "from": shown.period.first,
            "to": shown.period.last,
            "currency": shown.scale.currency,
            "converted": shown.scale.rates is not None,
            "missing_rates": shown.scale.missing,
            "total": _by_end(shown.total),
            "by_competitor": [
                {
                    "id": each.id,
                    "name": each.name,
                    "won": _count(each.won),
                    "lost": _count(each.lost),
                }
                for each in shown.by_competitor
            ],
            "by_strategy": [
                {"strategy": key, **_by_end(counts)} for key, counts in shown.by_strategy.items()
            ],
            "undated": [line.id for line in shown.undated],
            "left_out": shown.broken,
        }
    )


def _by_end(counts: dict[str, Count]) -> dict[str, Any]:
    return {end: _count(count) for end, count in counts.items()}


def _count(count: Count) -> dict[str, Any]:
    return {
        "deals": count.deals,
        "money": [
            {"currency": each.currency, "amount": f"{each.amount:f}"} for each in count.money
        ],
        "without_amount": count.without_amount,
    }
