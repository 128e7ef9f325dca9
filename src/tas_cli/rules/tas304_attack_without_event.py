"""TAS304: an attack is chosen although nothing forces the customer to act."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import command, plus
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_choices
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Find an attack without a compelling event and without the means to create one."""
    if subject.followed and "compelling_event" in subject.attack_lacks:
        yield Finding(
            f"{subject.followed.title} is an attack, but nothing forces the customer to decide, "
            "and you cannot create urgency",
            ("strategy", "chosen"),
            f"once there is an event, {plus('compelling_event')}; until then, choose another "
            f"strategy: {command('strategy')}",
        )


RULE = Rule(
    code="TAS304",
    name="attack-without-event",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A customer that does not have to decide will not decide. If you attack anyway, your "
        "effort goes into a deal that slips from quarter to quarter, however good your reason. If "
        "you know better, your own `yes` to the first question in the tree overrides the ratings."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-11-16
    ratings:
      compelling_event: {us: "-"}
      unique_business_value:
        us:
          rating: "+"
          evidence:
            - when: 2026-11-12
              who: "J. Meyer, COO"
              what: "Four days to two, worth 1.2M a year"
      political_alignment: {us: "-"}
strategy:
  chosen: flanking
  variation: alter_the_rules
  reason: "Their head of service likes our approach"
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
compelling_event:
  what: "Support for the current system ends"
  date: 2027-03-31
assessments:
  - date: 2026-11-16
    ratings:
      compelling_event:
        us:
          rating: "+"
          evidence:
            - when: 2026-11-12
              who: "J. Meyer, COO"
              what: "Support ends on March 31"
      unique_business_value:
        us:
          rating: "+"
          evidence:
            - when: 2026-11-12
              who: "J. Meyer, COO"
              what: "Four days to two, worth 1.2M a year"
      political_alignment: {us: "-"}
strategy:
  chosen: flanking
  variation: alter_the_rules
  reason: "Their head of service likes our approach"
""",
    instead=(
        "Find the event that forces a decision (#5), or win what it takes to create one: unique "
        "business value (#10), executive credibility (#12) and political alignment (#15). Until "
        "then, choose a strategy that builds or protects a position. To override the ratings: "
        '`tas answer ID compelling_event=yes --because "…"`.'
    ),
    asked_of=open_choices,
    check=_check,
)
