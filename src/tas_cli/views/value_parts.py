"""The page of a deal's value below the figures: chain, benefits, costs, buyers."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import zip_longest

from tas_cli.assess.propositions import sentences, together
from tas_cli.assess.value import Buyer, Gain, buyers
from tas_cli.method.value import chain_links, cost_kinds, directions
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    PLUS,
    STRONG,
    UNKNOWN,
    Block,
    Column,
    Item,
    Part,
    Table,
    Words,
    cells,
    item,
    items,
    paragraph,
)
from tas_cli.views.value_words import WHY, Shown, equation, in_months
from tas_cli.views.words import named
from tas_cli.words import counted

_LEAST, _HALF, _MOST = 20, 38, 60
"""The cells of one side of the chain: at least, on a terminal of 80, and at most."""


def chain(shown: Shown) -> Iterator[Block]:
    """Yield the way to what only we bring: the customer's side, and ours."""
    links, event = shown.value.chain, shown.deal.opportunity.compelling_event
    if links is None:
        return
    said = {key: getattr(links, key) for key in chain_links()}
    sides = {
        side: [
            (link.title, said[key])
            for key, link in chain_links().items()
            if link.side == side and said[key]
        ]
        for side in ("theirs", "ours")
    }
    if not any(sides.values()):
        return
    if event and event.what:
        sides["theirs"].append(("Compelling event", event.what))
    heads = (shown.customer, "We")
    rows = zip_longest(*sides.values(), fillvalue=("", ""))
    yield GAP
    yield Table(
        tuple(Column(head, most=_MOST, folds=True) for head in heads),
        tuple(tuple(map(_link, row)) for row in rows),
        squeezed=tuple((head, width) for width in (_HALF, _LEAST) for head in heads),
    )


def _link(link: tuple[str, str]) -> Words:
    title, text = link
    return ((f"{title}: ", DIM), text) if title else ("",)


def benefit(shown: Shown, gain: Gain) -> Item:
    """Return a benefit with its formula worked out, and who confirmed it."""
    found = gain.benefit
    named = (found.driver or "").casefold() in found.what.casefold()
    about = directions()[found.direction].title if found.direction else "changes"
    driver = "" if named else f" · {about} {found.driver}"
    unique = " · only we" if gain.unique else ""
    said: Part = ("our claim", UNKNOWN)
    if gain.confirmed:
        said = (f"confirmed {shown.said_by(gain.confirmed)}", PLUS)
    words = ((found.what, STRONG), driver, unique, " · ", said)
    return item(*words, mark=f"{gain.number} ", below=[_worked(shown, gain)])


def _worked(shown: Shown, gain: Gain) -> str:
    """Return a benefit's formula with its numbers and its result, or why it is not counted."""
    if gain.flow is None:
        return WHY[gain.uncounted]
    return f"{equation(gain.benefit.formula or '')}{shown.recurring(gain.flow, gain.benefit.per)}"


def costs(shown: Shown) -> Iterator[Block]:
    """Yield the costs by kind, each over the months that are counted."""
    months = shown.ours.months
    order = [*cost_kinds(), None]
    rows = [
        cells(
            str(each.number),
            cost_kinds()[each.cost.kind].title if each.cost.kind else "",
            shown.recurring(each.flow, each.cost.per) if each.flow is not None else "no amount",
            shown.number(each.flow.over(months)) if each.flow is not None else "–",
            each.cost.what,
        )
        for each in sorted(shown.ours.expenses, key=lambda each: order.index(each.cost.kind))
    ]
    columns = (
        Column("", right=True),
        Column("Kind"),
        Column("Amount"),
        Column(f"Over {in_months(months)}", right=True),
        Column("What", most=_MOST, folds=True),
    )
    if rows:
        yield Table(
            columns,
            tuple(rows),
            squeezed=(("Kind", 14), ("What", _LEAST)),
            dropped=("Kind",),
        )


