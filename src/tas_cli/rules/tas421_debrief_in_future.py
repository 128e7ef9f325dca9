"""TAS421: a debrief dated in the future."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.days import dated_in_future
from tas_cli.rules.in_process import HEAD
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS421",
    name="debrief-in-future",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "A debrief records what was shown on a day. One that is dated in the future counts for "
        "nothing until that day comes, and neither do its action items. Often the cause is just a "
        "typo in the year."
    ),
    bad=f"{HEAD}debriefs:\n  - date: 2027-11-16\n    by: martha\n",
    good=f"{HEAD}debriefs:\n  - date: 2026-11-16\n    by: martha\n",
    instead="Correct `date:` to the day of the debrief. A planned debrief belongs in a calendar.",
    check=dated_in_future(
        "debriefs",
        "debrief",
        lambda _: "correct `date:` to the day it was held; until that day it does not count",
    ),
)
