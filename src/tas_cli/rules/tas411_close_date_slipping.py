"""TAS411: an expected close that keeps slipping."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.slips import slips
from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import DAY, TEXT, command
from tas_cli.rules.in_process import HEAD
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_processes_or_debriefs
from tas_cli.rules.subject import Subject

_TOO_OFTEN = 3
_EVENT = (f"compelling_event.what={TEXT}", f"compelling_event.date={DAY}")


def _check(subject: Subject) -> Iterator[Finding]:
    moves = slips(subject.opportunity, subject.day)
    if len(moves) >= _TOO_OFTEN:
        yield Finding(
            f"the expected close has slipped {len(moves)} times, "
            f"by {sum(move.days for move in moves)} days in total",
            ("history", moves[-1].place, "to"),
            f"ask for the customer's own deadline: {command('set', *_EVENT)}",
        )


_CHANGES = """\
history:
  - {date: 2026-06-29, field: expected_close,
     from: 2026-07-31, to: 2026-09-30}
  - {date: 2026-09-28, field: expected_close,
     from: 2026-09-30, to: 2026-11-30}
"""

RULE = Rule(
    code="TAS411",
    name="close-date-slipping",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A close date that slips once is bad luck, and a second slip can happen. One that has "
        "slipped three times was never the customer's date; it was ours. Look for the compelling "
        "event: its date does not move."
    ),
    bad=f"""\
{HEAD}amount: 300000
expected_close: 2027-01-29
process: {{step: qualify}}
{_CHANGES}\
  - {{date: 2026-11-16, field: expected_close,
     from: 2026-11-30, to: 2027-01-29}}
""",
    good=f"""\
{HEAD}amount: 300000
expected_close: 2026-11-30
process: {{step: qualify}}
{_CHANGES}""",
    instead=(
        "Ask what the customer must finish, by when, and why by then. Record that date and count "
        'back from it: `tas set ID compelling_event.what="…" compelling_event.date=2027-03-31`.'
    ),
    asked_of=open_processes_or_debriefs,
    check=_check,
)
