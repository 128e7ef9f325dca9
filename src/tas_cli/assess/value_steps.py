"""The value of a case step by step: from its benefits over its costs to what is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

from tas_cli.assess.value import Balance, Gain, Valuation

StepKind = Literal["confirmed", "claimed", "cost", "sum"]


class Step(NamedTuple):
    """A benefit, a cost or a sum, over the months that are counted: it leads from one level on.

    A sum leads from 0, and has the `balance` behind it. Of a sum, `confirmed` says that no benefit
    in it is only our claim.
    """

    kind: StepKind
    what: str
    before: Fraction
    change: Fraction
    confirmed: bool = False
    balance: Balance | None = None

    @property
    def after(self) -> Fraction:
        """The level it leads to."""
        return self.before + self.change


def steps(found: Valuation) -> tuple[Step, ...]:
    """Return the way to the net value; empty without any figure.

    What the customer confirmed comes first, then the costs and what is left of it, and then what we
    only claim. A benefit or cost without a figure is left out.
    """
    sure = [(each.benefit.what, each.over(found.months)) for each in _gains(found, sure=True)]
    claims = [(each.benefit.what, each.over(found.months)) for each in _gains(found, sure=False)]
    costs = [
        (each.cost.what, -each.flow.over(found.months))
        for each in found.expenses
        if each.flow is not None
    ]
    if sure and costs and claims:
        middle = _sum(found.confirmed, confirmed=True)
        first = [*_run("confirmed", sure), *_run("cost", costs, found.confirmed.gained)]
        rest = [*_run("claimed", claims, middle.after), _sum(found.claimed, confirmed=False)]
        return (*first, middle, *rest)
    gains = [*_run("confirmed", sure), *_run("claimed", claims, found.confirmed.gained)]
    way = [*gains, *_run("cost", costs, found.claimed.gained)]
    total = _sum(found.claimed, confirmed=not claims)
    return (*way, total) if len(way) > 1 else tuple(way)


def _gains(found: Valuation, *, sure: bool) -> Iterator[Gain]:
    for each in found.gains:
        if each.flow is not None and bool(each.confirmed) is sure:
            yield each


def _run(
    kind: StepKind, changes: Iterable[tuple[str, Fraction]], level: Fraction = Fraction(0)
) -> Iterator[Step]:
    """Yield steps one after the other, from a level on."""
    for what, change in changes:
        yield Step(kind, what, level, change)
        level += change


def _sum(balance: Balance, *, confirmed: bool) -> Step:
    return Step("sum", "", Fraction(0), balance.net, confirmed, balance)
