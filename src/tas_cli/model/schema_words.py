"""What the schemas say about the names in a file, in the words of the method."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tas_cli.method.catalogue import Criterion, Entry, criteria, sales_steps, strategies, tree
from tas_cli.words import spelled

SIGNS = {"+": "favorable", "-": "unfavorable", "?": "unknown"}


@dataclass(frozen=True, slots=True)
class Word:
    """A name with its title, what an editor shows about it, and that in Markdown if different."""

    name: str
    title: str
    about: str
    markdown: str = ""


@dataclass(frozen=True, slots=True)
class StepWords:
    """A sales step's word, and the words for the names in its mappings, by their keys."""

    step: Word
    entries: dict[str, list[Word]]


def step_words() -> list[StepWords]:
    """Return the words for the method's sales steps, their outcomes and activities, in order."""
    return [
        StepWords(
            Word(
                key, f"{step.number} {step.title}", f"{step.purpose} Milestone: {step.milestone}."
            ),
            {"outcomes": _entries(step.outcomes), "activities": _entries(step.activities)},
        )
        for key, step in sales_steps().items()
    ]


def _entries(entries: Iterable[Entry]) -> list[Word]:
    return [Word(entry.key, spelled(entry.key), entry.title) for entry in entries]


def words() -> dict[tuple[str, ...], list[Word]]:
    """Return the words for each kind of name, by all the names of the kind."""
    kinds = (
        list(map(_criterion, criteria())),
        [Word(sign, sign, about) for sign, about in SIGNS.items()],
        [Word(key, entry.title, entry.summary) for key, entry in strategies().items()],
        list(_variations()),
        [Word(key, step.title, step.question) for key, step in tree().steps.items()],
        list(_STATUSES),
        list(_FORECASTS),
        list(_ANSWERS),
        list(_LEVELS),
    )
    return {tuple(word.name for word in kind): kind for kind in kinds}


def _criterion(criterion: Criterion) -> Word:
    """Return what a criterion is about, its poles, and what + and - claim."""
    plus, minus = criterion.plus_pole, criterion.minus_poles
    return Word(
        criterion.key,
        f"{criterion.number} {criterion.title}",
        f"{criterion.about}\n\n+ {plus}: {criterion.plus}\n\n- {minus}: {criterion.minus}",
        f"{criterion.about}\n\n"
        f"* `+` **{plus}:** {criterion.plus}\n"
        f"* `-` **{minus}:** {criterion.minus}",
    )


def _variations() -> Iterable[Word]:
    for strategy in strategies().values():
        for variation in strategy.variations:
            about = f"{strategy.title}: {variation.about}"
            yield Word(variation.key, variation.title, about)


_STATUSES = (
    Word("open", "Open", "We are working on the deal."),
    Word("won", "Won", "The customer chose us."),
    Word("lost", "Lost", "The customer chose somebody else."),
    Word("disengaged", "Disengaged", "We walked away, or the customer's project ended."),
)
_FORECASTS = (
    Word("omitted", "Omitted", "Left out of the forecast."),
    Word("pipeline", "Pipeline", "Open, and too early to call."),
    Word("best_case", "Best case", "Won if everything goes well."),
    Word("commit", "Commit", "You commit to winning it by the close date."),
)
_ANSWERS = (
    Word("yes", "Yes", "The answer is yes."),
    Word("no", "No", "The answer is no."),
)
_LEVELS = (
    Word("off", "Off", "The check does not run."),
    Word("info", "Info", "Reported as a hint."),
    Word("warning", "Warning", "Reported as a warning; `tas check --strict` exits with 1."),
    Word("error", "Error", "Reported as an error; `tas check` exits with 1."),
)
