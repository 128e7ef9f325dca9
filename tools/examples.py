"""The checks' examples: the day and the settings that go with them, and what is found in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.checking.examine import examine
from tas_cli.diagnostics import Diagnostic, Finding
from tas_cli.model.account import Account
from tas_cli.model.base import FileModel
from tas_cli.model.settings import Settings
from tas_cli.reading.read import read_as
from tas_cli.rules.catalogue import RULES
from tas_cli.rules.rule import Rule
from tas_cli.today import parse_day

TODAY = "2026-11-23"
SETTINGS = """\
thresholds:
  order_amount: 250000
  days_to_close: 270
  future_revenue: {one_year: 200000, three_years: 800000}
  profit: 60000
team:
  nicole: {name: Nicole}
"""
ACCOUNT = b"# accounts/"
"""How the account of an example begins."""


def found_in(rule: Rule, example: str | bytes) -> Iterator[tuple[str, Finding | Diagnostic]]:
    """Yield what all checks find in an example of this one, each with its code.

    The example is a tas.yaml for a check of the settings, an account for one of accounts alone, and
    several files in a row for a check across the workspace. A deal may be followed by its account.
    """
    files = [example] if isinstance(example, bytes) else [*map(str.encode, example.split("---\n"))]
    day = parse_day(TODAY)
    if rule.check_settings:
        yield from _elsewhere(Settings, files[0], day)
        return
    if rule.check_account and not rule.check:
        yield from _elsewhere(Account, files[0], day)
        return
    settings, asked = read_as(Settings, SETTINGS.encode(), "tas.yaml").value, frozenset({rule.code})
    account = next((each for each in files if each.startswith(ACCOUNT)), None)
    examined = {
        str(n): examine(data, settings or Settings(), day, asked, other=account)
        for n, data in enumerate(files)
        if data is not account
    }
    for each in examined.values():
        yield from ((found.code, found) for found in each.diagnostics)
    entries = {file: each.entry for file, each in examined.items() if each.entry}
    for other in RULES:
        across = other.check_across(entries) if other.check_across else ()
        yield from ((other.code, found) for _, found in across)


def _elsewhere(
    model: type[FileModel], data: bytes, day: date
) -> Iterator[tuple[str, Finding | Diagnostic]]:
    """Yield what is found in settings or an account."""
    reading = read_as(model, data, "")
    yield from ((found.code, found) for found in reading.diagnostics)
    for rule in RULES:
        yield from ((rule.code, found) for found in rule.findings_elsewhere(reading.value, day))
