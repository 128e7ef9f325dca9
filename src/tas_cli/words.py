"""Words that every room uses."""

from __future__ import annotations

from collections.abc import Sequence

NAMED = 10
"""The most names of a long list that are shown."""

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
"""The months' names, in small letters as people type them."""


def counted(number: int, noun: str, many: str = "") -> str:
    """Return a number and what it counts: 1 day, 2 days; `many` is the word for several."""
    return f"{number} {noun}" if number == 1 else f"{number} {many or f'{noun}s'}"


def days_ago(days: int) -> str:
    """Return how many days ago something was: today, yesterday, 3 days ago."""
    return {0: "today", 1: "yesterday"}.get(days) or f"{days} days ago"


def some(names: Sequence[str], most: int = NAMED) -> str:
    """Return the first of many names, and the number of the rest."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def enumerated(names: Sequence[str]) -> str:
    """Return names within a sentence: A, B and C."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def spelled(key: str) -> str:
    """Return a key as the start of a sentence: `access_to_funds` as Access to funds."""
    return key.replace("_", " ").capitalize()
