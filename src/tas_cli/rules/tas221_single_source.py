"""TAS221: a third question answered on the word of one person."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.tally import question_keys
from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, numbers
from tas_cli.rules.command_lines import plus
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject
from tas_cli.rules.voices import voice_in

MANY = 3
"""How many + of the third question on one person's word are too many."""


def _check(subject: Subject) -> Iterator[Finding]:
    for source, resting in _by_source(subject).items():
        if source and len(resting) >= MANY and source not in subject.own_people:
            who = subject.speakers.shown(subject.proofs[resting[0]][0][1].who)
            weights = {subject.weight(criterion) for criterion in resting}
            yield Finding(
                f"{numbers(resting)} all rest on one person: {who}",
                subject.cell_path(resting[0], US),
                f"ask somebody else and add the answer: {plus(resting[0])}",
                severity=None if None in weights else Severity.INFO,
            )


def _by_source(subject: Subject) -> dict[str, list[str]]:
    """Return the + of the third question that have a single source, by that source."""
    found: dict[str, list[str]] = {}
    for criterion in question_keys(3):
        sources = {voice_in(subject, entry.who) for _, entry in subject.proofs.get(criterion, ())}
        if len(sources) == 1:
            found.setdefault(sources.pop(), []).append(criterion)
    return found


RULE = Rule(
    code="TAS221",
    name="single-source",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "One friend who tells you everything can move, leave or be wrong, and the whole picture "
        "goes with them. This is reported where three or more + ratings on #11-#15 rest on the "
        "word of the same person: a warning where the strategy depends on one of them, and a hint "
        "elsewhere."
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
            - when: 2026-11-10
              who: "L. Prado, controller"
              what: "Sends us the agenda"
      executive_credibility:
        us:
          rating: "+"
          evidence:
            - when: 2026-11-10
              who: "L. Prado, controller"
              what: "The COO trusts us"
      political_alignment:
        us:
          rating: "+"
          evidence:
            - when: 2026-11-10
              who: "L. Prado, controller"
              what: "The CFO wants us to win"
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
              what: "Sends us the agenda"
      executive_credibility:
        us:
          rating: "+"
          evidence:
            - when: 2026-11-10
              who: "J. Meyer, COO"
              what: "Agreed to an hour every month"
      political_alignment:
        us:
          rating: "+"
          evidence:
            - when: 2026-11-10
              who: "L. Prado, controller"
              what: "The CFO wants us to win"
""",
    instead=(
        "Ask a second person, ideally from another department, and add the answer next to the "
        'first: `tas rate ID 11=+ --evidence "…" --who "…"`.'
    ),
    asked_of=open_deals,
    check=_check,
)
