"""TAS409: a deal that has gone without a debrief for too long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.diagnostics import Finding, Path, Severity
from tas_cli.model.tracked import STEP
from tas_cli.rules.command_lines import command
from tas_cli.rules.in_process import HEAD, QUALIFIED, last_debrief
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_processes
from tas_cli.rules.subject import Subject
from tas_cli.words import counted

_Last = tuple[str, date, Path]
"""Where the count of days begins: in words that lead up to the day, the day, and its place."""


def _check(subject: Subject) -> Iterator[Finding]:
    """Count from the last debrief; before the first one, from the beginning of the work."""
    last = _debriefed(subject) or _begun(subject)
    if last is None:
        return
    words, since, place = last
    days, limit = (subject.day - since).days, subject.settings.debrief_after
    if days > limit:
        yield Finding(
            f"{words} {since}, {counted(days, 'day')} ago",
            place,
            command("debrief"),
            severity=None if days > 2 * limit else Severity.INFO,
        )


def _debriefed(subject: Subject) -> _Last | None:
    last = last_debrief(subject)
    if last is None:
        return None
    index, debrief = last
    return "the last debrief was on", debrief.date, ("debriefs", index, "date")


def _begun(subject: Subject) -> _Last | None:
    """Return when work on the process began, according to the file."""
    opportunity = subject.opportunity
    if opportunity.process is None or opportunity.process.step is None:
        return None
    days = [record.started for record in opportunity.process.steps.values()]
    days += [change.date for change in opportunity.history if change.field == STEP]
    began = min((day for day in days if day), default=subject.day)
    return "no debrief has been held; work began on", began, ("process", "step")


RULE = Rule(
    code="TAS409",
    name="debrief-due",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A debrief (deal review) is four questions and takes fifteen minutes. It keeps the "
        "forecast honest and gives the rep a second opinion. You get a hint after `debrief_after` "
        "days (tas.yaml), and a warning after twice as many."
    ),
    bad=f"""\
{HEAD}process:
  step: develop
  steps:
{QUALIFIED}    develop: {{started: 2026-11-03}}
debriefs:
  - date: 2026-09-14
    by: martha
""",
    good=f"""\
{HEAD}process:
  step: develop
  steps:
{QUALIFIED}    develop: {{started: 2026-11-03}}
debriefs:
  - date: 2026-11-09
    by: martha
""",
    instead="Sit down with the deal's owner and go through the four questions: `tas debrief ID`.",
    asked_of=open_processes,
    check=_check,
)
