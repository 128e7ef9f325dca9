"""`tas strategy --format json`, version 1."""

from __future__ import annotations

from typing import Any

from tas_cli.assess.caveats import all_caveats
from tas_cli.assess.deal import DealOnDay
from tas_cli.strategy.decision import PathStep
from tas_cli.views.json.around import around, choice
from tas_cli.views.json.document import document
from tas_cli.views.json.turned import flips
from tas_cli.workspace import Deal


def strategy_json(deal: Deal, then: DealOnDay) -> str:
    """Return the decision about a deal."""
    decision = then.decision
    return document(
        {
            "id": deal.id,
            "file": deal.file,
            "date": then.day,
            "evidenced": then.evidenced,
            "status": then.opportunity.status,
            **around(then.opportunity, then.standing),
            "recommended": decision.recommended,
            "variation": decision.variation,
            "reachable": decision.reachable,
            "failed_step": decision.failed_step,
            "path": [_step(taken, then) for taken in decision.path],
            "deciding": [cell._asdict() for cell in decision.deciding],
            "flips": flips(decision.flips),
            "chosen": then.chosen,
            **choice(then.opportunity),
            "caveats": [caveat._asdict() for caveat in all_caveats(then)],
        }
    )


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
