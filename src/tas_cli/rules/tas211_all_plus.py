"""TAS211: + on all twenty criteria for us."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import criterion_keys
from tas_cli.rules.command_lines import command
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    if len(subject.proofs) == len(criterion_keys()):
        yield Finding(
            "all twenty of our ratings are +",
            ("assessments", subject.past[-1], "ratings"),
            f"go through them with somebody who does not own the deal: {command('score')}",
            on_key=True,
        )


RULE = Rule(
    code="TAS211",
    name="all-plus",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "No deal is perfect. If everything is +, somebody rated their hopes, or skipped the "
        "questions that hurt. The minus signs and question marks are the part of an "
        "assessment that you can work on."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
compelling_event: {what: "Support for the old system ends", date: 2027-03-31}
strategy: {chosen: flanking, variation: acknowledge_and_expand}
assessments:
  - date: 2026-11-16
    ratings:            # m1 to m20 are the minutes of our meetings
      customer_project: {us: {rating: "+", evidence: [{link: m1}]}}
      business_profile: {us: {rating: "+", evidence: [{link: m2}]}}
      financial_condition: {us: {rating: "+", evidence: [{link: m3}]}}
      access_to_funds: {us: {rating: "+", evidence: [{link: m4}]}}
      compelling_event: {us: {rating: "+", evidence: [{link: m5}]}}
      formal_decision_criteria: {us: {rating: "+", evidence: [{link: m6}]}}
      solution_fit: {us: {rating: "+", evidence: [{link: m7}]}}
      sales_resource_requirements: {us: {rating: "+", evidence: [{link: m8}]}}
      current_relationship: {us: {rating: "+", evidence: [{link: m9}]}}
      unique_business_value: {us: {rating: "+", evidence: [{link: m10}]}}
      inside_support: {us: {rating: "+", evidence: [{link: m11}]}}
      executive_credibility: {us: {rating: "+", evidence: [{link: m12}]}}
      cultural_compatibility: {us: {rating: "+", evidence: [{link: m13}]}}
      informal_decision_criteria: {us: {rating: "+", evidence: [{link: m14}]}}
      political_alignment: {us: {rating: "+", evidence: [{link: m15}]}}
      short_term_revenue: {us: {rating: "+", evidence: [{link: m16}]}}
      future_revenue: {us: {rating: "+", evidence: [{link: m17}]}}
      profitability: {us: {rating: "+", evidence: [{link: m18}]}}
      degree_of_risk: {us: {rating: "+", evidence: [{link: m19}]}}
      strategic_value: {us: {rating: "+", evidence: [{link: m20}]}}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
compelling_event: {what: "Support for the old system ends", date: 2027-03-31}
strategy: {chosen: flanking, variation: acknowledge_and_expand}
assessments:
  - date: 2026-11-16
    ratings:            # m1 to m20 are the minutes of our meetings
      customer_project: {us: {rating: "+", evidence: [{link: m1}]}}
      business_profile: {us: {rating: "+", evidence: [{link: m2}]}}
      financial_condition: {us: {rating: "+", evidence: [{link: m3}]}}
      access_to_funds: {us: {rating: "+", evidence: [{link: m4}]}}
      compelling_event: {us: {rating: "+", evidence: [{link: m5}]}}
      formal_decision_criteria: {us: {rating: "+", evidence: [{link: m6}]}}
      solution_fit: {us: {rating: "+", evidence: [{link: m7}]}}
      sales_resource_requirements: {us: {rating: "+", evidence: [{link: m8}]}}
      current_relationship: {us: {rating: "+", evidence: [{link: m9}]}}
      unique_business_value: {us: {rating: "+", evidence: [{link: m10}]}}
      inside_support: {us: {rating: "+", evidence: [{link: m11}]}}
      executive_credibility: {us: {rating: "+", evidence: [{link: m12}]}}
      cultural_compatibility: {us: {rating: "+", evidence: [{link: m13}]}}
      informal_decision_criteria: {us: "?"}
      political_alignment: {us: {rating: "+", evidence: [{link: m15}]}}
      short_term_revenue: {us: {rating: "+", evidence: [{link: m16}]}}
      future_revenue: {us: {rating: "+", evidence: [{link: m17}]}}
      profitability: {us: {rating: "+", evidence: [{link: m18}]}}
      degree_of_risk: {us: {rating: "-", note: "Four days for six plants"}}
      strategic_value: {us: {rating: "+", evidence: [{link: m20}]}}
""",
    instead=(
        "Go through all twenty with a colleague who has nothing to gain (`tas score ID`). "
        'Wherever the answer starts with "I think", rate it unknown: `tas rate ID 14=u`.'
    ),
    asked_of=open_deals,
    check=_check,
)
