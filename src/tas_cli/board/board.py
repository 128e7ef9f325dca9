"""All deals on one board: lines in, groups, changes and what needs attention out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from tas_cli.assess.process import Step, sales_process
from tas_cli.board.figures import Figures, figures
from tas_cli.board.line import Line
from tas_cli.board.money import Scale, scale
from tas_cli.board.reasons import Reason
from tas_cli.board.scope import Scope
from tas_cli.source.characters import folded

URGENT = 10
"""How many deals are named that need a debrief."""


class Row(NamedTuple):
    """A deal with its line."""

    id: str
    file: str
    line: Line


class Group(NamedTuple):
    """Deals that have something in common; `key` is None where it is that they lack it."""

    key: str | None
    figures: Figures


class Urgent(NamedTuple):
    """A deal that needs a debrief, and why."""

    row: Row
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> int:
        """What all reasons weigh together."""
        return sum(reason.weight for reason in self.reasons)


class Changes(NamedTuple):
    """The deals in which something changed."""

    new: tuple[Row, ...]
    closed: tuple[Row, ...]
    slipped: tuple[Row, ...]
    moved: tuple[Row, ...]
    better: tuple[Row, ...]
    worse: tuple[Row, ...]


class Board(NamedTuple):
    """The whole board; `by` names what the groups have in common, `broken` what could not be read.

    `process` is the company's sales process, for the names of its steps.
    """

    scope: Scope
    by: str
    scale: Scale
    total: Figures
    groups: tuple[Group, ...]
    changes: Changes
    urgent: tuple[Urgent, ...]
    needing: int
    forecast: tuple[Row, ...]
    broken: tuple[str, ...]
    process: tuple[Step, ...]


def board(rows: Sequence[Row], scope: Scope, by: str, broken: Iterable[str] = ()) -> Board:
    """Return the board of some deals."""
    lines = [row.line for row in rows]
    process = sales_process(scope.settings)
    scaled = scale((line for line in lines if line.open), scope.settings)
    urgent = sorted((row for row in rows if row.line.reasons), key=_order)
    return Board(
        scope,
        by,
        scaled,
        figures(lines, scope, scaled),
        tuple(_groups(lines, scope, by, scaled)),
        _changes(rows),
        tuple(Urgent(row, _reasons(row.line)) for row in urgent[:URGENT]),
        len(urgent),
        tuple(row for row in rows if row.line.forecast),
        tuple(broken),
        process,
    )


_KEYS: dict[str, Callable[[Line], str | None]] = {
    "owner": lambda line: line.person,
    "step": lambda line: line.step,
    "customer": lambda line: line.customer,
}


def _groups(lines: Sequence[Line], scope: Scope, by: str, scaled: Scale) -> list[Group]:
    """Return the groups that have an open deal: by name, steps in order, what lacks it last."""
    members = by_key(lines, _KEYS[by])
    order = {step.key: step.number for step in sales_process(scope.settings)}
    listed = sorted(
        members,
        key=lambda key: (key is None, order.get(key or "", 0) if by == "step" else 0, _folded(key)),
    )
    groups = (Group(key, figures(members[key], scope, scaled)) for key in listed)
    return [group for group in groups if group.figures.open or group.figures.debriefs]


def by_key(
    lines: Sequence[Line], key: Callable[[Line], str | None]
) -> dict[str | None, list[Line]]:
    """Return lines by what they have in common; names are compared as people's are."""
    found: dict[str | None, list[Line]] = {}
    names: dict[str, str] = {}
    for line in lines:
        name = key(line)
        name = None if name is None else names.setdefault(folded(name), name)
        found.setdefault(name, []).append(line)
    return found


def _folded(key: str | None) -> str:
    return (key or "").casefold()


def _changes(rows: Sequence[Row]) -> Changes:
    return Changes(
        new=tuple(row for row in rows if row.line.new),
        closed=tuple(row for row in rows if row.line.closed),
        slipped=tuple(row for row in rows if row.line.slipped),
        moved=tuple(row for row in rows if row.line.moved),
        better=tuple(row for row in rows if row.line.better),
        worse=tuple(row for row in rows if row.line.worse),
    )


def _reasons(line: Line) -> tuple[Reason, ...]:
    return tuple(Reason._make(each) for each in line.reasons)


def _order(row: Row) -> tuple[int, str, str]:
    """Return the order of need: by weight, then what closes soonest, then by id."""
    return -sum(each[1] for each in row.line.reasons), row.line.close or "9999", row.id
