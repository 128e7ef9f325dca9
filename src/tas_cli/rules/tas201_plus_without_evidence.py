"""TAS201: a + of ours with nothing to show for it."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, numbered
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject

_HELP = (
    "write down who said or did what, and when: "
    '{rating: "+", evidence: [{when: …, who: …, what: …}]}; or "?" until you know'
)


def _check(subject: Subject) -> Iterator[Finding]:
    for criterion, proofs in subject.proofs.items():
        if not proofs:
            weight = subject.weight(criterion)
            hangs = "" if weight else ", and the strategy hangs on it"
            yield Finding(
                f"{numbered(criterion)} is + with nothing to show for it{hangs}",
                subject.cell_path(criterion, US),
                _HELP,
                severity=weight,
            )


RULE = Rule(
    code="TAS201",
    name="plus-without-evidence",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A + says that you know something good. If nobody has said or done anything that shows "
        "it, you hope it, and the plan is built on hope. It is a warning where the strategy, "
        "recommended or chosen, stands or falls with that +; elsewhere it is a hint. Evidence "
        "counts for as long as the sign is held: you need not repeat it."
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
        "Add evidence: what the customer said, wrote or did, who it was and on which day. If you "
        'have none, write "?" and put the question on your list for the next call.'
    ),
    asked_of=open_deals,
    check=_check,
)
