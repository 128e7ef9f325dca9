"""The plan of a deal on a day: what is to be done, and what the plan does not cover (section 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.influence import by_influence, of_weight, sides
from tas_cli.assess.people import for_us
from tas_cli.diagnostics import Path
from tas_cli.method.catalogue import criteria_by_key
from tas_cli.method.plan import tactic_kinds
from tas_cli.model.opportunity import Opportunity
from tas_cli.strategy.decision import Deciding

if TYPE_CHECKING:
    from tas_cli.model.plan import Tactic

RETRIEVE = "retrieve"


class Planned(NamedTuple):
    """A tactic and its number in the file."""

    number: int
    tactic: Tactic

    @property
    def path(self) -> Path:
        """Its place in the file."""
        return ("tactics", self.number - 1)

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.tactic.done is None

    def overdue(self, day: date) -> bool:
        """Whether it should have been done before a day."""
        return self.open and self.tactic.due is not None and self.tactic.due < day


def is_planned(deal: Opportunity) -> bool:
    """Whether a deal uses any key of the plan: a frame, tactics, or the customer's dates."""
    return bool(_framed(deal) or deal.tactics or deal.close_plan)


def uses_plan(deal: Opportunity) -> bool:
    """Whether a deal has a plan, or anything that belongs to one: challenges, partners, signs."""
    return bool(is_planned(deal) or deal.challenges or deal.partners or deal.signs)


def _framed(deal: Opportunity) -> bool:
    strategy = deal.strategy
    return bool(strategy and (strategy.goal or strategy.objective or strategy.customer))


def without_history(deal: Opportunity) -> tuple[str, ...]:
    """Return the parts of a plan of which the file keeps no history: on any day, they are as now.

    Of tactics and of the customer's dates, it only knows when they were done or agreed to.
    """
    dated = deal.close_plan and deal.close_plan.dates
    parts = {"goals": _framed(deal), "tactics": deal.tactics, "dates": dated}
    return tuple(part for part, used in parts.items() if used)


def open_tactics(deal: Opportunity) -> list[Planned]:
    """Return the tactics that are still to be done, by number."""
    numbered = (Planned(*each) for each in enumerate(deal.tactics, 1))
    return [each for each in numbered if each.open]


def in_time_order(deal: Opportunity) -> list[Planned]:
    """Return the tactics: open ones by when they are due, then those done by when they were."""
    listed = [Planned(*each) for each in enumerate(deal.tactics, 1)]
    return sorted(listed, key=_time)


def _time(each: Planned) -> tuple[bool, date, str, int]:
    tactic = each.tactic
    return not each.open, tactic.done or tactic.due or date.max, tactic.time or "", each.number


def next_tactic(deal: Opportunity) -> Planned | None:
    """Return the open tactic that is due first, None if none is open."""
    return next((each for each in in_time_order(deal) if each.open), None)


class Total(NamedTuple):
    """What the items of the objective add up to, and the deal's amount, None if it has none."""

    items: Decimal
    amount: Decimal | None

    @property
    def gap(self) -> Decimal:
        """What the items lack of the amount, below 0 if they exceed it; 0 without an amount."""
        return self.amount - self.items if self.amount is not None else Decimal(0)


def total(deal: Opportunity) -> Total | None:
    """Return what the objective's items add up to; None unless every item has an amount."""
    objective = deal.strategy.objective if deal.strategy else None
    amounts = [each.amount for each in objective.items] if objective else []
    known = [each for each in amounts if each is not None]
    if not amounts or len(known) < len(amounts):
        return None
    return Total(sum(known, Decimal(0)), deal.amount)


class Camps(NamedTuple):
    """Who is for us, who is against us, and who of weight is neither, most influential first."""

    ours: tuple[str, ...]
    others: tuple[str, ...]
    undecided: tuple[str, ...]


def camps(deal: DealOnDay) -> Camps:
    """Return where the people of a deal stand."""
    people = deal.present
    ours, others = sides(people)
    left = (key for key in people if key not in (*ours, *others))
    weighty = (key for key in left if of_weight(people[key], deal.settings))
    return Camps(ours, others, by_influence(people, weighty))


class Uncovered(NamedTuple):
    """What a plan leaves out.

    `kinds` are the kinds of tactic of which none is open; retrieving is left out only if an unknown
    decides the strategy. `unknown` are the cells that decide the
    strategy and that no open tactic retrieves. `people` are those of weight who are not for us and
    for whom there is neither an approach nor an open tactic, most influential first.
    """

    kinds: tuple[str, ...]
    unknown: tuple[Deciding, ...]
    people: tuple[str, ...]


def uncovered(deal: DealOnDay) -> Uncovered:
    """Return what the plan of an open deal leaves out."""
    tactics = [each.tactic for each in open_tactics(deal.opportunity)]
    used = {each.kind for each in tactics}
    if not deal.decision.deciding:
        used.add(RETRIEVE)
    asked = {number for each in tactics if each.kind == RETRIEVE for number in each.criteria}
    return Uncovered(
        tuple(key for key in tactic_kinds() if key not in used),
        tuple(_unasked(deal.decision.deciding, asked)),
        _unplanned(deal, {person for each in tactics for person in each.people}),
    )


def _unasked(deciding: Iterable[Deciding], asked: set[int]) -> Iterator[Deciding]:
    for each in deciding:
        if criteria_by_key()[each.criterion].number not in asked:
            yield each


def _unplanned(deal: DealOnDay, planned: set[str]) -> tuple[str, ...]:
    people = deal.present
    known = any(each.status for each in people.values())
    found = (
        key
        for key, each in people.items()
        if known
        and of_weight(each, deal.settings)
        and not for_us(each)
        and not each.approached
        and key not in planned
    )
    return by_influence(people, found)
