"""TAS217: a compelling event without a description or a date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, numbered
from tas_cli.rules.command_lines import DAY, TEXT, command, unknown
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject

_EVENT = "compelling_event"


def _check(subject: Subject) -> Iterator[Finding]:
    event = subject.opportunity.compelling_event
    what, day = (event.what, event.date) if event else (None, None)
    if subject.sign(_EVENT) == "+" and not (what and day):
        fields = [f"{_EVENT}.what={TEXT}"] if not what else []
        fields += [f"{_EVENT}.date={DAY}"] if not day else []
        yield Finding(
            f"{numbered(_EVENT)} is rated +, but the file does not say {_missing(what, day)}",
            (_EVENT,) if event else subject.cell_path(_EVENT, US),
            f"{command('set', *fields)}, or {unknown(_EVENT)}",
            on_key=event is not None,
        )


def _missing(what: str | None, day: date | None) -> str:
    if what:
        return "when the customer must act"
    return "what it is" if day else "what it is or when the customer must act"


RULE = Rule(
    code="TAS217",
    name="event-unexplained",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A compelling event is a reason to act and a date to act by. If you cannot write down "
        "both, the customer can wait, and it will. The rest of the plan is built on this event."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
compelling_event: {what: "Support for the old system ends"}
assessments:
  - date: 2026-11-16
    ratings:
      compelling_event:
        us: {rating: "+", evidence: [{link: "https://example.com/notes/12"}]}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
compelling_event: {what: "Support for the old system ends", date: 2027-03-31}
assessments:
  - date: 2026-11-16
    ratings:
      compelling_event:
        us: {rating: "+", evidence: [{link: "https://example.com/notes/12"}]}
""",
    instead=(
        'Write down both, in the customer\'s own words: `tas set ID compelling_event.what="…" '
        "compelling_event.date=2027-03-31`. Until you can, rate it unknown: `tas rate ID 5=u`."
    ),
    asked_of=open_deals,
    check=_check,
)
