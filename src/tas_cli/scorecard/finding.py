"""Search for criteria by number or by words in their names. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from tas_cli.method.catalogue import Criterion, criteria


def matching(words: str) -> list[Criterion]:
    """Return the criteria that match a search: by number, or by words in a name."""
    wanted = words.strip().lstrip("#").casefold()
    if not wanted:
        return []
    if wanted.isdecimal():
        return [each for each in criteria() if str(each.number) == wanted]
    return [each for each in _by_start(wanted, criteria()) if wanted in _names(each)]


def _names(criterion: Criterion) -> str:
    return f"{criterion.short}\n{criterion.title}\n{criterion.key}".casefold()


def _by_start(wanted: str, among: Iterable[Criterion]) -> list[Criterion]:
    """Sort the criteria whose names start with the words before those that contain them later."""
    return sorted(among, key=lambda each: not each.short.casefold().startswith(wanted))
