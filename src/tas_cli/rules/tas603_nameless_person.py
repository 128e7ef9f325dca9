"""TAS603: a person without a name who is not marked as unidentified."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.diagnostics import Finding, Severity
from tas_cli.model.account import Account
from tas_cli.model.person import Person
from tas_cli.rules.command_lines import TEXT, command
from tas_cli.rules.on_map import mapped
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import mapped_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Look at the whole entry: the account's file may have the name."""
    for key in subject.opportunity.people:
        yield from _nameless(key, subject.people[key])


def _check_account(account: Account, _: date) -> Iterator[Finding]:
    for key, person in account.people.items():
        yield from _nameless(key, person)


def _nameless(key: str, person: Person) -> Iterator[Finding]:
    if not person.name and person.identified:
        yield Finding(
            f"`{key}` has no name",
            ("people", key),
            f"add it: {command('people', key, f'name={TEXT}')}; if you do not know who it is: "
            f"{command('people', key, 'unidentified=yes')}",
            on_key=True,
        )


RULE = Rule(
    code="TAS603",
    name="nameless-person",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "Pages show people by name, and evidence is matched with them by name. An entry without a "
        "name is often a misspelled short name: it was meant to add to somebody in the account's "
        "file, and makes a new person instead. Somebody you know of but cannot name yet is "
        "`unidentified: yes`."
    ),
    bad=mapped("analyst: {title: Analyst, roles: [evaluator]}"),
    good=mapped("analyst: {title: Analyst, roles: [evaluator], unidentified: yes}"),
    instead=(
        'Add the name (`tas people ID analyst name="Dana Ortiz"`), or say that you do not know it '
        "yet: `tas people ID analyst unidentified=yes`."
    ),
    asked_of=mapped_deals,
    check=_check,
    check_account=_check_account,
)
