"""A rep's page: what is due, what matters in each deal, and what others owe; pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from tas_cli.board.actions import TACTICS, DealActions, Listed, in_order, listed
from tas_cli.board.forecast import Group, Wanted, outlook
from tas_cli.board.line import DealLine
from tas_cli.board.matters import MatteringDeal, most_serious_first
from tas_cli.board.money import Money, scale, sums
from tas_cli.board.scope import Scope
from tas_cli.reading.owners import Owners
from tas_cli.typed.periods import period, quarter_of

_WEEK = 7
"""Days ahead in which an action item counts as due."""


class Today(NamedTuple):
    """A rep's page as of a day; `person` is None for everybody's deals.

    `meetings` are the deals with a next meeting, soonest first, `unplanned` those without one if
    there are any with one; a deal on hold needs none. `due` are the person's action items in any
    deal, overdue ones first; `later` those due later or without a date; `waiting` what others are
    to do in the person's deals. `tactics` and `tactics_later` are the person's tactics, likewise,
    `accounts` and `accounts_later` what the person is to do for accounts.
    `quarter` is the present one, `outlook` the person's forecast for it, None if no deal of theirs
    is called in it and there is no quota.
    """

    scope: Scope
    person: str | None
    deals: tuple[MatteringDeal, ...]
    money: tuple[Money, ...]
    meetings: tuple[DealLine, ...]
    unplanned: tuple[DealLine, ...]
    due: tuple[Listed, ...]
    later: tuple[Listed, ...]
    waiting: tuple[Listed, ...]
    tactics: tuple[Listed, ...]
    tactics_later: tuple[Listed, ...]
    accounts: tuple[Listed, ...]
    accounts_later: tuple[Listed, ...]
    quarter: str
    outlook: Group | None

    @property
    def all_due(self) -> list[Listed]:
        """The action items and tactics that are due, overdue ones first."""
        return in_order((*self.due, *self.tactics, *self.accounts))

    @property
    def all_later(self) -> list[Listed]:
        """Those due later or without a date."""
        return in_order((*self.later, *self.tactics_later, *self.accounts_later))


def today(
    lines: Sequence[DealLine], scope: Scope, person: str | None, accounts: Sequence[Listed] = ()
) -> Today:
    """Return a person's page; the most serious deals come first, among them the largest.

    `accounts` are the open actions of accounts.
    """
    owners = Owners(scope.settings.team)
    every = [line for line in lines if line.open]
    own = [line for line in every if owners.same(line.person, person)]
    items = listed(map(_with_actions, every), scope.day, everything=False)
    planned = listed(map(_with_tactics, every), scope.day, everything=False, noun=TACTICS)
    mine = [each for each in items if owners.same(each.owner, person)]
    tactics = [each for each in planned if owners.same(each.owner, person)]
    for_accounts = [each for each in in_order(accounts) if owners.same(each.owner, person)]
    others = [each for each in items if not owners.same(each.owner, person)]
    ids = {line.id for line in own}
    meetings = sorted((line for line in own if line.meeting), key=_meeting_day)
    worth = scale(own, scope.settings)
    deals = most_serious_first(own, scope, worth)
    return Today(
        scope,
        person,
        tuple(deals),
        sums(own, worth),
        meetings=tuple(meetings),
        unplanned=tuple(_unplanned(own)) if meetings else (),
        due=tuple(each for each in mine if _is_due(each)),
        later=tuple(each for each in mine if not _is_due(each)),
        waiting=tuple(each for each in others if each.deal.id in ids),
        tactics=tuple(each for each in tactics if _is_due(each)),
        tactics_later=tuple(each for each in tactics if not _is_due(each)),
        accounts=tuple(each for each in for_accounts if _is_due(each)),
        accounts_later=tuple(each for each in for_accounts if not _is_due(each)),
        **_forecast(lines, scope, lambda whose: owners.same(whose, person)),
    )


def _forecast(
    lines: Sequence[DealLine], scope: Scope, counts: Callable[[str | None], bool]
) -> dict[str, Any]:
    begins = scope.settings.first_month
    name = quarter_of(scope.day, begins)
    days = period(name, "--quarter", scope.day, begins)
    due = (line for line in lines if line.open and line.called and days.has(line.close))
    group = outlook(lines, scope, Wanted(days, name, "owner", counts))
    used = group.quota is not None or any(counts(line.person) for line in due)
    return {"quarter": name, "outlook": group if used else None}


def _meeting_day(line: DealLine) -> str:
    return (line.meeting and line.meeting.date) or "9999"


def _unplanned(lines: Iterable[DealLine]) -> Iterator[DealLine]:
    return (line for line in lines if line.meeting is None and line.hold is None)


def _is_due(each: Listed) -> bool:
    return each.days is not None and each.days >= -_WEEK


def _with_actions(line: DealLine) -> DealActions:
    return DealActions(
        line.name, line.customer, line.owner, line.status, line.agreed, line.id, line.file
    )


def _with_tactics(line: DealLine) -> DealActions:
    return _with_actions(line)._replace(actions=line.tactics)
