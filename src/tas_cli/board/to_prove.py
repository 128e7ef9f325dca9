"""Tactics that have the customer confirm our benefits, the most valuable first. Pure."""

from __future__ import annotations

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.propositions import in_money
from tas_cli.assess.value import Gain
from tas_cli.board.suggestion import Suggestion
from tas_cli.method.catalogue import criteria_by_key
from tas_cli.method.plan import tactic_kinds
from tas_cli.method.tactics import about_benefit

_VALUE = "unique_business_value"


def benefits_to_prove(deal: DealOnDay) -> tuple[Suggestion, ...]:
    """Return a tactic for each benefit that is only our claim; none if the file has no value."""
    found = deal.worth
    gains, months = (found.unconfirmed, found.months) if found else ((), 0)
    ordered = sorted(gains, key=lambda each: -each.over(months))
    return tuple(_suggestion(each, deal) for each in ordered)


def _suggestion(gain: Gain, deal: DealOnDay) -> Suggestion:
    owner = gain.benefit.owner if gain.benefit.owner in deal.present else None
    case = (
        "without_owner" if not owner else "claimed" if gain.flow is not None else "without_figures"
    )
    pattern = about_benefit(case)
    named = deal.people[owner].named(owner) if owner else ""
    money = in_money(gain, deal.currency)
    claim = f"worth {money} by our own claim" if money else "without a figure so far"
    only = ", and only we can give it" if gain.unique else ""
    number = criteria_by_key()[_VALUE].number
    return Suggestion(
        f"{tactic_kinds()[pattern.kind].letter}{number}.{gain.number}",
        pattern.kind,
        pattern.what.format(person=named, benefit=gain.benefit.what.strip().rstrip(".")),
        (_VALUE,),
        (owner,) if owner else (),
        None,
        (f"It is {claim}{only}.",),
        0,
        benefit=gain.number,
    )
