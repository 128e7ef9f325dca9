"""TAS410: what was agreed in a debrief, and is not done."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.actions import numbered_actions
from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.in_process import HEAD
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_debriefs
from tas_cli.rules.subject import Subject
from tas_cli.words import counted


def _check(subject: Subject) -> Iterator[Finding]:
    for each in numbered_actions(subject.opportunity):
        due, owner = each.action.due, each.action.owner
        if due and each.overdue(subject.day):
            yield Finding(
                f"an action is overdue by {counted((subject.day - due).days, 'day')}"
                + (f"; {owner} was to do it" if owner else ""),
                ("debriefs", each.debrief, "actions", each.index, "due"),
                "write `done:` with the day of it, or agree on another day",
            )


RULE = Rule(
    code="TAS410",
    name="action-overdue",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A debrief that ends in actions which nobody does teaches everyone that debriefs do not "
        "matter. The next one begins with this list."
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
        "Do it, or say that it will not be done: write `done:` with the day, or move `due:` to a "
        "day on which you can both believe."
    ),
    asked_of=open_debriefs,
    check=_check,
)
