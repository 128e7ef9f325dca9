"""TAS624: somebody left, and ratings that rest on that word alone were not re-checked since."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.orphans import Orphan, orphans
from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, numbers
from tas_cli.method.cells import cell_code
from tas_cli.rules.command_lines import EVIDENCE, command
from tas_cli.rules.on_map import mapped, names_of
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import mapped_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Report once, at the first rating, what rests on the same people."""
    behind: dict[tuple[str, ...], list[Orphan]] = {}
    for each in orphans(subject):
        if each.rating != "?":
            behind.setdefault(each.people, []).append(each)
    for people, found in behind.items():
        first, criteria = found[0], [each.criterion for each in found]
        weights = {subject.weight(each) for each in criteria}
        names = names_of(subject, people)
        rate = command("rate", f"{cell_code(first.criterion)}={first.rating}", *EVIDENCE)
        yield Finding(
            f"{numbers(criteria)} {'rests' if len(criteria) == 1 else 'rest'} only on the word of "
            f"{names}, who left {'on' if len(people) == 1 else 'by'} {first.left}",
            subject.cell_path(first.criterion, US),
            f"ask somebody who is still there: {rate}",
            severity=None if None in weights else Severity.INFO,
        )


_PRADO = 'prado: {name: "Luis Prado"%s}'
_SAID = """\
inside_support:
  us:
    rating: "+"
    evidence: [{who: "Luis Prado", what: "Sends us the agenda"}]
"""

RULE = Rule(
    code="TAS624",
    name="word-of-departed",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "When somebody leaves, what they knew stays true for a while, but their support goes with "
        "them. This is reported where all evidence for a rating of ours is the word of people who "
        "have left, and nobody has confirmed the rating since: a warning where the strategy "
        "depends on it, and a hint elsewhere."
    ),
    bad=mapped(_PRADO % ", left: 2026-11-20", _SAID),
    good=mapped(_PRADO % ", left: 2026-12-20", _SAID),
    instead=(
        "Ask somebody who is still there, and rate it according to the answer: "
        '`tas rate ID 11=+ --evidence "…" --who "…"`.'
    ),
    asked_of=mapped_deals,
    check=_check,
)
