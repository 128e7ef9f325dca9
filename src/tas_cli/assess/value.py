"""What a deal is worth to the customer, in figures (method, sections 2 and 9), exact.

Everything is a fraction until it is shown: `amount`, `tenths` and `whole` round, once. Benefits and
costs that recur count from `live` on, a year as twelve equal months, without discounting; what
comes once counts at `live`, the start. What has no figure is not counted, and says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, Literal, NamedTuple

from tas_cli.method.people import is_procurement
from tas_cli.model.currencies import decimals
from tas_cli.model.formula import FormulaError, result

if TYPE_CHECKING:
    from tas_cli.model.evidence import Evidence
    from tas_cli.model.opportunity import Opportunity
    from tas_cli.model.person import Person
    from tas_cli.model.value import Benefit, Case, Cost, Per

Uncounted = Literal["", "no formula", "no amount", "division by zero"]
"""Why something is not counted; empty if it is."""
_PER = {"month": "a month", "year": "a year", "once": "once"}
_EXACT = Context(prec=2000)
"""More digits than a file's formulas can come to."""


def amount(value: Fraction, currency: str) -> Decimal:
    """Round to the decimals of a currency, half away from zero: to cents, yen, fils."""
    return _rounded(value, decimals(currency))


def money(value: Fraction, currency: str) -> str:
    """Return an amount with its currency; decimals only where they are not 0: USD 240,000."""
    return f"{currency} {in_figures(value, currency)}"


def in_figures(value: Fraction, currency: str) -> str:
    """Return an amount without its currency, in groups of three digits."""
    exact = amount(value, currency)
    integral = exact.to_integral_value()
    return f"{integral if exact == integral else exact:,f}"


def recurring(flow: Flow, per: Per, currency: str) -> str:
    """Return an amount as often as it flows: USD 240,000 a month."""
    each = {"month": flow.monthly, "year": flow.monthly * 12, "once": flow.once}
    return f"{money(each[per], currency)} {_PER[per]}"


def tenths(value: Fraction) -> Decimal:
    """Round to one decimal, half away from zero."""
    return _rounded(value, 1)


def whole(value: Fraction) -> Decimal:
    """Round to a whole number, half away from zero."""
    return _rounded(value, 0)


def _rounded(value: Fraction, places: int) -> Decimal:
    units = floor(abs(value) * 10**places + Fraction(1, 2))
    return Decimal(units if value > 0 else -units).scaleb(-places, _EXACT)


@dataclass(frozen=True)
class Flow:
    """Money that comes or goes once, at `live`, and every month from then on."""

    once: Fraction = Fraction(0)
    monthly: Fraction = Fraction(0)

    def over(self, months: int) -> Fraction:
        """Return what it comes to over a number of months."""
        return self.once + self.monthly * months

    @property
    def moves(self) -> bool:
        """Whether any money flows at all."""
        return bool(self.once or self.monthly)


def flow(value: Fraction, per: Per) -> Flow:
    """Return the flow of an amount per month, per year or once."""
    if per == "once":
        return Flow(once=value)
    return Flow(monthly=value / 12 if per == "year" else value)


def _total(flows: Iterable[Flow | None]) -> Flow:
    known = [each for each in flows if each is not None]
    zero = Fraction(0)
    return Flow(sum((e.once for e in known), zero), sum((e.monthly for e in known), zero))


class Gain(NamedTuple):
    """A benefit with its number in the file and what it comes to, None if that is not counted."""

    number: int
    benefit: Benefit
    flow: Flow | None
    uncounted: Uncounted = ""

    @property
    def confirmed(self) -> Evidence | None:
        """Where the customer confirmed it; None if it is only our claim."""
        evidence = self.benefit.confirmed
        return evidence if evidence and evidence.given else None

    def over(self, months: int) -> Fraction:
        """Return what it comes to over a number of months; 0 if it is not counted."""
        return self.flow.over(months) if self.flow is not None else Fraction(0)

    @property
    def unique(self) -> bool:
        """Whether only we can give it."""
        return self.benefit.unique == "yes"

    @property
    def proven(self) -> bool:
        """Whether it is in figures, confirmed by the customer, and only we can give it."""
        return self.flow is not None and self.confirmed is not None and self.unique


class Expense(NamedTuple):
    """A cost with its number in the file and what it comes to, None if it has no amount."""

    number: int
    cost: Cost
    flow: Flow | None
    uncounted: Uncounted = ""


