"""TAS530: a record of a day that is still to come."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.in_process import HEAD
from tas_cli.rules.records import in_future
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import with_records

RULE = Rule(
    code="TAS530",
    name="record-in-future",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "A record says what was, and on which day. Of a day that is still to come nothing can be "
        "known. Often only the year is mistyped."
    ),
    bad=f'{HEAD}notes:\n  - {{date: 2027-11-16, text: "The CFO is on leave"}}\n',
    good=f'{HEAD}notes:\n  - {{date: 2026-11-16, text: "The CFO is on leave"}}\n',
    instead="Write the day on which it was. What is planned belongs into the text.",
    asked_of=with_records,
    check=in_future,
)
