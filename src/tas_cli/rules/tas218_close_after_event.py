"""TAS218: an expected close after the day by which the customer must act."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject

_EVENT = "compelling_event"


def _check(subject: Subject) -> Iterator[Finding]:
    event, close = subject.opportunity.compelling_event, subject.opportunity.expected_close
    due = event.date if event else None
    if due and close and close > due and subject.sign(_EVENT) != "-":
        yield Finding(
            f"the expected close on {close} lies after the compelling event on {due}",
            ("expected_close",),
            "if the customer has to act by then, it has to sign before: correct one of the days",
        )


RULE = Rule(
    code="TAS218",
    name="close-after-event",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "If the customer can sign after the event, the event does not compel it. Either the "
        "deal has to close sooner than you think, or you have not yet found what really "
        "drives it. Where #5 is rated -, nothing is said: then you know."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
expected_close: 2027-06-30
compelling_event: {what: "Support of the old system ends", date: 2027-03-31}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
expected_close: 2027-02-26
compelling_event: {what: "Support of the old system ends", date: 2027-03-31}
""",
    instead=(
        "Bring the two days together: ask the customer what has to be in place on the day of "
        "the event, and count back from there to the signature."
    ),
    asked_of=open_deals,
    check=_check,
)
