"""All deals on one board: takes lines, returns groups, changes and what needs attention."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from tas_cli.assess.process import sales_process
from tas_cli.board.asking import Asking, asking
from tas_cli.board.changes import (
    grown,
    handed_over,
    has_closed,
    is_new,
    moved,
    pulled_in,
    shrunk,
    slipped,
)
from tas_cli.board.figures import Figures, figures
from tas_cli.board.line import DealLine
from tas_cli.board.money import Money, Scale, scale, sums
from tas_cli.board.reasons import Reason
from tas_cli.board.scope import Scope
from tas_cli.method.catalogue import SalesStep
from tas_cli.reading.owners import Owners
from tas_cli.source.characters import folded

URGENT = 10
"""The most deals needing a debrief that are named."""
CHANGES: dict[str, Callable[[DealLine], object]] = {
    "new": is_new,
    "closed": has_closed,
    "grown": grown,
    "shrunk": shrunk,
    "slipped": slipped,
    "pulled_in": pulled_in,
    "handed_over": handed_over,
    "moved": moved,
    "better": attrgetter("better"),
    "worse": attrgetter("worse"),
}
"""What can have changed in a deal since a day, and whether it did in a line."""


class Group(NamedTuple):
    """Deals that have something in common; `key` is None for those that lack it."""

    key: str | None
    figures: Figures


class Urgent(NamedTuple):
    """A deal that needs a debrief, and why."""

    deal: DealLine
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> int:
        """The total weight of the reasons."""
        return sum(reason.weight for reason in self.reasons)


@dataclass
class Board:
    """The whole board; `by` names what the groups have in common, `broken` the unreadable files.

    `scale` converts the amounts of open deals. Each part is worked out when it is asked for.
    """

    deals: Sequence[DealLine]
    scope: Scope
    by: str
    scale: Scale
    broken: tuple[str, ...]

    @cached_property
    def open(self) -> list[DealLine]:
        """The open deals."""
        return [line for line in self.deals if line.open]

    @cached_property
    def money(self) -> tuple[Money, ...]:
        """Their sums by currency, as in the total."""
        return sums(self.open, self.scale)

    @cached_property
    def total(self) -> Figures:
        """The figures of all deals."""
        return figures(self.deals, self.scope, self.scale)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The same by owner, team, step or customer."""
        return tuple(_groups(self.deals, self.scope, self.by, self.scale))

    @cached_property
    def asking(self) -> Asking:
        """What to ask about."""
        return asking(self.deals, self.scope, self.scale)

    @cached_property
    def changes(self) -> dict[str, list[DealLine]]:
        """The deals that changed, by kind of change (see `CHANGES`)."""
        return {kind: [*filter(changed, self.deals)] for kind, changed in CHANGES.items()}

    @cached_property
    def _needing(self) -> list[DealLine]:
        return sorted((line for line in self.deals if line.reasons), key=_order)

    @property
    def needing(self) -> int:
        """How many deals need a debrief."""
        return len(self._needing)

    @property
    def urgent(self) -> tuple[Urgent, ...]:
        """The deals that need one most."""
        first = self._needing[:URGENT]
        return tuple(Urgent(line, tuple(map(Reason._make, line.reasons))) for line in first)

    @cached_property
    def forecast(self) -> tuple[DealLine, ...]:
        """The deals whose ratings contradict the forecast."""
        return tuple(line for line in self.deals if line.forecast)

    @property
    def process(self) -> tuple[SalesStep, ...]:
        """The company's sales process, for the names of its steps."""
        return sales_process(self.scope.settings)


def board(deals: Sequence[DealLine], scope: Scope, by: str, broken: Iterable[str] = ()) -> Board:
    """Return the board for these deals."""
    scaled = scale((line for line in deals if line.open), scope.settings)
    return Board(deals, scope, by, scaled, tuple(broken))


def _keys(scope: Scope) -> dict[str, Callable[[DealLine], str | None]]:
    owners = Owners(scope.settings.team)
    return {
        "owner": lambda line: line.person,
        "team": lambda line: owners.team_of(line.person),
        "step": lambda line: line.step,
        "customer": lambda line: line.customer,
    }


def _groups(lines: Sequence[DealLine], scope: Scope, by: str, scaled: Scale) -> list[Group]:
    """Return the groups with an open deal: by name, or steps in order; without a key last."""
    members = by_key(lines, _keys(scope)[by])
    steps = sales_process(scope.settings) if by == "step" else ()
    order = {step.key: step.number for step in steps}
    listed = sorted(
        members,
        key=lambda key: (key is None, order.get(key or "", 0), (key or "").casefold()),
    )
    groups = (Group(key, figures(members[key], scope, scaled)) for key in listed)
    return [group for group in groups if group.figures.open or group.figures.debriefs]


def by_key(
    lines: Sequence[DealLine], key: Callable[[DealLine], str | None]
) -> dict[str | None, list[DealLine]]:
    """Return lines by a key; keys are compared like people's names."""
    found: dict[str | None, list[DealLine]] = {}
    names: dict[str, str] = {}
    for line in lines:
        name = key(line)
        name = None if name is None else names.setdefault(folded(name), name)
        found.setdefault(name, []).append(line)
    return found


def _order(line: DealLine) -> tuple[int, str, str]:
    """Return the order of urgency: by weight, then by what closes soonest, then by id."""
    return -sum(each[1] for each in line.reasons), line.close or "9999", line.id
