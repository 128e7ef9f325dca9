"""Corrective actions across the workspace: a question to each file, and all of them in order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tas_cli.board.scope import days_since
from tas_cli.gather.shape import Day


class Due(NamedTuple):
    """A corrective action, as plain data: days are ISO text; `agreed` is that of its debrief."""

    number: int
    what: str
    owner: str | None
    due: Day | None
    done: Day | None
    agreed: Day


class DealActions(NamedTuple):
    """A deal's name and state, with all of its actions.

    `id` and `file` are nothing that the content says, so they are empty in what is kept.
    """

    name: str
    customer: str
    owner: str | None
    status: str
    actions: list[Due]
    id: str = ""
    file: str = ""


class Listed(NamedTuple):
    """An action with the deal that it belongs to; who does it is the deal's owner if nobody else.

    `days` are those since it was due, less than none where that is to come.
    """

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


def listed(deals: Iterable[DealActions], day: date, *, everything: bool) -> list[Listed]:
    """Return the actions of open deals that are still to be done, or simply all.

    The longest overdue comes first, then what is due next, what has no day, and what is done.
    """
    found = [
        Listed(deal, action, days_since(action.due, day) if action.due else None)
        for deal in deals
        for action in deal.actions
        if everything or (deal.status == "open" and action.done is None)
    ]
    return sorted(found, key=_order)


def _order(each: Listed) -> tuple[bool, str, str, int]:
    return each.action.done is not None, each.action.due or "9999", each.deal.id, each.action.number
