"""TAS705: a tactic that is overdue."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.plan import open_tactics
from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import DAY, command
from tas_cli.rules.in_plan import planned, tactic_path
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import planned_deals
from tas_cli.rules.subject import Subject
from tas_cli.words import counted


def _check(subject: Subject) -> Iterator[Finding]:
    """Report an open tactic that was due before today; one that is due today is in time."""
    for each in open_tactics(subject.opportunity):
        owner, due, number = each.tactic.owner, each.tactic.due, str(each.number)
        if due and each.overdue(subject.day):
            whose = f"{owner}'s" if owner else "this"
            yield Finding(
                f"{whose} tactic is {counted((subject.day - due).days, 'day')} overdue",
                tactic_path(each, "due"),
                f"{command('tactics', number, f'done={DAY}')}, or move it: "
                f"{command('tactics', number, f'due={DAY}')}",
            )


RULE = Rule(
    code="TAS705",
    name="tactic-overdue",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "A plan is worth as much as its dates. A tactic that is overdue usually holds up the next "
        "one, and the close date moves without anybody having decided that."
    ),
    bad=planned("owner: nicole", "due: 2026-11-13"),
    good=planned("owner: nicole", "due: 2026-11-13", "done: 2026-11-12"),
    instead=(
        "If it is done, say so, and what came of it: `tas tactics ID 1 done=today "
        'result="The CFO signs"`. If not, agree on a day that you believe in: `tas tactics ID 1 '
        "due=fri`."
    ),
    asked_of=planned_deals,
    check=_check,
)
