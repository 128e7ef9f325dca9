"""TAS415: a step, an outcome or an activity that the sales process does not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tas_cli.diagnostics import Finding, Path, Severity
from tas_cli.method.catalogue import SalesStep
from tas_cli.model.debrief import Debrief
from tas_cli.model.process import Process
from tas_cli.reading.nearest import nearest
from tas_cli.rules.in_process import HEAD
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_processes_or_debriefs
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    steps = {step.key: step for step in subject.process}
    if subject.opportunity.process:
        yield from _of_process(subject.opportunity.process, steps)
    for index, debrief in enumerate(subject.opportunity.debriefs):
        yield from _of_debrief(debrief, ("debriefs", index), steps)


def _unknown(
    path: Path, name: str | None, kind: str, known: Iterable[str], *, on_key: bool = True
) -> Iterator[Finding]:
    """Report an unknown name; activities may have any name, so only one that looks misspelled."""
    if not name or name in known:
        return
    meant = nearest(name, known)
    if meant or kind != "activity":
        add = "add it under `steps:` in tas.yaml"
        yield Finding(
            f"the sales process has no {kind} `{name}`",
            path,
            f"did you mean `{meant}`? If not, {add}" if meant else add,
            on_key=on_key,
        )


def _of_process(process: Process, steps: dict[str, SalesStep]) -> Iterator[Finding]:
    yield from _unknown(("process", "step"), process.step, "step", steps, on_key=False)
    for key, record in process.steps.items():
        path = ("process", "steps", key)
        yield from _unknown(path, key, "step", steps)
        if key in steps:
            outcomes, activities = _outcomes([steps[key]]), dict(steps[key].activities)
            for name in record.outcomes:
                yield from _unknown((*path, "outcomes", name), name, "outcome", outcomes)
            for name in record.activities:
                yield from _unknown((*path, "activities", name), name, "activity", activities)


def _of_debrief(debrief: Debrief, path: Path, steps: dict[str, SalesStep]) -> Iterator[Finding]:
    for field in ("claimed", "supported", "reset_to"):
        name: str | None = getattr(debrief, field)
        yield from _unknown((*path, field), name, "step", steps, on_key=False)
    claimed = steps.get(debrief.claimed or "")
    outcomes = _outcomes([claimed] if claimed else steps.values())
    for name in debrief.outcomes:
        yield from _unknown((*path, "outcomes", name), name, "outcome", outcomes)


def _outcomes(steps: Iterable[SalesStep]) -> list[str]:
    return [outcome.key for step in steps for outcome in step.outcomes]


RULE = Rule(
    code="TAS415",
    name="unknown-step",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "Whatever is recorded under a name that the process does not have counts for nothing: it "
        "completes no step. Usually the name is misspelled, or the step was renamed in tas.yaml. "
        "Your own activities may have any name; they are reported only where they look misspelled."
    ),
    bad=f"{HEAD}process:\n  step: devlop\n",
    good=f"{HEAD}process:\n  step: qualify\n",
    instead=(
        "Use the name that `tas explain` lists: `tas step ID qualify`, for example. To add a step "
        "or an outcome of your own, put it under `steps:` in tas.yaml."
    ),
    asked_of=open_processes_or_debriefs,
    check=_check,
)
