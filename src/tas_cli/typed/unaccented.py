"""Letters without their accents, for comparison."""

from __future__ import annotations

from unicodedata import combining, normalize


def unaccented(text: str) -> str:
    """Return a text in lower case and without accents: `Béatrice` and `beatrice` are equal."""
    letters = normalize("NFKD", text.casefold())
    return "".join(each for each in letters if not combining(each))
