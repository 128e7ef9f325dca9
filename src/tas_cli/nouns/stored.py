"""The nouns whose records files have as such: all that checks need to load.

The action items of debriefs are such records as well; they have checks of their own.
"""

from __future__ import annotations

from tas_cli.model.account import Account
from tas_cli.model.base import FileModel
from tas_cli.nouns.actions import ACTIONS
from tas_cli.nouns.notes import NOTES
from tas_cli.nouns.noun import Noun
from tas_cli.nouns.people import PEOPLE

STORED: tuple[Noun, ...] = (ACTIONS, NOTES, PEOPLE)
"""Those that many deals have."""
RARE = ("tactics", "partners", "signs", "value")
"""The keys of a deal's file that have the others (`rare.py`)."""


def stored_in(*owners: FileModel) -> tuple[Noun, ...]:
    """Return the nouns of which files may have records; rare ones only if one of them has any."""
    accounts = isinstance(owners[0], Account)
    common = (PEOPLE,) if accounts else STORED
    if not accounts and not any(getattr(owner, key, None) for owner in owners for key in RARE):
        return common
    from tas_cli.nouns import rare  # noqa: PLC0415 - few files have any

    return (*common, *(rare.OF_ACCOUNTS if accounts else rare.OF_DEALS))
