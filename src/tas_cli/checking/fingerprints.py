"""How a platform recognizes a finding after the file around it has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from tas_cli.diagnostics import Diagnostic


def fingerprints(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Return a unique fingerprint for each finding.

    It is made from the check, the file and the place in the document. Findings that share all
    three are numbered in order. Neither the line nor the message counts: a finding that moves
    down, gets a day older or is reworded is still the same.
    """
    seen: Counter[str] = Counter()
    made = []
    for found in diagnostics:
        identity = _identity(found)
        made.append(_digest(f"{identity}\0{seen[identity]}"))
        seen[identity] += 1
    return made


def _identity(found: Diagnostic) -> str:
    return "\0\0".join([found.code, found.file, "\0".join(map(repr, found.path))])


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
