"""TAS508: an owner who is not in the team."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.reading.owners import Owners
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Find an open deal of somebody unknown; deals that are over may belong to who has left."""
    owner, owners = subject.opportunity.owner, Owners(subject.settings.team)
    if owner and owners.unknown(owner):
        message = f"{owner} is not in the team"
        yield Finding(message, ("owner",), owners.advice(owner))


RULE = Rule(
    code="TAS508",
    name="unknown-owner",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A deal whose owner nobody knows is missing from that person's list and from the team's "
        "figures. Most often the name is misspelt. Only open deals are looked at, and only where "
        "tas.yaml has a team."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
owner: nikole
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
owner: nicole
""",
    instead="Write the owner as the team has it in tas.yaml, or add the person there.",
    asked_of=open_deals,
    check=_check,
)
