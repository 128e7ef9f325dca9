"""The nouns whose records files have as such: all that checks need to load.

The action items of debriefs are such records as well; they have checks of their own.
"""

from __future__ import annotations

from tas_cli.model.base import FileModel
from tas_cli.nouns.actions import ACTIONS
from tas_cli.nouns.notes import NOTES
from tas_cli.nouns.noun import Noun
from tas_cli.nouns.people import PEOPLE

STORED: tuple[Noun, ...] = (ACTIONS, NOTES, PEOPLE)
"""Those that many files have."""
RARE = ("tactics", "partners", "signs")
"""The keys of the others (`planned.py`)."""


def stored_in(*owners: FileModel) -> tuple[Noun, ...]:
    """Return the nouns of which files may have records; rare ones only if one of them has any."""
    if not any(getattr(owner, key, None) for owner in owners for key in RARE):
        return STORED
    from tas_cli.nouns.planned import PLANNED  # noqa: PLC0415 - few files have any

    return (*STORED, *PLANNED)
