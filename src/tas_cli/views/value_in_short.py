"""Value in a few words: for other pages, for whom we meet, and for a mail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.propositions import in_money
from tas_cli.assess.value import Balance, Gain, Valuation, amount, money, tenths, whole
from tas_cli.model.evidence import Evidence
from tas_cli.views.page import STRONG, Item, Section, item, items, section
from tas_cli.views.value_words import equation, in_months, said
from tas_cli.views.words import named, short_amount
from tas_cli.words import some

_CONFIRMED, _UNCONFIRMED = 3, 3
"""How many confirmed benefits, and how many to ask about, are shown."""


def in_short(deal: DealOnDay) -> str:
    """Return what a deal is worth in a line: Paid back in 9.7 months, confirmed.

    Empty if nothing has a figure.
    """
    found = deal.worth
    if found is None or not found.counted:
        return ""
    waiting = _waiting(found)
    a_month = f"{deal.currency} {short_amount(amount(waiting or Fraction(0), deal.currency))}"
    cost = f" Waiting costs {a_month} a month." if waiting else ""
    return f"{_worth(found, deal.currency)}{cost}"


def _worth(found: Valuation, currency: str) -> str:
    """Return the payback, or without costs what the benefits come to, and what of it is claimed."""
    what = "Paid back in" if found.claimed.costs.moves else "Worth"
    confirmed, claimed = (_figure(each, currency) for each in (found.confirmed, found.claimed))
    if not claimed:
        return "No payback on these figures."
    if not found.unconfirmed:
        return f"{what} {claimed}, confirmed."
    if not confirmed:
        return f"{what} {claimed} by our own claims, nothing of it confirmed."
    more = claimed.removesuffix(" months" if found.claimed.costs.moves else _in(found.months))
    return f"{what} {confirmed} on confirmed figures, {more} with our claims."


def _figure(balance: Balance, currency: str) -> str:
    """Return the payback, or without costs the benefits; empty if there is none."""
    if balance.costs.moves:
        return f"{tenths(balance.payback)} months" if balance.payback is not None else ""
    gained = short_amount(amount(balance.gained, currency))
    return f"{currency} {gained}{_in(balance.months)}" if balance.gained else ""


def _in(months: int) -> str:
    return f" in {in_months(months)}"


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
    yield from _net(found, deal.currency)
    waiting, delay = _waiting(found), found.delay
    if waiting:
        by = same_money(delay.same if delay else None, deal) or ", by our own claim"
        yield item(f"Each month of waiting costs {money(waiting, deal.currency)}{by}")
    for each in _first(keys, [gain for gain in found.gains if gain.confirmed])[:_CONFIRMED]:
        of = "Theirs, confirmed: " if each.benefit.owner in keys else "Confirmed: "
        yield item((of, STRONG), f"{worked(each, deal)}{confirmed_by(each.confirmed, deal)}")
    for each in _first(keys, found.unconfirmed)[:_UNCONFIRMED]:
        yield item(("Not confirmed: ", STRONG), f"{worked(each, deal)}. {_ask(each, deal)}")


def _net(found: Valuation, currency: str) -> Iterator[Item]:
    """Yield net value and return, on what is confirmed and with our claims; costs are needed."""
    columns = {"on confirmed figures": found.confirmed, "with our claims": found.claimed}
    if not found.unconfirmed:
        columns.pop("with our claims")
    shown = [
        f"{money(each.net, currency)} {name}{_return(each)}"
        for name, each in columns.items()
        if each.benefits.moves and each.costs.moves
    ]
    if shown:
        yield item(f"Net value{_in(found.months)}: {'; '.join(shown)}")


def _return(balance: Balance) -> str:
    return f", a return of {whole(balance.percent):,f} %" if balance.percent is not None else ""


def _first(keys: Sequence[str], gains: Sequence[Gain]) -> list[Gain]:
    """Return the benefits of these people first, then those of nobody, and then the others'."""
    return sorted(
        gains, key=lambda each: (each.benefit.owner not in keys, bool(each.benefit.owner))
    )


def _ask(gain: Gain, deal: DealOnDay) -> str:
    owner = gain.benefit.owner
    if owner is None:
        return "Ask whose figure it is."
    person, whom = deal.people.get(owner), named(owner, deal.people)
    if person and person.gone(deal.day):
        return f"{whom} has left: ask whose figure it is now."
    return f"Ask {whom}."


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


def same_money(gain: Gain | None, deal: DealOnDay) -> str:
    """Return which benefit is the same money as waiting, and who confirmed that, in brackets."""
    if gain is None or gain.confirmed is None:
        return ""
    known = said(gain.confirmed, deal)
    by = f" by {known}" if gain.confirmed.who else f" on {known}" if known else ""
    return f" (the same money as benefit {gain.number}, confirmed{by})"


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
