"""TAS512: a deal that counts as open although its file says how it ended."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.model.opportunity import Opportunity
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Find an open deal whose file says that it ended."""
    if ended(subject.opportunity):
        yield Finding(
            "the deal counts as open, but `closed:` says that it ended",
            ("closed",),
            'close it: `tas close ID won --reason "…"`; if it is still open: `tas close ID open`',
            on_key=True,
        )


def ended(opportunity: Opportunity) -> bool:
    """Whether a file says when or why its deal ended."""
    closed = opportunity.closed
    return closed is not None and bool(closed.date or closed.reason)


RULE = Rule(
    code="TAS512",
    name="open-but-closed",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "Only the status decides whether a deal counts as open. This one is still in every "
        "forecast and on every to-do list, although somebody recorded how it ended."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
closed: {date: 2026-11-12, reason: "Signed by the COO"}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
status: won
closed: {date: 2026-11-12, reason: "Signed by the COO"}
""",
    instead=(
        'Set the status it ended with: `tas close ID won --reason "…"`. If the deal is still '
        "open, reopen it: `tas close ID open` deletes `closed:`."
    ),
    asked_of=open_deals,
    check=_check,
)
