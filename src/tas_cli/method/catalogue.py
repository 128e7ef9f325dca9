"""The method's nouns as types, loaded from the data files next to this module.

Every function returns one whole file, in the method's order, loaded once. Nothing is validated
here: the files ship with the program, and the tests check them against these types.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache
from typing import Any, Literal, NamedTuple

from tas_cli.source.packaged import packaged, tuples

_FIGURE = re.compile(r" of \{(\w+)\}")

US = "us"
"""The selling company's party in every file."""
NOBODY = "nobody"
"""The value of `incumbent:` if there is none."""


class Question(NamedTuple):
    """One of the four questions of an assessment (method, section 2)."""

    number: int
    key: str
    title: str
    about: str


class Criterion(NamedTuple):
    """One of the twenty criteria (method, section 2).

    `minus_pole` and `plus_pole` are the two ends of its scale, `plus` and `minus` say what such a
    rating claims. `asks` are questions that lead to a rating; `asked` fills in our thresholds.
    `against_pole` is what a - means if the thing is defined, but not in that party's favor; None if
    a - means only one thing. `also` has other words that people look it up by.
    """

    number: int
    key: str
    title: str
    short: str
    question: int
    minus_pole: str
    plus_pole: str
    about: str
    plus: str
    minus: str
    asks: tuple[str, ...]
    reading: tuple[str, ...] = ()
    against_pole: str | None = None
    also: tuple[str, ...] = ()

    def asked(self, **figures: str) -> tuple[str, ...]:
        """Return the questions to ask with their figures; without one, drop ` of {figure}`."""
        return tuple(
            _FIGURE.sub(lambda at: f" of {figures[at[1]]}" if at[1] in figures else "", ask)
            for ask in self.asks
        )

    @property
    def minus_poles(self) -> str:
        """Everything a - can mean."""
        return " or ".join(filter(None, (self.minus_pole, self.against_pole)))

    def minus_pole_beside(self, signs: Collection[str]) -> str:
        """Return what a - means next to these signs: with a + among them, the thing is defined."""
        defined = "+" in signs and "-" in signs
        return (self.against_pole if defined else None) or self.minus_pole


class Variation(NamedTuple):
    """A way to carry out a strategy (method, section 3)."""

    key: str
    title: str
    about: str
    forms: tuple[str, ...] = ()


class Guideline(NamedTuple):
    """Advice that belongs to a strategy (method, section 3).

    If `wants` is given, our ratings on the `criteria` can contradict it, and `caveat` is the
    warning for that. With `variation`, the advice is only for that variation.
    """

    key: str
    text: str
    criteria: tuple[str, ...] = ()
    variation: str | None = None
    wants: str | None = None
    caveat: str | None = None
    reading: str | None = None


class Strategy(NamedTuple):
    """One of the five competitive strategies, or to walk away (method, section 3)."""

    key: str
    title: str
    kind: str
    summary: str
    variations: tuple[Variation, ...]
    guidelines: tuple[Guideline, ...]

    def variation(self, key: str) -> Variation:
        """Return the variation named `key`."""
        return next(variation for variation in self.variations if variation.key == key)


class Caveat(NamedTuple):
    """A warning shared by strategies; the text may have `{names}` to fill in."""

    key: str
    text: str
    criteria: tuple[str, ...] = ()
    reading: str | None = None


class Condition(NamedTuple):
    """What an answer is derived from; the head of `tree.yaml` explains the operators.

    `criteria` are those that `op` reads, `number` its count or factor, `parts` its conditions,
    `step` the step it asks about, `note` what it means if this is the condition that is met.
    """

    op: str
    criteria: tuple[str, ...] = ()
    number: int = 0
    parts: tuple[Condition, ...] = ()
    step: str = ""
    note: str = ""


class TreeStep(NamedTuple):
    """A question of the strategy decision tree (method, section 3).

    `yes` and `no` name the next step or the resulting strategy.
    """

    number: int
    key: str
    title: str
    question: str
    about: str
    yes: str
    no: str
    derivation: Condition
    reading: str

    @property
    def ways(self) -> dict[Literal["yes", "no"], str]:
        """Where each answer leads."""
        return {"yes": self.yes, "no": self.no}


class VariationChoice(NamedTuple):
    """The variation of a strategy: the first whose condition is met, else `otherwise`."""

    choices: tuple[tuple[str, Condition], ...]
    otherwise: str | None


class Tree(NamedTuple):
    """The strategy decision tree and the choice of variations (method, section 3)."""

    start: str
    steps: dict[str, TreeStep]
    variations: dict[str, VariationChoice]


class Entry(NamedTuple):
    """A sales activity, or a buyer's verifiable outcome, of a sales step (method, section 8)."""

    key: str
    title: str


class SalesStep(NamedTuple):
    """A step of the sales process (method, section 8); probability in percent, usual days.

    `example` says which parts a company sets for itself. `needed` is the share of the outcomes that
    completes it, in percent; `mandatory` has those that are required.
    """

    number: int
    key: str
    title: str
    milestone: str
    probability: int
    days: int
    purpose: str
    activities: tuple[Entry, ...]
    outcomes: tuple[Entry, ...]
    example: str
    reading: tuple[str, ...] = ()
    needed: int = 100
    mandatory: tuple[str, ...] = ()


class DebriefQuestion(NamedTuple):
    """One of the four questions of a debrief (method, section 8)."""

    number: int
    key: str
    question: str
    about: str


class RolloutDay(NamedTuple):
    """A day of the rollout, and the percentage of deals that should be reviewed by then."""

    day: int
    reviewed: int


class RolloutWeeks(NamedTuple):
    """What a manager does up to week `last`, from the week after the previous entry."""

    last: int
    duties: tuple[str, ...]


