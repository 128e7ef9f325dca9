"""What to talk about with a rep: facts from their open deals, each with a question; pure.

The questions and what counts as often are our reading. Facts only: a person gets no score.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tas_cli.board.figures import share
from tas_cli.board.line import DealLine
from tas_cli.board.scope import RECENT, Scope, shifted
from tas_cli.method.catalogue import criterion_keys
from tas_cli.reading.owners import Owners

_MOST = 5
"""The most criteria that are shown."""
_OFTEN = 2
"""In how many deals a criterion must be weak or unknown to be shown."""


class Open(NamedTuple):
    """A criterion that is weak or unknown in several deals, and in which."""

    criterion: str
    weak: tuple[DealLine, ...]
    unknown: tuple[DealLine, ...]

    @property
    def deals(self) -> int:
        """In how many deals."""
        return len(self.weak) + len(self.unknown)


class Evidence(NamedTuple):
    """Over some open deals, how many of our ratings are +, and how many of these have evidence."""

    deals: int
    plus: int
    proven: int

    @property
    def share(self) -> int | None:
        """The share with evidence, in whole percent, rounded down; None if there is no +."""
        return share(self.proven, self.plus)


class RepPage(NamedTuple):
    """A rep's open deals; the rep's evidence beside that of others, of the same `team` if any.

    `debriefs` counts those of the last 30 days, `undebriefed` the open deals without one.
    """

    scope: Scope
    rep: str
    lines: tuple[DealLine, ...]
    open: tuple[Open, ...]
    evidence: Evidence
    team: str | None
    others: Evidence
    debriefs: int
    undebriefed: tuple[DealLine, ...]
    broken: tuple[str, ...]

    @property
    def acting(self) -> list[DealLine]:
        """The deals with open action items, those with overdue ones first."""
        found = [line for line in self.lines if line.actions]
        return sorted(found, key=lambda line: -line.overdue_actions)

    @property
    def planned(self) -> list[DealLine]:
        """The deals with open tactics, those with overdue ones first."""
        found = [line for line in self.lines if line.open_tactics]
        return sorted(found, key=lambda line: -line.overdue_tactics)

    @property
    def unproven(self) -> list[DealLine]:
        """The deals with a + without evidence, those with most of them first."""
        found = [line for line in self.lines if plus(line) > line.proven]
        return sorted(found, key=lambda line: line.proven - plus(line))


def rep_page(
    lines: Iterable[DealLine], scope: Scope, rep: str, broken: Iterable[str] = ()
) -> RepPage:
    """Return what to talk about with a rep; `lines` are those of all reps."""
    owners = Owners(scope.settings.team)
    team, known = owners.team_of(rep), [*lines]
    names = {each for each in {line.person for line in known} if owners.same(each, rep)}
    mine, others = [], []
    for line in known:
        if line.person in names:
            mine.append(line)
        elif line.open and team in (None, owners.team_of(line.person)):
            others.append(line)
    still = tuple(line for line in mine if line.open)
    recent = shifted(scope.day, -RECENT).isoformat()
    return RepPage(
        scope,
        rep,
        still,
        tuple(_open(still)),
        _evidence(still),
        team,
        _evidence(others),
        sum(day >= recent for line in mine for day in line.debriefs),
        tuple(line for line in still if max(line.debriefs, default="") < recent),
        tuple(broken),
    )


def plus(line: DealLine) -> int:
    """Return how many of our ratings are +."""
    return line.signs[0].count("+")


def _evidence(lines: Sequence[DealLine]) -> Evidence:
    return Evidence(len(lines), sum(map(plus, lines)), sum(line.proven for line in lines))


def _open(lines: Sequence[DealLine]) -> list[Open]:
    """Return the criteria most often weak or unknown; an unrated deal says nothing about them."""
    assessed = [line for line in lines if line.rated]
    found = (
        Open(
            key,
            tuple(line for line in assessed if line.sign(key, 0) == "-"),
            tuple(line for line in assessed if line.sign(key, 0) == "?"),
        )
        for key in criterion_keys()
    )
    often = (each for each in found if each.deals >= _OFTEN)
    return sorted(often, key=lambda each: -each.deals)[:_MOST]
