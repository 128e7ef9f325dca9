"""Documents and code avoid the words that readers stumbled over."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from cli import ROOT

AVOID = {
    r"mend(s|ed|ing|er)?": "fix",
    r"told(?! (us|you|them)\b)": "reported, shown",
    r"tells? (of|only|also)": "report, show",
    r"(stands|stood) (in|on|at|there|above|below|beside|where)": "is",
    r"(?<!there )is no (?!longer|more|way|use|need)(?=\w)": "is not a",
    r"l(ies|ie|ay) (in|at|beside|there) the (file|future|past|folder|workspace)": "is in",
    r"as far as": "if",
    r"not settled|unsettled": "undecided",
    r"can(not)? (still )?come out": "is possible, is out of reach",
    r"optimism": "gap",
    r"still holds?": "still true",
    r"corrective actions?": "action item",
    r"nothing to show for it": "without evidence",
    r"hangs? on": "depends on",
    r"let(s|ting)? off": "hide, allow",
    r"(these|they) each|so many|so much": "a number",
    r"the system refuses": "the operating system's own words",
    r"newest evidence": "latest evidence",
    r"ratings leave only": "the only strategy your ratings allow",
    r"means the same for": "means the same thing to",
    r"point for decimals|date that exists": "a decimal point, a date on the calendar",
    r"elected anew": "up for election",
    r"colour|behaviour|licence|judgement|favour|neighbour|misspelt": "American spelling",
}
"""Patterns of words that read as translated, and what to write instead."""
KEYS = re.compile(r"`optimism`|\boptimism:|\.optimism\b")
"""The key of the JSON has to stay as it is."""
READ = [
    *ROOT.glob("*.md"),
    *ROOT.glob("docs/**/*.md"),
    *ROOT.glob("src/**/*.py"),
    *ROOT.glob("src/**/data/*.yaml"),
    *ROOT.glob("tools/*.py"),
]


@pytest.mark.parametrize("wrong", AVOID)
def test_words(wrong: str) -> None:
    """No document, sentence, docstring or comment uses a phrase to avoid."""
    pattern = re.compile(rf"\b(?:{wrong})\b", re.IGNORECASE)
    found = [
        f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, match.start()) + 1}: {match[0]}"
        for path in READ
        for text in [_text(path)]
        for match in pattern.finditer(text)
    ]
    assert not found, f"write {AVOID[wrong]!r} instead: {found}"


@cache
def _text(path: Path) -> str:
    return KEYS.sub("", path.read_text(encoding="utf-8"))
