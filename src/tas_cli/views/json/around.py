"""What several documents say alike: how a deal ended, its choice and steps, what changes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from tas_cli.assess.changes import RatingChange
from tas_cli.assess.process import Standing
from tas_cli.board.line import DealLine
from tas_cli.model.opportunity import NO_CHOICE, Closed, Opportunity
from tas_cli.strategy.decision import Flip

_Day = date | str | None


def around(opportunity: Opportunity, standing: Standing) -> dict[str, Any]:
    """Return how a deal ended, its competitors, and where it stands in the sales process."""
    closed = opportunity.closed or Closed()
    steps = (standing.working, standing.claimed, standing.supported)
    return _around(
        _closed(opportunity.status, closed.date, closed.reason),
        ((key, opportunity.party_name(key)) for key in opportunity.competitors),
        (step.key if step else None for step in steps),
    )


def choice(opportunity: Opportunity) -> dict[str, Any]:
    """Return how, since when, why and by whom the chosen strategy is followed."""
    chosen = opportunity.strategy or NO_CHOICE
    return _choice(chosen.variation, chosen.since, chosen.reason, chosen.by)


def changes(since: date | None, found: Iterable[RatingChange]) -> dict[str, Any]:
    """Return the cells whose sign is another one since a day, or that were not rated before."""
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
    """Return cells whose opposite would change the recommendation."""
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


def of_line(line: DealLine) -> dict[str, Any]:
    """Return both of a deal's line."""
    return {
        **_around(
            _closed(line.status, line.ended, line.why),
            line.competitors,
            (line.step, line.claimed, line.supported),
        ),
        **_choice(*line.choice),
    }


def _around(
    closed: dict[str, Any] | None, competitors: Iterable[Iterable[str]], steps: Iterable[str | None]
) -> dict[str, Any]:
    return {
        "closed": closed,
        "competitors": [dict(zip(("id", "name"), each, strict=True)) for each in competitors],
        **dict(zip(("step", "claimed", "supported"), steps, strict=True)),
    }


def _closed(status: str, day: _Day, reason: str | None) -> dict[str, Any] | None:
    return None if status == "open" else {"date": day, "reason": reason}


def _choice(
    variation: str | None, since: _Day, reason: str | None, by: str | None
) -> dict[str, Any]:
    return {
        "chosen_variation": variation,
        "chosen_since": since,
        "chosen_reason": reason,
        "chosen_by": by,
    }
