"""TAS410: an action item that is overdue."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.actions import numbered_actions
from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import DAY, command
from tas_cli.rules.in_process import HEAD
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_actions
from tas_cli.rules.subject import Subject
from tas_cli.words import counted


def _check(subject: Subject) -> Iterator[Finding]:
    for each in numbered_actions(subject.opportunity):
        due, owner, number = each.action.due, each.action.owner, str(each.number)
        if due and each.overdue(subject.day):
            whose = f"{owner}'s" if owner else "this"
            yield Finding(
                f"{whose} action item is {counted((subject.day - due).days, 'day')} overdue",
                (*each.path, "due"),
                f"{command('actions done', number)}, or move it: "
                f"{command('actions', number, f'due={DAY}')}",
            )


RULE = Rule(
    code="TAS410",
    name="action-overdue",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "When nobody does what was agreed on in a debrief, everyone learns that debriefs do not "
        "matter. The next debrief starts with this list. Customers, too, notice who keeps a "
        "promise: action items under `actions:` count as well."
    ),
    bad=f"""\
{HEAD}debriefs:
  - date: 2026-11-09
    by: martha
    actions:
      - what: "Ask Luis Prado who sets the weights"
        owner: nicole
        due: 2026-11-16
""",
    good=f"""\
{HEAD}debriefs:
  - date: 2026-11-09
    by: martha
    actions:
      - what: "Ask Luis Prado who sets the weights"
        owner: nicole
        due: 2026-11-16
        done: 2026-11-12
""",
    instead=(
        "Do it and close it: `tas actions done ID 1`. If it needs more time, agree on a "
        "day that you both believe in: `tas actions ID 1 due=YYYY-MM-DD`."
    ),
    asked_of=open_actions,
    check=_check,
)
