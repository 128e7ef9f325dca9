"""Corrective actions across the workspace: a question to each file, and all of them in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tas_cli.gather.memory import Kept
from tas_cli.gather.shape import Day

if TYPE_CHECKING:
    from tas_cli.model.opportunity import Opportunity


class Due(NamedTuple):
    """A corrective action, as plain data: days are ISO text; `agreed` is that of its debrief."""

    number: int
    what: str
    owner: str | None
    due: Day | None
    done: Day | None
    agreed: Day


class DealActions(NamedTuple):
    """A deal's name and state, with all of its actions."""

    name: str
    customer: str
    owner: str | None
    status: str
    actions: list[Due]


class Listed(NamedTuple):
    """An action with the deal that it belongs to; who does it is the deal's owner if nobody else.

    `days` are those since it was due, less than none where that is to come.
    """

    id: str
    file: str
    deal: DealActions
    action: Due
    days: int | None

    @property
    def owner(self) -> str | None:
        """Who is to do it."""
        return self.action.owner or self.deal.owner

    @property
    def overdue(self) -> bool:
        """Whether it should have been done, and is not."""
        return self.action.done is None and self.days is not None and self.days > 0


def actions_of(contents: Sequence[bytes], day: date) -> list[Kept]:
    """Return the corrective actions of a handful of files, as a day knew them."""
    from tas_cli.reading.read import read_opportunities  # noqa: PLC0415 - not for what is kept

    return [_actions(reading.value, day) for reading in read_opportunities(contents)]


def _actions(found: Opportunity | None, day: date) -> Kept:
    """Return a deal's corrective actions, nothing at all where its file cannot be trusted."""
    from tas_cli.assess.actions import numbered_actions  # noqa: PLC0415 - not for what is kept
    from tas_cli.assess.as_of import as_of  # noqa: PLC0415 - as above

    if found is None:
        return []
    then = as_of(found, day)
    listed = [
        Due(
            each.number,
            each.action.what,
            each.action.owner or None,
            each.action.due.isoformat() if each.action.due else None,
            None if each.open(day) or not each.action.done else each.action.done.isoformat(),
            each.asked.isoformat(),
        )
        for each in numbered_actions(then)
    ]
    return [then.name, then.customer, then.owner or None, then.status, listed]


def restored(kept: Kept) -> DealActions:
    """Return what was kept of a deal."""
    name, customer, owner, status, actions = kept
    return DealActions(name, customer, owner, status, [Due._make(each) for each in actions])


def listed(
    deals: Iterable[tuple[str, str, DealActions]], day: date, *, everything: bool
) -> list[Listed]:
    """Return the actions of open deals that are still to be done, or simply all.

    The longest overdue comes first, then what is due next, what has no day, and what is done.
    """
    found = [
        Listed(name, file, deal, action, _days(action.due, day))
        for name, file, deal in deals
        for action in deal.actions
        if everything or (deal.status == "open" and action.done is None)
    ]
    return sorted(found, key=_order)


def _days(due: str | None, day: date) -> int | None:
    return (day - date.fromisoformat(due)).days if due else None


def _order(each: Listed) -> tuple[bool, str, str, int]:
    return each.action.done is not None, each.action.due or "9999", each.id, each.action.number
