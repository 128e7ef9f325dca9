"""What to watch out for in the recommended and the chosen strategy, checked against the ratings.

The words come from the method's data; this module only knows when each caveat applies.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.tally import question_tally
from tas_cli.method.catalogue import (
    US,
    Guideline,
    Strategy,
    TreeStep,
    caveats,
    criterion_keys,
    numbered,
    numbers,
    strategies,
    tree,
)
from tas_cli.strategy.decision import cells_read
from tas_cli.strategy.facts import Facts

COMPETITOR_BLANK = "competitor_blank"
"""The caveat that nothing is known about a competitor."""
_SIGNS = {"-": "is -", "?": "is unknown"}
_ATTACK = "attack"
_WORTH_IT = 4
_ON_ALL_OF_IT = ("frontal", "flanking")
_FUNDS, _EVENT, _UBV = "access_to_funds", "compelling_event", "unique_business_value"
_EVENT_MAKERS = (_UBV, "executive_credibility", "political_alignment")


class Warned(NamedTuple):
    """A caveat that applies: `code` names it for scripts, `criteria` are the ones it is about."""

    code: str
    message: str
    criteria: tuple[str, ...]


def all_caveats(deal: DealOnDay) -> tuple[Warned, ...]:
    """Return every caveat that applies, the strategies' own guidelines first."""
    return (*_guidelines(deal), *_attack(deal), *_competitors(deal), *_stated_answers(deal))


def _concerned(deal: DealOnDay) -> list[Strategy]:
    """Return the strategies that need caveats: the recommended and the chosen one."""
    keys = dict.fromkeys((deal.decision.recommended, deal.chosen))
    return [strategies()[key] for key in keys if key]


def _guidelines(deal: DealOnDay) -> Iterator[Warned]:
    for strategy in _concerned(deal):
        variations = {None, *_variations(deal, strategy)}
        for guideline in strategy.guidelines:
            concerned = guideline.variation in variations
            failing = contradicting(guideline, deal.facts) if concerned else []
            if failing:
                yield Warned(
                    f"{strategy.key}.{guideline.key}",
                    f"{strategy.title}: {guideline.caveat} ({_state(failing, deal.facts)})",
                    tuple(failing),
                )


def _variations(deal: DealOnDay, strategy: Strategy) -> Iterator[str | None]:
    """Yield the variations in which a strategy is recommended or chosen."""
    if strategy.key == deal.decision.recommended:
        yield deal.decision.variation
    if strategy.key == deal.chosen and deal.opportunity.strategy:
        yield deal.opportunity.strategy.variation


def contradicting(guideline: Guideline, facts: Facts, signs: str = "-?") -> list[str]:
    """Return the criteria where we have one of these signs although the guideline requires a +."""
    if guideline.wants is None:
        return []
    return [criterion for criterion in guideline.criteria if facts.rating(criterion) in signs]


def _state(keys: list[str], facts: Facts) -> str:
    return "; ".join(f"{numbered(key)} {_SIGNS[facts.rating(key)]}" for key in keys)


def _general(key: str, criteria: tuple[str, ...] | None = None, **words: str) -> Warned:
    """Return a general caveat with names filled in; these are never read as templates."""
    caveat = caveats()[key]
    text = caveat.text.format_map(words)
    return Warned(key, text, caveat.criteria if criteria is None else criteria)


def _attack(deal: DealOnDay) -> Iterator[Warned]:
    """Yield what an attack lacks, if one is chosen or every reachable strategy is one."""
    concerned = _concerned(deal)
    kinds = {strategies()[key].kind for key in deal.decision.reachable}
    if kinds != {_ATTACK} and all(each.kind != _ATTACK for each in concerned):
        return
    facts, keys = deal.facts, {each.key for each in concerned}
    applying = {
        "attack_without_funds": facts.rating(_FUNDS) == "-",
        "attack_not_worth_it": question_tally(deal.card, US, _WORTH_IT).balance < 0,
        "attack_as_incumbent": facts.we_are_incumbent and not keys.isdisjoint(_ON_ALL_OF_IT),
        "attack_without_event": lacks_event(facts),
        "event_to_be_created": facts.rating(_EVENT) == "-" and not lacks_event(facts),
        "attack_without_ubv": lacks_value(facts),
        "whole_deal_profitability": "fragment" in keys,
    }
    yield from (_general(key) for key, applies in applying.items() if applies)


def lacks_event(facts: Facts) -> bool:
    """Whether nothing makes the customer act and we cannot change that."""
    return facts.rating(_EVENT) == "-" and any(facts.rating(key) == "-" for key in _EVENT_MAKERS)


def lacks_value(facts: Facts) -> bool:
    """Whether we offer nothing that only we can offer."""
    return facts.rating(_UBV) == "-"


def _competitors(deal: DealOnDay) -> Iterator[Warned]:
    if not deal.facts.competitors:
        yield _general("no_competitor")
    for party in deal.facts.competitors:
        if all(deal.facts.rating(criterion, party) == "?" for criterion in criterion_keys()):
            yield _general(COMPETITOR_BLANK, competitor=deal.opportunity.party_name(party))


def _stated_answers(deal: DealOnDay) -> Iterator[Warned]:
    choice = deal.opportunity.strategy
    for key, stated in (choice.answers if choice else {}).items():
        step = tree().steps[key]
        changed = changed_since(stated.date, step, deal) if stated.date else ()
        if changed:
            yield _general(
                "stated_answer_outdated",
                changed,
                step=step.title,
                date=str(stated.date),
                changed=numbers(changed),
            )


def changed_since(day: date, step: TreeStep, deal: DealOnDay) -> tuple[str, ...]:
    """Return the criteria a step reads that have a sign newer than that day."""
    read = cells_read(step, deal.facts)
    since = ((cell.criterion, deal.card.cell(*cell[:2]).since) for cell in read)
    return tuple(dict.fromkeys(criterion for criterion, when in since if when and when > day))
