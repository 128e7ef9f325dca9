"""TAS821: a must-have that our solution does not meet, while solution fit is +."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, numbered
from tas_cli.rules.command_lines import command, minus
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import with_needs
from tas_cli.rules.subject import Subject

_FIT = "solution_fit"


def _check(subject: Subject) -> Iterator[Finding]:
    """Look at the needs of people with a role in this deal, and at those of nobody named."""
    if subject.account is None or subject.sign(_FIT) != "+":
        return
    from tas_cli.assess.customer import unmet  # noqa: PLC0415 - few accounts have needs

    for each in unmet(subject.account):
        if _counts_here(subject, each.need.people):
            yield Finding(
                f"{numbered(_FIT)} is rated +, but our solution does not meet a must: need "
                f"{each.number} of the account",
                subject.cell_path(_FIT, US),
                f"{minus(_FIT)}, or if it is met now, "
                f"{command('needs', each.number, 'met.must=+')}",
                on_key=True,
            )


def _counts_here(subject: Subject, people: list[str]) -> bool:
    return not people or any(subject.people[key].roles for key in people if key in subject.people)


_EXAMPLE = """\
tas: 1
name: Route planning
customer: Harbor Line
account: harbor-line
assessments:
  - date: 2026-11-16
    ratings:
      solution_fit:
        us:
          rating: "+"
          evidence: [{when: 2026-11-16, who: "E. Ruiz, COO", what: "It fits"}]
---
# accounts/harbor-line.yaml
tas: 1
name: Harbor Line
needs:
  - topic: Arrivals
    must: [Arrival known within two hours]
    met: {must: "%s"}
"""

RULE = Rule(
    code="TAS821",
    name="must-not-met",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "Meeting a must-have gives no advantage, but a deal is lost without it. So a solution that "
        "misses one does not fit, whatever else it can do. The check looks at needs of the people "
        "who have a role in the deal, and at needs that name nobody (our reading)."
    ),
    bad=_EXAMPLE % "-",
    good=_EXAMPLE % "+",
    instead=(
        "Rate the fit as it is (`tas rate ID 7=-`), find a way to meet the must, or say that it is "
        "met: `tas needs ACCOUNT 1 met.must=+`."
    ),
    asked_of=with_needs,
    check=_check,
)
