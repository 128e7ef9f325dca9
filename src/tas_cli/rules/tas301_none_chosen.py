"""TAS301: the ratings recommend a strategy, but none is chosen."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import strategies
from tas_cli.rules.command_lines import choose
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject

_TIME_TO_CHOOSE = 14
"""Days after the newest assessment during which a missing choice is only a hint."""


def _check(subject: Subject) -> Iterator[Finding]:
    """Find an open deal that only needs a decision."""
    if subject.opportunity.chosen or not subject.past:
        return
    if recommended := subject.decision.recommended:
        age = (subject.day - subject.date_of(subject.past[-1])).days
        yield Finding(
            f"your ratings recommend the strategy {strategies()[recommended].title}, but none is "
            "chosen",
            ("strategy", "chosen"),
            f'{choose(recommended, reason=False)}; another strategy needs `--reason "…"`',
            severity=Severity.INFO if age <= _TIME_TO_CHOOSE else None,
        )


RULE = Rule(
    code="TAS301",
    name="none-chosen",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "The ratings point to one strategy. Until somebody chooses it, everyone on the team "
        "follows a plan of their own. In the first two weeks after an assessment this is only a "
        "hint."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-10-19
    ratings:
      compelling_event: {us: "-"}
      current_relationship: {us: "-"}
      unique_business_value: {us: "-"}
      future_revenue: {us: "-"}
      strategic_value: {us: "-"}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-10-19
    ratings:
      compelling_event: {us: "-"}
      current_relationship: {us: "-"}
      unique_business_value: {us: "-"}
      future_revenue: {us: "-"}
      strategic_value: {us: "-"}
strategy:
  chosen: disengage
  since: 2026-10-21
""",
    instead=(
        "Choose the recommended strategy (`tas choose ID disengage`), or another one with your "
        'reason: `tas choose ID develop --reason "…"`.'
    ),
    asked_of=open_deals,
    check=_check,
)
