"""`tas account --format json`, version 1."""

from __future__ import annotations

from typing import Any

from tas_cli.assess.customer import Across, Wish, flanking, unmet
from tas_cli.nouns.account import ACCOUNT_ACTIONS, OF_ACCOUNTS
from tas_cli.nouns.noun import records
from tas_cli.nouns.people import PEOPLE
from tas_cli.views.account import AccountPage
from tas_cli.views.json.around import facts
from tas_cli.views.json.document import document
from tas_cli.views.json.records import listed_records


def account_json(page: AccountPage) -> str:
    """Return an account, its deals, its people, and what it knows of the customer."""
    found = page.account
    nouns = {noun.key: listed_records(records(noun, found)) for noun in OF_ACCOUNTS}
    return document(
        {
            "id": page.id,
            "file": page.file,
            "name": found.name,
            "external_id": found.external_id,
            "potential": None if found.potential is None else f"{found.potential:f}",
            "market": found.market,
            "deals": [facts(each) for each in page.deals],
            "people": listed_records(records(PEOPLE, found)),
            "date": page.day.isoformat(),
            "across": [_across(each) for each in page.people],
            **nouns,
            "actions": listed_records(records(ACCOUNT_ACTIONS, found)),
            "unmet": [_wish(each) for each in unmet(found)],
            "flanking": [_wish(each) for each in flanking(found)],
        }
    )


def _across(each: Across) -> dict[str, Any]:
    deals = {
        name: {"roles": person.roles, "status": person.status}
        for name, person in each.deals.items()
    }
    return {"key": each.key, "name": each.person.name, "decides": each.deciding(), "deals": deals}


def _wish(each: Wish) -> dict[str, Any]:
    return {"key": each.number, "topic": each.need.topic, "level": each.level, "what": each.wanted}
