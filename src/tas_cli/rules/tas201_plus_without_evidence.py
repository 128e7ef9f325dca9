"""TAS201: a + of ours without evidence."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, numbered
from tas_cli.rules.command_lines import plus, unknown
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    for criterion, proofs in subject.proofs.items():
        if not proofs:
            weight = subject.weight(criterion)
            depends = "" if weight else ", and the strategy depends on it"
            yield Finding(
                f"{numbered(criterion)} is rated + without evidence{depends}",
                subject.cell_path(criterion, US),
                f"{plus(criterion)}, or {unknown(criterion)} until you know",
                severity=weight,
            )


RULE = Rule(
    code="TAS201",
    name="plus-without-evidence",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A + claims that you know something good. If nobody has said or done anything to show it, "
        "it is a hope, and the plan rests on hope. This is a warning where the strategy, "
        "recommended or chosen, depends on that +, and a hint elsewhere. Evidence counts for as "
        "long as the rating stays +; you do not have to repeat it."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-11-16
    ratings:
      executive_credibility: {us: "+"}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-11-16
    ratings:
      executive_credibility:
        us:
          rating: "+"
          evidence:
            - when: 2026-11-12
              who: "J. Meyer, COO"
              what: "Agreed to an hour every month"
""",
    instead=(
        "Record what the customer said, wrote or did, who it was and when: `tas rate ID 12=+ "
        '--evidence "…" --who "…" --when DATE`. If you have no evidence, rate it unknown (`tas '
        "rate ID 12=u`) and ask on the next call."
    ),
    asked_of=open_deals,
    check=_check,
)
