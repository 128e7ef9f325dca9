"""TAS218: an expected close after the date by which the customer must act."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import DAY, command
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject

_EVENT = "compelling_event"


def _check(subject: Subject) -> Iterator[Finding]:
    event, close = subject.opportunity.compelling_event, subject.opportunity.expected_close
    due = event.date if event else None
    if due and close and close > due and subject.sign(_EVENT) != "-":
        earlier = f"expected_close={due if due >= subject.day else DAY}"
        yield Finding(
            f"the expected close, {close}, is after the compelling event, {due}",
            ("expected_close",),
            f"{command('set', earlier)}, or correct the event: "
            f"{command('set', f'{_EVENT}.date={DAY}')}",
        )


RULE = Rule(
    code="TAS218",
    name="close-after-event",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "If the customer can sign after the event, the event does not compel it to act. Either "
        "the deal has to close sooner than you think, or you have not yet found what really "
        "drives it. Where #5 is rated -, nothing is reported: you know already."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
expected_close: 2027-06-30
compelling_event: {what: "Support for the old system ends", date: 2027-03-31}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
expected_close: 2027-02-26
compelling_event: {what: "Support for the old system ends", date: 2027-03-31}
""",
    instead=(
        "Reconcile the two dates. Ask the customer what has to be in place on the day of the "
        "event, count back from there to the signature, and set that date: `tas set ID "
        "expected_close=2027-02-26`."
    ),
    asked_of=open_deals,
    check=_check,
)
