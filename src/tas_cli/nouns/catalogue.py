"""All nouns."""

from __future__ import annotations

from tas_cli.nouns.assessments import ASSESSMENTS
from tas_cli.nouns.competitors import COMPETITORS
from tas_cli.nouns.evidence import PIECES
from tas_cli.nouns.noun import Noun
from tas_cli.nouns.planned import PLANNED
from tas_cli.nouns.stored import STORED

NOUNS: tuple[Noun, ...] = (PIECES, ASSESSMENTS, COMPETITORS, *STORED, *PLANNED)


def noun(key: str) -> Noun:
    """Return the noun with that key."""
    return next(each for each in NOUNS if each.key == key)
