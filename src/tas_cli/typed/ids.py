"""A short name made from the words that people write."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 40


def id_from(words: str) -> str:
    """Return an id made from words: lowercase letters and digits, with hyphens for the rest.

    It is empty if none of them can be written that way.
    """
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-")
