"""What a noun's list shows besides its records, for the nouns that have more to show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tas_cli.assess.deal import DealOnDay
from tas_cli.commands.edit_support import Opened
from tas_cli.model.account import Account
from tas_cli.nouns.noun import Noun, Record
from tas_cli.today import todays_date
from tas_cli.views.partners import partners_more
from tas_cli.views.records import More
from tas_cli.views.signs import signs_more

NEEDS = "needs"


def _propositions(name: str, deal: DealOnDay, listed: list[Record]) -> More:
    from tas_cli.views.propositions import propositions_more  # noqa: PLC0415 - few files have any

    return propositions_more(name, deal, listed)


_MORE: dict[str, Callable[[str, DealOnDay, list[Record]], More]] = {
    "partners": partners_more,
    "propositions": _propositions,
    "signs": signs_more,
}


def more_of(noun: Noun, to: Opened[Any], listed: list[Record]) -> More:
    """Return what the list of a noun shows besides."""
    if noun.key == NEEDS and isinstance(to.opportunity, Account):
        from tas_cli.views.customer import needs_more  # noqa: PLC0415 - deals have none of it

        return needs_more(to.opportunity, listed)
    more = _MORE.get(noun.key)
    if more is None:
        return More()
    settings, account = to.workspace.settings, to.account
    deal = DealOnDay.of(to.opportunity, settings, todays_date(), account=account)
    return more(to.id, deal, listed)
