"""One of several named things, by its name or by part of what is known about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tas_cli.typed.unaccented import unaccented


class Choice(NamedTuple):
    """A thing to choose: its name in commands, and what it is."""

    key: str
    about: str = ""


def fitting(text: str, choices: Sequence[Choice]) -> list[Choice]:
    """Return the choice with that name, or else those that have the text in their names.

    Case and accents do not count, and hyphens, underscores and spaces are the same.
    """
    wanted = _words(text)
    exact = [each for each in choices if _words(each.key) == wanted]
    return exact or [each for each in choices if wanted in _words(f"{each.key} {each.about}")]


def listed(choices: Sequence[Choice], most: int, more: str) -> str:
    """Return the names as advice: all, or at most this many if `more` is the command for all."""
    if not choices:
        return f"There are none yet: {more}." if more else "There are none yet."
    rest = len(choices) - most if more else 0
    names = ", ".join(each.key for each in choices[: most if rest > 0 else None])
    return f"Use one of {names}, …{rest} more: {more}." if rest > 0 else f"Use one of {names}."


def _words(text: str) -> str:
    return re.sub(r"[\s_-]+", " ", unaccented(text)).strip()
