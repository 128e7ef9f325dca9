"""TAS222: an assessment with nothing new in it."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.statements import Statement
from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US
from tas_cli.method.cells import cell_code
from tas_cli.model.opportunity import Cell
from tas_cli.rules.command_lines import command
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import recently_rated_deals
from tas_cli.rules.subject import Subject

RESTATED = 10
"""How many repeated ratings look like a copy rather than a second look at a few."""


def _check(subject: Subject) -> Iterator[Finding]:
    if len(subject.past) < 2:
        return
    newest = subject.past[-1]
    ratings = subject.opportunity.assessments[newest].ratings
    ours = [criterion for criterion, column in ratings.items() if US in column]
    if len(ours) >= RESTATED and not _anything_new(subject, ratings):
        day = str(subject.date_of(newest))
        take_back = command("rate", f"{cell_code(ours[0])}=", "--date", day)
        yield Finding(
            f"{len(ours)} of our ratings are repeated here, and nothing is new",
            ("assessments", newest, "date"),
            f"take back each one that you did not re-check, as in {take_back}",
        )


def _anything_new(subject: Subject, ratings: dict[str, dict[str, Cell]]) -> bool:
    return any(
        cell.evidence or cell.note or _moved(subject.statements[party][criterion])
        for criterion, column in ratings.items()
        for party, cell in column.items()
    )


def _moved(said: list[Statement]) -> bool:
    return len(said) < 2 or said[-1][1].rating != said[-2][1].rating


RULE = Rule(
    code="TAS222",
    name="copied-assessment",
    severity=Severity.INFO,
    since="0.1.0",
    why=(
        "Ten or more ratings repeated, not one of them changed, no new evidence and no note: that "
        "is rarely a real look at the deal, and it makes every rating seem fresh. Only the latest "
        "assessment is checked."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-10-05
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
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-10-05
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
  - date: 2026-11-16
    ratings:
      customer_project: {us: "?"}
      business_profile: {us: "?"}
      financial_condition: {us: "?"}
      access_to_funds: {us: {rating: "?", note: "Asked; no answer yet"}}
      compelling_event: {us: "?"}
      formal_decision_criteria: {us: "?"}
      solution_fit: {us: "?"}
      sales_resource_requirements: {us: "?"}
      current_relationship: {us: "-"}
      unique_business_value: {us: "?"}
""",
    instead=(
        "Repeat only what you have re-checked, take the others back (`tas rate ID 1= --date "
        "2026-11-16`), and add what you heard: evidence, or a note that "
        'says why the rating is still true, such as `tas rate ID 4=u --note "…"`.'
    ),
    asked_of=recently_rated_deals,
    check=_check,
)
