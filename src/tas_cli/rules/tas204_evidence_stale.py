"""TAS204: a + that was confirmed recently on old evidence."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, numbered
from tas_cli.model.evidence import Evidence
from tas_cli.rules.command_lines import plus, unknown
from tas_cli.rules.proofs import resting_only_on
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import recently_rated_deals
from tas_cli.rules.subject import Subject
from tas_cli.words import counted


def _check(subject: Subject) -> Iterator[Finding]:
    staleness = subject.staleness

    def is_old(index: int, entry: Evidence) -> bool:
        return staleness.is_stale(entry.when or subject.date_of(index))

    for criterion, proofs in resting_only_on(subject, is_old):
        if not subject.is_stale(criterion):
            newest = max(entry.when or subject.date_of(index) for index, entry in proofs)
            yield Finding(
                f"{numbered(criterion)} is still +, but its latest evidence is from {newest}, "
                f"{counted((subject.day - newest).days, 'day')} ago",
                subject.cell_path(criterion, US),
                f"ask again: {plus(criterion)}, or {unknown(criterion)} if nobody confirms it",
                severity=subject.weight(criterion),
            )


RULE = Rule(
    code="TAS204",
    name="evidence-stale",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "People change their minds, their jobs and their budgets. A + that rests on something "
        "said long ago looks fresh each time it is carried over, but it is not. This is a warning "
        "where the strategy depends on that +, and a hint elsewhere. `stale_after` in tas.yaml "
        "sets how long evidence stays fresh."
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
              what: "Put us on the shortlist"
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
              what: "Put us on the shortlist"
            - when: 2026-11-10
              who: "D. Whitlock, field service"
              what: "Corrected our figures"
""",
    instead=(
        "Ask the customer again and add the answer; the old evidence stays: `tas rate ID 11=+ "
        '--evidence "…" --who "…"`. If nobody confirms it, rate it unknown: `tas rate ID 11=u`.'
    ),
    asked_of=recently_rated_deals,
    check=_check,
)
