"""TAS206: criteria on which we were never rated."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, criterion_keys, numbered, numbers
from tas_cli.method.cells import cell_code
from tas_cli.rules.command_lines import command
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import established_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    rated = subject.statements[US]
    missing = [criterion for criterion in criterion_keys() if criterion not in rated]
    if missing:
        alone = len(missing) == 1
        rest = [f"{cell_code(criterion)}=u" for criterion in missing]
        yield Finding(
            f"{numbered(missing[0]) if alone else numbers(missing)} "
            f"{'has' if alone else 'have'} never been rated for us",
            ("assessments", subject.past[-1], "ratings"),
            f"use {command('score')}, or mark what you do not know: {command('rate', *rest)}",
            on_key=True,
        )


RULE = Rule(
    code="TAS206",
    name="never-rated",
    severity=Severity.INFO,
    since="0.1.0",
    why=(
        "A ? says that you asked the question and do not know the answer. A missing rating says "
        "that nobody asked, and those gaps are often the ones that hurt. You see this once ten "
        "criteria are rated for us, or once the first assessment is older than `stale_after` in "
        "tas.yaml. A deal that has just begun is left alone."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
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
      unique_business_value: {us: "?"}
      inside_support: {us: "?"}
      executive_credibility: {us: "?"}
      cultural_compatibility: {us: "?"}
      political_alignment: {us: "?"}
      short_term_revenue: {us: "?"}
      profitability: {us: "?"}
      strategic_value: {us: "?"}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
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
    instead=(
        "Rate what is missing: `tas score ID`. Where you do not know, rate it unknown: `tas rate "
        "ID 8=u 9=u`."
    ),
    asked_of=established_deals,
    check=_check,
)
