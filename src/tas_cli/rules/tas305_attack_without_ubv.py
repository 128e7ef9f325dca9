"""TAS305: an attack is chosen without unique business value."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import plus
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_choices
from tas_cli.rules.subject import Subject

_UBV = "unique_business_value"


def _check(subject: Subject) -> Iterator[Finding]:
    """Find an attack without unique business value; an unknown one is a hint."""
    attack = subject.followed
    if attack is None or attack.kind != "attack" or not subject.past:
        return
    if _UBV in subject.attack_lacks:
        yield _finding(
            f"{attack.title} is an attack, but we have no unique business value (#10 is -)"
        )
    elif subject.sign(_UBV) == "?":
        said = f"{attack.title} is an attack, but our unique business value is unknown (#10 is ?)"
        yield _finding(said)._replace(severity=Severity.INFO)


def _finding(message: str) -> Finding:
    return Finding(
        message,
        ("strategy", "chosen"),
        f"have the customer confirm what only we deliver, in its own figures: {plus(_UBV)}",
    )


RULE = Rule(
    code="TAS305",
    name="attack-without-ubv",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "An attack has to give the customer a reason to prefer you. Without value that nobody else "
        "delivers, the only reason left is a lower price, and a competitor can match that "
        "overnight."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-11-16
    ratings:
      unique_business_value: {us: "-"}
strategy:
  chosen: frontal
  variation: solution
  reason: "With the discount we are the cheapest"
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-11-16
    ratings:
      unique_business_value:
        us:
          rating: "+"
          evidence:
            - when: 2026-11-12
              who: "J. Meyer, COO"
              what: "Four days to two, worth 1.2M a year"
strategy:
  chosen: frontal
  variation: solution
  reason: "Their own trial showed us three times as fast"
""",
    instead=(
        "Before you attack, have the customer confirm value that only you deliver: `tas rate ID "
        '10=+ --evidence "…" --who "…"`. Otherwise choose a strategy that builds or protects a '
        "position."
    ),
    asked_of=open_choices,
    check=_check,
)
