"""TAS219: evidence without a name or a link."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, numbered
from tas_cli.model.evidence import Evidence
from tas_cli.rules.command_lines import TEXT, evidence
from tas_cli.rules.proofs import resting_only_on
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    for criterion, proofs in resting_only_on(subject, _names_nobody):
        index, entry = proofs[0]
        path = subject.evidence_path(index, criterion, US, entry)
        yield Finding(
            f"the evidence for {numbered(criterion)} does not say who it comes from",
            path,
            f"{evidence(subject.opportunity, path, f'who={TEXT}')}, or link=",
        )


def _names_nobody(_: int, entry: Evidence) -> bool:
    return not (entry.who or entry.link)


RULE = Rule(
    code="TAS219",
    name="evidence-without-source",
    severity=Severity.INFO,
    since="0.1.0",
    why=(
        '"They like us" is worth as much as the person who said it. Without a name or a link '
        "nobody can check it, and whoever takes over the deal cannot tell a promise by the board "
        "from talk in the hallway. This is reported where none of the evidence for a + has a "
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
        'Add the name and role of the person, `tas evidence ID 11 1 who="…"`, or `link=` with '
        "where it can be looked up. With `tas rate`, these are `--who` and `--link`."
    ),
    asked_of=open_deals,
    check=_check,
)
