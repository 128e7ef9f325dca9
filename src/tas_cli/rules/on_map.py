"""What the checks of people have in common.

A rank, influence or contact that nobody has entered counts as what satisfies a check: what is
reported stays true whatever it turns out to be. A check on standings, roles or ranks looks only at
maps that have any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tas_cli.assess.organization import band
from tas_cli.diagnostics import Finding
from tas_cli.method.catalogue import US, numbered
from tas_cli.model.person import Person
from tas_cli.rules.command_lines import command, unknown
from tas_cli.rules.in_process import HEAD
from tas_cli.rules.rule import Check
from tas_cli.rules.subject import Subject
from tas_cli.words import some

_NAMED = 3
"""How many people a message names."""


def name_of(subject: Subject, key: str) -> str:
    """Return the name of somebody on the map, the short name if there is none."""
    return subject.people[key].name or key


def names_of(subject: Subject, keys: Iterable[str]) -> str:
    """Return the names of people on the map, the first few of many."""
    return listed(name_of(subject, key) for key in keys)


def listed(names: Iterable[str]) -> str:
    """Return names as a message has them: the first few of many."""
    return some([*names], _NAMED)


def uses(subject: Subject, field: str) -> bool:
    """Whether a map has a field of people at all, those who have left included."""
    return any(getattr(each, field) for each in subject.people.values())


def claims(subject: Subject, criterion: str, *fields: str) -> bool:
    """Whether a criterion is + for us, and the map has these fields, by which it is judged."""
    return subject.sign(criterion) == "+" and all(uses(subject, each) for each in fields)


def may_reach(grade: int | None, least: int) -> bool:
    """Whether a rank or influence reaches a limit, or may do so because it is unknown."""
    return grade is None or grade >= least


def may_be_inner(subject: Subject, person: Person) -> bool:
    """Whether somebody is in the inner circle, or may be because the influence is unknown."""
    return band(person.influence, subject.settings) in (None, "inner_circle")


def unmet(person: Person) -> bool:
    """Whether we have had no contact with somebody; unknown contact is not reported."""
    return person.coverage == "none"


def unbacked(
    criterion: str, field: str, fits: Callable[[Subject, Person], bool], words: str
) -> Check:
    """Return a check for a + of ours that nobody present on the map backs.

    Only maps with `field` are looked at; `fits` says whether somebody backs the rating or may do
    so, `words` what is wrong if nobody does.
    """

    def check(subject: Subject) -> Iterator[Finding]:
        backed = any(fits(subject, each) for each in subject.present.values())
        if not backed and claims(subject, criterion, field):
            yield contradicted(subject, criterion, words)

    return check


def contradicted(subject: Subject, criterion: str, words: str) -> Finding:
    """Return the finding that the map contradicts our +."""
    return Finding(
        f"{numbered(criterion)} is +, but {words}",
        subject.cell_path(criterion, US),
        f"correct the map ({command('map')}), or rate it unknown: {unknown(criterion)}",
    )


def mapped(people: str, ratings: str = "", rest: str = "") -> str:
    """Return an example: a deal with people and ratings, each a line of its own."""
    listed = "".join(f"  {line}\n" for line in people.splitlines())
    rated = "".join(f"      {line}\n" for line in ratings.splitlines())
    assessed = f"assessments:\n  - date: 2026-11-16\n    ratings:\n{rated}" if ratings else ""
    return f"{HEAD}people:\n{listed}{rest}{assessed}"


def plus(criterion: str) -> str:
    """Return the rating + of a criterion in an example, with evidence."""
    said = '{when: 2026-11-12, who: "Joan Meyer", what: "Said so"}'
    return f'{criterion}:\n  us:\n    rating: "+"\n    evidence: [{said}]\n'
