"""TAS304: an attack is chosen although nothing makes the customer act."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_choices
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Find an attack without a compelling event and without the means to create one."""
    if subject.followed and "compelling_event" in subject.attack_lacks:
        yield Finding(
            f"{subject.followed.title} attacks, but nothing makes the customer decide by a "
            "certain day, and you cannot bring that about",
            ("strategy", "chosen"),
            "find out what waiting costs the customer (#5), or win what it takes to create the "
            "urgency (#10, #12 and #15); until then defend, develop or leave",
        )


RULE = Rule(
    code="TAS304",
    name="attack-without-event",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A customer that need not decide does not decide. The effort of an attack then goes into "
        "a deal that slips from quarter to quarter, whatever your reason to attack. An answer "
        "`yes` that you state to the first question of the tree stands over the ratings."
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
  what: "Support for the present system ends"
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
              what: "Support ends on 31 March"
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
        "Find the event that forces a decision, or win what it takes to create one: unique "
        "value, executive credibility and political alignment. Until then follow a strategy that "
        "builds or protects a position."
    ),
    asked_of=open_choices,
    check=_check,
)
