"""TAS308: an answer overrides the ratings without a reason."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import tree
from tas_cli.rules.command_lines import answer
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Find the stated answers without a reason."""
    choice = subject.opportunity.strategy
    for step, stated in choice.answers.items() if choice else ():
        if not (stated.because or "").strip():
            yield Finding(
                f'your answer to "{tree().steps[step].question}" ({stated.answer}) has no reason',
                ("strategy", "answers", step),
                f"{answer(step, stated.answer)}, or {answer(step, '')} to go by the ratings",
                on_key=True,
            )


RULE = Rule(
    code="TAS308",
    name="answer-unexplained",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "Your own answer overrides the ratings and can change the whole strategy. You may well be "
        "right, but others must be able to see what you base it on."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
strategy:
  answers:
    change_criteria: {answer: yes, date: 2026-11-16}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
strategy:
  answers:
    change_criteria:
      answer: yes
      because: "The COO asked us to help rewrite the list of requirements"
      date: 2026-11-16
""",
    instead=(
        'Say what the answer is based on: `tas answer ID change_criteria=yes --because "…"`. An '
        "empty answer goes back to the ratings: `tas answer ID change_criteria=`."
    ),
    asked_of=open_deals,
    check=_check,
)
