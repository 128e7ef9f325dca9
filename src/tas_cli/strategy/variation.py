"""The recommended strategy's variation: a condition over cells, unknown as long as they are."""

from __future__ import annotations

from collections.abc import Iterable

from tas_cli.method.catalogue import Condition, tree
from tas_cli.strategy.scenarios import Scenarios


def variation(strategy: str, scenarios: Scenarios) -> str | None:
    """Return the strategy's variation; None if it has none or the scenarios disagree."""
    choice = tree().variations[strategy]
    for key, condition in choice.choices:
        holds = _holds(condition, scenarios)
        if holds is None:
            return None
        if holds:
            return key
    return choice.otherwise


def _holds(condition: Condition, scenarios: Scenarios) -> bool | None:
    facts = scenarios.facts
    match condition.op:
        case "plus":
            return _every(facts.rating(criterion) for criterion in condition.criteria)
        case "competitor_plus":
            return _some(
                facts.rating(criterion, party)
                for party in facts.competitors
                for criterion in condition.criteria
            )
        case "incumbent_competitor":
            if facts.incumbent is None:
                return _holds(condition.parts[0], scenarios)
            return facts.they_are_incumbent
        case "no_at":
            answer = scenarios.answer(condition.step)
            return None if answer is None else not answer
    raise AssertionError(condition.op)


def _some(signs: Iterable[str]) -> bool | None:
    """Whether any of the signs is +; None if that is still open."""
    seen = set(signs)
    return True if "+" in seen else None if "?" in seen else False


def _every(signs: Iterable[str]) -> bool | None:
    """Whether all of the signs are +; None if that is still open."""
    seen = set(signs)
    return False if "-" in seen else None if "?" in seen else True
