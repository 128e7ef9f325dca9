"""Diagnostics as text: in one line, or with the line of the file and a caret under the place."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.cells import cell_len

from tas_cli.diagnostics import Diagnostic, Severity
from tas_cli.source.text import Text
from tas_cli.views.safe import forges_a_command, safe
from tas_cli.views.terminal.page import DIM, MINUS, PLUS, STRONG, UNKNOWN, Page, Screen

_STYLE = {Severity.ERROR: MINUS, Severity.WARNING: UNKNOWN, Severity.INFO: DIM}
_MARGIN = 20
"""Cells of a long line that are shown before the place."""


def in_brief(found: Diagnostic) -> str:
    """Return a diagnostic on one line: file, place, code, message, what to write instead."""
    advice = f" - {found.help}" if found.help else ""
    place = f"{found.file}:{found.line}:{found.column}"
    line = safe(f"{place}: {found.severity} {found.code}: {found.message}{advice}")
    return f"'{line}" if forges_a_command(line) else line


def report(
    diagnostics: Iterable[Diagnostic], texts: dict[str, Text], summary: str, screen: Screen
) -> str:
    """Return the findings by file, each with its line, and the summary at the end."""
    page = Page(screen)
    for file, findings in groupby(diagnostics, key=lambda found: found.file):
        page.line((file, STRONG))
        for found in findings:
            _finding(page, found, texts.get(file))
        page.blank()
    page.line(summary)
    return page.text()


def _finding(page: Page, found: Diagnostic, text: Text | None) -> None:
    place = f"{found.line}:{found.column}"
    page.paragraph(
        (found.code, _STYLE[found.severity]),
        f" {found.message}",
        label=f"  {place}",
        indent=max(10, len(place) + 3),
    )
    if text is not None and text.content:
        _source(page, found, text)
    if found.help:
        page.paragraph((found.help, PLUS), label="       =", indent=10)


def _source(page: Page, found: Diagnostic, text: Text) -> None:
    """Add the line and a caret under every character that is meant."""
    line = text.line(found.line)
    start = found.column - 1
    end = found.end_column - 1 if found.end_line == found.line else len(line)
    room = page.screen.body - 12
    skip = max(0, start - _MARGIN) if cell_len(safe(line)) > room else 0
    before, marked = safe(line[skip:start]), safe(line[start : max(end, start + 1)])
    shown = safe(line[skip : skip + room])
    carets = max(1, min(cell_len(marked), room - cell_len(before)))
    page.line(("       | ", DIM), shown)
    page.line(("       | ", DIM), " " * cell_len(before), ("^" * carets, _STYLE[found.severity]))
