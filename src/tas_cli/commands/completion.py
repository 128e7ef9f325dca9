"""Shell completion for deals: ids, competitors, people. It never fails and never prints."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tas_cli.places import find_root, opportunities_in, opportunity_id

if TYPE_CHECKING:
    from tas_cli.model.base import FileModel
    from tas_cli.model.opportunity import Opportunity
    from tas_cli.nouns.noun import Noun

Offer = tuple[str, str]
"""A word to type, and its meaning."""


def opportunities(incomplete: str) -> list[str]:
    """Return the ids of the workspace's opportunities, without reading any file."""
    with suppress(Exception):
        found = opportunities_in(find_root(Path.cwd()))
        ids = {opportunity_id(each.path) for each in found if each.fault is None}
        return sorted(name for name in ids if name.startswith(incomplete))
    return []


def competitors(ctx: Any, incomplete: str) -> list[Offer]:
    """Return the competitors of the opportunity named on the command line."""
    with suppress(Exception):
        return [each for each in _competitors(ctx) if each[0].startswith(incomplete)]
    return []


def _competitors(ctx: Any) -> Iterator[Offer]:
    opportunity = deal_on_the_line(ctx)
    for party in opportunity.competitors:
        yield party, opportunity.party_name(party)


def people(ctx: Any, incomplete: str) -> list[Offer]:
    """Return the people on the map of the opportunity named on the command line."""
    with suppress(Exception):
        found = deal_on_the_line(ctx).people.items()
        return [(key, each.name or "") for key, each in found if key.startswith(incomplete)]
    return []


def deal_on_the_line(ctx: Any) -> Opportunity:
    """Return the opportunity named on the command line.

    Raises:
        Exception: none is named, or it cannot be read.
    """
    return deal_named(_name_on_the_line(ctx))


def owner_on_the_line(noun: Noun, ctx: Any) -> FileModel:
    """Return the deal or account named on the command line that has a noun's records.

    Raises:
        Exception: none is named, or it cannot be read.
    """
    return owner_named(noun, _name_on_the_line(ctx))


def owner_named(noun: Noun, name: str) -> FileModel:
    """Return the deal or account with that short name or path that has a noun's records.

    Raises:
        Exception: there is none, or it cannot be read.
    """
    from tas_cli.commands.completion_deal import owner_of  # noqa: PLC0415 - an id needs no model

    return owner_of(noun, name)


def _name_on_the_line(ctx: Any) -> str:
    # If an option lacks its value, the words before it have not been parsed.
    unread = (word for word in ctx.args if not word.startswith("-"))
    return str(ctx.params.get("opportunity") or ctx.params.get("account") or next(unread))


def deal_named(name: str) -> Opportunity:
    """Return the opportunity with that short name or path, with the people of its account.

    Raises:
        Exception: there is none, or it cannot be read.
    """
    from tas_cli.commands.completion_deal import whole_deal  # noqa: PLC0415 - an id needs no model

    return whole_deal(name)
