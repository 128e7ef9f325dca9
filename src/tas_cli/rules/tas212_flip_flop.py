"""TAS212: a rating that goes back and forth between + and -."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tas_cli.assess.statements import Statement, course
from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, numbered
from tas_cli.method.cells import cell_code
from tas_cli.rules.command_lines import TEXT, command
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject

TURNS = 3
"""The number of changes between + and - that makes a rating a flip-flop."""


def _check(subject: Subject) -> Iterator[Finding]:
    parties = subject.facts.parties if len(subject.past) > TURNS else ()
    for party in parties:
        for criterion, said in subject.statements[party].items():
            signs = _signs(said) if len(said) > TURNS else []
            if len(signs) > TURNS:
                name = "" if party == US else f" of {subject.opportunity.party_name(party)}"
                same = f"{cell_code(criterion, party)}={said[-1][1].rating.replace('?', 'u')}"
                yield Finding(
                    f"{numbered(criterion)}{name} keeps changing: {' '.join(signs)}",
                    subject.cell_path(criterion, party),
                    "agree on what makes it a +, and note it: "
                    f"{command('rate', same, '--note', TEXT)}",
                )


def _signs(said: Iterable[Statement]) -> list[str]:
    return [cell.rating for _, cell in course(said)]


RULE = Rule(
    code="TAS212",
    name="flip-flop",
    severity=Severity.INFO,
    since="0.1.0",
    why=(
        "A rating that goes from + to -, back to + and to - again follows whoever you spoke to "
        "last. The customer has probably not changed its mind that often; more likely, you never "
        "agreed on what a + means here, or nobody really knew the answer. This is reported after "
        "three changes between + and -, for us or any competitor; a ? in between does not count."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-09-07
    ratings:
      executive_credibility: {us: "+"}
  - date: 2026-09-28
    ratings:
      executive_credibility: {us: "-"}
  - date: 2026-10-19
    ratings:
      executive_credibility: {us: "+"}
  - date: 2026-11-09
    ratings:
      executive_credibility: {us: "-"}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-09-07
    ratings:
      executive_credibility: {us: "?"}
  - date: 2026-09-28
    ratings:
      executive_credibility: {us: "?"}
  - date: 2026-10-19
    ratings:
      executive_credibility: {us: "?"}
  - date: 2026-11-09
    ratings:
      executive_credibility: {us: "-"}
""",
    instead=(
        "Rate it unknown until you know. Write down what would make it a +, and keep the rating "
        'until that happens: `tas rate ID 12=u --note "…"`.'
    ),
    asked_of=open_deals,
    check=_check,
)
