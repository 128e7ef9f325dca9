"""What the outputs of `tas check` have in common: counts, names, order, words."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from tas_cli.checking.report import Report
from tas_cli.diagnostics import Diagnostic, Severity

WORD = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "hint"}
"""What people call a severity."""
_WORST_FIRST = list(Severity)


class Count(NamedTuple):
    """How often a check found something, of one severity."""

    number: int
    code: str
    name: str
    severity: Severity


def counts(report: Report) -> list[Count]:
    """Return how often each check found something, the most frequent first."""
    numbers = Counter((found.code, found.severity) for found in report.diagnostics)
    named = names()
    rows = [Count(n, code, named.get(code, ""), kind) for (code, kind), n in numbers.items()]
    return sorted(rows, key=lambda row: (-row.number, row.code, row.severity))


def names() -> dict[str, str]:
    """Return the name of every check by its code."""
    from tas_cli.rules.catalogue import RULES  # noqa: PLC0415 - one line of text needs none

    return {rule.code: rule.name for rule in RULES}


def worst_first(report: Report) -> list[Diagnostic]:
    """Return the findings, the most severe first, and then in the order of output."""
    return sorted(report.diagnostics, key=rank)


def rank(found: Diagnostic) -> int:
    """Return how far down a finding stands where the most severe come first."""
    return _WORST_FIRST.index(found.severity)


def said(found: Diagnostic) -> str:
    """Return what a finding says and what to write instead, in one line."""
    return f"{found.message} - {found.help}" if found.help else found.message


def in_words(report: Report) -> str:
    """Return one line about the whole: how many files, and what was found in them."""
    files = counted(report.files, "file")
    silenced = f" {counted(report.silenced, 'finding')} silenced." if report.silenced else ""
    if not report.files:
        return f"{files}, nothing to check."
    if not report.diagnostics:
        return f"{files}, nothing {'new' if report.silenced else 'wrong'}.{silenced}"
    return f"{files}: {severities(report.diagnostics)}.{silenced}"


def severities(diagnostics: tuple[Diagnostic, ...]) -> str:
    """Return how many errors and warnings there are, and how many hints if there are any."""
    numbers = Counter(found.severity for found in diagnostics)
    shown = [kind for kind in Severity if numbers[kind] or kind is not Severity.INFO]
    return ", ".join(counted(numbers[kind], WORD[kind]) for kind in shown)


def counted(number: int, noun: str) -> str:
    """Return a number and what it counts."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
