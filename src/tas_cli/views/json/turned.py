"""Parts that several documents share: what changed or would change, and what was said."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from pydantic import BaseModel

from tas_cli.assess.changes import FieldChange, RatingChange
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.said import Said
from tas_cli.strategy.decision import Flip


def changes(since: date | None, found: Iterable[RatingChange]) -> dict[str, Any]:
    """Return the cells whose sign has changed since a day, or that were not rated before."""
    ratings = [
        {
            "criterion": each.criterion,
            "party": each.party,
            "from": None if each.first else each.before,
            "to": None if each.gone else each.after,
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


def field_json(change: FieldChange) -> dict[str, Any]:
    """Return a field before and after."""
    return {key: _plain(value) for key, value in change._asdict().items()}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.model_dump(by_alias=True) if isinstance(value, BaseModel) else value


def state(deal: DealOnDay) -> dict[str, Any]:
    """Return what is recommended, what decides, and what is chosen."""
    choice, decision = deal.opportunity.strategy, deal.decision
    return {
        "recommended": decision.recommended,
        "variation": decision.variation,
        "reachable": decision.reachable,
        "deciding": [cell._asdict() for cell in decision.deciding],
        "chosen": deal.chosen,
        "chosen_variation": choice.variation if choice else None,
    }


def said_json(each: Said) -> dict[str, Any]:
    """Return a piece of evidence with its cell."""
    cell = {"criterion": each.criterion, "party": each.party, "rating": each.rating}
    return {**cell, **each.entry.model_dump()}
