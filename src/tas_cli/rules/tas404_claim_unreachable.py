"""TAS404: a deal in its last steps that by its ratings cannot be won now."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.process import Standing
from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.in_process import (
    DEVELOPED,
    HEAD,
    QUALIFIED,
    RATED,
    SOLVED,
    URGENT,
    claim_path,
)
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_processes
from tas_cli.rules.subject import Subject

_NOT_NOW = frozenset({"develop", "disengage"})
_LATE = "proof"


def _check(subject: Subject) -> Iterator[Finding]:
    step = _last_named(subject.standing)
    if step and subject.reachable <= _NOT_NOW:
        yield Finding(
            f"the deal is said to be in {step}, while by your ratings only "
            f"{subject.ways_left} can come out",
            claim_path(subject.standing),
            "go back to the step that the customer is really in, or rate again what has changed",
        )


def _last_named(standing: Standing) -> str:
    """Return the step being worked on, or else claimed, where it is a late one."""
    late = next(state.step.number for state in standing.states if state.step.key == _LATE)
    named = [each for each in (standing.working, standing.claimed) if each and each.number >= late]
    return named[0].title if named else ""


_STEPS = f"{QUALIFIED}{DEVELOPED}{SOLVED}"
_PROCESS = f"{HEAD}incumbent: nobody\nprocess:\n  step: proof\n  steps:\n{_STEPS}{RATED}{URGENT}"

RULE = Rule(
    code="TAS404",
    name="claim-unreachable",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "The tree says that there is nothing to attack and nothing to defend here: whatever your "
        "open questions turn out to be, it is Develop or Disengage. A deal like that does not "
        "close this quarter, however far its process has come, and a forecast that counts on it "
        "will be wrong."
    ),
    bad=_PROCESS
    + """\
      solution_fit: {us: "-"}
      unique_business_value: {us: "-"}
""",
    good=_PROCESS
    + """\
      solution_fit: {us: "?"}
      unique_business_value: {us: "?"}
""",
    instead=(
        "Look at the ratings again with somebody who does not own the deal. If they hold, go back "
        "to the step that the evidence supports and take the deal out of the forecast."
    ),
    asked_of=open_processes,
    check=_check,
)
