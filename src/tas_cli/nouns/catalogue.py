"""All nouns."""

from __future__ import annotations

from tas_cli.nouns.assessments import ASSESSMENTS
from tas_cli.nouns.competitors import COMPETITORS
from tas_cli.nouns.evidence import PIECES
from tas_cli.nouns.noun import Noun
from tas_cli.nouns.rare import OF_ACCOUNTS, OF_DEALS
from tas_cli.nouns.stored import STORED

NOUNS: tuple[Noun, ...] = (PIECES, ASSESSMENTS, COMPETITORS, *STORED, *OF_DEALS, *OF_ACCOUNTS)


def noun(name: str) -> Noun:
    """Return the noun whose command has that name."""
    return next(each for each in NOUNS if each.command == name)
