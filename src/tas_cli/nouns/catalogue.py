"""All nouns."""

from __future__ import annotations

from tas_cli.nouns.account import OF_ACCOUNTS
from tas_cli.nouns.assessments import ASSESSMENTS
from tas_cli.nouns.competitors import COMPETITORS
from tas_cli.nouns.evidence import PIECES
from tas_cli.nouns.noun import Noun
from tas_cli.nouns.planned import PLANNED
from tas_cli.nouns.stored import STORED
from tas_cli.nouns.value import VALUED

OF_DEALS: tuple[Noun, ...] = (*STORED, *PLANNED, *VALUED)
"""Those whose records deals have as such; accounts have people, too."""
NOUNS: tuple[Noun, ...] = (PIECES, ASSESSMENTS, COMPETITORS, *OF_DEALS, *OF_ACCOUNTS)


def noun(name: str) -> Noun:
    """Return the noun whose command has that name."""
    return next(each for each in NOUNS if each.command == name)
