"""TAS209: a competitor that no assessment rates."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import command
from tas_cli.rules.competitors import of_competitor, unknown_competitors
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import established_deals
from tas_cli.rules.subject import Subject

OUT = "out=today"


def _check(subject: Subject) -> Iterator[Finding]:
    for party, name in unknown_competitors(subject, rated=False):
        yield of_competitor(
            party,
            f"{name} is listed as a competitor but has never been rated",
            f"rate it with {command('score')}; if it is out, {command('competitors', party, OUT)}",
        )


RULE = Rule(
    code="TAS209",
    name="competitor-never-rated",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "You listed this competitor, so you take it seriously, but nobody has rated it yet. A "
        "strategy chosen without looking at the other side is half a strategy. You see this once "
        "ten criteria are rated for us, or once the first assessment is older than `stale_after` "
        "in tas.yaml."
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
      formal_decision_criteria: {us: "?"}
      solution_fit: {us: "?"}
      sales_resource_requirements: {us: "?"}
      current_relationship: {us: "?"}
      unique_business_value: {us: "?"}
      inside_support: {us: "?"}
      executive_credibility: {us: "?"}
      cultural_compatibility: {us: "?"}
      informal_decision_criteria: {us: "?"}
      political_alignment: {us: "?"}
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
        "Rate the competitor on #6-#15, as seen from its side of the table: `tas score ID`. If it "
        "has left the race: `tas competitors ID x-sys out=YYYY-MM-DD`."
    ),
    asked_of=established_deals,
    check=_check,
)
