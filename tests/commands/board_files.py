"""A small fictional workspace for board, actions and prep; today is 2026-11-23."""

from __future__ import annotations

TWENTY = [
    "customer_project",
    "business_profile",
    "financial_condition",
    "access_to_funds",
    "compelling_event",
    "formal_decision_criteria",
    "solution_fit",
    "sales_resource_requirements",
    "current_relationship",
    "unique_business_value",
    "inside_support",
    "executive_credibility",
    "cultural_compatibility",
    "informal_decision_criteria",
    "political_alignment",
    "short_term_revenue",
    "future_revenue",
    "profitability",
    "degree_of_risk",
    "strategic_value",
]

SETTINGS = """\
tas: 1
currency: USD
team:
  kim: {name: Kim Arendt, team: north}
  lee: {name: Lee Moss, team: south}
"""


def grid(signs: str, rival: str = "") -> str:
    """Return an assessment's ratings: our twenty signs and, if given, a competitor's."""
    lines = []
    for number, (key, sign) in enumerate(zip(TWENTY, signs, strict=True)):
        theirs = f', x: "{rival[number]}"' if rival else ""
        lines.append(f'      {key}: {{us: "{sign}"{theirs}}}')
    return "\n".join(lines)


HARBOUR = f"""\
tas: 1
name: Cranes
customer: Harbour Authority
owner: kim
amount: 1200000.50
expected_close: 2026-11-01
competitors: {{x: {{name: Xylo}}}}
assessments:
  - date: 2026-10-05
    ratings:
{grid("++++++++++++++++++++", "----------------++++")}
  - date: 2026-11-17
    ratings:
      inside_support: {{us: "-"}}
      solution_fit: {{us: "+"}}
strategy: {{chosen: frontal}}
process:
  step: solution
  steps:
    qualify:
      outcomes:
        change_in_strategy: {{evidence: [{{when: 2026-09-01, who: "R. Quay", what: Plan}}]}}
        burning_issue_identified: {{evidence: [{{when: 2026-09-01, what: Rust}}]}}
        first_contacts_named: {{evidence: [{{when: 2026-09-02, what: A list}}]}}
    develop:
      outcomes:
        key_sponsor_named: {{date: 2026-09-20}}
    solution: {{started: 2026-10-01}}
debriefs:
  - date: 2026-10-12
    actions:
      - {{what: Meet the director, owner: kim, due: 2026-10-20}}
      - {{what: Send the plan, due: 2026-12-20}}
history:
  - {{date: 2026-11-18, field: expected_close, from: 2026-10-15, to: 2026-11-01}}
  - {{date: 2026-11-18, field: process.step, from: develop, to: solution}}
"""

MILL = """\
tas: 1
name: Looms
customer: Weavers' Mill
owner: lee
amount: 80000
currency: EUR
expected_close: 2027-02-01
assessments:
  - date: 2026-11-20
    ratings:
      compelling_event: {us: "+"}
      solution_fit: {us: "?"}
debriefs:
  - date: 2026-11-20
    actions: [{what: Find the sponsor}]
"""

QUARRY = """\
tas: 1
name: Drills
customer: Quarry
owner: lee
amount: 55000
currency: EUR
status: won
closed: {date: 2026-11-19}
"""

ORCHARD = "tas: 1\nname: Presses\ncustomer: Orchard\n"

FILES = {
    "tas.yaml": SETTINGS,
    "opportunities/harbour.yaml": HARBOUR,
    "opportunities/mill.yaml": MILL,
    "opportunities/quarry.yaml": QUARRY,
    "opportunities/orchard.yaml": ORCHARD,
}
