"""TAS204: a + that is stated again on evidence that has grown old."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, numbered
from tas_cli.model.evidence import Evidence
from tas_cli.rules.proofs import resting_only_on
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import tended_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    staleness = subject.staleness

    def is_old(index: int, entry: Evidence) -> bool:
        return staleness.is_stale(entry.when or subject.date_of(index))

    for criterion, proofs in resting_only_on(subject, is_old):
        if not subject.is_stale(criterion):
            newest = max(entry.when or subject.date_of(index) for index, entry in proofs)
            yield Finding(
                f"{numbered(criterion)} is still +, but the newest evidence is of {newest}, "
                f"{(subject.day - newest).days} days ago",
                subject.cell_path(criterion, US),
                'ask again and add what you hear; if nobody says it any more, write "?"',
                severity=subject.weight(criterion),
            )


RULE = Rule(
    code="TAS204",
    name="evidence-stale",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "People change their minds, their posts and their budgets. A + that is carried from one "
        "assessment to the next on something said long ago looks fresh and is not. It is a "
        "warning where the strategy hangs on that +, elsewhere a hint. How long evidence is good "
        "for stands in tas.yaml as `stale_after`."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-11-16
    ratings:
      inside_support:
        us:
          rating: "+"
          evidence:
            - when: 2026-04-09
              who: "D. Whitlock, field service"
              what: "Put us on the list"
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-11-16
    ratings:
      inside_support:
        us:
          rating: "+"
          evidence:
            - when: 2026-04-09
              who: "D. Whitlock, field service"
              what: "Put us on the list"
            - when: 2026-11-10
              who: "D. Whitlock, field service"
              what: "Corrected our figures"
""",
    instead="Ask the customer again and add the new evidence below the old; keep both.",
    asked_of=tended_deals,
    check=_check,
)
