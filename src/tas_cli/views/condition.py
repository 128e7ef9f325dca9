"""A condition of the method in words: what the ratings must be to meet it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from tas_cli.method.catalogue import Condition, VariationChoice, criteria_by_key, tree

_RUN = 3
"""This many consecutive numbers become a range."""
_TEMPLATES = {
    "plus": "{each} {are} +",
    "any_plus": "{one} is +",
    "more_plus_than_minus": "{each} have more + than -",
    "plus_at_least": "at least {number} of {each} are +",
    "times_every_competitor": (
        "we have at least {number} times as many + on {each} as any competitor"
    ),
    "competitor_plus": "a competitor has + on {one}",
}


def derivation(condition: Condition) -> str:
    """Return when a step of the decision tree is answered yes: `yes if #5 is +`."""
    return f"yes if {in_words(condition)}"


def choice_of_variation(choice: VariationChoice, titles: dict[str, str]) -> str:
    """Return when each variation applies; `titles` maps the variations' keys to names."""
    parts = [f"{titles[key]} if {in_words(when)}" for key, when in choice.choices]
    listed = ", ".join(parts)
    return f"{listed}; otherwise {titles[choice.otherwise]}" if choice.otherwise else listed


def in_words(condition: Condition) -> str:
    """Return what it takes to meet the condition."""
    words = _group(condition) if condition.op in ("all", "any") else _single(condition)
    return f"{words} ({condition.note})" if condition.note else words


def _group(condition: Condition) -> str:
    word = "and" if condition.op == "all" else "or"
    first, *others = map(_part, condition.parts)
    if not others:
        return first
    if len(others) > 1:
        return "; ".join([first, *others[:-1], f"{word} {others[-1]}"])
    return f"{first}, {word} {others[0]}"


def _part(condition: Condition) -> str:
    words = in_words(condition)
    return f"({words})" if condition.op in ("all", "any") else words


def _single(condition: Condition) -> str:
    keys = condition.criteria
    if condition.op not in _TEMPLATES:
        return _circumstance(condition)
    return _TEMPLATES[condition.op].format(
        each=numbers(keys),
        one=numbers(keys, "or"),
        are="is" if len(keys) == 1 else "are",
        number=condition.number,
    )


def _circumstance(condition: Condition) -> str:
    """Return the words for a condition that reads more than ratings."""
    match condition.op:
        case "competitor_declared":
            return "the file names a competitor"
        case "no_at":
            return f'the answer to "{tree().steps[condition.step].question}" is no'
        case "incumbent_us" | "incumbent_competitor":
            who = "us" if condition.op == "incumbent_us" else "a competitor"
            silent = in_words(condition.parts[0])
            return f"`incumbent:` names {who}, or the file has no `incumbent:` and {silent}"
        case _:
            raise AssertionError(condition.op)


def numbers(keys: Iterable[str], word: str = "and") -> str:
    """Return criteria by number, consecutive ones as a range: `#5`, `#7 and #10`, `#6-#10`."""
    found = sorted(criteria_by_key()[key].number for key in keys)
    runs = groupby(enumerate(found), lambda pair: pair[1] - pair[0])
    listed = [words for _, run in runs for words in _run([number for _, number in run])]
    return f" {word} ".join([", ".join(listed[:-1]), listed[-1]]) if len(listed) > 1 else listed[0]


def _run(run: list[int]) -> list[str]:
    if len(run) < _RUN:
        return [f"#{number}" for number in run]
    return [f"#{run[0]}-#{run[-1]}"]
