"""What to mind about the recommended and the chosen strategy, checked against the ratings.

The words are the method data's; here stands only when each of them is to be said.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tas_cli.assess.scorecard import Scorecard
from tas_cli.assess.tally import question_tally
from tas_cli.method.catalogue import (
    US,
    Guideline,
    Strategy,
    TreeStep,
    caveats,
    criteria_by_key,
    criterion_keys,
    numbers,
    strategies,
    tree,
)
from tas_cli.model.opportunity import Opportunity
from tas_cli.strategy.decision import Decision, cells_read
from tas_cli.strategy.facts import Facts

_SIGNS = {"-": "is -", "?": "is not known"}
_ATTACK = "attack"
_WORTH_IT = 4
_ON_ALL_OF_IT = ("frontal", "flanking")
_FUNDS, _EVENT, _UBV = "access_to_funds", "compelling_event", "unique_business_value"
_EVENT_MAKERS = (_UBV, "executive_credibility", "political_alignment")


class Warned(NamedTuple):
    """A caveat that applies: `code` names it for scripts, `criteria` are those it speaks of."""

    code: str
    message: str
    criteria: tuple[str, ...]


class Case(NamedTuple):
    """All that a caveat may look at."""

    opportunity: Opportunity
    card: Scorecard
    facts: Facts
    decision: Decision

    @property
    def chosen(self) -> str | None:
        """The strategy that is followed."""
        return self.opportunity.chosen

    @property
    def subjects(self) -> list[Strategy]:
        """The strategies that caveats are about: the recommended and the chosen one."""
        keys = dict.fromkeys((self.decision.recommended, self.chosen))
        return [strategies()[key] for key in keys if key]

    @property
    def attacks(self) -> bool:
        """Whether an attack is chosen, or whatever can still come out is one."""
        kinds = {strategies()[key].kind for key in self.decision.reachable}
        return kinds == {_ATTACK} or any(each.kind == _ATTACK for each in self.subjects)

    def variations(self, strategy: Strategy) -> set[str | None]:
        """Return the variations in which a strategy is recommended or chosen."""
        found = set()
        if strategy.key == self.decision.recommended:
            found.add(self.decision.variation)
        if strategy.key == self.chosen and self.opportunity.strategy:
            found.add(self.opportunity.strategy.variation)
        return found


def all_caveats(case: Case) -> tuple[Warned, ...]:
    """Return every caveat that applies, the strategies' own guidelines first."""
    return (
        *_guidelines(case),
        *_attack(case),
        *_competitors(case),
        *_stated_answers(case),
    )


def _guidelines(case: Case) -> Iterator[Warned]:
    for strategy in case.subjects:
        for guideline in strategy.guidelines:
            concerned = guideline.variation is None or guideline.variation in case.variations(
                strategy
            )
            failing = contradicting(guideline, case.facts) if concerned else []
            if failing:
                yield Warned(
                    f"{strategy.key}.{guideline.key}",
                    f"{strategy.title}: {guideline.caveat} ({_state(failing, case.facts)})",
                    tuple(failing),
                )


def contradicting(guideline: Guideline, facts: Facts, signs: str = "-?") -> list[str]:
    """Return the criteria on which we are rated so, although the guideline wants a +."""
    if guideline.wants is None:
        return []
    return [criterion for criterion in guideline.criteria if facts.rating(criterion) in signs]


def _state(keys: list[str], facts: Facts) -> str:
    return "; ".join(
        f"#{criteria_by_key()[key].number} {criteria_by_key()[key].short}"
        f" {_SIGNS[facts.rating(key)]}"
        for key in keys
    )


def _general(key: str, criteria: tuple[str, ...] | None = None, **words: str) -> Warned:
    """Return a general caveat with its names filled in; what is filled in is never a template."""
    caveat = caveats()[key]
    parts = caveat.text.split("{")
    text = parts[0]
    for part in parts[1:]:
        name, _, rest = part.partition("}")
        text += words[name] + rest
    return Warned(key, text, caveat.criteria if criteria is None else criteria)


def _attack(case: Case) -> Iterator[Warned]:
    if not case.attacks:
        return
    facts = case.facts
    if facts.rating(_FUNDS) == "-":
        yield _general("attack_without_funds")
    if question_tally(case.card, US, _WORTH_IT).balance < 0:
        yield _general("attack_not_worth_it")
    if facts.we_are_incumbent and any(each.key in _ON_ALL_OF_IT for each in case.subjects):
        yield _general("attack_as_incumbent")
    if facts.rating(_EVENT) == "-":
        yield _general("attack_without_event" if lacks_event(facts) else "event_to_be_created")
    if lacks_value(facts):
        yield _general("attack_without_ubv")
    if any(strategy.key == "fragment" for strategy in case.subjects):
        yield _general("whole_deal_profitability")


def lacks_event(facts: Facts) -> bool:
    """Whether nothing makes the customer act, nor have we what it takes to change that."""
    return facts.rating(_EVENT) == "-" and any(facts.rating(key) == "-" for key in _EVENT_MAKERS)


def lacks_value(facts: Facts) -> bool:
    """Whether we bring nothing that only we can bring."""
    return facts.rating(_UBV) == "-"


def _competitors(case: Case) -> Iterator[Warned]:
    if not case.facts.competitors:
        yield _general("no_competitor")
    for party in case.facts.competitors:
        if all(case.facts.rating(criterion, party) == "?" for criterion in criterion_keys()):
            yield _general("competitor_blank", competitor=case.opportunity.party_name(party))


def _stated_answers(case: Case) -> Iterator[Warned]:
    choice = case.opportunity.strategy
    for key, stated in (choice.answers if choice else {}).items():
        step = tree().steps[key]
        changed = changed_since(stated.date, step, case.card, case.facts) if stated.date else ()
        if changed:
            yield _general(
                "stated_answer_outdated",
                changed,
                step=step.title,
                date=str(stated.date),
                changed=numbers(changed),
            )


def changed_since(day: date, step: TreeStep, card: Scorecard, facts: Facts) -> tuple[str, ...]:
    """Return the criteria that a step reads on which a sign is younger than that day."""
    since = ((cell.criterion, card.cell(*cell[:2]).since) for cell in cells_read(step, facts))
    return tuple(dict.fromkeys(criterion for criterion, held in since if held and held > day))
