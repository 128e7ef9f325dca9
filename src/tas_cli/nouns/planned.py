"""The nouns of the plan, which few files have: loaded once one has them."""

from __future__ import annotations

from tas_cli.nouns.noun import Noun
from tas_cli.nouns.partners import PARTNERS
from tas_cli.nouns.signs import SIGNS
from tas_cli.nouns.tactics import TACTICS

PLANNED: tuple[Noun, ...] = (TACTICS, PARTNERS, SIGNS)
