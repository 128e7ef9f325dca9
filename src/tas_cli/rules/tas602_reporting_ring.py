"""TAS602: people who report to one another in a ring."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from tas_cli.assess.organization import rings
from tas_cli.diagnostics import Finding, Severity
from tas_cli.model.account import Account
from tas_cli.model.person import Person
from tas_cli.rules.command_lines import command
from tas_cli.rules.on_map import mapped
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import mapped_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Report the lines of a ring that this file has: the account's may have others."""
    own = subject.opportunity.people
    yield from _lines(subject.people, {key for key in own if own[key].reports_to})


def _check_account(account: Account, _: date) -> Iterator[Finding]:
    yield from _lines(account.people, account.people)


def _lines(people: Mapping[str, Person], written: Collection[str]) -> Iterator[Finding]:
    for key in (key for ring in rings(people) for key in ring if key in written):
        yield Finding(
            _message(key, people),
            ("people", key, "reports_to"),
            f"correct the line, or remove it: {command('people', key, 'reports_to=')}",
        )


def _message(key: str, people: Mapping[str, Person]) -> str:
    boss = people[key].reports_to or key
    name, above = (people[each].name or each for each in (key, boss))
    if boss == key:
        return f"{name} reports to {name}"
    return f"{name} reports to {above}, who in the end reports to {name}"


_PRADO = 'prado: {name: "Luis Prado", reports_to: meyer}\n'

RULE = Rule(
    code="TAS602",
    name="reporting-ring",
    severity=Severity.ERROR,
    since="0.2.0",
    why=(
        "Nobody is the boss of their own boss. A ring has no top, so the map cuts it at its first "
        "person, which is probably not where the mistake is. Influence may well run in rings: see "
        "`influences`."
    ),
    bad=mapped(f'{_PRADO}meyer: {{name: "Joan Meyer", reports_to: prado}}'),
    good=mapped(f'{_PRADO}meyer: {{name: "Joan Meyer", influences: [prado]}}'),
    instead=(
        "Correct the line that is wrong (`tas people ID meyer reports_to=hall`), or remove it: "
        "`tas people ID meyer reports_to=`."
    ),
    asked_of=mapped_deals,
    check=_check,
    check_account=_check_account,
)
