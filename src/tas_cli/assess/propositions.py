"""The value proposition of a deal in sentences (method, section 2). Pure.

A slot that the file leaves empty may be proposed from the rest of the file. That is our reading,
and always marked as proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from string import Formatter
from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.value import Gain, recurring
from tas_cli.method.value import Pattern, patterns

_OUTCOME, _SOLUTION, _DRIVER = "outcome", "solution", "driver"
_FIGURE = re.compile(
    r"([0-9][0-9,]{0,30}(?:\.[0-9]{1,30})?)\s*(k|thousand|m|million|billion)?\b", re.IGNORECASE
)
_SIZES = {"": 1, "k": 10**3, "thousand": 10**3, "m": 10**6, "million": 10**6, "billion": 10**9}


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
        figures = (each for gain in self._strongest for each in _figures_of(gain, deal.currency))
        self._known = {*figures}

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

    def _of(self, gain: Gain, slot: str) -> str:
        return self._outcome(gain) if slot == _OUTCOME else _within(gain.benefit.driver)

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
    def _strongest(self) -> list[Gain]:
        """The confirmed benefits, those worth most first."""
        found = self._deal.worth
        if found is None:
            return []
        confirmed = (each for each in found.gains if each.confirmed)
        return sorted(confirmed, key=lambda each: -each.over(found.months))

    def _outcome(self, gain: Gain) -> str:
        """Return a benefit with its figure, as a noun phrase within a sentence."""
        what, figure = _within(gain.benefit.what), in_money(gain, self._deal.currency)
        lower = what if what[1:2].isupper() else what[:1].lower() + what[1:]
        return f"{lower}, worth {figure}" if figure else lower


def in_money(gain: Gain, currency: str) -> str:
    """Return what a benefit is worth in words: USD 240,000 a month; empty if it is not counted."""
    return "" if gain.flow is None else recurring(gain.flow, gain.benefit.per, currency)


def _within(text: str | None) -> str:
    """Return a text as it stands within a sentence: without a period at its end."""
    return (text or "").strip().rstrip(".")


def _figures_of(gain: Gain, currency: str) -> Iterator[Fraction]:
    """Yield the figures of a benefit: those in its words, and its worth."""
    found, said = gain.benefit, gain.confirmed and gain.confirmed.what
    for text in (found.what, found.driver, found.formula, said, in_money(gain, currency)):
        yield from _figures(text or "")


def _figures(text: str) -> Iterator[Fraction]:
    """Yield the numbers in a text; 210k is 210,000."""
    for digits, size in _FIGURE.findall(text):
        yield Fraction(digits.replace(",", "")) * _SIZES[size.lower()]
