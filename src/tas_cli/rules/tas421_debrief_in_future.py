"""TAS421: a debrief of a day that is still to come."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.in_process import HEAD
from tas_cli.rules.rule import Rule
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    for index, debrief in enumerate(subject.opportunity.debriefs):
        if debrief.date > subject.day:
            yield Finding(
                f"a debrief of {debrief.date}, a day that is still to come",
                ("debriefs", index, "date"),
                "write the day on which it was held; until then it does not count",
            )


RULE = Rule(
    code="TAS421",
    name="debrief-in-future",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A debrief records what was shown on a day. What is dated ahead counts nowhere until that "
        "day comes, its actions included. Often only the year is mistyped."
    ),
    bad=f"{HEAD}debriefs:\n  - date: 2027-11-16\n    by: martha\n",
    good=f"{HEAD}debriefs:\n  - date: 2026-11-16\n    by: martha\n",
    instead="Write the day of the debrief. One that is planned belongs into a calendar.",
    check=_check,
)
