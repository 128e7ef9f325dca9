"""`tas plan --format json`, version 1."""

from __future__ import annotations

from datetime import date
from typing import Any

from tas_cli.assess.caveats import all_caveats
from tas_cli.assess.challenge import last_challenge, open_points
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.plan import (
    Planned,
    camps,
    in_time_order,
    total,
    uncovered,
    without_history,
)
from tas_cli.assess.signs import seen_signs
from tas_cli.assess.way_back import way_back
from tas_cli.model.opportunity import NO_CHOICE
from tas_cli.views.json.document import document
from tas_cli.views.signs import signs_json
from tas_cli.views.value_in_short import short_json


def plan_json(name: str, file: str, deal: DealOnDay, *, earlier: bool = False) -> str:
    """Return the plan of a deal: frame, way back, tactics, and what is not covered."""
    ours, others, undecided = camps(deal)
    decision, agreed = deal.decision, deal.opportunity.close_plan
    return document(
        {
            "id": name,
            "file": file,
            "date": deal.day,
            "as_now": without_history(deal.opportunity) if earlier else [],
            "chosen": deal.chosen,
            "recommended": decision.recommended,
            "reachable": decision.reachable,
            **_frame(deal),
            "agreed": agreed.agreed.model_dump() if agreed and agreed.agreed else None,
            "way_back": _way_back(deal),
            "tactics": [tactic_json(each, deal.day) for each in in_time_order(deal.opportunity)],
            "not_covered": _not_covered(deal) if deal.open else None,
            "for_us": ours,
            "against_us": others,
            "undecided": undecided,
            "value": short_json(deal),
            "derived_signs": signs_json(seen_signs(deal)),
            "challenged": _challenged(deal),
            "caveats": [each._asdict() for each in all_caveats(deal)],
        }
    )


def tactic_json(each: Planned, day: date) -> dict[str, Any]:
    """Return a tactic with its number, and whether it is overdue on a day."""
    return {
        "number": each.number,
        **each.tactic.model_dump(),
        "overdue": each.overdue(day),
    }


def _frame(deal: DealOnDay) -> dict[str, Any]:
    strategy, added = deal.opportunity.strategy or NO_CHOICE, total(deal.opportunity)
    objective, customer = strategy.objective, strategy.customer
    return {
        "goal": strategy.goal,
        "objective": objective.model_dump() if objective else None,
        "customer": customer.model_dump() if customer else None,
        "currency": deal.currency,
        "total": added and {"items": added.items, "amount": added.amount, "gap": added.gap},
    }


def _way_back(deal: DealOnDay) -> dict[str, Any] | None:
    found = way_back(deal)
    return found and {
        "until": found.until,
        "source": found.source,
        "needed": found.needed,
        "left": found.left,
        "short": found.short,
        "tightest": (squeeze := found.squeezed(deal.day))
        and {**squeeze._asdict(), "short": squeeze.short},
        "steps": [
            {
                "step": each.step.key,
                "days": each.days,
                "begin": each.begin,
                "end": each.end,
                "outcomes": [stop._asdict() for stop in each.stops],
            }
            for each in found.stretches
        ],
        "others": [{"name": name, "date": day} for name, day in found.others],
    }


def _not_covered(deal: DealOnDay) -> dict[str, Any]:
    found = uncovered(deal)
    return {
        "kinds": found.kinds,
        "unknown": [each._asdict() for each in found.unknown],
        "people": found.people,
    }


def _challenged(deal: DealOnDay) -> dict[str, Any] | None:
    last = last_challenge(deal.opportunity)
    if last is None:
        return None
    return {
        "date": last.date,
        "by": last.by,
        "role": last.role,
        "open_points": [each.number for each in open_points(deal)],
    }
