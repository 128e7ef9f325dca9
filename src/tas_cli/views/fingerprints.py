"""How a platform knows a finding again after the file around it has changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from tas_cli.diagnostics import Diagnostic

_DIGITS = re.compile(r"\d+")


def fingerprints(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Return a fingerprint for each finding, no two of them equal.

    It is made from the check, the file, the place in the document and what is said, and from no
    line; nor from the numbers in what is said, because an age is another one every day. Findings
    that are equal in all of that are numbered in order.
    """
    seen: Counter[str] = Counter()
    made = []
    for found in diagnostics:
        identity = _identity(found)
        made.append(_digest(f"{identity}\0{seen[identity]}"))
        seen[identity] += 1
    return made


def _identity(found: Diagnostic) -> str:
    place = "\0".join(map(repr, found.path))
    return "\0\0".join([found.code, found.file, place, _DIGITS.sub("0", found.message)])


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
