"""TAS707: the usual sales steps need more days than are left."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.way_back import CLOSE, way_back
from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import DAY, command
from tas_cli.rules.in_plan import planned
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import planned_deals
from tas_cli.rules.subject import Subject
from tas_cli.words import counted


def _check(subject: Subject) -> Iterator[Finding]:
    """Report a way back that does not fit; `assess/way_back.py` counts.

    | date to count back from | days needed and left | found |
    |---|---|---|
    | none, or before today | | no |
    | today or later | needed <= left | no |
    | today or later | needed > left | yes |
    """
    way = way_back(subject)
    if way and way.left >= 0 and way.short:
        closes = way.source == CLOSE
        until = "the close date" if closes else "the compelling event"
        place = ("expected_close",) if closes else ("compelling_event", "date")
        field = ".".join(place)
        yield Finding(
            f"the usual sales steps take {counted(way.needed, 'more day')}, but {until} is "
            f"{counted(way.left, 'day')} away",
            place,
            f"{command('plan')} shows the way back; to move the date: "
            f"{command('set', f'{field}={DAY}')}",
        )


_TACTIC = ("owner: nicole", "due: 2026-12-04")
_REST = "amount: 780000\nexpected_close: 2027-%s\nprocess: {step: qualify}\n"

RULE = Rule(
    code="TAS707",
    name="close-too-soon",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "Counted back from the close date (without one, from the compelling event), the sales "
        "steps that are left have to fit. If their usual days do not, either the customer has to "
        "go faster than others do, or the date is wrong. The usual days are set in tas.yaml under "
        "`steps:`. This is reported for deals with a plan."
    ),
    bad=planned(
        *_TACTIC, rest="amount: 780000\nexpected_close: 2027-01-29\nprocess: {step: qualify}\n"
    ),
    good=planned(
        *_TACTIC, rest="amount: 780000\nexpected_close: 2027-09-30\nprocess: {step: qualify}\n"
    ),
    instead=(
        'Agree on dates with the customer, outcome by outcome (`tas plan ID agreed="…" '
        'requirements_met="15 Dec"`), or move the date: `tas set ID expected_close=DATE`.'
    ),
    asked_of=planned_deals,
    check=_check,
)
