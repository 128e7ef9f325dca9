"""TAS219: evidence that names nobody and leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, numbered
from tas_cli.model.evidence import Evidence
from tas_cli.rules.proofs import resting_only_on
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    for criterion, proofs in resting_only_on(subject, _says_nobody):
        index, entry = proofs[0]
        yield Finding(
            f"the evidence for {numbered(criterion)} does not say who said it",
            subject.evidence_path(index, criterion, US, entry),
            "add `who:` with name and role, or a `link:` where it can be looked up",
        )


def _says_nobody(_: int, entry: Evidence) -> bool:
    return not (entry.who or entry.link)


RULE = Rule(
    code="TAS219",
    name="evidence-without-source",
    severity=Severity.INFO,
    since="0.1.0",
    why=(
        '"They like us" is worth as much as the person who said it. Without a name or a link '
        "nobody can ask again, and whoever takes the deal over cannot tell a promise of the "
        "board from talk in the corridor. A + is named where none of its evidence has a "
        "source."
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
            - {when: 2026-11-10, what: "They like us better than X-Sys"}
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
            - when: 2026-11-10
              who: "L. Prado, controller"
              what: "Likes us better than X-Sys"
""",
    instead=(
        "Add `who:` with the name and the role of the person, or `link:` with the place where "
        "it can be looked up."
    ),
    asked_of=open_deals,
    check=_check,
)
