"""The nouns of the plan, of value and of the account, which few files have: loaded for those."""

from __future__ import annotations

from tas_cli.nouns.account import ALIGNMENT, CONDITIONS, NEEDS, POTENTIAL_DEALS, PRIORITIES, SWOT
from tas_cli.nouns.noun import Noun
from tas_cli.nouns.partners import PARTNERS
from tas_cli.nouns.signs import SIGNS
from tas_cli.nouns.tactics import TACTICS
from tas_cli.nouns.value import BENEFITS, COSTS, PROPOSITIONS

OF_DEALS: tuple[Noun, ...] = (TACTICS, BENEFITS, COSTS, PROPOSITIONS, PARTNERS, SIGNS)
OF_ACCOUNTS: tuple[Noun, ...] = (PRIORITIES, SWOT, NEEDS, CONDITIONS, ALIGNMENT, POTENTIAL_DEALS)
