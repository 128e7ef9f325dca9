"""TAS408: a step that takes longer than usual."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Path, Severity
from tas_cli.rules.command_lines import command
from tas_cli.rules.in_process import HEAD
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_processes
from tas_cli.rules.subject import Subject
from tas_cli.words import counted


def _check(subject: Subject) -> Iterator[Finding]:
    step, days = subject.standing.working, subject.standing.days
    if step and days is not None and days > step.days:
        yield Finding(
            f"sales step {step.title} has taken {counted(days, 'day')} so far; it usually takes "
            f"{step.days}",
            _place(subject, step.key),
            f"{command('prep')} shows what is missing and what to ask",
        )


def _place(subject: Subject, key: str) -> Path:
    """Return the place of the step's start, or if it has none, of the step's name."""
    state = subject.standing.state(key)
    stated = state is not None and state.record.started is not None
    return ("process", "steps", key, "started") if stated else ("process", "step")


RULE = Rule(
    code="TAS408",
    name="step-overdue",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "Winning deals keep moving. One that stays in a step far longer than others has usually "
        "lost its urgency or its sponsor, and nobody has said so yet. How long a step takes is "
        "set in tas.yaml under `steps:`, as `days`."
    ),
    bad=f"""\
{HEAD}process:
  step: qualify
  steps:
    qualify: {{started: 2026-09-01}}
debriefs:
  - date: 2026-11-16
    by: martha
""",
    good=f"""\
{HEAD}process:
  step: qualify
  steps:
    qualify: {{started: 2026-11-09}}
debriefs:
  - date: 2026-11-16
    by: martha
""",
    instead=(
        "Find out what the customer has to do for the next outcome, and who can make it happen: "
        "`tas prep ID`. If nobody can, go back a step (`tas step ID qualify`) or close the deal."
    ),
    asked_of=open_processes,
    check=_check,
)
