"""TAS416: a debrief that contradicts the claim or the evidence in the file."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.process import StepState
from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import command, met, not_met
from tas_cli.rules.in_process import HEAD, QUALIFIED, last_debrief
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_processes_or_debriefs
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    yield from (_doubted(state) for state in subject.standing.states if state.doubted)
    yield from _reset(subject)
    yield from _confirmed(subject)


def _doubted(state: StepState) -> Finding:
    """Report the evidence that does not count."""
    keys = ", ".join(f"`{key}`" for key in state.doubted)
    return Finding(
        f"the debrief of {max(state.doubted.values())} did not accept {keys}, and there is no "
        "newer evidence",
        ("process", "steps", state.step.key, "outcomes"),
        f"{met(state.step.key, next(iter(state.doubted)))}, or show it in the next debrief",
        on_key=True,
    )


def _reset(subject: Subject) -> Iterator[Finding]:
    standing = subject.standing
    if standing.reset and standing.working and standing.complete(standing.working):
        yield Finding(
            f"sales step {standing.working.title} is complete by evidence, but the debrief of "
            f"{standing.reset} reset the deal to it",
            ("process", "step"),
            f"{_untrue(standing.state(standing.working.key))}hold another debrief: "
            f"{command('debrief')}",
        )


def _untrue(state: StepState | None) -> str:
    """Return how to remove an outcome that is not true; empty if the step has none."""
    if state is None or not state.shown:
        return ""
    return f"remove what is not true, such as {not_met(state.step.key, state.shown[0])}, or "


def _confirmed(subject: Subject) -> Iterator[Finding]:
    """Find a confirmed wish that is still claimed without evidence."""
    lacking = {state.step.key for state in subject.standing.gap}
    last = last_debrief(subject)
    if last is None or last[1].claimed not in lacking:
        return
    index, debrief = last
    back = subject.standing.gap[0].step.key
    found = debrief.outcomes.values()
    if debrief.step == "confirmed" and found and "shown" not in found:
        yield Finding(
            f"the debrief of {debrief.date} confirmed the step, but none of its outcomes was shown",
            ("debriefs", index, "step"),
            f"go back to the step that lacks evidence: {command('step', back)}",
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
        "In a debrief, somebody else looks at the evidence. What was doubtful or not shown there "
        "no longer counts as evidence, whatever the file says, until something newer arrives. A "
        "step that was confirmed even though nothing was shown is wishful thinking."
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
        "Ask the customer again and record the answer: `tas outcome ID "
        'qualify.burning_issue_identified --evidence "…" --who "…"`. Evidence dated after the '
        "debrief counts, and so does an outcome dated after it or shown in a later "
        "debrief."
    ),
    asked_of=open_processes_or_debriefs,
    check=_check,
)
