"""What the checks of the sales process have in common: when they speak, places, and examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps

from tas_cli.assess.process import Standing
from tas_cli.diagnostics import Finding, Path
from tas_cli.rules.subject import Subject

Check = Callable[[Subject], Iterable[Finding]]


def of_open_process(check: Callable[[Subject], Iterator[Finding]]) -> Check:
    """Let a check look only at open deals whose file has a process; elsewhere it costs nothing."""

    @wraps(check)
    def guarded(subject: Subject) -> Iterable[Finding]:
        opportunity = subject.opportunity
        if opportunity.process is None or opportunity.status != "open":
            return ()
        return check(subject)

    return guarded


def of_open_debriefs(check: Callable[[Subject], Iterator[Finding]]) -> Check:
    """Let a check look only at open deals whose file has debriefs."""

    @wraps(check)
    def guarded(subject: Subject) -> Iterable[Finding]:
        opportunity = subject.opportunity
        return check(subject) if opportunity.debriefs and opportunity.status == "open" else ()

    return guarded


def of_open_either(check: Callable[[Subject], Iterator[Finding]]) -> Check:
    """Let a check look only at open deals whose file has a process or debriefs."""

    @wraps(check)
    def guarded(subject: Subject) -> Iterable[Finding]:
        opportunity = subject.opportunity
        if opportunity.process is None and not opportunity.debriefs:
            return ()
        return check(subject) if opportunity.status == "open" else ()

    return guarded


def outcome_path(step: str, outcome: str) -> Path:
    """Return the place of an outcome in the file."""
    return ("process", "steps", step, "outcomes", outcome)


def claim_path(standing: Standing) -> Path:
    """Return where a step is claimed: by the one worked on, or by a day of its own."""
    if standing.working or standing.claimed is None:
        return ("process", "step")
    return ("process", "steps", standing.claimed.key, "completed")


HEAD = """\
tas: 1
name: Customer service platform
customer: National Manufacturing
"""
QUALIFIED = """\
    qualify:
      outcomes:
        change_in_strategy:
          evidence: [{when: 2026-11-02, what: "Service is to earn money"}]
        burning_issue_identified:
          evidence: [{when: 2026-11-02, what: "Support ends in March"}]
        first_contacts_named:
          evidence: [{when: 2026-11-02, what: "Raj Patel, Luis Prado"}]
"""
"""The first step as it stands in the examples, with evidence for all that the buyer did."""
DEVELOPED = """\
    develop:
      outcomes:
        key_sponsor_named:
          evidence: [{when: 2026-11-05, what: "Luis Prado, by the COO"}]
        first_capabilities_embraced:
          evidence: [{when: 2026-11-05, what: "Prado: dispatch"}]
        investment_process_confirmed:
          evidence: [{when: 2026-11-05, what: "Board, 14 Dec"}]
        buying_process_established:
          evidence: [{when: 2026-11-05, what: "Paper of the CFO"}]
        burning_issue_confirmed:
          evidence: [{when: 2026-11-05, what: "COO: 38,000 an hour"}]
"""
"""The second step, likewise."""
SOLVED = """\
    solution:
      outcomes:
        capabilities_embraced:
          evidence: [{when: 2026-11-09, what: "COO: that is it"}]
        requirements_confirmed:
          evidence: [{when: 2026-11-09, what: "List signed by the CFO"}]
        proof_defined:
          evidence: [{when: 2026-11-09, what: "A week in Dayton, on time"}]
"""
"""The third step, likewise."""
RATED = """\
compelling_event:
  what: "Support for the present system ends"
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
"""What the examples rate: a sponsor who works for us, and a customer that must act."""
