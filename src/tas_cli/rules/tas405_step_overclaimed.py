"""TAS405: a step that is claimed as completed without the evidence for it."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.process import Standing
from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import command, met
from tas_cli.rules.in_process import HEAD, QUALIFIED, claim_path
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_processes
from tas_cli.rules.subject import Subject

_MOST = 4
"""The most missing outcomes that are named."""


def _check(subject: Subject) -> Iterator[Finding]:
    standing = subject.standing
    if standing.claimed and standing.overclaimed:
        backed = f"only {standing.supported.title}" if standing.supported else "no step"
        yield Finding(
            f"sales step {standing.claimed.title} is claimed, but {backed} is backed by evidence",
            claim_path(standing),
            _advice(standing),
        )


def _advice(standing: Standing) -> str:
    """Return how to record the first missing outcome, what else is missing, and the way back."""
    (step, first), *others = (
        (state.step.key, key) for state in standing.gap for key in state.lacking
    )
    named = ", ".join(f"`{key}`" for _, key in others[: _MOST - 1])
    more = f" and {len(others) - _MOST + 1} more" if len(others) >= _MOST else ""
    also = f" (also missing: {named}{more})" if others else ""
    return f"{met(step, first)}{also}, or go back: {command('step', standing.gap[0].step.key)}"


RULE = Rule(
    code="TAS405",
    name="step-overclaimed",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A step is completed by what the buyer did, not by what we did. To work on a step is to "
        "claim that all earlier steps are done. Where nothing shows that they are, the forecast "
        "is too high, and you find the gaps when it is too late."
    ),
    bad=f"""\
{HEAD}process:
  step: develop
  steps:
    qualify:
      outcomes:
        burning_issue_identified:
          date: 2026-11-02
          evidence:
            - who: "J. Meyer, COO"
              what: "Support for the current system ends in March"
""",
    good=f"{HEAD}process:\n  step: develop\n  steps:\n{QUALIFIED}",
    instead=(
        "Record what shows the missing outcomes: `tas outcome ID qualify.change_in_strategy "
        '--evidence "…" --who "…"`. If they have not happened, go back: `tas step ID qualify`. It '
        "is better to say so now than to be asked next week."
    ),
    asked_of=open_processes,
    check=_check,
)
