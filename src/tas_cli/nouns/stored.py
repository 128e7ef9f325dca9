"""The nouns whose records files have as such: all that checks need to load.

The action items of debriefs are such records as well; they have checks of their own.
"""

from __future__ import annotations

from tas_cli.nouns.actions import ACTIONS
from tas_cli.nouns.notes import NOTES
from tas_cli.nouns.noun import Noun
from tas_cli.nouns.partners import PARTNERS
from tas_cli.nouns.people import PEOPLE
from tas_cli.nouns.signs import SIGNS
from tas_cli.nouns.tactics import TACTICS

STORED: tuple[Noun, ...] = (ACTIONS, NOTES, PEOPLE, TACTICS, PARTNERS, SIGNS)
