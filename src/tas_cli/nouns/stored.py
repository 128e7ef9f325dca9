"""The nouns whose records files have as such: all that checks need to load."""

from __future__ import annotations

from tas_cli.nouns.notes import NOTES
from tas_cli.nouns.noun import Noun

STORED: tuple[Noun, ...] = (NOTES,)
