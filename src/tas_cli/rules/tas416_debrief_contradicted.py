"""TAS416: a debrief that says something else than the claim or the evidence beside it."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.process import StepState
from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.in_process import HEAD, QUALIFIED, last_debrief
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_processes_or_debriefs
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    yield from (_doubted(state) for state in subject.standing.states if state.doubted)
    yield from _reset(subject)
    yield from _confirmed(subject)


def _doubted(state: StepState) -> Finding:
    """Say which evidence does not count."""
    keys = ", ".join(f"`{key}`" for key in state.doubted)
    return Finding(
        f"the debrief of {max(state.doubted.values())} did not find {keys} shown, and the evidence"
        " is no newer; it does not count",
        ("process", "steps", state.step.key, "outcomes"),
        f"add what is new: `tas outcome ID {state.step.key}.{next(iter(state.doubted))}"
        " --evidence …`, or show it in the next debrief",
        on_key=True,
    )


def _reset(subject: Subject) -> Iterator[Finding]:
    standing = subject.standing
    if standing.reset and standing.working and standing.complete(standing.working):
        yield Finding(
            f"the evidence shows {standing.working.title} as complete, and the debrief of"
            f" {standing.reset} reset the deal to it",
            ("process", "step"),
            "take away what does not hold (`tas outcome --remove`), or hold another debrief",
        )


def _confirmed(subject: Subject) -> Iterator[Finding]:
    """Find a confirmed wish, for as long as it is claimed and the evidence lacks."""
    lacking = {state.step.key for state in subject.standing.gap}
    last = last_debrief(subject)
    if last is None or last[1].claimed not in lacking:
        return
    index, debrief = last
    found = debrief.outcomes.values()
    if debrief.step == "confirmed" and found and "shown" not in found:
        yield Finding(
            f"the debrief of {debrief.date} confirmed the step, and nothing of it was shown",
            ("debriefs", index, "step"),
            "go back to the step that the customer's word supports: `tas step ID STEP`",
        )


_DEBRIEF = """\
debriefs:
  - date: 2026-11-16
    by: martha
    claimed: qualify
"""

RULE = Rule(
    code="TAS416",
    name="debrief-contradicted",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "A debrief is where somebody else looks at the evidence. What was not shown there, or was "
        "doubtful, is no evidence from that day on, whatever the file says, until something newer "
        "comes; and a step that is confirmed although nothing was shown is a wish."
    ),
    bad=f"""\
{HEAD}process:
  step: qualify
  steps:
{QUALIFIED}{_DEBRIEF}\
    outcomes: {{burning_issue_identified: not_shown}}
""",
    good=f"""\
{HEAD}process:
  step: qualify
  steps:
{QUALIFIED}{_DEBRIEF}\
    outcomes: {{burning_issue_identified: shown}}
""",
    instead=(
        "Ask the customer again, and write down what it says now: `tas outcome ID STEP.OUTCOME "
        "--evidence … --who …`. Evidence dated after the debrief counts; so does an outcome that "
        "is met again later, or found shown in a later debrief."
    ),
    asked_of=open_processes_or_debriefs,
    check=_check,
)
