"""Parts that several documents share: changed cells, and cells that would change the strategy."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from tas_cli.assess.changes import RatingChange
from tas_cli.strategy.decision import Flip


def changes(since: date | None, found: Iterable[RatingChange]) -> dict[str, Any]:
    """Return the cells whose sign has changed since a day, or that were not rated before."""
    ratings = [
        {
            "criterion": each.criterion,
            "party": each.party,
            "from": None if each.first else each.before,
            "to": each.after,
        }
        for each in found
    ]
    return {"since": since, "ratings": ratings}


def flips(found: Iterable[Flip]) -> list[dict[str, Any]]:
    """Return the cells whose opposite sign would change the recommendation."""
    return [
        {
            "criterion": each.criterion,
            "party": each.party,
            "from": each.before,
            "to": each.after,
            "strategy": each.strategy,
        }
        for each in found
    ]
