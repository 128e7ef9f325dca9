"""TAS531: the same record twice."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.in_process import HEAD
from tas_cli.rules.records import repeated
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import with_records

_NOTE = '  - {date: 2026-11-16, text: "The CFO is on leave"}\n'

RULE = Rule(
    code="TAS531",
    name="record-repeated",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "What stands in a file twice was most often pasted twice, or kept twice when two versions "
        "were put together. Whoever changes one of the two leaves the other as it was."
    ),
    bad=f"{HEAD}notes:\n{_NOTE}{_NOTE}",
    good=f"{HEAD}notes:\n{_NOTE}",
    instead="Take one of the two away. Where they are not the same, say what makes them differ.",
    asked_of=with_records,
    check=repeated,
)
