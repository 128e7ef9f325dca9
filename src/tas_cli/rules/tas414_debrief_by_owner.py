"""TAS414: a debrief that the deal's owner held alone."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.model.debrief import Debrief
from tas_cli.rules.in_process import HEAD, last_debrief
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_debriefs
from tas_cli.rules.subject import Subject
from tas_cli.rules.voices import voice


def _check(subject: Subject) -> Iterator[Finding]:
    """Look at the newest debrief only: of an older one there is nothing to be mended."""
    last = last_debrief(subject)
    if last and _alone(last[1], _names(subject)):
        index, debrief = last
        yield Finding(
            f"the debrief of {debrief.date} was held by the deal's owner alone",
            ("debriefs", index, "by" if debrief.by else "present"),
            "let the manager ask, or a colleague; whoever else was there belongs to `present:`",
        )


def _names(subject: Subject) -> set[str]:
    """Return the names under which the deal's owner is known."""
    owner = subject.opportunity.owner or ""
    member = subject.settings.team.get(owner)
    return {voice(owner), voice(member.name if member else owner)} - {""}


def _alone(debrief: Debrief, owner: set[str]) -> bool:
    people = {voice(name) for name in (debrief.by, *debrief.present)} - {""}
    return bool(people) and people <= owner


RULE = Rule(
    code="TAS414",
    name="debrief-by-owner",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "The four questions work because somebody else asks them. Nobody can see the gaps in a "
        "story that he tells himself, and a debrief held alone looks in every list like a real one."
    ),
    bad=f"""\
{HEAD}owner: nicole
debriefs:
  - {{date: 2026-11-16, by: nicole, step: confirmed}}
""",
    good=f"""\
{HEAD}owner: nicole
debriefs:
  - {{date: 2026-11-16, by: martha, present: [nicole], step: confirmed}}
""",
    instead=(
        "Let your manager ask, or somebody from another team. If somebody did, write the name "
        "into `by:` or `present:`."
    ),
    asked_of=open_debriefs,
    check=_check,
)
