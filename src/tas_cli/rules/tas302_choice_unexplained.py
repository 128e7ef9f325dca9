"""TAS302: a strategy is chosen that is not the recommended one, and nobody says why."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_choices
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Find a choice among several that are still possible, without a reason."""
    chosen = subject.followed
    if chosen and subject.unexplained and chosen.key in subject.reachable:
        yield Finding(
            f"{chosen.title} is chosen while {subject.ways_left} can still come out, "
            "and no reason is given",
            ("strategy", "chosen"),
            "write under `reason:` what makes you sure; `tas strategy` names the ratings "
            "that would settle it",
        )


RULE = Rule(
    code="TAS302",
    name="choice-unexplained",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "The ratings do not settle on one strategy yet. Choosing early can be right, but then it "
        "rests on what you know and the file does not, and nobody can challenge what is not "
        "written down."
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
    instead="Give the reason under `reason:`, or rate what would decide between the strategies.",
    asked_of=open_choices,
    check=_check,
)
