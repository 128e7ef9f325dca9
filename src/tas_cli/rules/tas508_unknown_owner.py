"""TAS508: an owner who is not on the team."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.reading.owners import Owners
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Find an open deal with an unknown owner; owners of closed deals may have left."""
    owner, owners = subject.opportunity.owner, Owners(subject.settings.team)
    if owner and owners.unknown(owner):
        message = f"{owner} is not on the team"
        yield Finding(message, ("owner",), owners.advice(owner))


RULE = Rule(
    code="TAS508",
    name="unknown-owner",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A deal whose owner is not on the team is missing from that person's list and from the "
        "team's figures. Usually the name is misspelled. The check covers open deals, and only "
        "if tas.yaml has a team."
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
    instead=(
        "Set the owner to somebody on the team: `tas set ID owner=nicole`. Or add the person "
        "under `team:` in tas.yaml."
    ),
    asked_of=open_deals,
    check=_check,
)
