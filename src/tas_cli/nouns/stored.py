"""The nouns whose records files have as such: all that checks need to load.

The action items of debriefs are such records as well; they have checks of their own.
"""

from __future__ import annotations

from collections.abc import Iterable

from tas_cli.model.account import Account
from tas_cli.model.base import FileModel
from tas_cli.model.opportunity import Opportunity
from tas_cli.nouns.actions import ACTIONS
from tas_cli.nouns.notes import NOTES
from tas_cli.nouns.noun import Noun
from tas_cli.nouns.people import PEOPLE

STORED: tuple[Noun, ...] = (ACTIONS, NOTES, PEOPLE)
"""Those that many deals have."""
_PLAN = ("tactics", "partners", "signs")
_VALUE = ("value",)
CUSTOMER = ("priorities", "swot", "needs", "conditions", "alignment", "potential_deals")
"""The keys of an account that have what only accounts have."""
RARE = (*_PLAN, *_VALUE)
"""The keys of a deal's file that have the others."""


def stored_in(*owners: FileModel) -> tuple[Noun, ...]:
    """Return the nouns of which files may have records; rare ones only if one of them has any."""
    if isinstance(owners[0], Account):
        if not _any_has(owners, CUSTOMER):
            return (PEOPLE,)
        from tas_cli.nouns.account import OF_ACCOUNTS  # noqa: PLC0415 - few files have any of it

        return (PEOPLE, *OF_ACCOUNTS)
    found = STORED
    if _any_has(owners, _PLAN):
        from tas_cli.nouns.planned import PLANNED  # noqa: PLC0415 - few files have any of it

        found += PLANNED
    if _any_has(owners, _VALUE):
        from tas_cli.nouns.value import VALUED  # noqa: PLC0415 - few files have any of it

        found += VALUED
    return found


def only_in_accounts(noun: Noun) -> bool:
    """Whether accounts have a noun's records, and deals do not."""
    where = noun.path[0]
    return where in Account.model_fields and where not in Opportunity.model_fields


def _any_has(owners: Iterable[FileModel], keys: Iterable[str]) -> bool:
    return any(getattr(owner, key, None) for owner in owners for key in keys)
