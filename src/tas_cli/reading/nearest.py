"""Finds the known name that a misspelled one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

_SHORTEST_PART, _LONGEST, _OFFERED = 3, 80, 3
"""The shortest and longest part of a name that is looked for, and the most names to suggest."""


def nearest(name: str, known: Iterable[str], cutoff: float = 0.65) -> str | None:
    """Return the closest of the known names, None if none is close; 1 is the same."""
    from difflib import get_close_matches  # noqa: PLC0415 - only mistakes need it

    tidy = name[:80].strip().lower().replace(" ", "_")
    candidates = {entry.replace("-", "_"): entry for entry in known}
    found = get_close_matches(tidy.replace("-", "_"), candidates, n=1, cutoff=cutoff)
    return candidates[found[0]] if found else None


def either(names: Sequence[str]) -> str:
    """Return the names as a list in a sentence: a, b or c."""
    return " or ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def did_you_mean(name: str, known: Iterable[str], otherwise: str) -> str:
    """Return advice that suggests the nearest known name, or the value that belongs to it.

    If none is near, suggest those that contain it, if they are few.
    """
    known = known if isinstance(known, Mapping) else {each: each for each in known}
    near = nearest(name, known)
    wanted = name.strip().lower()
    part = len(wanted) >= _SHORTEST_PART and len(wanted) <= _LONGEST
    names = [near] if near else [each for each in known if part and wanted in each.lower()]
    meant = list(dict.fromkeys(known[each] for each in names))
    return f"Did you mean {either(meant)}?" if 0 < len(meant) <= _OFFERED else otherwise
