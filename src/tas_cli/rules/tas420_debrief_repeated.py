"""TAS420: two debriefs with the same date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import command
from tas_cli.rules.in_process import HEAD
from tas_cli.rules.rule import Rule
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    seen: set[date] = set()
    for index, debrief in enumerate(subject.opportunity.debriefs):
        if debrief.date in seen:
            yield Finding(
                f"two debriefs are dated {debrief.date}",
                ("debriefs", index, "date"),
                f"{command('edit')}: correct `date:`, or merge the two",
            )
        seen.add(debrief.date)


RULE = Rule(
    code="TAS420",
    name="debrief-repeated",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "The latest debrief is the one that counts. With two on the same day nobody can say which "
        "is later, and a rep who was asked once is counted twice."
    ),
    bad=f"""\
{HEAD}debriefs:
  - date: 2026-11-16
    by: martha
  - date: 2026-11-16
    by: jens
""",
    good=f"""\
{HEAD}debriefs:
  - date: 2026-11-16
    by: martha
    present: [jens]
""",
    instead=(
        "Merge the two into one debrief, with everybody under `present:`, or correct `date:` "
        "(`tas edit ID`)."
    ),
    check=_check,
)
