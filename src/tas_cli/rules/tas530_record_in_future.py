"""TAS530: a record dated in the future."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.in_process import HEAD
from tas_cli.rules.records import in_future, in_future_of
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import with_records

RULE = Rule(
    code="TAS530",
    name="record-in-future",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "A record, such as a note or an action item, says what happened, so its date cannot be "
        "in the future. Often the cause is just a typo in the year."
    ),
    bad=f'{HEAD}notes:\n  - {{date: 2027-11-16, text: "The CFO is on leave"}}\n',
    good=f'{HEAD}notes:\n  - {{date: 2026-11-16, text: "The CFO is on leave"}}\n',
    instead=(
        "Correct the date: `tas notes ID 1 date=2026-11-16`. If it is a plan, say so in the text."
    ),
    asked_of=with_records,
    check=in_future,
    check_account=in_future_of,
)
