"""TAS405: a step that is claimed as completed, and evidence that does not go so far."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.process import Standing
from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.in_process import HEAD, QUALIFIED, claim_path
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_processes
from tas_cli.rules.subject import Subject

_MOST = 4
"""Outcomes that are named."""


def _check(subject: Subject) -> Iterator[Finding]:
    standing = subject.standing
    if standing.claimed and standing.overclaimed:
        supported = f"{standing.supported.title} only" if standing.supported else "no step yet"
        yield Finding(
            f"{standing.claimed.title} counts as completed; the evidence supports {supported}",
            claim_path(standing),
            f"show {_lacking(standing)}; else go back to {standing.gap[0].step.title}",
        )


def _lacking(standing: Standing) -> str:
    """Return the outcomes to show, the first ones by name."""
    keys = [f"`{state.step.key}.{key}`" for state in standing.gap for key in state.lacking]
    more = f" and {len(keys) - _MOST} more" if len(keys) > _MOST else ""
    return ", ".join(keys[:_MOST]) + more


RULE = Rule(
    code="TAS405",
    name="step-overclaimed",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A step is completed by what the buyer did, not by what we did. Whoever works on the next "
        "one says that all before it is done; where nothing shows that, the deal stands too high "
        "in the forecast, and the holes come to light when it is late."
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
              what: "Support for the present system ends in March"
""",
    good=f"{HEAD}process:\n  step: develop\n  steps:\n{QUALIFIED}",
    instead=(
        "Write down what shows the missing outcomes: `tas outcome`. If they have not happened, go "
        "back: `tas step ID STEP`. No shame in it; a manager would have found out next week."
    ),
    asked_of=open_processes,
    check=_check,
)
