"""The page that GitHub Actions shows with a run: markdown of limited size."""

from __future__ import annotations

import re

from tas_cli.checking.report import Report
from tas_cli.diagnostics import Diagnostic
from tas_cli.views.findings import WORD, Count, counts, in_full, in_words, rank, worst_first
from tas_cli.views.safe import safe

FINDINGS = 50
"""How many findings are listed: the platform drops pages over 1 MiB."""
_LONGEST = 400
"""How many characters of a finding's text or a file's name are shown."""
_TICKS = re.compile("`+")


def step_summary(report: Report) -> str:
    """Return the totals, how often each check found something, and the first findings.

    Errors come first in both.
    """
    lines = ["## tas check", "", f"**{in_words(report)}**", ""]
    if report.diagnostics:
        table = _table(sorted(counts(report), key=rank))
        lines += [*table, "", *_list(worst_first(report.diagnostics)), ""]
    return "\n".join(lines)


def _table(rows: list[Count]) -> list[str]:
    head = ["| findings | check | severity |", "|---:|---|---|"]
    return head + [
        f"| {row.number} | {row.code} {row.name}".rstrip() + f" | {WORD[row.severity]} |"
        for row in rows
    ]


def _list(diagnostics: list[Diagnostic]) -> list[str]:
    left = len(diagnostics) - FINDINGS
    more = ["", f"{left} more: run `tas check` to see them all."] if left > 0 else []
    return [*map(_item, diagnostics[:FINDINGS]), *more]


def _item(found: Diagnostic) -> str:
    place = f"{_cut(found.file)}:{found.line}:{found.column}"
    return f"- {_code(place)} {WORD[found.severity]} {found.code}: {_code(_cut(in_full(found)))}"


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"


def _code(words: str) -> str:
    """Return words as a code span, so none are markup, HTML, links or mentions."""
    shown = safe(words)
    ticks = "`" * (1 + max(map(len, _TICKS.findall(shown)), default=0))
    space = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{ticks}{space}{shown}{space}{ticks}"
