"""TAS302: a strategy is chosen before the ratings recommend one, without a reason."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import choose, command
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_choices
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Find a choice among several reachable strategies, without a reason."""
    chosen = subject.followed
    if chosen and subject.unexplained and chosen.key in subject.reachable:
        yield Finding(
            f"the strategy {chosen.title} is chosen without a reason; your ratings are undecided "
            f"between {subject.undecided}",
            ("strategy", "chosen"),
            f"say why: {choose(chosen.key, subject.variation)}; {command('strategy')} lists what "
            "to find out next",
        )


RULE = Rule(
    code="TAS302",
    name="choice-unexplained",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "The ratings do not point to one strategy yet. Choosing early can be right, but then it "
        "rests on something that you know and the file does not, and nobody can challenge what is "
        "not written down."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-11-16
    ratings:
      compelling_event: {us: "-"}
      current_relationship: {us: "-"}
      unique_business_value: {us: "-"}
      future_revenue: {us: "-"}
strategy:
  chosen: develop
  variation: invest
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-11-16
    ratings:
      compelling_event: {us: "-"}
      current_relationship: {us: "-"}
      unique_business_value: {us: "-"}
      future_revenue: {us: "-"}
strategy:
  chosen: develop
  variation: invest
  reason: "Their plants in Poland could open the whole region to us"
""",
    instead=(
        'Give the reason: `tas choose ID develop --reason "…"`. Or rate the unknown criteria that '
        "decide between the strategies; `tas strategy ID` lists them."
    ),
    asked_of=open_choices,
    check=_check,
)
