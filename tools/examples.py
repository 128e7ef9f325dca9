"""The checks' examples: the day and the settings that go with them, and what is found in them."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.checking.examine import examine
from tas_cli.diagnostics import Diagnostic, Finding
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


def found_in(rule: Rule, example: str | bytes) -> Iterator[tuple[str, Finding | Diagnostic]]:
    """Yield what all checks find in an example of this one, each with its code.

    The example is a tas.yaml for a check of the settings, and several files in a row for a check
    across the workspace.
    """
    files = [example] if isinstance(example, bytes) else map(str.encode, example.split("---\n"))
    if rule.check_settings:
        yield from _in_settings(next(iter(files)))
        return
    settings, asked = read_as(Settings, SETTINGS.encode(), "tas.yaml").value, frozenset({rule.code})
    day = parse_day(TODAY)
    examined = {
        str(n): examine(data, settings or Settings(), day, asked) for n, data in enumerate(files)
    }
    for each in examined.values():
        yield from ((found.code, found) for found in each.diagnostics)
    entries = {file: each.entry for file, each in examined.items() if each.entry}
    for other in RULES:
        across = other.check_across(entries) if other.check_across else ()
        yield from ((other.code, found) for _, found in across)


def _in_settings(data: bytes) -> Iterator[tuple[str, Finding | Diagnostic]]:
    reading = read_as(Settings, data, "tas.yaml")
    yield from ((found.code, found) for found in reading.diagnostics)
    for rule in RULES:
        if rule.check_settings and reading.value:
            yield from ((rule.code, found) for found in rule.check_settings(reading.value))
