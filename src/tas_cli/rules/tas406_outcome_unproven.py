"""TAS406: an outcome that is recorded without evidence."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import met, not_met
from tas_cli.rules.in_process import HEAD, outcome_path
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_processes
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Find the outcomes without evidence, except those that TAS405 or TAS416 names already."""
    standing = subject.standing
    for state in (each for each in standing.states if each not in standing.gap):
        for outcome in (each for each in state.unproven if each not in state.doubted):
            yield Finding(
                f"`{outcome}` is recorded without evidence",
                outcome_path(state.step.key, outcome),
                f"{met(state.step.key, outcome)}, or remove it: {not_met(state.step.key, outcome)}",
                on_key=True,
            )


RULE = Rule(
    code="TAS406",
    name="outcome-unproven",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "The second question of every debrief is: can you show me? An outcome counts only with "
        "evidence, something that the customer said, wrote or did. Without it, expect the "
        "question, and the step does not count as completed."
    ),
    bad=f"""\
{HEAD}process:
  step: qualify
  steps:
    qualify:
      outcomes:
        burning_issue_identified: {{date: 2026-11-02}}
""",
    good=f"""\
{HEAD}process:
  step: qualify
  steps:
    qualify:
      outcomes:
        burning_issue_identified:
          date: 2026-11-02
          evidence:
            - who: "J. Meyer, COO"
              what: "Support for the current system ends in March"
              link: "https://example.com/minutes/12"
""",
    instead=(
        'Add the evidence: `tas outcome ID qualify.burning_issue_identified --evidence "…" --who '
        '"…"`. If there is none, remove the outcome until there is: `tas outcome ID '
        "qualify.burning_issue_identified --remove`."
    ),
    asked_of=open_processes,
    check=_check,
)
