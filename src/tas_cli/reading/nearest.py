"""The known name that a misspelt one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the closest of the known names, None where none is close."""
    from difflib import get_close_matches  # noqa: PLC0415 - only mistakes need it

    tidy = name[:80].strip().lower().replace(" ", "_")
    candidates = {entry.replace("-", "_"): entry for entry in known}
    found = get_close_matches(tidy.replace("-", "_"), candidates, n=1, cutoff=0.65)
    return candidates[found[0]] if found else None
