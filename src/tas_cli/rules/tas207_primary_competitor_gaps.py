"""TAS207: criteria on which the primary competitor was never rated."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import criterion_keys, numbers
from tas_cli.rules.command_lines import command, unknown
from tas_cli.rules.competitors import of_competitor
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import established_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    for party in subject.primary:
        missing = [each for each in subject.compared if (each, party) not in subject.signs]
        if missing and party not in subject.unknown:
            name = subject.opportunity.party_name(party)
            first = next(each for each in criterion_keys() if each in missing)
            yield of_competitor(
                party,
                f"{name}, the primary competitor, has never been rated on {numbers(missing)}",
                f"use {command('score')}, or mark what you do not know: {unknown(first, party)}",
            )


RULE = Rule(
    code="TAS207",
    name="primary-competitor-gaps",
    severity=Severity.INFO,
    since="0.1.0",
    why=(
        "tas compares our ratings with the competitors' on #6-#15, for instance to see whether "
        "we lead three to one. While the competitor you fear most has no rating there, the "
        "comparison is incomplete. The first competitor under `competitors:` is the primary one. "
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
      formal_decision_criteria: {us: "?"}
      solution_fit: {us: "?"}
      sales_resource_requirements: {us: "?"}
      current_relationship: {us: "?", x-sys: "+"}
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
        "Put yourself in the competitor's shoes and rate #6-#15 from there: `tas score ID`. Where "
        "you do not know, rate it unknown (`tas rate ID 6:x-sys=u`) and ask your inside "
        "supporters."
    ),
    asked_of=established_deals,
    check=_check,
)
