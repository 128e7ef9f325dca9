"""TAS422: an action item whose owner is not on the team."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.actions import numbered_actions
from tas_cli.diagnostics import Finding, Severity
from tas_cli.reading.owners import Owners
from tas_cli.reading.team import customer_people
from tas_cli.rules.command_lines import TEXT, command
from tas_cli.rules.in_process import HEAD
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_actions
from tas_cli.rules.subject import Subject
from tas_cli.source.characters import folded


def _check(subject: Subject) -> Iterator[Finding]:
    """Look at open action items only: whoever did a completed one may have left.

    An item that the customer has agreed to is owned by one of its people.
    """
    owners, customers = (
        Owners(subject.settings.team),
        customer_people(subject.opportunity, subject.people),
    )
    for each in numbered_actions(subject.opportunity):
        owner = each.action.owner
        if owner is None or each.action.done or folded(owner) in customers:
            continue
        if owners.unknown(owner):
            yield Finding(
                f"{owner} owns this action item but is not on the team",
                (*each.path, "owner"),
                f"{owners.advice(owner)}; {command('actions', str(each.number), f'owner={TEXT}')}",
            )


_ACTION = """\
debriefs:
  - date: 2026-11-16
    by: martha
    actions:
      - what: "Ask Luis Prado who sets the weights"
        owner: """

RULE = Rule(
    code="TAS422",
    name="action-owner-unknown",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "An action item with an unknown owner is missing from the list of the person it was meant "
        "for (`tas actions --owner`), so nobody does it. Usually the name is misspelled. Only "
        "open items are checked, and only where tas.yaml has a team. Whoever is quoted in evidence "
        "or invited to the next meeting is one of the customer's people."
    ),
    bad=f"{HEAD}{_ACTION}nikole\n",
    good=f"{HEAD}{_ACTION}nicole\n",
    instead=(
        "Write the owner as listed under `team:` in tas.yaml (`tas actions ID 1 owner=nicole`), or "
        "add the person there."
    ),
    asked_of=open_actions,
    check=_check,
)
