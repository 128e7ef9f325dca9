"""TAS220: a + that rests only on what our own people say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, criteria, numbered
from tas_cli.model.evidence import Evidence
from tas_cli.rules.command_lines import plus, unknown
from tas_cli.rules.proofs import resting_only_on
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject
from tas_cli.rules.voices import voice_in

_EFFORT = "sales_resource_requirements"
"""What only we can judge, apart from the fourth question as a whole."""


def _check(subject: Subject) -> Iterator[Finding]:
    own = subject.own_people

    def is_own(_: int, entry: Evidence) -> bool:
        return not entry.link and voice_in(subject, entry.who) in own

    for criterion, proofs in resting_only_on(subject, is_own):
        if criterion in _for_the_customer():
            index, entry = proofs[0]
            yield Finding(
                f"{numbered(criterion)} rests only on our own people's word: {entry.who}",
                (*subject.evidence_path(index, criterion, US, entry), "who"),
                f"add what the customer said: {plus(criterion)}; if nothing, {unknown(criterion)}",
                severity=subject.weight(criterion),
            )


@cache
def _for_the_customer() -> frozenset[str]:
    """Return the criteria that only the customer can answer."""
    return frozenset(each.key for each in criteria() if each.question <= 3) - {_EFFORT}


RULE = Rule(
    code="TAS220",
    name="own-word",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "Only the customer can say what the customer thinks and wants. A colleague's view of it "
        "is an opinion, and usually a kind one. A + on #1-#15, except #8, is reported where all "
        "of its evidence comes from the deal's owner or the team in tas.yaml, without a link. "
        "This is a warning where the strategy depends on it, and a hint elsewhere. Our own effort "
        "(#8) and what the deal is worth to us (#16-#20) are ours to judge."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
owner: nicole
assessments:
  - date: 2026-11-16
    ratings:
      executive_credibility:
        us:
          rating: "+"
          evidence:
            - when: 2026-11-12
              who: "Nicole"
              what: "Had a good feeling with the COO"
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
owner: nicole
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
        'Add what somebody at the customer said or did: `tas rate ID 12=+ --evidence "…" --who '
        '"…"`. If there is nothing, rate it unknown: `tas rate ID 12=u`.'
    ),
    asked_of=open_deals,
    check=_check,
)
