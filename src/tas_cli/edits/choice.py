"""Edits that record a chosen strategy or a stated answer (method, section 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from tas_cli.edits.history import choice_kept
from tas_cli.edits.upsert import filled
from tas_cli.method.catalogue import Strategy, strategies, tree
from tas_cli.method.lookup import find, method_topics
from tas_cli.model.opportunity import NO_CHOICE, ChosenStrategy, Opportunity
from tas_cli.model.paths import value_at
from tas_cli.reading.nearest import did_you_mean
from tas_cli.refusals import WrongCall
from tas_cli.source.edit import Edit, Put
from tas_cli.strategy.decision import Decision

CHOICE = ("chosen", "variation", "since", "by", "reason")
"""The fields of a choice in the file."""


class Choice(NamedTuple):
    """A strategy to follow: its variation, its first day, and the reason if not recommended.

    `by` is who chose it; if it is None and the strategy stays the same, the old value is kept.
    """

    chosen: str
    variation: str | None
    since: date | None
    reason: str | None
    by: str | None = None


def strategy_named(name: str) -> Strategy:
    """Return the strategy with this key or title."""
    for topic in find(name, method_topics()):
        if topic.kind == "strategy":
            return strategies()[topic.key]
    raise WrongCall(f"unknown strategy {name!r}.", _meant(name, strategies()))


def _meant(name: str, known: Iterable[str]) -> str:
    """Return the advice for an unknown name."""
    listed = list(known)
    return did_you_mean(name, listed, f"Use one of {', '.join(listed)}.")


def variation_for(
    strategy: Strategy, named: str | None, present: ChosenStrategy, decision: Decision
) -> str | None:
    """Return the variation to follow: as named, else as recommended, else the current one."""
    if named is not None:
        return _variation_named(strategy, named)
    if strategy.key == decision.recommended and decision.variation:
        return decision.variation
    return present.variation if present.chosen == strategy.key else None


def _variation_named(strategy: Strategy, named: str) -> str:
    known = [variation.key for variation in strategy.variations]
    for topic in find(named, method_topics()):
        if topic.kind == "variation" and topic.of == strategy:
            return topic.key
    raise WrongCall(
        f"{strategy.title} has no variation {named!r}.",
        f"Use one of {', '.join(known)}." if known else "Leave out --variation.",
    )


def choose(now: Opportunity, choice: Choice, day: date) -> Iterator[Edit]:
    """Yield the edits for a choice made on `day`; `history:` records what it replaces."""
    before = now.strategy or NO_CHOICE
    by = choice.by or (before.by if before.chosen == choice.chosen else None)
    yield from filled(
        ("strategy",),
        now.strategy,
        {
            "chosen": choice.chosen,
            "variation": choice.variation,
            "since": choice.since,
            "by": by,
            "reason": choice.reason,
        },
        spread=True,
    )
    yield from choice_kept(now, choice.chosen, day, lost=_loses(before, choice, day))


def unchoose(now: Opportunity, day: date) -> Iterator[Edit]:
    """Yield the edits that take the choice back on `day`; `history:` records it, answers stay."""
    for key in CHOICE:
        yield Put(("strategy", key), "")
    yield from choice_kept(now, None, day, lost=False)


def _loses(before: ChosenStrategy, choice: Choice, day: date) -> bool:
    """Whether a variation or a reason from before this day is replaced."""
    replaced = any(
        getattr(before, key) and getattr(before, key) != getattr(choice, key)
        for key in ("variation", "reason")
    )
    return replaced and (before.since is None or before.since < day)


class Answer(NamedTuple):
    """An answer that overrides the derived one, with its reason; None removes the override."""

    step: str
    answer: str | None
    because: str | None = None

    @property
    def path(self) -> tuple[str, ...]:
        """The path of the answer in the file."""
        return ("strategy", "answers", self.step)


def answer_named(text: str) -> Answer:
    """Parse `three_to_one=no`; the step may be given by key, number or title."""
    name, equals, typed = text.partition("=")
    numbered = f"tree:{name.strip()}"
    found = [
        topic.key
        for topic in (*find(name, method_topics()), *find(numbered, method_topics()))
        if topic.kind == "tree"
    ]
    if not found:
        raise WrongCall(f"the tree has no question {name!r}.", _meant(name, tree().steps))
    if not equals:
        raise WrongCall(f"no answer given for {name!r}.", f"Write {name}=yes or {name}=no.")
    meant = {"yes": "yes", "y": "yes", "no": "no", "n": "no", "": None}
    answer = typed.strip().casefold()
    if answer not in meant:
        raise WrongCall(
            f"{typed!r} is not an answer.", f"Use yes or no; {name}= removes your answer."
        )
    return Answer(found[0], meant[answer])


def state(now: Opportunity, answer: Answer, day: date) -> Iterator[Edit]:
    """Yield the edits for an answer; a repeated answer without a reason keeps the old one."""
    if answer.answer is None:
        yield Put(answer.path, "")
        return
    wanted = {"answer": answer.answer, "because": answer.because, "date": day}
    yield from filled(answer.path, value_at(now, answer.path), wanted)