class RolloutCalendar(NamedTuple):
    """The rollout calendar; `debriefs_each` is how many each rep has had by the first day."""

    example: str
    debriefs_each: int
    days: tuple[RolloutDay, ...]
    weeks: tuple[RolloutWeeks, ...]

    def duties(self, week: int) -> tuple[str, ...]:
        """Return what a manager does in a week, counted from 1; nothing after the last."""
        return next((each.duties for each in self.weeks if week <= each.last), ())


class DebriefTopic(NamedTuple):
    """What a manager looks for in a debrief besides the four questions."""

    title: str
    question: str
    about: str


@cache
def questions() -> tuple[Question, ...]:
    """Return the four questions."""
    return tuple(Question(**entry) for entry in packaged("questions")["questions"])


@cache
def criteria() -> tuple[Criterion, ...]:
    """Return the twenty criteria, by number."""
    return tuple(Criterion(**tuples(entry)) for entry in packaged("criteria")["criteria"])


@cache
def criterion_keys() -> tuple[str, ...]:
    """Return the criteria's keys, by number."""
    return tuple(criterion.key for criterion in criteria())


@cache
def criteria_by_key() -> dict[str, Criterion]:
    """Return the criteria by their keys."""
    return {criterion.key: criterion for criterion in criteria()}


def becoming(strategy: str | None, whose: str = "the strategy") -> str:
    """Return in words what is recommended then; None is several strategies."""
    if strategy is None:
        return "several strategies become possible"
    return f"{whose} becomes {strategies()[strategy].title}"


def numbered(key: str) -> str:
    """Return a criterion as people name it: #12 Executive credibility."""
    criterion = criteria_by_key()[key]
    return f"#{criterion.number} {criterion.short}"


def numbers(keys: Iterable[str]) -> str:
    """Return criteria by their numbers, in order: `#5, #12`."""
    found = sorted(criteria_by_key()[key].number for key in keys)
    return ", ".join(f"#{number}" for number in found)


@cache
def strategies() -> dict[str, Strategy]:
    """Return the strategies by their keys, in the method's order."""
    return {entry["key"]: _strategy(entry) for entry in packaged("strategies")["strategies"]}


def _strategy(entry: dict[str, Any]) -> Strategy:
    parts = {
        "variations": tuple(Variation(**tuples(part)) for part in entry["variations"]),
        "guidelines": tuple(Guideline(**tuples(part)) for part in entry["guidelines"]),
    }
    return Strategy(**(entry | parts))


@cache
def caveats() -> dict[str, Caveat]:
    """Return the general caveats by their keys."""
    return {entry["key"]: Caveat(**tuples(entry)) for entry in packaged("strategies")["caveats"]}


@cache
def tree() -> Tree:
    """Return the strategy decision tree."""
    data = packaged("tree")
    return Tree(
        start=data["start"],
        steps={
            entry["key"]: TreeStep(
                number=number, **(entry | {"derivation": _condition(entry["derivation"])})
            )
            for number, entry in enumerate(data["tree"], start=1)
        },
        variations={entry["strategy"]: _variation_choice(entry) for entry in data["variations"]},
    )


def _variation_choice(entry: dict[str, Any]) -> VariationChoice:
    choices = tuple((part["variation"], _condition(part["when"])) for part in entry["choices"])
    return VariationChoice(choices, entry["otherwise"])


def _condition(entry: dict[str, Any]) -> Condition:
    """Read a condition: one operator with its operand, and perhaps a note."""
    ((op, operand),) = ((key, value) for key, value in entry.items() if key != "note")
    return Condition(op, **_operand(op, operand), note=entry.get("note", ""))


def _operand(op: str, operand: Any) -> dict[str, Any]:
    match op:
        case "all" | "any":
            return {"parts": tuple(map(_condition, operand))}
        case "plus_at_least" | "times_every_competitor":
            number = operand["count" if op == "plus_at_least" else "factor"]
            return {"criteria": tuple(operand["among"]), "number": number}
        case "incumbent_us" | "incumbent_competitor":
            return {"parts": (_condition(operand["unstated"]),)}
        case "no_at":
            return {"step": operand}
        case "competitor_declared":
            return {}
    return {"criteria": tuple(operand)}


@cache
def sales_steps() -> dict[str, SalesStep]:
    """Return the steps of the sales process by their keys, in order."""
    return {entry["key"]: _sales_step(entry) for entry in packaged("steps")["steps"]}


def _sales_step(entry: dict[str, Any]) -> SalesStep:
    parts = {
        "activities": tuple(Entry(**part) for part in entry["activities"]),
        "outcomes": tuple(Entry(**part) for part in entry["outcomes"]),
        "example": packaged("steps")["example"],
        "reading": (*entry.get("reading", ()), *packaged("steps")["reading"]),
    }
    return SalesStep(**(entry | parts))


@cache
def debrief_questions() -> tuple[DebriefQuestion, ...]:
    """Return the four questions of a debrief."""
    return tuple(DebriefQuestion(**entry) for entry in packaged("steps")["debrief"])


@cache
def debrief_communication() -> DebriefTopic:
    """Return what a debrief asks about the communication with the customer."""
    return DebriefTopic(**packaged("steps")["communication"])


@cache
def rollout_calendar() -> RolloutCalendar:
    """Return the rollout calendar."""
    entry = packaged("steps")["rollout"]
    parts = {
        "days": tuple(RolloutDay(**each) for each in entry["days"]),
        "weeks": tuple(
            RolloutWeeks(each["last"], tuple(each["duties"])) for each in entry["weeks"]
        ),
    }
    return RolloutCalendar(**(entry | parts))
