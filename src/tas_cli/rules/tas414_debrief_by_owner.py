"""TAS414: a debrief that the deal's owner held alone."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.model.debrief import Debrief
from tas_cli.rules.command_lines import command
from tas_cli.rules.in_process import HEAD, last_debrief
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_debriefs
from tas_cli.rules.subject import Subject
from tas_cli.rules.voices import voice


def _check(subject: Subject) -> Iterator[Finding]:
    """Look at the newest debrief only: an older one can no longer be fixed."""
    last = last_debrief(subject)
    if last and _alone(last[1], _names(subject)):
        index, debrief = last
        yield Finding(
            f"the deal's owner held the debrief of {debrief.date} alone",
            ("debriefs", index, "by" if debrief.by else "present"),
            f"have somebody else ask ({command('debrief')}), or add who was there under `present:`",
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
        "The four questions work because somebody else asks them. Nobody sees the gaps in a story "
        "they tell themselves, and a debrief held alone looks like a real one in every list."
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
        "Have a manager or somebody from another team ask: `tas debrief ID`. If somebody did, add "
        "the name to `by:` or `present:` (`tas edit ID`)."
    ),
    asked_of=open_debriefs,
    check=_check,
)
