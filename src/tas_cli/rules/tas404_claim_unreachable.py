"""TAS404: a deal in its last steps that its ratings say cannot be won now."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.process import Standing
from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import command
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
    back = subject.process[max(_late(subject.standing) - 2, 0)].key
    if step and subject.reachable <= _NOT_NOW:
        yield Finding(
            f"{step}, but the only strategy your ratings allow is {subject.ways_left}",
            claim_path(subject.standing),
            f"{command('score')} to rate what has changed, or {command('step', back)} to go back",
        )


def _last_named(standing: Standing) -> str:
    """Say which late step the deal is in, or else claims; nothing if none is late."""
    late, working, claimed = _late(standing), standing.working, standing.claimed
    if working and working.number >= late:
        return f"the deal is in sales step {working.title}"
    return f"sales step {claimed.title} is claimed" if claimed and claimed.number >= late else ""


def _late(standing: Standing) -> int:
    """Return the number of the first late step."""
    return next(state.step.number for state in standing.states if state.step.key == _LATE)


_STEPS = f"{QUALIFIED}{DEVELOPED}{SOLVED}"
_PROCESS = f"{HEAD}incumbent: nobody\nprocess:\n  step: proof\n  steps:\n{_STEPS}{RATED}{URGENT}"

RULE = Rule(
    code="TAS404",
    name="claim-unreachable",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "According to the decision tree, there is nothing to attack and nothing to defend here: "
        "however your unknowns turn out, the strategy is Develop or Disengage. A deal like that "
        "will not close this quarter, however far along it is, and a forecast that counts on it "
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
        "Go through the ratings with somebody who does not own the deal (`tas score ID`). If they "
        "are still true, go back to the step that the evidence supports (`tas step ID solution`), "
        "and take the deal out of the forecast."
    ),
    asked_of=open_processes,
    check=_check,
)
