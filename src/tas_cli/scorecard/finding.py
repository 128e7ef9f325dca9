"""Criteria by what a person types: a number, or words of a name. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from tas_cli.method.catalogue import Criterion, criteria


def matching(words: str) -> list[Criterion]:
    """Return the criteria that a search means: its number, or those with the words in a name."""
    wanted = words.strip().lstrip("#").casefold()
    if not wanted:
        return []
    if wanted.isdecimal():
        return [each for each in criteria() if str(each.number) == wanted]
    return [each for each in _by_start(wanted, criteria()) if wanted in _names(each)]


def _names(criterion: Criterion) -> str:
    return f"{criterion.short}\n{criterion.title}\n{criterion.key}".casefold()


def _by_start(wanted: str, among: Iterable[Criterion]) -> list[Criterion]:
    """Sort the criteria whose name begins so before those that have it further on."""
    return sorted(among, key=lambda each: not each.short.casefold().startswith(wanted))
