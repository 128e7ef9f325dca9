"""TAS702: goals of ours without the customer's, though its project or our value is rated +."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import numbered
from tas_cli.rules.command_lines import TEXT, command
from tas_cli.rules.in_process import HEAD
from tas_cli.rules.on_map import plus
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import planned_deals
from tas_cli.rules.subject import Subject

_KNOWN = ("customer_project", "unique_business_value")
"""What cannot be + unless we know what the customer wants."""


def _check(subject: Subject) -> Iterator[Finding]:
    """Report the first of the two criteria that is +.

    | goal or objective of ours | any field of the customer's | #1 or #10 is + | found |
    |---|---|---|---|
    | no | | | no |
    | yes | yes | | no |
    | yes | no | no | no |
    | yes | no | yes | yes |
    """
    frame = subject.opportunity.strategy
    if not frame or not (frame.goal or frame.objective):
        return
    theirs = frame.customer
    empty = not theirs or not (theirs.goal or theirs.objective or theirs.strategy)
    rated = next((each for each in _KNOWN if subject.sign(each) == "+"), None)
    if empty and rated:
        yield Finding(
            f"{numbered(rated)} is +, but the plan does not say what the customer wants",
            ("strategy", "goal" if frame.goal else "objective"),
            command("plan", f"customer.goal={TEXT}", f"customer.objective={TEXT}"),
            on_key=True,
        )


_OURS = 'strategy:\n  goal: "Their service partner in all regions"\n'
_CUSTOMER = '  customer: {goal: "Service makes money by 2028"}\n'
_RATED = "".join(f"      {line}\n" for line in plus("customer_project").splitlines())
_REST = f"assessments:\n  - date: 2026-11-16\n    ratings:\n{_RATED}"

RULE = Rule(
    code="TAS702",
    name="customer-plan-missing",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "A plan wins if it supports the customer's own plan. Where the project (#1) or the unique "
        "business value (#10) is rated +, you claim to know what the customer wants, so write it "
        "beside your own goal. Nothing is reported unless the plan has a goal or an objective."
    ),
    bad=HEAD + _OURS + _REST,
    good=HEAD + _OURS + _CUSTOMER + _REST,
    instead=(
        'Write down the customer\'s goal and objective (`tas plan ID customer.goal="…" '
        'customer.objective="…"`), in its own words. If you do not know them, rate #1 or #10 '
        "unknown: `tas rate ID 1=u`."
    ),
    asked_of=planned_deals,
    check=_check,
)
