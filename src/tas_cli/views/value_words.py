"""How the page of a deal's value words money, months and people."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.value import (
    Balance,
    Flow,
    Uncounted,
    in_figures,
    money,
    recurring,
    tenths,
    valuation,
)
from tas_cli.diagnostics import typeable
from tas_cli.model.evidence import Evidence
from tas_cli.views.words import named, short_date
from tas_cli.words import counted

if TYPE_CHECKING:
    from tas_cli.model.value import Per, Value

_LONG = re.compile(r"(?<![0-9.])[0-9]{4,}")
"""A number that is easier to read in groups of three digits."""
_NUMBER = re.compile(r"([0-9]+(?:\.[0-9]+)?)([kM]?)", re.ASCII)
_PIECE = re.compile(r"[0-9.]+[kM]?|[-+*/%()]", re.ASCII)
_TIGHT = re.compile(r"(?<=\() | (?=[)%])")
"""Blanks that people do not write: within brackets, and before a percent sign."""
_SHARE = re.compile(r"(?P<whole>[^-+/%()]+) × (?P<percent>[0-9.,]+%)")
_SIZES = {"": 1, "k": 10**3, "M": 10**6}
WHY: dict[Uncounted, str] = {
    "no formula": "not in figures yet",
    "no amount": "no amount yet",
    "division by zero": "its formula divides by zero",
}


class Shown:
    """What all parts of the page need: the deal, its value in figures, and how to word both."""

    def __init__(self, name: str, deal: DealOnDay, value: Value) -> None:
        self.name, self.deal, self.value = typeable(name), deal, value
        self.ours = valuation(value)
        self.customer = deal.opportunity.customer

    def number(self, of: Fraction) -> str:
        """Return an amount without its currency."""
        return in_figures(of, self.deal.currency)

    def money(self, of: Fraction) -> str:
        """Return an amount with its currency."""
        return money(of, self.deal.currency)

    def recurring(self, flow: Flow, per: Per) -> str:
        """Return an amount as often as it flows: USD 240,000 a month."""
        return recurring(flow, per, self.deal.currency)

    def said_by(self, evidence: Evidence) -> str:
        """Return who confirmed something, and when."""
        known = said(evidence, self.deal) or "the customer"
        return f"by {known}" if evidence.who or not evidence.when else f"on {known}"


def said(entry: Evidence, deal: DealOnDay) -> str:
    """Return who said something and when, if that is known: Elena Ruiz, 20 Oct."""
    who = named(entry.who or "", deal.people)
    return ", ".join(filter(None, (who, short_date(entry.when, deal.day) if entry.when else "")))


def equation(formula: str) -> str:
    """Return a formula as people read it, with its equals sign; empty for a number alone."""
    grouped = _LONG.sub(lambda found: f"{int(found[0]):,}", formula).replace("*", "×")
    return f"{grouped} = " if any(sign in grouped for sign in "+-×/%") else ""


def spoken(formula: str) -> str:
    """Return a formula as people write it in a mail: 12% of 6.2 million; empty for a number alone.

    The formula is as `model/formula.py` accepts it.
    """
    spaced = _TIGHT.sub("", " ".join(_PIECE.findall(formula)))
    words = _NUMBER.sub(_spelled, spaced).replace("*", "×")
    if share := _SHARE.fullmatch(words):
        return f"{share['percent']} of {share['whole']}"
    return words if any(sign in words for sign in "+-×/%") else ""


def _spelled(found: re.Match[str]) -> str:
    """Return a number with its size written out: 6.2 million, 4,000."""
    number = Fraction(found[1]) * _SIZES[found[2] or ""]
    millions = number / 10**6
    if millions >= 1 and tenths(millions) == millions:
        return f"{str(tenths(millions)).removesuffix('.0')} million"
    return f"{int(number):,}" if number == int(number) else found[0]


def in_months(months: int) -> str:
    """Return a number of months in words."""
    return counted(months, "month")


def paid_back(balance: Balance) -> str:
    """Return when the benefits have covered all costs: Paid back in 9.7 months."""
    months = balance.payback
    if months is None:
        return "Never paid back"
    if months == 0:
        return "Paid back at once"
    late = f", after the {balance.months} that are counted," if months > balance.months else ""
    return f"Paid back in {tenths(months)} months{late}"
