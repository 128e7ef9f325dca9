"""What all outputs of `tas check` share: counts, names, order, words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from tas_cli.checking.report import Report
from tas_cli.diagnostics import Diagnostic, Severity
from tas_cli.views.safe import message_line
from tas_cli.words import counted

WORD = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "hint"}
"""What people call a severity."""


class Count(NamedTuple):
    """How often a check found something, by severity."""

    number: int
    code: str
    name: str
    severity: Severity


def counts(report: Report) -> list[Count]:
    """Return how often each check found something, most frequent first."""
    numbers = Counter((found.code, found.severity) for found in report.diagnostics)
    named = names()
    rows = [Count(n, code, named.get(code, ""), kind) for (code, kind), n in numbers.items()]
    return sorted(rows, key=lambda row: (-row.number, row.code, row.severity))


def names() -> dict[str, str]:
    """Return the name of every check by its code."""
    from tas_cli.rules.catalogue import RULES  # noqa: PLC0415 - the summary line needs none

    return {rule.code: rule.name for rule in RULES}


def worst_first(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return findings, most severe first, otherwise in their order."""
    return sorted(found, key=rank)


def rank(found: Diagnostic | Count) -> int:
    """Return its rank when the most severe come first."""
    return found.severity.rank


def in_full(found: Diagnostic) -> str:
    """Return what a finding says and how to fix it, on one line."""
    return f"{found.message}; {found.help}" if found.help else found.message


def in_brief(found: Diagnostic) -> str:
    """Return a diagnostic on one line: file, place, code, message, how to fix it."""
    place = f"{found.file}:{found.line}:{found.column}"
    return message_line(f"{place}: {found.severity} {found.code}: {in_full(found)}")


def in_words(report: Report) -> str:
    """Return one line about the run: how many files, what was found, what is hidden or turned off.

    What is turned off, or allowed without need, is not a finding, but nobody should overlook it.
    """
    silenced, gone = (counted(each, "finding") for each in (report.silenced, report.unneeded))
    sentences = (
        f"{counted(report.files, 'file')}{_found(report)}",
        f"{silenced} hidden by the baseline." if report.silenced else "",
        f"{_before(report.before)} there before: `tas check`." if report.before else "",
        f"The baseline allows {gone} too many: run `tas check --write-baseline`."
        if report.unneeded
        else "",
        f"Turned off in tas.yaml: {', '.join(report.off)}." if report.off else "",
    )
    return " ".join(filter(None, sentences))


def _before(number: int) -> str:
    return f"{counted(number, 'finding')} {'was' if number == 1 else 'were'}"


def _found(report: Report) -> str:
    if not report.files:
        return ": nothing to check."
    if not report.diagnostics:
        return f": no {'new ' if report.silenced or report.before else ''}problems found."
    return f": {severities(report.diagnostics)}."


def severities(diagnostics: tuple[Diagnostic, ...]) -> str:
    """Return how many errors and warnings there are, and how many hints if there are any."""
    numbers = Counter(found.severity for found in diagnostics)
    shown = [kind for kind in Severity if numbers[kind] or kind is not Severity.INFO]
    return ", ".join(counted(numbers[kind], WORD[kind]) for kind in shown)
