"""The value proposition of a deal in sentences (method, section 2). Pure.

A slot that the file leaves empty may be proposed from the rest of the file. That is our reading,
and always marked as proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cached_property
from string import Formatter
from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.method.value import Pattern, patterns
from tas_cli.model.currencies import decimals
from tas_cli.model.formula import result
from tas_cli.model.value import HORIZON, Benefit

_OUTCOME, _SOLUTION, _DRIVER = "outcome", "solution", "driver"
_FIGURE = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(k|thousand|M|million|billion)?\b")
_SIZES = {"": 1, "k": 10**3, "thousand": 10**3, "M": 10**6, "million": 10**6, "billion": 10**9}
_PER = {"month": "a month", "year": "a year", "once": "once"}


class Filled(NamedTuple):
    """A slot and its text, empty if nothing is known; `proposed` if the file has it elsewhere."""

    slot: str
    text: str = ""
    proposed: bool = False


class Sentence(NamedTuple):
    """A pattern and what is known for its slots; without a proposition, `number` is 0.

    `estimate` says that its outcome has a figure that the customer has not confirmed.
    """

    number: int
    pattern: Pattern
    slots: tuple[Filled, ...]
    template: str
    estimate: bool = False

    @property
    def missing(self) -> list[str]:
        """The slots of which nothing is known."""
        return [each.slot for each in self.slots if not each.text]

    @property
    def proposed(self) -> dict[str, str]:
        """The texts that the file does not have as such, by slot."""
        return {each.slot: each.text for each in self.slots if each.proposed}

    @property
    def ready(self) -> bool:
        """Whether the file fills every slot."""
        return not self.missing and not self.proposed

    @property
    def parts(self) -> Iterator[str | Filled]:
        """The sentence in parts: words, and slots in their places."""
        known = {each.slot: each for each in self.slots}
        for words, slot, _, _ in Formatter().parse(self.template):
            yield words
            if slot:
                yield known[slot]
                if slot == _OUTCOME and self.estimate:
                    yield " (our estimate)"

    @property
    def text(self) -> str:
        """The sentence; what is missing is named in brackets."""
        return "".join(
            each if isinstance(each, str) else each.text or f"[{each.slot}]" for each in self.parts
        )


def sentences(deal: DealOnDay) -> tuple[Sentence, ...]:
    """Return the propositions of a deal as sentences, in the file's order."""
    value, made = deal.opportunity.value, _Maker(deal)
    listed = value.propositions if value else []
    return tuple(
        made.sentence(at, patterns()[each.pattern], each.slots)
        for at, each in enumerate(listed, start=1)
    )


def possible(deal: DealOnDay) -> tuple[Sentence, ...]:
    """Return sentences that the deal does not have, and the rest of its file fills in part."""
    value, made = deal.opportunity.value, _Maker(deal)
    used = {each.pattern for each in value.propositions} if value else set()
    found = (made.sentence(0, each, {}) for each in patterns().values() if each.key not in used)
    return tuple(each for each in found if each.proposed)


def together(found: tuple[Sentence, ...]) -> str:
    """Return the sentences that are ready as one paragraph."""
    return " ".join(each.text for each in found if each.ready)


