"""`tas prep --format json`, version 1."""

from __future__ import annotations

from typing import Any

from tas_cli.assess.deal import DealOnDay
from tas_cli.board.behind import answerable, behind
from tas_cli.board.prep import Ask, Prep, Unknown
from tas_cli.board.rivals import rivals
from tas_cli.board.to_ask import to_ask
from tas_cli.board.voices import Meeting, Voice, voices
from tas_cli.method.catalogue import US, criterion_keys
from tas_cli.model.account import Account
from tas_cli.views.json.around import around, choice
from tas_cli.views.json.document import document
from tas_cli.views.json.on_map import approach, on_map
from tas_cli.views.json.plan import tactic_json
from tas_cli.views.json.records import whole
from tas_cli.views.json.turned import flips, said_json
from tas_cli.views.value_in_short import short_json


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
            "ask": [_ask(ask, deal) for ask in shown.ask],
            "missing": [each._asdict() for each in shown.missing],
            "actions": _actions(shown),
            "tactics": [
                tactic_json(each, deal.day)
                for each in (shown.tactics_with(met.mapped) if met else shown.tactics)
            ],
            "claims": shown.claims,
            "wins": flips(shown.wins),
            "stale": [each._asdict() for each in shown.stale],
            "orphans": [each._asdict() for each in shown.orphans],
            "unknown": [_unknown(each, deal) for each in shown.unknown],
            "rivals": [each._asdict() for each in rivals(deal)] if deal.open else [],
            "value": short_json(deal),
            "voices": [_voice(each) for each in voices(deal)],
            "with": _meeting(met, shown) if met else None,
        }
    )


def _ask(ask: Ask, deal: DealOnDay) -> dict[str, Any]:
    cell = ask.cell
    whom = behind(deal, cell.criterion) if cell.party == US else ()
    return {
        **cell._asdict(),
        "questions": ask.questions,
        "in_house": ask.in_house,
        "people": whom,
    }


def _unknown(each: Unknown, deal: DealOnDay) -> dict[str, Any]:
    return {**each._asdict(), "people": behind(deal, each.criterion)}


def _voice(each: Voice) -> dict[str, Any]:
    outcomes = (
        {"step": met.step, "outcome": met.outcome, **met.entry.model_dump()}
        for met in each.outcomes
    )
    said = [*map(said_json, each.said)]
    return {
        "who": each.who,
        "person": each.key,
        "last": each.last,
        "said": said,
        "outcomes": [*outcomes],
    }


def _meeting(met: Meeting, shown: Prep) -> dict[str, Any]:
    return {
        "people": met.people,
        "voices": [_voice(each) for each in met.voices],
        "strangers": met.strangers,
        "others": [*map(said_json, met.others)],
        "ask": [each._asdict() for each in to_ask(shown, met)],
        "mapped": [_mapped(key, shown.deal) for key in met.mapped],
    }


def _mapped(key: str, deal: DealOnDay) -> dict[str, Any]:
    person = deal.people[key]
    return {
        **on_map(key, person),
        "roles": person.roles,
        "last_met": person.last_met,
        **approach(person),
        **_as_customer(key, deal.account),
        "knows": sorted(answerable(deal, key), key=criterion_keys().index),
    }


def _as_customer(key: str, account: Account | None) -> dict[str, Any]:
    """Return what somebody needs and is responsible for, with the numbers in the account."""
    needs = enumerate(account.needs if account else (), 1)
    priorities = enumerate(account.priorities if account else (), 1)
    return {
        "needs": [
            {"key": str(n), **(whole(each) or {})} for n, each in needs if key in each.people
        ],
        "priorities": [
            {"key": str(n), **(whole(each) or {})}
            for n, each in priorities
            if each.executive == key
        ],
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
