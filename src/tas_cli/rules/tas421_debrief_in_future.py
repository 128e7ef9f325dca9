"""TAS421: a debrief of a day that is still to come."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.days import to_come
from tas_cli.rules.in_process import HEAD
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS421",
    name="debrief-in-future",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "A debrief records what was shown on a day. What is dated ahead counts nowhere until that "
        "day comes, its actions included. Often only the year is mistyped."
    ),
    bad=f"{HEAD}debriefs:\n  - date: 2027-11-16\n    by: martha\n",
    good=f"{HEAD}debriefs:\n  - date: 2026-11-16\n    by: martha\n",
    instead="Write the day of the debrief. One that is planned belongs into a calendar.",
    check=to_come(
        "debriefs", "a debrief", "write the day on which it was held; until then it does not count"
    ),
)
