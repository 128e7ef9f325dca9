"""Value in a few words: for other pages, for whom we meet, and for a mail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.propositions import in_money
from tas_cli.assess.value import Balance, Gain, Valuation, amount, money, tenths
from tas_cli.model.evidence import Evidence
from tas_cli.views.page import STRONG, Item, Section, item, items, section
from tas_cli.views.value_words import equation, said
from tas_cli.views.words import short_amount
from tas_cli.words import some

_UNCONFIRMED = 3
"""How many benefits to ask about are shown."""


def in_short(deal: DealOnDay) -> str:
    """Return what a deal is worth in a line: Payback 9.7 months confirmed, 5.7 claimed.

    Empty if nothing has a figure.
    """
    found = deal.worth
    if found is None or not found.counted:
        return ""
    waiting = _waiting(found)
    cost = f" Waiting: {short_amount(amount(waiting, deal.currency))} a month." if waiting else ""
    return f"{_worth(found, deal.currency)}{cost}"


def _worth(found: Valuation, currency: str) -> str:
    """Return the payback, or without costs what the benefits come to, and what of it is claimed."""
    name = "Payback" if found.claimed.costs.moves else "Benefits"
    confirmed, claimed = (_figure(each, currency) for each in (found.confirmed, found.claimed))
    if not claimed:
        return "No payback on these figures."
    if not found.unconfirmed:
        return f"{name} {claimed}, confirmed."
    if not confirmed:
        return f"{name} {claimed} claimed, nothing of it confirmed."
    unit = " months" if found.claimed.costs.moves else ""
    return f"{name} {confirmed} confirmed, {claimed.removesuffix(unit)} claimed."


def _figure(balance: Balance, currency: str) -> str:
    """Return the payback, or without costs the benefits; empty if there is none."""
    if balance.costs.moves:
        return f"{tenths(balance.payback)} months" if balance.payback is not None else ""
    gained = short_amount(amount(balance.gained, currency))
    return f"{gained} in {balance.months} months" if balance.gained else ""


def _waiting(found: Valuation) -> Fraction | None:
    """Return what each month of waiting costs; None if that is not known."""
    flow = found.delay and found.delay.flow
    return flow.monthly if flow and flow.monthly else None


def to_show(keys: Sequence[str], deal: DealOnDay) -> Section:
    """Return the value to show to people, and what to have confirmed: their own benefits first."""
    found = deal.worth
    names = some([deal.people[key].named(key) for key in keys])
    shown = _shown(keys, found, deal) if found and found.counted else ()
    return section(f"Show {names}", items(shown, 2, "•"))


def _shown(keys: Sequence[str], found: Valuation, deal: DealOnDay) -> Iterator[Item]:
    yield item(_worth(found, deal.currency))
    waiting, delay = _waiting(found), found.delay
    if waiting:
        by = confirmed_by(delay.confirmed if delay else None, deal) or ", by our own claim"
        yield item(f"Each month of waiting costs {money(waiting, deal.currency)}{by}")
    for each in found.gains:
        if each.confirmed and each.benefit.owner in keys:
            by = confirmed_by(each.confirmed, deal)
            yield item(("Theirs, confirmed: ", STRONG), f"{worked(each, deal)}{by}")
    for each in _first(keys, found.unconfirmed)[:_UNCONFIRMED]:
        yield item(("Not confirmed: ", STRONG), f"{worked(each, deal)}. {_ask(each, keys, deal)}")


def _first(keys: Sequence[str], gains: Sequence[Gain]) -> list[Gain]:
    """Return the benefits of these people first, then those of nobody, and then the others'."""
    return sorted(
        gains, key=lambda each: (each.benefit.owner not in keys, bool(each.benefit.owner))
    )


def _ask(gain: Gain, keys: Sequence[str], deal: DealOnDay) -> str:
    owner = gain.benefit.owner
    if owner in keys:
        return "Ask them."
    if owner is None:
        return "Ask whose figure it is."
    return f"Ask {deal.people[owner].named(owner) if owner in deal.people else owner}."


def worked(gain: Gain, deal: DealOnDay) -> str:
    """Return a benefit with its formula and what that comes to."""
    found = in_money(gain, deal.currency)
    result = f"{equation(gain.benefit.formula or '')}{found}" if found else "no figure"
    return f"{gain.benefit.what}: {result}"


def confirmed_by(entry: Evidence | None, deal: DealOnDay) -> str:
    """Return who confirmed a figure and when, in brackets; empty if that is not known."""
    if entry is None:
        return ""
    known = said(entry, deal)
    return f" ({known})" if known else ""


def short_json(deal: DealOnDay) -> dict[str, Any] | None:
    """Return value in short for JSON; None if the file has none."""
    found = deal.worth
    if found is None:
        return None
    both, waiting = {"confirmed": found.confirmed, "claimed": found.claimed}, _waiting(found)
    return {
        "months": found.months,
        **{f"net_{key}": amount(each.net, deal.currency) for key, each in both.items()},
        **{
            f"payback_{key}": tenths(each.payback) if each.payback is not None else None
            for key, each in both.items()
        },
        "waiting": amount(waiting, deal.currency) if waiting else None,
        "unconfirmed": [each.number for each in found.unconfirmed],
    }
