"""`tas map --format json`, version 1."""

from __future__ import annotations

from typing import Any

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.influence import Insight, confirmed, insights, sides
from tas_cli.assess.organization import Position, band, organization
from tas_cli.assess.people import source_of
from tas_cli.model.person import Person
from tas_cli.views.json.document import document
from tas_cli.views.map_words import command, sentence


def map_json(name: str, file: str, deal: DealOnDay) -> str:
    """Return everybody on a deal's map with their positions, and what the map says."""
    ours, others = sides(deal.present)
    proven = len(confirmed(deal.people))
    return document(
        {
            "id": name,
            "file": file,
            "account": deal.opportunity.account,
            "date": deal.day,
            "people": [_person(each, deal) for each in organization(deal.people).values()],
            "insights": [_insight(each, name, deal) for each in insights(deal)],
            "for_us": ours,
            "against_us": others,
            "confirmed": proven,
            "assumed": len(deal.people) - proven,
        }
    )


def _insight(each: Insight, name: str, deal: DealOnDay) -> dict[str, Any]:
    said = {"words": sentence(deal, each), "command": f"tas {command(name, deal, each)}"}
    return {**each._asdict(), **said}


def _person(each: Position, deal: DealOnDay) -> dict[str, Any]:
    person = each.person
    return {
        "key": each.key,
        **person.model_dump(mode="json"),
        "boss": each.boss,
        "depth": each.depth,
        "below": each.below,
        "outside": each.outside,
        "band": band(person.influence, deal.settings),
        "gone": person.gone(deal.day),
        "confirmed": bool(person.evidence),
        "from": _files(each.key, deal),
    }


def _files(key: str, deal: DealOnDay) -> dict[str, str]:
    """Return which file each field that is filled in comes from: the deal's or the account's."""
    own = deal.opportunity.people.get(key)
    shared = deal.account.people.get(key) if deal.account else None
    found = ((name, source_of(own, shared, name)) for name in Person.model_fields)
    return {name: file for name, file in found if file}
