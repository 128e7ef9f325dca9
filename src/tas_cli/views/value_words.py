"""How the page of a deal's value words money, months and people."""

from __future__ import annotations

from fractions import Fraction

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.value import Flow, Uncounted, amount, valuation
from tas_cli.diagnostics import typeable
from tas_cli.model.evidence import Evidence
from tas_cli.model.value import Value
from tas_cli.views.words import short_date
from tas_cli.words import counted

_PER = {"month": " a month", "year": " a year", "once": " once"}
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
        """Return an amount without its currency; decimals only where they are not 0."""
        exact = amount(of, self.deal.currency)
        integral = exact.to_integral_value()
        return f"{integral if exact == integral else exact:,f}"

    def money(self, of: Fraction) -> str:
        """Return an amount with its currency."""
        return f"{self.deal.currency} {self.number(of)}"

    def recurring(self, flow: Flow, per: str) -> str:
        """Return an amount as often as it flows: USD 240,000 a month."""
        in_period = flow.once if per == "once" else flow.monthly * (12 if per == "year" else 1)
        return f"{self.money(in_period)}{_PER[per]}"

    def named(self, key: str) -> str:
        """Return the name of somebody on the map; a short name that is not there stays."""
        person = self.deal.people.get(key)
        return person.named(key) if person else key

    def said_by(self, evidence: Evidence) -> str:
        """Return who confirmed something, and when."""
        when = short_date(evidence.when, self.deal.day) if evidence.when else ""
        who = f"by {self.named(evidence.who)}" if evidence.who else ""
        return ", ".join(filter(None, (who, when))) or "by the customer"


def in_months(months: int) -> str:
    """Return a number of months in words."""
    return counted(months, "month")