@dataclass(frozen=True)
class Balance:
    """Benefits against all costs over some months from `live` on."""

    benefits: Flow
    costs: Flow
    months: int

    @property
    def gained(self) -> Fraction:
        """What the benefits come to."""
        return self.benefits.over(self.months)

    @property
    def paid(self) -> Fraction:
        """What the costs come to, risks included: the total cost of ownership."""
        return self.costs.over(self.months)

    @property
    def net(self) -> Fraction:
        """The net value: benefits minus costs and risks."""
        return self.gained - self.paid

    def net_in(self, currency: str) -> Decimal:
        """Return the net value, rounded to the decimals of a currency."""
        return amount(self.net, currency)

    @property
    def payback(self) -> Fraction | None:
        """The months from `live` until benefits have covered all costs so far, in parts of a month.

        0 if what comes once covers them at the start. None without costs, or if it never happens;
        it may be later than the months that are counted.
        """
        if not self.costs.moves:
            return None
        to_cover = self.costs.once - self.benefits.once
        each_month = self.benefits.monthly - self.costs.monthly
        if to_cover > 0:
            return to_cover / each_month if each_month > 0 else None
        return Fraction(0) if to_cover < 0 or each_month >= 0 else None

    @property
    def percent(self) -> Fraction | None:
        """The return on investment: net value in percent of the costs; None without costs."""
        return self.net / self.paid * 100 if self.paid > 0 else None


@dataclass(frozen=True)
class Delay:
    """What waiting costs the customer: shown beside the benefits, never added to them.

    `same` is a benefit that the customer confirmed, and that comes to the same money.
    """

    flow: Flow | None
    uncounted: Uncounted = ""
    same: Gain | None = None

    @property
    def confirmed(self) -> Evidence | None:
        """Where the customer confirmed that benefit; nobody needs to have spoken of waiting."""
        return self.same.confirmed if self.same else None


@dataclass(frozen=True)
class Valuation:
    """A case in figures: all benefits, those that the customer confirmed, costs, and waiting."""

    gains: tuple[Gain, ...]
    expenses: tuple[Expense, ...]
    months: int
    delay: Delay | None

    @property
    def claimed(self) -> Balance:
        """All benefits against all costs."""
        return self._balance(self.gains)

    @property
    def confirmed(self) -> Balance:
        """The benefits that the customer confirmed, against all costs."""
        return self._balance(each for each in self.gains if each.confirmed)

    @property
    def counted(self) -> bool:
        """Whether anything has a figure."""
        flows = [each.flow for each in self.gains] + [each.flow for each in self.expenses]
        return any(each is not None for each in flows)

    @property
    def quantified(self) -> bool:
        """Whether there are benefits, and each has a figure."""
        return bool(self.gains) and all(each.flow is not None for each in self.gains)

    @property
    def unconfirmed(self) -> tuple[Gain, ...]:
        """The benefits that are only our claim."""
        return tuple(each for each in self.gains if not each.confirmed)

    def _balance(self, gains: Iterable[Gain]) -> Balance:
        benefits = _total(each.flow for each in gains)
        return Balance(benefits, _total(each.flow for each in self.expenses), self.months)


def valuation(case: Case, months: int | None = None) -> Valuation:
    """Work out a case, by default over its own horizon."""
    gains = tuple(
        Gain(at, each, *_worked_out(each.formula, each.per))
        for at, each in enumerate(case.benefits, 1)
    )
    expenses = tuple(_expense(*each) for each in enumerate(case.costs, 1))
    return Valuation(gains, expenses, months or case.horizon, _delay(case, gains))


def rivals(deal: Opportunity) -> dict[str, Valuation]:
    """Work out what competitors offer, by id, over as many months as ours: each from its `live`."""
    value = deal.value
    months = value.horizon if value else None
    return {key: valuation(case, months) for key, case in value.rivals.items()} if value else {}


class Buyer(NamedTuple):
    """Who owns benefits, by short name; `person` is None if nobody on the map has that name."""

    key: str
    person: Person | None
    gains: tuple[Gain, ...]

    @property
    def procurement(self) -> bool:
        """Whether it is somebody of procurement, who is seldom the value buyer (section 9)."""
        return self.person is not None and is_procurement(self.person.title or "")


def buyers(gains: Iterable[Gain], people: Mapping[str, Person]) -> tuple[Buyer, ...]:
    """Return who owns benefits, in the order of their first one."""
    owned: dict[str, list[Gain]] = {}
    for gain in gains:
        if gain.benefit.owner:
            owned.setdefault(gain.benefit.owner, []).append(gain)
    return tuple(Buyer(key, people.get(key), tuple(found)) for key, found in owned.items())


def _worked_out(formula: str | None, per: Per) -> tuple[Flow | None, Uncounted]:
    """Return what a formula comes to, or why it cannot be counted."""
    if not formula:
        return None, "no formula"
    try:
        return flow(result(formula), per), ""
    except ZeroDivisionError:
        return None, "division by zero"
    except FormulaError:
        return None, "no formula"


def _expense(number: int, cost: Cost) -> Expense:
    if cost.amount is None:
        return Expense(number, cost, None, "no amount")
    return Expense(number, cost, flow(Fraction(cost.amount), cost.per))


def _delay(case: Case, gains: tuple[Gain, ...]) -> Delay | None:
    if not case.delay:
        return None
    found, uncounted = _worked_out(case.delay.formula, case.delay.per)
    same = (each for each in gains if each.confirmed and each.flow == found)
    return Delay(found, uncounted, next(same, None) if found is not None else None)
