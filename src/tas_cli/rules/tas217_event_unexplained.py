"""TAS217: a compelling event of which the file does not say what it is, or by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, numbered
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject

_EVENT = "compelling_event"


def _check(subject: Subject) -> Iterator[Finding]:
    event = subject.opportunity.compelling_event
    what, day = (event.what, event.date) if event else (None, None)
    if subject.sign(_EVENT) == "+" and not (what and day):
        yield Finding(
            f"{numbered(_EVENT)} is +, but the file does not say {_missing(what, day)}",
            (_EVENT,) if event else subject.cell_path(_EVENT, US),
            'write `compelling_event: {what: …, date: …}`, or rate it "?"',
            on_key=event is not None,
        )


def _missing(what: str | None, day: date | None) -> str:
    if what:
        return "by when the customer must act"
    return "what it is" if day else "what it is, nor by when the customer must act"


RULE = Rule(
    code="TAS217",
    name="event-unexplained",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A compelling event is a reason to act and a day by which to act. If you cannot write "
        "down both, the customer can wait, and then it will. The rest of the plan is built on "
        "this one."
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
compelling_event: {what: "Support of the old system ends", date: 2027-03-31}
assessments:
  - date: 2026-11-16
    ratings:
      compelling_event:
        us: {rating: "+", evidence: [{link: "https://example.com/notes/12"}]}
""",
    instead=(
        "Fill in `what:` and `date:` under `compelling_event:` in the customer's own words, "
        'or rate #5 "?" until you can.'
    ),
    asked_of=open_deals,
    check=_check,
)
