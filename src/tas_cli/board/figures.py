"""The figures of a group of deals: takes lines, returns numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from tas_cli.board.line import DealLine
from tas_cli.board.money import Money, Scale, sums
from tas_cli.board.scope import RECENT, Scope, shifted
from tas_cli.method.catalogue import criterion_keys, strategies
from tas_cli.source.characters import folded


class Figures(NamedTuple):
    """The figures for the open deals of a group.

    `money` has an entry for each currency; `reviewed` and `debriefed` count deals, `debriefs` the
    debriefs of the last 30 days (including those of deals closed since), `reps` the owners;
    `rated`, `ages` and `unknown` our cells, as in a line; `late` the deals past their close date or
    their step's usual days. The strategy None means that none is chosen, or recommended.
    """

    open: int
    money: tuple[Money, ...]
    without_amount: int
    reviewed: int
    debriefed: int
    debriefs: int
    reps: int
    rated: int
    ages: int
    unknown: int
    actions: int
    overdue_actions: int
    tactics: int
    overdue_tactics: int
    past_close: int
    past_days: int
    late: int
    chosen: dict[str | None, int]
    recommended: dict[str | None, int]

    def share(self, deals: int) -> int | None:
        """Return deals as whole percent of the open ones, rounded down; None if none is open."""
        return share(deals, self.open)

    @property
    def age(self) -> int | None:
        """The average age of our ratings in days, rounded."""
        return _quotient(self.ages, self.rated)

    @property
    def unknown_share(self) -> int | None:
        """The share of our cells that are unknown, in whole percent, rounded down."""
        return share(self.unknown, self.open * len(criterion_keys()))

    @property
    def debriefs_per_rep(self) -> str | None:
        """The debriefs of the last 30 days per owner, with one decimal."""
        tenths = _quotient(self.debriefs * 10, self.reps)
        return None if tenths is None else f"{tenths // 10}.{tenths % 10}"


def share(part: int | None, whole: int) -> int | None:
    """Return a part in whole percent, rounded down; None if the whole is 0."""
    return None if part is None or not whole else part * 100 // whole


def _quotient(part: int, whole: int) -> int | None:
    """Return a rounded quotient, half to even; None if `whole` is 0."""
    return round(Fraction(part, whole)) if whole else None


def figures(lines: Sequence[DealLine], scope: Scope, scale: Scale) -> Figures:
    """Return the figures of some deals."""
    still = [line for line in lines if line.open]
    recent = shifted(scope.day, -RECENT).isoformat()
    debriefs = [sum(day >= recent for day in line.debriefs) for line in lines]
    past_close = [line.past_close(scope.day) for line in still]
    past_days = [line.takes_longer for line in still]
    return Figures(
        open=len(still),
        money=sums(still, scale),
        without_amount=sum(line.amount is None for line in still),
        reviewed=sum(max(line.reviews, default="") >= recent for line in still),
        debriefed=sum(max(line.debriefs, default="") >= recent for line in still),
        debriefs=sum(debriefs),
        reps=len(_owners(lines, debriefs)),
        rated=sum(line.rated for line in still),
        ages=sum(line.ages for line in still),
        unknown=sum(line.unknown for line in still),
        actions=sum(line.actions for line in still),
        overdue_actions=sum(line.overdue_actions for line in still),
        tactics=sum(line.open_tactics for line in still),
        overdue_tactics=sum(line.overdue_tactics for line in still),
        past_close=sum(past_close),
        past_days=sum(past_days),
        late=sum(map(max, past_close, past_days)),
        chosen=_counted(line.chosen for line in still),
        recommended=_counted(line.recommended for line in still),
    )


def _owners(lines: Sequence[DealLine], debriefs: Sequence[int]) -> set[str]:
    """Return the owners of open deals and of recently debriefed ones."""
    return {
        folded(line.person)
        for line, recent in zip(lines, debriefs, strict=True)
        if line.person and (line.open or recent)
    }


def _counted(found: Iterable[str | None]) -> dict[str | None, int]:
    """Count strategies in the method's order; None comes last."""
    counts = Counter(found)
    return {key: counts[key] for key in (*strategies(), None) if counts[key]}
