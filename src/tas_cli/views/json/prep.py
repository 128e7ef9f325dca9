"""`tas prep --format json`, version 1."""

from __future__ import annotations

from typing import Any

from tas_cli.board.prep import Ask, Prep
from tas_cli.board.rivals import rivals
from tas_cli.board.to_ask import to_ask
from tas_cli.board.voices import Meeting, Voice, voices
from tas_cli.views.json.around import around, choice
from tas_cli.views.json.document import document
from tas_cli.views.json.turned import flips, said_json


def prep_json(name: str, file: str, shown: Prep, met: Meeting | None) -> str:
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
            "ask": [_ask(ask) for ask in shown.ask],
            "missing": [each._asdict() for each in shown.missing],
            "actions": _actions(shown),
            "claims": shown.claims,
            "wins": flips(shown.wins),
            "stale": [each._asdict() for each in shown.stale],
            "unknown": [each._asdict() for each in shown.unknown],
            "rivals": [each._asdict() for each in rivals(deal)] if deal.open else [],
            "voices": [_voice(each) for each in voices(deal)],
            "with": _meeting(met, shown) if met else None,
        }
    )


def _ask(ask: Ask) -> dict[str, Any]:
    return {**ask.cell._asdict(), "questions": ask.questions, "in_house": ask.in_house}


def _voice(each: Voice) -> dict[str, Any]:
    outcomes = (
        {"step": met.step, "outcome": met.outcome, **met.entry.model_dump()}
        for met in each.outcomes
    )
    said = [*map(said_json, each.said)]
    return {"who": each.who, "last": each.last, "said": said, "outcomes": [*outcomes]}


def _meeting(met: Meeting, shown: Prep) -> dict[str, Any]:
    return {
        "people": met.people,
        "voices": [_voice(each) for each in met.voices],
        "strangers": met.strangers,
        "others": [*map(said_json, met.others)],
        "ask": [each._asdict() for each in to_ask(shown, met)],
    }


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
