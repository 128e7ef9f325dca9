"""TAS512: a deal that counts as open although its file says how it ended."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.model.opportunity import Opportunity
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Find an open deal with an end in it."""
    if ended(subject.opportunity):
        yield Finding(
            "the deal counts as open, but `closed:` tells how it ended",
            ("closed",),
            "write `status: won`, `lost` or `disengaged`; if the deal goes on, delete `closed:`",
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
        "The status alone decides whether a deal counts as open. This one is still in every "
        "forecast and every list of things to do, although somebody wrote down its end."
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
    instead="Write the status that it ended with, or delete `closed:` if it goes on.",
    asked_of=open_deals,
    check=_check,
)
