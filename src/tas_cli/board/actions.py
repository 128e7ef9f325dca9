"""Action items across the workspace: collected from every file, and sorted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tas_cli.assess.actions import Numbered
from tas_cli.board.scope import days_since, iso
from tas_cli.diagnostics import typeable
from tas_cli.gather.shape import Day


class Due(NamedTuple):
    """An action item as plain data: days are ISO text; `agreed` is the day of its debrief."""

    number: int
    what: str
    owner: str | None
    due: Day | None
    done: Day | None
    agreed: Day


def due(item: Numbered, day: date) -> Due:
    """Return an action item as plain data, as of a day."""
    action = item.action
    return Due(
        item.number,
        action.what,
        action.owner or None,
        iso(action.due),
        None if item.open(day) else iso(action.done),
        item.asked.isoformat(),
    )


class DealActions(NamedTuple):
    """A deal's name and state, with all its actions.

    `id` and `file` do not depend on the content, so they are empty in the cache.
    """

    name: str
    customer: str
    owner: str | None
    status: str
    actions: list[Due]
    id: str = ""
    file: str = ""


class Listed(NamedTuple):
    """An action and its deal; if it names nobody, it is up to the deal's owner.

    `days` is the number of days since it was due, negative before that.
    """

    deal: DealActions
    action: Due
    days: int | None

    @property
    def owner(self) -> str | None:
        """Who is to do it."""
        return self.action.owner or self.deal.owner

    @property
    def done_command(self) -> str:
        """What marks it as done."""
        return f"tas actions done {typeable(self.deal.id)} {self.action.number}"

    @property
    def overdue(self) -> bool:
        """Whether it is past its due date and not done."""
        return self.action.done is None and self.days is not None and self.days > 0


def listed(deals: Iterable[DealActions], day: date, *, everything: bool) -> list[Listed]:
    """Return the open actions of open deals, or with `everything` all actions.

    The longest overdue come first, then those due next, without a due date, and done.
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
