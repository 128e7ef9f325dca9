"""TAS531: the same record twice."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.in_process import HEAD
from tas_cli.rules.records import repeated, repeated_of
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import with_records

_NOTE = '  - {date: 2026-11-16, text: "The CFO is on leave"}\n'

RULE = Rule(
    code="TAS531",
    name="record-repeated",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "A record that is in the file twice was usually pasted twice, or kept twice when two "
        "versions were merged. If somebody changes one of them, the other stays as it was."
    ),
    bad=f"{HEAD}notes:\n{_NOTE}{_NOTE}",
    good=f"{HEAD}notes:\n{_NOTE}",
    instead=(
        "Remove one of the two: `tas notes ID 2 --remove`. If they really are two records, say in "
        "the text how they differ."
    ),
    asked_of=with_records,
    check=repeated,
    check_account=repeated_of,
)
