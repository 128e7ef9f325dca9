"""Action items across the workspace: collected from every file, and sorted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tas_cli.assess.actions import Numbered, answer_to
from tas_cli.board.scope import days_since, iso
from tas_cli.diagnostics import typeable
from tas_cli.gather.shape import Day

if TYPE_CHECKING:
    from tas_cli.model.plan import Tactic


ACTIONS, TACTICS = "actions", "tactics"
"""The commands whose records are to be done."""


class Due(NamedTuple):
    """An action item or a tactic as plain data: days are ISO text.

    `agreed` is the day of its debrief; a tactic has none. `tactic` is the day on which an action
    item became one. A point that a challenge raised can have an `answer`.
    """

    number: int
    what: str
    owner: str | None
    due: Day | None
    done: Day | None
    agreed: Day | None
    tactic: Day | None = None
    answer: str | None = None

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.done is None and self.tactic is None


def due(item: Numbered, day: date) -> Due:
    """Return an action item as plain data, as of a day."""
    action = item.action
    return Due(
        item.number,
        action.what,
        action.owner or None,
        iso(action.due),
        iso(action.done) if item.done(day) else None,
        item.asked.isoformat(),
        iso(action.tactic),
        answer_to(action),
    )


def planned(number: int, tactic: Tactic) -> Due:
    """Return a tactic as plain data."""
    owner, due, done = tactic.owner or None, iso(tactic.due), iso(tactic.done)
    return Due(number, tactic.what, owner, due, done, None)


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
    """An action or a tactic, and its deal; if it names nobody, it is up to the deal's owner.

    `days` is the number of days since it was due, negative before that. `noun` is the command
    whose record it is: actions or tactics. What an account has instead of a deal has a `key`
    instead of a number.
    """

    deal: DealActions
    action: Due
    days: int | None
    noun: str = ACTIONS
    key: str = ""

    @property
    def name(self) -> str:
        """Its deal and number."""
        number = self.key or self.action.number
        return f"{self.deal.id} {'' if self.noun == ACTIONS else 'tactic '}{number}"

    @property
    def owner(self) -> str | None:
        """Who is to do it."""
        return self.action.owner or self.deal.owner

    @property
    def done_command(self) -> str:
        """What marks it as done."""
        name, number = typeable(self.deal.id), self.key or self.action.number
        if self.noun == TACTICS:
            return f"tas tactics {name} {number} done=today"
        return f"tas actions done {name} {number}"

    @property
    def overdue(self) -> bool:
        """Whether it is past its due date and not done."""
        return self.action.open and self.days is not None and self.days > 0


def listed(
    deals: Iterable[DealActions], day: date, *, everything: bool, noun: str = ACTIONS
) -> list[Listed]:
    """Return the open actions (or tactics) of open deals, or with `everything` all of them.

    The longest overdue come first, then those due next, without a due date, and done.
    """
    found = [
        Listed(deal, action, days_since(action.due, day) if action.due else None, noun)
        for deal in deals
        for action in deal.actions
        if everything or (deal.status == "open" and action.open)
    ]
    return in_order(found)


def in_order(found: Iterable[Listed]) -> list[Listed]:
    """Return actions and tactics: the longest overdue first, then those due next, then the rest."""
    return sorted(found, key=_order)


def _order(each: Listed) -> tuple[bool, str, str, str, int]:
    return (
        not each.action.open,
        each.action.due or "9999",
        each.deal.id,
        each.noun,
        each.action.number,
    )
