"""What the checks of the sales process have in common: places, the last debrief, and examples."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.process import Standing
from tas_cli.diagnostics import Finding, Path
from tas_cli.method.catalogue import numbered
from tas_cli.model.debrief import Debrief
from tas_cli.rules.command_lines import not_met, plus
from tas_cli.rules.rule import Check
from tas_cli.rules.subject import Subject


def outcome_path(step: str, outcome: str) -> Path:
    """Return the place of an outcome in the file."""
    return ("process", "steps", step, "outcomes", outcome)


def claim_path(standing: Standing) -> Path:
    """Return the place where a step is claimed: the step being worked on, or its own date."""
    if standing.working or standing.claimed is None:
        return ("process", "step")
    return ("process", "steps", standing.claimed.key, "completed")


def unsupported(outcome: tuple[str, str], criterion: str, words: str) -> Check:
    """Return a check for an outcome that is met while the criterion that matches it is not +."""

    def check(subject: Subject) -> Iterator[Finding]:
        sign = subject.sign(criterion)
        if subject.standing.met(*outcome) and sign != "+":
            found = "unknown" if sign == "?" else f"rated {sign}"
            message = f"{words}, but {numbered(criterion)} is {found}"
            advice = f"if true, {plus(criterion)}; if not, {not_met(*outcome)}"
            yield Finding(message, outcome_path(*outcome), advice, on_key=True)

    return check


def last_debrief(subject: Subject) -> tuple[int, Debrief] | None:
    """Return the newest debrief that was held by the day, with its place in the file's list."""
    held = [each for each in enumerate(subject.opportunity.debriefs) if each[1].date <= subject.day]
    return max(held, key=lambda each: (each[1].date, each[0]), default=None)


HEAD = """\
tas: 1
name: Customer service platform
customer: National Manufacturing
"""
QUALIFIED = """\
    qualify:
      outcomes:
        change_in_strategy:
          evidence: [{when: 2026-11-02, what: "Service must make money"}]
        burning_issue_identified:
          evidence: [{when: 2026-11-02, what: "Support ends in March"}]
        first_contacts_named:
          evidence: [{when: 2026-11-02, what: "Raj Patel, Luis Prado"}]
"""
"""The first step in the examples, with evidence for everything the buyer did."""
DEVELOPED = """\
    develop:
      outcomes:
        key_sponsor_named:
          evidence: [{when: 2026-11-05, what: "Luis Prado, named by the COO"}]
        first_capabilities_embraced:
          evidence: [{when: 2026-11-05, what: "Prado: dispatch"}]
        investment_process_confirmed:
          evidence: [{when: 2026-11-05, what: "Board, Dec 14"}]
        buying_process_established:
          evidence: [{when: 2026-11-05, what: "The CFO's memo"}]
        burning_issue_confirmed:
          evidence: [{when: 2026-11-05, what: "COO: 38,000 an hour"}]
"""
"""The second step, likewise."""
SOLVED = """\
    solution:
      outcomes:
        capabilities_embraced:
          evidence: [{when: 2026-11-09, what: "COO: just what we need"}]
        requirements_confirmed:
          evidence: [{when: 2026-11-09, what: "List signed by the CFO"}]
        proof_defined:
          evidence: [{when: 2026-11-09, what: "A week in Dayton, on time"}]
"""
"""The third step, likewise."""
RATED = """\
compelling_event:
  what: "Support for the current system ends"
  date: 2027-03-31
assessments:
  - date: 2026-11-16
    ratings:
      inside_support:
        us: {rating: "+", evidence: [{who: "L. Prado", what: "Agenda"}]}
"""
URGENT = """\
      compelling_event:
        us: {rating: "+", evidence: [{who: "J. Meyer", what: "March"}]}
"""
"""Ratings in the examples: a sponsor who works for us, and a customer that must act."""
