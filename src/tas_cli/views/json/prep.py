"""`tas prep --format json`, version 1."""

from __future__ import annotations

from typing import Any

from tas_cli.board.prep import Prep
from tas_cli.views.json.around import around, choice
from tas_cli.views.json.document import document
from tas_cli.views.json.turned import flips


def prep_json(name: str, file: str, shown: Prep) -> str:
    """Return what to prepare for a deal."""
    deal = shown.deal
    return document(
        {
            "id": name,
            "file": file,
            "date": deal.day,
            "status": deal.opportunity.status,
            "recommended": deal.decision.recommended,
            "reachable": deal.decision.reachable,
            "chosen": deal.chosen,
            **choice(deal.opportunity),
            **around(deal.opportunity, deal.standing),
            "step": shown.step.step.key if shown.step else None,
            "ask": [{**ask.cell._asdict(), "questions": ask.questions} for ask in shown.ask],
            "missing": [each._asdict() for each in shown.missing],
            "actions": _actions(shown),
            "claims": shown.claims,
            "wins": flips(shown.wins),
            "stale": [each._asdict() for each in shown.stale],
        }
    )


def _actions(shown: Prep) -> list[dict[str, Any]]:
    return [
        {
            "number": each.number,
            "what": each.action.what,
            "owner": each.action.owner,
            "due": each.action.due,
            "agreed": each.asked,
            "overdue": each.overdue(shown.deal.day),
        }
        for each in shown.actions
    ]
