"""Reads which suggestions somebody takes: their keys, or on a terminal also their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tas_cli.board.suggestion import Suggestion
from tas_cli.board.suggestions import Suggestions
from tas_cli.diagnostics import typeable
from tas_cli.reading.nearest import did_you_mean
from tas_cli.refusals import WrongCall

_ALL = ("a", "all")


def named(answer: str, found: Suggestions, deal: str) -> list[Suggestion]:
    """Return a deal's suggestions with these keys, each once, in the list's order; all for all.

    Raises:
        WrongCall: there is none with a key, or an open tactic covers it.
    """
    otherwise = f"`tas plan {typeable(deal)} --suggest --all` lists them."
    return _taken(_words(answer), found, _by_key(found), otherwise)


def numbered(answer: str, found: Suggestions) -> list[Suggestion]:
    """Return the same, where numbers and ranges of them stand for those on the screen.

    Raises:
        WrongCall: there is none with a number or key, or an open tactic covers it.
    """
    last = len(found.shown)
    words = [word for each in _words(answer) for word in _spread(each, last)]
    by_number = {str(at): each for at, each in enumerate(found.shown, 1)}
    return _taken(words, found, _by_key(found) | by_number, f"Use numbers from 1 to {last}.")


def _words(answer: str) -> list[str]:
    return answer.casefold().replace(",", " ").split()


def _by_key(found: Suggestions) -> dict[str, Suggestion]:
    return {each.key.casefold(): each for each in found.open}


def _spread(word: str, last: int) -> Iterable[str]:
    """Return the numbers from one to another, as in 5-8; any other word as it is."""
    ends = re.fullmatch(r"([0-9]{1,4})-([0-9]{1,4})", word)
    if not ends:
        return [word]
    first, end = map(int, ends.groups())
    if not 1 <= first <= end <= last:
        raise WrongCall(f"{word} is not within 1-{last}.")
    return map(str, range(first, end + 1))


def _taken(
    words: list[str], found: Suggestions, known: dict[str, Suggestion], otherwise: str
) -> list[Suggestion]:
    if len(words) == 1 and words[0] in _ALL:
        return [*found.shown]
    covered = {each.key.casefold(): each.key for each in found.covered}
    for each in words:
        if each in covered:
            raise WrongCall(f"an open tactic covers {covered[each]} already.")
        if each not in known:
            keys = {word: suggestion.key for word, suggestion in known.items()}
            raise WrongCall(
                f"there is no suggestion {each!r}.", did_you_mean(each, keys, otherwise)
            )
    picked = {known[each].key for each in words}
    return [each for each in found.open if each.key in picked]
