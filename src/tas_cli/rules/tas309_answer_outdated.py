"""TAS309: a stated answer is older than the ratings that it overrules."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.caveats import changed_since
from tas_cli.diagnostics import Finding, Path, Severity
from tas_cli.method.catalogue import numbers, tree
from tas_cli.model.opportunity import StatedAnswer
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Find the stated answers that later ratings have overtaken.

    Of an answer without a date nobody can tell; where ratings behind it have ever changed, that
    alone is worth a hint.
    """
    choice = subject.opportunity.strategy
    for key, stated in choice.answers.items() if choice and subject.past else ():
        since = stated.date or subject.date_of(subject.past[0])
        changed = changed_since(since, tree().steps[key], subject)
        if changed:
            yield _finding(key, stated, numbers(changed))


def _finding(key: str, stated: StatedAnswer, changed: str) -> Finding:
    question = tree().steps[key].question
    place: Path = ("strategy", "answers", key)
    if stated.date is None:
        return Finding(
            f'the answer to "{question}" has no date, and ratings behind it changed: {changed}',
            place,
            "write under `date:` when you judged it so, or delete the answer",
            on_key=True,
            severity=Severity.INFO,
        )
    return Finding(
        f'the answer to "{question}" is of {stated.date}; ratings behind it changed since: '
        f"{changed}",
        (*place, "date"),
        "give it today's date if it still holds; else delete it and let the ratings answer",
    )


RULE = Rule(
    code="TAS309",
    name="answer-outdated",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A stated answer stays in force until somebody takes it back. Once the ratings behind it "
        "have changed, it may keep the deal on a way that has long been wrong."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
compelling_event:
  what: "Support for the present system ends"
  date: 2027-03-31
assessments:
  - date: 2026-10-05
    ratings:
      compelling_event: {us: "?"}
  - date: 2026-11-16
    ratings:
      compelling_event:
        us:
          rating: "+"
          evidence:
            - when: 2026-11-12
              who: "J. Meyer, COO"
              what: "Support ends on 31 March"
strategy:
  answers:
    compelling_event:
      answer: no
      because: "They are in no hurry"
      date: 2026-10-05
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
compelling_event:
  what: "Support for the present system ends"
  date: 2027-03-31
assessments:
  - date: 2026-10-05
    ratings:
      compelling_event: {us: "?"}
  - date: 2026-11-16
    ratings:
      compelling_event:
        us:
          rating: "+"
          evidence:
            - when: 2026-11-12
              who: "J. Meyer, COO"
              what: "Support ends on 31 March"
strategy:
  answers:
    compelling_event:
      answer: no
      because: "The CFO can extend it by a year"
      date: 2026-11-16
""",
    instead="Confirm the answer with a new date, or delete it.",
    asked_of=open_deals,
    check=_check,
)
