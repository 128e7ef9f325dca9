"""TAS412: a probability that was typed in and is not the step's."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import command
from tas_cli.rules.in_process import HEAD, QUALIFIED
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_processes
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    claimed, process = subject.standing.claimed, subject.opportunity.process
    stated, own = process.probability if process else None, subject.standing.claimed_probability
    if stated not in (None, own):
        last = f"{claimed.title} completed" if claimed else "no step completed"
        yield Finding(
            f"the probability of {stated}% was set by hand; with {last} it would be {own}%",
            ("process", "probability"),
            f"{command('edit')}: delete the line `probability: {stated}`",
        )


RULE = Rule(
    code="TAS412",
    name="probability-by-hand",
    severity=Severity.INFO,
    since="0.1.0",
    why=(
        "The probability follows from the last step completed, so 40% means the same thing to "
        "everybody. A number set by hand says how somebody felt that day, and cannot be added to "
        "the others. The probability of each step is set in tas.yaml."
    ),
    bad=f"{HEAD}process:\n  step: develop\n  probability: 75\n  steps:\n{QUALIFIED}",
    good=f"{HEAD}process:\n  step: develop\n  steps:\n{QUALIFIED}",
    instead=(
        "Delete the line (`tas edit ID`). If your company uses other numbers, set them once for "
        "all deals, under `steps:` in tas.yaml."
    ),
    asked_of=open_processes,
    check=_check,
)
