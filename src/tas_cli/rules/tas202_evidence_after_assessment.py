"""TAS202: evidence that is newer than the assessment it is in."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import DAY, evidence
from tas_cli.rules.rule import Rule
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    for path, when, assessed in subject.misdated:
        if when <= subject.day or assessed > subject.day:
            fix = evidence(subject.opportunity, path[:-1], f"when={DAY}")
            yield Finding(
                f"this evidence ({when}) is newer than its assessment ({assessed})",
                path,
                f"{fix}; if the day is right, it belongs in a later assessment",
            )


RULE = Rule(
    code="TAS202",
    name="evidence-after-assessment",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "Something you learned after an assessment cannot have been a reason for it. Either a "
        "date is mistyped, or an old assessment was improved after the fact, and nobody can see "
        "anymore how the deal moved."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-10-05
    ratings:
      inside_support:
        us:
          rating: "+"
          evidence:
            - when: 2026-11-10
              who: "L. Prado, controller"
              what: "Sent us the agenda"
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-10-05
    ratings:
      inside_support: {us: "?"}
  - date: 2026-11-16
    ratings:
      inside_support:
        us:
          rating: "+"
          evidence:
            - when: 2026-11-10
              who: "L. Prado, controller"
              what: "Sent us the agenda"
""",
    instead=(
        "Correct a mistyped date: `tas evidence ID 11 1 when=YYYY-MM-DD`. Otherwise put the "
        "evidence into a new assessment dated today: "
        '`tas rate ID 11=+ --evidence "…" --who "…"` does that.'
    ),
    check=_check,
)
