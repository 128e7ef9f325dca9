"""TAS206: criteria on which we were never rated."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, criterion_keys, numbered, numbers
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import established_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    rated = subject.statements[US]
    missing = [criterion for criterion in criterion_keys() if criterion not in rated]
    if missing:
        alone = len(missing) == 1
        yield Finding(
            f"{numbered(missing[0]) if alone else numbers(missing)} "
            f"{'was' if alone else 'were'} never rated for us",
            ("assessments", subject.past[-1], "ratings"),
            'rate what is missing; "?" is an honest answer, a gap is none',
            on_key=True,
        )


RULE = Rule(
    code="TAS206",
    name="never-rated",
    severity=Severity.INFO,
    since="0.1.0",
    why=(
        'A "?" says that you asked yourself and do not know. Where nothing stands at all, '
        "nobody asked, and that is often where it hurts. You are told once ten of our "
        "criteria are rated, or once the first assessment is older than `stale_after` in "
        "tas.yaml; a deal just begun is left in peace."
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
        'Rate every criterion for us. Where you do not know, write "?": then it can be asked '
        "for. `tas explain` with a number says what a criterion is about."
    ),
    asked_of=established_deals,
    check=_check,
)
