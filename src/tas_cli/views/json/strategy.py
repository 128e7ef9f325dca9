"""`tas strategy --format json`, version 1."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tas_cli.assess.caveats import all_caveats
from tas_cli.assess.choices import Choice
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.seat import Seat
from tas_cli.strategy.decision import PathStep
from tas_cli.views.json.around import around, choice
from tas_cli.views.json.document import document
from tas_cli.views.json.turned import flips
from tas_cli.workspace import Deal


def strategy_json(deal: Deal, then: DealOnDay, chosen: Iterable[Choice]) -> str:
    """Return the decision about a deal, from our seat or a competitor's.

    `chosen` are the choices of all time. From a competitor's seat there is neither a choice nor a
    caveat, since both are ours.
    """
    decision = then.decision
    seat = then if isinstance(then, Seat) else None
    return document(
        {
            "id": deal.id,
            "file": deal.file,
            "date": then.day,
            "evidenced": then.evidenced,
            "as": seat.rival if seat else None,
            "status": then.opportunity.status,
            **around(then.opportunity, then.standing),
            "recommended": decision.recommended,
            "variation": decision.variation,
            "reachable": decision.reachable,
            "failed_step": decision.failed_step,
            "path": [_step(taken, then) for taken in decision.path],
            "deciding": [cell._asdict() for cell in decision.deciding],
            "flips": flips(decision.flips),
            "chosen": None if seat else then.chosen,
            **choice(None if seat else then.opportunity),
            "caveats": [] if seat else [caveat._asdict() for caveat in all_caveats(then)],
            "choices": [] if seat else [each._asdict() for each in chosen],
            **(_seat(seat) if seat else {}),
        }
    )


def _seat(seat: Seat) -> dict[str, Any]:
    """Return what only a competitor's seat has: what was assumed, and the moves to expect."""
    moves = (
        {"guideline": each.guideline.key, "text": each.guideline.text, "weak": each.weak}
        for each in seat.moves
    )
    return {"assumed": seat.borrowed, "moves": [*moves]}


def _step(taken: PathStep, then: DealOnDay) -> dict[str, Any]:
    choice = then.opportunity.strategy
    stated = choice.answers.get(taken.step) if choice and taken.source == "stated" else None
    return {
        "step": taken.step,
        "answer": taken.answer,
        "source": taken.source,
        "because": [cell._asdict() for cell in taken.because],
        "reason": stated.because if stated else None,
        "note": taken.note or None,
    }