class _Maker:
    """Makes the sentences of a deal one after the other, and knows what they have said.

    `_named` are the solutions that finished sentences have named: the others are in no mail.
    """

    def __init__(self, deal: DealOnDay) -> None:
        self._deal = deal
        self._said: set[str] = set()
        self._named: set[str] = set()
        value = deal.opportunity.value
        self._benefits = value.benefits if value else []
        self._known = {
            figure for each in self._confirmed for figure in _figures_of(each, deal.currency)
        }

    @property
    def _confirmed(self) -> list[Benefit]:
        return [each for each in self._benefits if each.confirmed and each.confirmed.given]

    def sentence(self, number: int, pattern: Pattern, given: Mapping[str, str]) -> Sentence:
        """Return a sentence with what the file gives, and otherwise with what it offers."""
        slots = tuple(self._filled(slot, given.get(slot, "")) for slot in pattern.slots)
        texts = {each.slot: each.text for each in slots}
        estimate = not self._known.issuperset(_figures(texts.get(_OUTCOME, "")))
        made = Sentence(number, pattern, slots, pattern.sentence, estimate)
        self._said.update(texts.values())
        solution = texts.get(_SOLUTION)
        if pattern.again and solution in self._named:
            made = made._replace(template=pattern.again)
        elif made.ready and solution:
            self._named.add(solution)
        return made

    def _filled(self, slot: str, given: str) -> Filled:
        text = _within(given)
        if text:
            return Filled(slot, text)
        offered = self._offered(slot)
        return Filled(slot, offered, proposed=bool(offered))

    def _offered(self, slot: str) -> str:
        """Return what the rest of the file offers for a slot; an outcome only once."""
        if slot in (_OUTCOME, _DRIVER):
            unsaid = (each for each in self._strongest if self._outcome(each) not in self._said)
            best = next(unsaid, None)
            return "" if best is None else self._of(best, slot)
        return _within(self._elsewhere().get(slot))

    def _of(self, benefit: Benefit, slot: str) -> str:
        return self._outcome(benefit) if slot == _OUTCOME else _within(benefit.driver)

    def _elsewhere(self) -> dict[str, str | None]:
        """Return the places of the file that say the same as a slot."""
        value, event = self._deal.opportunity.value, self._deal.opportunity.compelling_event
        chain = value.chain if value else None
        return {
            "initiative": chain.initiatives if chain else None,
            _SOLUTION: chain.solution if chain else None,
            "event": event.what if event else None,
        }

    @cached_property
    def _strongest(self) -> list[Benefit]:
        """The confirmed benefits, those worth most first."""
        value = self._deal.opportunity.value
        months = value.months or HORIZON if value else HORIZON
        return sorted(self._confirmed, key=lambda each: -_over(each, months))

    def _outcome(self, benefit: Benefit) -> str:
        """Return a benefit with its figure, as a noun phrase within a sentence."""
        what, figure = _within(benefit.what), in_money(benefit, self._deal.currency)
        lower = what if what[1:2].isupper() else what[:1].lower() + what[1:]
        return f"{lower}, worth {figure}" if figure else lower


def in_money(benefit: Benefit, currency: str) -> str:
    """Return what a benefit is worth in words: USD 240,000 a month; empty if not known."""
    amount = _result(benefit)
    if amount is None:
        return ""
    exact = _rounded(amount, currency)
    whole = exact.to_integral_value()
    return f"{currency} {whole if exact == whole else exact:,f} {_PER[benefit.per]}"


def _result(benefit: Benefit) -> Fraction | None:
    """Return what a benefit's formula comes to; None without one, or if it divides by zero."""
    try:
        return result(benefit.formula) if benefit.formula else None
    except ZeroDivisionError:
        return None


def _over(benefit: Benefit, months: int) -> Fraction:
    """Return what a benefit comes to over some months."""
    times = {"month": Fraction(months), "year": Fraction(months, 12), "once": Fraction(1)}
    return (_result(benefit) or Fraction(0)) * times[benefit.per]


def _rounded(amount: Fraction, currency: str) -> Decimal:
    exact = Decimal(amount.numerator) / Decimal(amount.denominator)
    return exact.quantize(Decimal(1).scaleb(-decimals(currency)), ROUND_HALF_UP)


def _within(text: str | None) -> str:
    """Return a text as it stands within a sentence: without a period at its end."""
    return (text or "").strip().rstrip(".")


def _figures_of(benefit: Benefit, currency: str) -> Iterator[Fraction]:
    """Yield the figures of a benefit: those in its words, and its worth."""
    said = benefit.confirmed and benefit.confirmed.what
    for text in (benefit.what, benefit.driver, benefit.formula, said, in_money(benefit, currency)):
        yield from _figures(text or "")


def _figures(text: str) -> Iterator[Fraction]:
    """Yield the numbers in a text; 210k is 210,000."""
    for digits, size in _FIGURE.findall(text):
        yield Fraction(digits.replace(",", "")) * _SIZES[size]
