"""TAS803: the customer would pay more than it gains."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import TEXT, command
from tas_cli.rules.in_value import valued
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import valued_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Report a net value of zero or less once every benefit has a figure.

    Costs without an amount can only make it worse.
    """
    found = subject.worth
    if found is None or not found.quantified or found.claimed.net > 0:
        return
    money = f"{subject.currency} {found.claimed.net_in(subject.currency):,f}"
    added = command("benefits", f"what={TEXT}")
    yield Finding(
        f"every benefit has a figure, and the net value over {found.months} months is {money}",
        ("value", "benefits"),
        f"check each formula with its owner, and add what is missing: {added}",
        on_key=True,
    )


_COSTS = 'costs: [{what: "Licenses", amount: %s}]\n'

RULE = Rule(
    code="TAS803",
    name="net-value",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "Net value is what the customer gains minus what it pays, risks included. If all benefits "
        "have a formula, even those that nobody confirmed, and the result is not above zero, the "
        "customer has no reason in figures to buy. Benefits may be missing, or a cost may not be "
        "caused by us."
    ),
    bad=valued('what: "Fewer repeat calls", formula: "4k * 3%"', rest=f"  {_COSTS % 780000}"),
    good=valued(
        'what: "Fewer repeat calls", formula: "2000 * 4k * 3%"', rest=f"  {_COSTS % 780000}"
    ),
    instead=(
        "Check the formulas against the customer's own figures, and look for benefits that are "
        "missing: `tas benefits ID`. If the value is not there, sell another part, or leave the "
        "deal."
    ),
    asked_of=valued_deals,
    check=_check,
)
