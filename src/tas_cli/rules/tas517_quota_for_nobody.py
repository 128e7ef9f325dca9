"""TAS517: a quota for somebody who is not on the team."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.model.settings import Settings
from tas_cli.reading.owners import Owners
from tas_cli.rules.rule import Rule


def _check(settings: Settings) -> Iterator[Finding]:
    owners = Owners(settings.team)
    for owner in settings.quota:
        if owners.unknown(owner):
            message = f"`quota:` names {owner}, who is not on the team"
            yield Finding(message, ("quota", owner), owners.advice(owner), on_key=True)


RULE = Rule(
    code="TAS517",
    name="quota-for-nobody",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A quota belongs to the deals of one owner. If the name is misspelled, the owner has no "
        "quota, and the total includes one that nobody can reach. The check needs a team in "
        "tas.yaml."
    ),
    bad="""\
# tas.yaml
tas: 1
team: {nicole: {}}
quota: {nikole: {2027Q1: 2500000}}
""",
    good="""\
# tas.yaml
tas: 1
team: {nicole: {}}
quota: {nicole: {2027Q1: 2500000}}
""",
    instead="Correct the name, or add the person under `team:`.",
    check_settings=_check,
)
