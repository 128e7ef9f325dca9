"""TAS309: an answer is older than the ratings that it overrides."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.caveats import changed_since
from tas_cli.diagnostics import Finding, Path, Severity
from tas_cli.method.catalogue import numbers, tree
from tas_cli.model.opportunity import StatedAnswer
from tas_cli.rules.command_lines import answer
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Find the answers whose ratings have changed since.

    An answer without a date cannot be compared; if its ratings have ever changed, it gets a hint.
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
    advice = f"if still true, {answer(key, stated.answer)}; if not, {answer(key, '')}"
    if stated.date is None:
        return Finding(
            f'your answer to "{question}" has no date; ratings it relies on have changed: '
            f"{changed}",
            place,
            advice,
            on_key=True,
            severity=Severity.INFO,
        )
    return Finding(
        f'your answer to "{question}" dates from {stated.date}; ratings it relies on have '
        f"changed since: {changed}",
        (*place, "date"),
        advice,
    )


RULE = Rule(
    code="TAS309",
    name="answer-outdated",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "Your own answer overrides the ratings until somebody takes it back. Once the ratings it "
        "relies on have changed, it may keep the deal on the wrong course."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
compelling_event:
  what: "Support for the current system ends"
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
              what: "Support ends on March 31"
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
  what: "Support for the current system ends"
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
              what: "Support ends on March 31"
strategy:
  answers:
    compelling_event:
      answer: no
      because: "The CFO can extend it by a year"
      date: 2026-11-16
""",
    instead=(
        "If the answer is still true, give it again: `tas answer ID compelling_event=no --because "
        '"…"`. If not, go back to the ratings: `tas answer ID compelling_event=`.'
    ),
    asked_of=open_deals,
    check=_check,
)
