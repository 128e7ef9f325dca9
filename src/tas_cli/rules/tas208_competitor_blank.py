"""TAS208: a competitor about whom nothing is known."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import command
from tas_cli.rules.competitors import of_competitor, unknown_competitors
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import established_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    for party, name in unknown_competitors(subject, rated=True):
        yield of_competitor(
            party,
            f"nothing is known about {name} on #6-#15",
            f"ask your supporters where {name} is strong, then rate it with {command('score')}",
        )


RULE = Rule(
    code="TAS208",
    name="competitor-blank",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "To beat a competitor you have to know where it is strong. While #6-#15 are all question "
        "marks, you cannot tell whether you lead, and you choose a strategy with one eye closed. "
        "You see this once ten criteria are rated for us, or once the first assessment is older "
        "than `stale_after` in tas.yaml."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
competitors:
  x-sys: {name: X-Sys}
assessments:
  - date: 2026-11-16
    ratings:
      customer_project: {us: "?"}
      business_profile: {us: "?"}
      financial_condition: {us: "?"}
      access_to_funds: {us: "?"}
      compelling_event: {us: "?"}
      formal_decision_criteria: {us: "?", x-sys: "?"}
      solution_fit: {us: "?", x-sys: "?"}
      sales_resource_requirements: {us: "?", x-sys: "?"}
      current_relationship: {us: "?", x-sys: "?"}
      unique_business_value: {us: "?", x-sys: "?"}
      inside_support: {us: "?", x-sys: "?"}
      executive_credibility: {us: "?", x-sys: "?"}
      cultural_compatibility: {us: "?", x-sys: "?"}
      informal_decision_criteria: {us: "?", x-sys: "?"}
      political_alignment: {us: "?", x-sys: "?"}
      short_term_revenue: {us: "?"}
      future_revenue: {us: "?"}
      profitability: {us: "?"}
      degree_of_risk: {us: "?"}
      strategic_value: {us: "?"}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
competitors:
  x-sys: {name: X-Sys}
assessments:
  - date: 2026-11-16
    ratings:
      customer_project: {us: "?"}
      business_profile: {us: "?"}
      financial_condition: {us: "?"}
      access_to_funds: {us: "?"}
      compelling_event: {us: "?"}
      formal_decision_criteria: {us: "?", x-sys: "?"}
      solution_fit: {us: "?", x-sys: "?"}
      sales_resource_requirements: {us: "?", x-sys: "?"}
      current_relationship: {us: "?", x-sys: "+"}
      unique_business_value: {us: "?", x-sys: "?"}
      inside_support: {us: "?", x-sys: "?"}
      executive_credibility: {us: "?", x-sys: "?"}
      cultural_compatibility: {us: "?", x-sys: "?"}
      informal_decision_criteria: {us: "?", x-sys: "?"}
      political_alignment: {us: "?", x-sys: "?"}
      short_term_revenue: {us: "?"}
      future_revenue: {us: "?"}
      profitability: {us: "?"}
      degree_of_risk: {us: "?"}
      strategic_value: {us: "?"}
""",
    instead=(
        "Ask the people who want you to win how they see this competitor. Rate at least what you "
        "can see from outside: its solution (#7), its relationship (#9), its inside support "
        "(#11), for example `tas rate ID 9:x-sys=+`."
    ),
    asked_of=established_deals,
    check=_check,
)
