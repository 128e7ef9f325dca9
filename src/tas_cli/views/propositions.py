"""The value proposition: its sentences with what they lack, and as text for a mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.propositions import (
    Filled,
    Sentence,
    in_money,
    possible,
    sentences,
    together,
)
from tas_cli.assess.value import Balance, Gain, Valuation, money, tenths
from tas_cli.diagnostics import typeable
from tas_cli.method.value import slots
from tas_cli.nouns.noun import Record
from tas_cli.views.page import (
    DIM,
    GAP,
    PENDING,
    STRONG,
    UNKNOWN,
    Block,
    Item,
    Part,
    item,
    items,
    paragraph,
    section,
)
from tas_cli.views.records import More
from tas_cli.views.value_words import in_months, said, spoken
from tas_cli.views.words import short_date

_COMMAND = "tas propositions"


def propositions_more(name: str, deal: DealOnDay, listed: list[Record]) -> More:
    """Return the sentences of the propositions listed, and the text for a mail."""
    numbers = {each.key for each in listed}
    every = sentences(deal)
    found = tuple(each for each in every if str(each.number) in numbers)
    others = possible(deal) if len(found) == len(every) else ()
    ready = sum(each.ready for each in found)
    json = {
        "sentences": [_json(each) for each in found],
        "possible": [_json(each) for each in others],
        "together": together(found) or None,
    }
    title = f"{ready} finished" if found else ""
    shown, more = (*_written(name, found),), (*_others(name, others),)
    return More(title, more, json, shown, (*_mail(deal, found),))


def _written(name: str, found: tuple[Sentence, ...]) -> Iterator[Block]:
    """Yield the sentences of the file, each with the questions for its gaps, then all of them."""
    yield items((_sentence(each) for each in found), 4)
    if any(each.proposed for each in found):
        first = next(each for each in found if each.proposed)
        slot = next(iter(first.proposed))
        note = "In brackets: proposed from the file, and not saved. Reword it so that it fits:"
        yield paragraph((note, DIM), indent=2)
        yield paragraph(_saving(name, str(first.number), [slot]), indent=2)
    if sum(each.ready for each in found) > 1:
        yield section("Together", paragraph(together(found), indent=2))


def _sentence(each: Sentence) -> Item:
    return item(*_words(each), mark=f"  {each.number} ", below=[*map(_question, each.missing)])


def _question(slot: str) -> Part:
    found = slots()[slot]
    return f"{slot}: {found.ask} ({found.form}: {found.example})", DIM


def _words(sentence: Sentence) -> Iterator[Part]:
    for each in sentence.parts:
        yield _slot(each) if isinstance(each, Filled) else each


def _slot(filled: Filled) -> Part:
    if not filled.text:
        return f"[{filled.slot}]", UNKNOWN
    return (f"[{filled.slot}: {filled.text}]", PENDING) if filled.proposed else filled.text


def _others(name: str, found: tuple[Sentence, ...]) -> Iterator[Block]:
    """Yield what could be said with what the file has."""
    listed = (
        item(
            *_words(each),
            mark="•",
            below=[_saving(name, f"pattern={each.pattern.key}", each.pattern.slots)],
        )
        for each in found
    )
    yield section("More that the file could say", items(listed, 2))


def _saving(name: str, first: str, filled: Iterable[str]) -> str:
    """Return the command that saves what is in slots."""
    given = " ".join(f'{slot}="…"' for slot in filled)
    return f"`{_COMMAND} {typeable(name)} {first} {given}`"


def _mail(deal: DealOnDay, found: tuple[Sentence, ...]) -> Iterator[Block]:
    """Yield the finished sentences and the figures, as text for a mail without a greeting."""
    found_value, customer = deal.worth, deal.opportunity.customer
    counted = [each for each in found_value.gains if each.flow is not None] if found_value else []
    agreed = [each for each in counted if each.confirmed]
    ours = [each for each in counted if not each.confirmed]
    text = together(found)
    if not (text or counted):
        return
    yield paragraph((f"What this is worth to {customer}", STRONG))
    yield from (GAP, paragraph(text)) if text else ()
    for heading, listed in (
        ("Figures that you confirmed:", agreed),
        ("Our estimates, which we would like to check with you:", ours),
    ):
        if listed:
            yield GAP
            yield paragraph(heading)
            yield items((item(_mailed(each, deal)) for each in listed), 2, "•")
    if found_value and (balance := " ".join(_balance(found_value, deal))):
        yield from (GAP, paragraph(balance))


def _mailed(gain: Gain, deal: DealOnDay) -> str:
    """Return a benefit as a mail has it: its worth, what that is made of, and who confirmed it."""
    formula, entry = spoken(gain.benefit.formula or ""), gain.confirmed
    made_of = f" ({formula})" if formula else ""
    who = said(entry.model_copy(update={"when": None}), deal) if entry else ""
    by = f" by {who}" if who else ""
    on = f" on {short_date(entry.when, deal.day)}" if entry and entry.when else ""
    confirmed = f", confirmed{by}{on}" if by or on else ""
    return f"{gain.benefit.what}: {in_money(gain, deal.currency)}{made_of}{confirmed}"


def _balance(found: Valuation, deal: DealOnDay) -> Iterator[str]:
    """Yield in how many months it is paid back, and what waiting costs, in sentences."""
    confirmed, all_of_it = found.confirmed, found.claimed
    if confirmed.payback is not None and confirmed.benefits.moves:
        yield f"On the figures that you confirmed, this is paid back {_back(confirmed)}."
    elif all_of_it.payback is not None and all_of_it.benefits.moves:
        yield f"By our estimates, this is paid back {_back(all_of_it)}."
    delay = found.delay
    if delay and delay.flow is not None and delay.flow.monthly > 0:
        each = "Each month" if delay.confirmed else "By our estimate, each month"
        yield f"{each} of waiting costs {money(delay.flow.monthly, deal.currency)}."


def _back(balance: Balance) -> str:
    """Return when the costs are covered: in 9.7 months, in 1 month, at once."""
    months = tenths(balance.payback or Fraction(0))
    if not months:
        return "at once"
    return f"in {in_months(int(months)) if months == int(months) else f'{months} months'}"


def _json(sentence: Sentence) -> dict[str, Any]:
    return {
        "number": sentence.number or None,
        "pattern": sentence.pattern.key,
        "title": sentence.pattern.title,
        "sentence": sentence.text,
        "missing": sentence.missing,
        "proposed": sentence.proposed,
        "estimate": sentence.estimate,
        "finished": sentence.ready,
    }
