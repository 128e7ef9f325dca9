"""The report of `tas check` as text for people, if it is more than a line."""

from __future__ import annotations

from tas_cli.checking.report import Report
from tas_cli.commands.display import screen
from tas_cli.views.diagnostics import TextOf, report, report_statistics
from tas_cli.views.terminal.page import text
from tas_cli.views.terminal.screen import Screen


def statistics_text(result: Report, *, plain: bool) -> str:
    """Return how often each check found something; `plain` is for a file, not a terminal."""
    return text(report_statistics(result), _sheet(plain=plain))


def findings_text(shown: Report, text_of: TextOf, summary: str, *, plain: bool) -> str:
    """Return the findings by file, each with its line, and the summary at the end."""
    sheet = _sheet(plain=plain)
    page = report(shown.diagnostics, text_of, summary, sheet.body)
    return text(page, sheet, fold=False)


def _sheet(*, plain: bool) -> Screen:
    return Screen(width=80, color=False, unicode=True, cut=False) if plain else screen()
