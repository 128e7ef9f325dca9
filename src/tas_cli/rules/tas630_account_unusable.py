"""TAS630: the account that a deal names has no file, or one with errors."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import command
from tas_cli.rules.rule import Rule
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    if subject.no_account:
        name = subject.opportunity.account
        yield Finding(
            f"accounts/{name}.yaml {subject.no_account}, so this deal has only its own people",
            ("account",),
            f"fix the file, or name another account: {command('set', 'account=')}",
        )


RULE = Rule(
    code="TAS630",
    name="account-unusable",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "`account:` names the file under accounts/ that has the customer's people. If it is "
        "missing, renamed or broken, the map of the deal is incomplete."
    ),
    bad="""\
tas: 1
name: Route planning
customer: Harbour Line
account: harbor-line
""",
    good="""\
tas: 1
name: Route planning
customer: Harbour Line
""",
    instead="Fix the account's file, or put the short name of another one under `account:`.",
    check=_check,
)
