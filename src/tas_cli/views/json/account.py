"""`tas account --format json`, version 1."""

from __future__ import annotations

from tas_cli.nouns.noun import records
from tas_cli.nouns.people import PEOPLE
from tas_cli.views.account import AccountPage
from tas_cli.views.json.around import facts
from tas_cli.views.json.document import document
from tas_cli.views.json.records import listed_records


def account_json(page: AccountPage) -> str:
    """Return an account, its deals and its people."""
    found = page.account
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
        }
    )
