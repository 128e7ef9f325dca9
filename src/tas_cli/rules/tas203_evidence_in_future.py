"""TAS203: evidence of something that has not happened yet."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import DAY, evidence
from tas_cli.rules.rule import Rule
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    for path, when, assessed in subject.misdated:
        if assessed <= subject.day < when:
            fix = evidence(subject.opportunity, path[:-1], f"when={DAY}")
            yield Finding(
                f"this evidence is dated {when}, which is in the future",
                path,
                f"{fix}; an appointment belongs in a note",
            )


RULE = Rule(
    code="TAS203",
    name="evidence-in-future",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "Evidence is something that somebody has said or done. A meeting that has not taken place "
        "proves nothing yet. Often the cause is just a typo in the year."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-11-16
    ratings:
      access_to_funds:
        us:
          rating: "+"
          evidence:
            - when: 2026-12-14
              who: "E. Ostrowski, CFO"
              what: "Board votes on the budget"
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-11-16
    ratings:
      access_to_funds: {us: {rating: "?", note: "Board votes on December 14"}}
""",
    instead=(
        "Correct the day: `tas evidence ID 4 1 when=YYYY-MM-DD`. If it is still a plan, rate the "
        "criterion unknown and keep the plan as "
        'a note: `tas rate ID 4=u --note "…"`.'
    ),
    check=_check,
)
