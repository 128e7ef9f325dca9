"""`tas value`: what a deal is worth to the customer, the answer first."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.value import Balance, rivals, tenths, whole
from tas_cli.diagnostics import typeable
from tas_cli.views.head import head
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    STRONG,
    UNKNOWN,
    Block,
    Column,
    Hint,
    Page,
    Part,
    Table,
    cells,
    items,
    paragraph,
    section,
)
from tas_cli.views.value_in_short import same_money
from tas_cli.views.value_parts import benefit, chain, costs, in_words, to_confirm, value_buyers
from tas_cli.views.value_words import WHY, Shown, in_months, paid_back


def page(name: str, deal: DealOnDay, *, earlier: bool = False) -> Page:
    """Return the page of a deal's value; of one without any, what to begin with.

    With `earlier`, the day has passed: the file keeps no history of it but when it was confirmed.
    """
    yield from head(name, deal)
    yield GAP
    if deal.opportunity.value is None:
        yield from _nothing(typeable(name))
        return
    shown = Shown(name, deal, deal.opportunity.value)
    if earlier:
        kept = "The file keeps no history of the value, but when it was confirmed: shown as now."
        yield paragraph((kept, DIM))
        yield GAP
    yield from answer(shown)
    yield from _balance(shown)
    yield from chain(shown)
    yield section("Benefits", items((benefit(shown, each) for each in shown.ours.gains), 2))
    yield section("Costs", *costs(shown))
    yield section("Confirm next", *to_confirm(shown))
    yield section("Value buyers", *value_buyers(shown))
    yield section("Compared with competitors", *compared(shown))
    yield section("In words", *in_words(shown))


def _nothing(name: str) -> Iterator[Block]:
    yield paragraph("No value in figures yet. Begin with what gets better for the customer.")
    yield Hint(f'`tas benefits {name} "Fewer late orders" formula="1200 * 45 * 30%" per=month`')
    yield Hint(f'What leads to it: `tas value {name} initiatives="…" solution="…"`')


# The answer


def answer(shown: Shown) -> Iterator[Block]:
    """Yield payback and waiting in sentences: what the customer confirmed first."""
    ours = shown.ours
    if all(each.flow is None for each in ours.gains):
        yield paragraph(("No benefit is in figures yet.", UNKNOWN))
    elif not ours.claimed.costs.moves:
        worth = shown.money(ours.claimed.gained)
        yield paragraph((f"Worth {worth} over {in_months(ours.months)}.", STRONG), " No costs yet.")
        yield Hint(f'`tas costs {shown.name} "Licenses and rollout" amount=… kind=acquisition`')
    else:
        yield paragraph(*_payback(shown))
    yield paragraph(_waiting(shown))


def _payback(shown: Shown) -> Iterator[Part]:
    """Yield in how many months it is paid back: on confirmed figures, and with our claims."""
    ours, customer = shown.ours, shown.customer
    confirmed, claimed = ours.confirmed, ours.claimed
    if not confirmed.benefits.moves:
        yield f"{paid_back(claimed)}.", STRONG
        yield f" All of it is our claim: {customer} has confirmed nothing yet.", UNKNOWN
        return
    yield f"{paid_back(confirmed)} on figures that {customer} confirmed", STRONG
    if confirmed.benefits == claimed.benefits:
        yield ". Nothing that counts is only our claim."
    elif confirmed.payback == claimed.payback:
        yield ", and no sooner with our own claims."
    else:
        yield f"; with our own claims, {paid_back(claimed).lower()}."


def _waiting(shown: Shown) -> str:
    """Return what waiting costs, and who confirmed as much; empty if the file does not say."""
    delay = shown.ours.delay
    if delay is None:
        return ""
    if delay.flow is None:
        return f"What waiting costs is not counted: {WHY[delay.uncounted]}."
    what = (
        f"Waiting costs {shown.money(delay.flow.once)} once"
        if delay.flow.once
        else f"Each month of waiting costs {shown.money(delay.flow.monthly)}"
    )
    return f"{what}{same_money(delay.same, shown.deal)}."


# The figures side by side


def _balance(shown: Shown) -> Iterator[Block]:
    ours = shown.ours
    if not ours.counted:
        return
    yield GAP
    both = {"Confirmed": ours.confirmed, "With our claims": ours.claimed}
    if not ours.confirmed.benefits.moves:
        both = {"Our claim": ours.claimed}
    elif ours.confirmed.benefits == ours.claimed.benefits:
        both.pop("With our claims")
    yield figures(shown, both)
    start = f"from {shown.value.live} on" if shown.value.live else "from the start on"
    yield paragraph((f"Over {in_months(ours.months)} {start}, without discounting.", DIM))
    left = [each for each in ours.gains if each.flow is None]
    unpriced = [each for each in ours.expenses if each.flow is None]
    for found, one in ((left, "benefit"), (unpriced, "cost")):
        if found:
            numbers = ", ".join(str(each.number) for each in found)
            yield paragraph((f"Not counted: {one} {numbers}.", MINUS))


def figures(shown: Shown, columns: dict[str, Balance]) -> Table:
    """Return benefits, costs, net value, payback and return of each column."""
    currency, balances = shown.deal.currency, columns.values()
    rows = {
        f"Benefits, {currency}": [
            shown.number(each.gained) if each.benefits.moves else "–" for each in balances
        ],
        f"Costs and risks, {currency}": [
            shown.number(each.paid) if each.costs.moves else "–" for each in balances
        ],
        f"Net value, {currency}": [
            shown.number(each.net) if each.benefits.moves else "–" for each in balances
        ],
        "Payback, months": [_tenths(each.payback) for each in balances],
        "Return": [_percent(each.percent) if each.benefits.moves else "–" for each in balances],
    }
    heads = (Column(""), *(Column(each, right=True) for each in columns))
    return Table(heads, tuple(cells(label, *row) for label, row in rows.items()))


def _tenths(months: Fraction | None) -> str:
    return "–" if months is None else f"{tenths(months)}"


def _percent(percent: Fraction | None) -> str:
    return "–" if percent is None else f"{whole(percent):,f} %"


# Competitors


def compared(shown: Shown) -> Iterator[Block]:
    """Yield ours beside what competitors offer, where the file has figures of both."""
    if found := offered(shown):
        yield figures(shown, found)
        yield from differences(shown, found)


def offered(shown: Shown) -> dict[str, Balance]:
    """Return what each party offers by its name, ours first; empty unless both have figures."""
    others = {key: each for key, each in rivals(shown.deal.opportunity).items() if each.counted}
    if not others or not shown.ours.counted:
        return {}
    named = {shown.deal.opportunity.party_name(key): each for key, each in others.items()}
    return {"We": shown.ours.claimed, **{name: each.claimed for name, each in named.items()}}


def differences(shown: Shown, found: dict[str, Balance]) -> Iterator[Block]:
    """Yield what is compared, and how far ours is from each of the others."""
    kept = f"Claims of both, over {in_months(shown.ours.months)} from each one's own start."
    yield paragraph((kept, DIM))
    for name, balance in [*found.items()][1:]:
        yield from map(paragraph, _sentences(shown, name, balance))


def _sentences(shown: Shown, name: str, theirs: Balance) -> Iterator[str]:
    """Yield the differences in cost of ownership, and in net value."""
    ours = shown.ours.claimed
    if ours.costs.moves and theirs.costs.moves:
        yield f"Owning ours costs {_than(shown, ours.paid - theirs.paid)} {name}'s."
    if ours.benefits.moves and theirs.benefits.moves:
        yield f"Our net value is {_than(shown, ours.net - theirs.net)} {name}'s."


def _than(shown: Shown, more: Fraction) -> str:
    if not more:
        return "as much as"
    return f"{shown.money(abs(more))} {'more' if more > 0 else 'less'} than"