# What is only our claim, and the people


def to_confirm(shown: Shown) -> Iterator[Block]:
    """Yield the benefits that are only our claim, the largest first, and whom to ask."""
    found = sorted(shown.ours.unconfirmed, key=lambda each: -each.over(shown.ours.months))
    yield items((_question(shown, each) for each in found), 2, "•")


def _question(shown: Shown, gain: Gain) -> Item:
    """Return whom to ask about a benefit, and the command that notes the answer."""
    command, owner = f"tas benefits {shown.name} {gain.number}", gain.benefit.owner
    what = gain.benefit.what
    if owner is None:
        return item(f"Find out whose business it is: {what}", command=f"{command} owner=…")
    person, whom = shown.deal.people.get(owner), named(owner, shown.deal.people)
    if person and person.gone(shown.deal.day):
        gone = f"{whom} has left. Ask who is responsible now: {what}"
        return item(gone, command=f"{command} owner=…")
    if gain.flow is None:
        return item(f"Ask {whom} for figures: {what}", command=f"{command} formula=…")
    worth = shown.recurring(gain.flow, gain.benefit.per)
    confirm = f"{command} confirmed.who={owner} confirmed.when=today"
    return item(f"Ask {whom} to confirm: {what}, {worth}", command=confirm)


def value_buyers(shown: Shown) -> Iterator[Block]:
    """Yield who owns benefits and how they see our value, and whether they are the ones who buy."""
    found = buyers(shown.ours.gains, shown.deal.people)
    if not shown.ours.gains:
        return
    asked = any(each.benefit.perception or each.benefit.perceived for each in shown.ours.gains)
    yield items((_buyer(shown, each, asked=asked) for each in found), 2, "•")
    if not found:
        yield paragraph(("Nobody owns a benefit yet.", UNKNOWN), indent=2)
    elif all(each.procurement for each in found):
        advice = "Only procurement owns a benefit, and it is seldom the value buyer. Find out whose"
        yield paragraph((f"{advice} results get better.", MINUS), indent=2)


def _buyer(shown: Shown, buyer: Buyer, *, asked: bool) -> Item:
    """Return who owns which benefits, and with `asked` how this person sees our value."""
    person = buyer.person
    total = sum((each.over(shown.ours.months) for each in buyer.gains), Fraction(0))
    numbers = ", ".join(str(each.number) for each in buyer.gains)
    worth = f", {shown.money(total)} over {in_months(shown.ours.months)}" if total else ""
    owns = f"{'benefit' if len(buyer.gains) == 1 else 'benefits'} {numbers}{worth}"
    who = person.titled(buyer.key) if person else f"{buyer.key} (not on the map)"
    seen: list[Part] = [*_perceptions(buyer)]
    if asked and not seen:
        seen = [("sees our value: unknown", UNKNOWN)]
    return item((who, STRONG), f" · {owns}", below=seen)


def _perceptions(buyer: Buyer) -> Iterator[Part]:
    """Yield how somebody sees our value, by benefit if there are several."""
    for gain in buyer.gains:
        benefit = gain.benefit
        score = f"{int(benefit.perception):+d}" if benefit.perception else ""
        words = f'"{benefit.perceived}"' if benefit.perceived else ""
        if score or words:
            of = f" in {gain.number}" if len(buyer.gains) > 1 else ""
            yield f"sees our value{of}: {' '.join(filter(None, (score, words)))}"


def in_words(shown: Shown) -> Iterator[Block]:
    """Yield the finished sentences of the value proposition, and how many are not."""
    found = sentences(shown.deal)
    yield from (paragraph(text, indent=2) for text in (together(found),) if text)
    if unfinished := sum(not each.ready for each in found):
        lacking = f"{counted(unfinished, 'sentence')} not finished"
        yield items([item((lacking, UNKNOWN), command=f"tas propositions {shown.name}")], 2, "•")
