"""What a deal is worth to the customer: recomputed month by month with decimals, to the cent."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workspaces import HEAD, day, opportunity

from tas_cli.assess.as_of import as_of
from tas_cli.assess.value import Valuation, amount, rivals, tenths, valuation, whole
from tas_cli.model.value import Case

if TYPE_CHECKING:
    from tas_cli.model.opportunity import Opportunity

CONFIRMED = {"when": "2026-11-12", "who": "novak", "what": "She checked it"}
LONG = 1200
"""More months than anything random takes to pay back."""


def _case(**content: Any) -> Valuation:
    return valuation(Case.model_validate(content))


def _benefit(formula: str, per: str = "month", **more: Any) -> dict[str, Any]:
    return {"what": "Less waste", "formula": formula, "per": per, **more}


def _cost(value: str, per: str = "once") -> dict[str, Any]:
    return {"what": "Licenses", "amount": value, "per": per}


def _money(value: Any, currency: str = "USD") -> str:
    return str(amount(value, currency))


def test_the_number_of_the_method() -> None:
    """2,000 wafers a month at 4k each, with 3 % more yield, are worth 240,000 a month."""
    found = _case(benefits=[_benefit("2000 * 4k * 3%")])
    assert found.gains[0].flow is not None
    assert _money(found.gains[0].flow.monthly) == "240000.00"
    assert _money(found.claimed.gained) == "8640000.00"


# What comes in and what is paid, and the months until it is paid back, `-` if never or without
# costs.
PAYBACK: dict[str, tuple[list[Any], list[Any], str]] = {
    "in-parts-of-a-month": ([_benefit("190k")], [_cost("1850000")], "9.7"),
    "exactly": ([_benefit("100")], [_cost("1000")], "10.0"),
    "yearly-is-a-twelfth": ([_benefit("1200", "year")], [_cost("1000")], "10.0"),
    "once-counts-at-the-start": (
        [_benefit("500", "once"), _benefit("100")], [_cost("1000")], "5.0",
    ),
    "at-once": ([_benefit("1000", "once")], [_cost("1000")], "0.0"),
    "running-costs-slow-it": ([_benefit("100")], [_cost("1000"), _cost("50", "month")], "20.0"),
    "only-running-costs": ([_benefit("100")], [_cost("50", "month")], "0.0"),
    "after-the-horizon": ([_benefit("1")], [_cost("50")], "50.0"),
    "never": ([_benefit("50")], [_cost("1000"), _cost("50", "month")], "-"),
    "never-without-benefits": ([], [_cost("1000")], "-"),
    "never-from-the-first-month": ([_benefit("40")], [_cost("50", "month")], "-"),
    "nothing-to-pay-back": ([_benefit("50")], [], "-"),
    "costs-of-nothing": ([_benefit("50")], [_cost("0")], "-"),
}  # fmt: skip


@pytest.mark.parametrize("name", PAYBACK)
def test_payback(name: str) -> None:
    """Payback is when benefits since the start have covered costs since the start."""
    benefits, costs, expected = PAYBACK[name]
    payback = _case(benefits=benefits, costs=costs).claimed.payback
    assert (str(tenths(payback)) if payback is not None else "-") == expected


FIGURES = st.decimals(min_value=0, max_value=10**7, places=3)
PER = st.sampled_from(["month", "year", "once"])


@settings(max_examples=40)
@given(
    st.lists(st.tuples(FIGURES, PER, st.booleans()), max_size=4),
    st.lists(st.tuples(FIGURES, PER), max_size=4),
    st.integers(1, 120),
)
def test_a_walk_over_the_months(
    benefits: list[tuple[Decimal, str, bool]], costs: list[tuple[Decimal, str]], months: int
) -> None:
    """Adding up month by month gives the same, to the cent, a tenth and a whole percent."""
    found = _case(
        benefits=[
            _benefit(f"{value:f}", per, **({"confirmed": CONFIRMED} if confirmed else {}))
            for value, per, confirmed in benefits
        ],
        costs=[_cost(f"{value:f}", per) for value, per in costs],
        months=months,
    )
    for balance, counted in (
        (found.claimed, [each[:2] for each in benefits]),
        (found.confirmed, [each[:2] for each in benefits if each[2]]),
    ):
        gained, paid, payback = _walked(counted, costs, months)
        assert amount(balance.gained, "USD") == _to(gained, "0.01")
        assert amount(balance.net, "USD") == _to(gained - paid, "0.01")
        if balance.percent is not None:
            assert whole(balance.percent) == _to((gained - paid) / paid * 100, "1")
        if balance.payback is None or balance.payback > LONG:
            assert payback is None
        else:
            assert payback is not None
            assert abs(tenths(balance.payback) - payback) <= Decimal("0.05") + Decimal("1E-20")


def _walked(
    benefits: list[tuple[Decimal, str]], costs: list[tuple[Decimal, str]], months: int
) -> tuple[Decimal, Decimal, Decimal | None]:
    """Return what is gained and paid over the months, and when the former covers the latter."""
    with localcontext(Context(prec=60)):
        gained, paid = (_once(each) for each in (benefits, costs))
        totals, payback = (gained, paid), Decimal(0) if gained > paid else None
        step_up, step_down = (_monthly(each) for each in (benefits, costs))
        if gained == paid and step_up >= step_down:
            payback = Decimal(0)
        for month in range(LONG):
            before = gained - paid
            gained, paid = gained + step_up, paid + step_down
            if payback is None and gained - paid >= 0 > before:
                payback = month + before / (before - (gained - paid))
            if month + 1 == months:
                totals = gained, paid
        return *totals, payback if any(value for value, _ in costs) else None


def _once(flows: list[tuple[Decimal, str]]) -> Decimal:
    return sum((value for value, per in flows if per == "once"), Decimal(0))


def _monthly(flows: list[tuple[Decimal, str]]) -> Decimal:
    parts = {"month": Decimal(1), "year": Decimal(12)}
    return sum((value / parts[per] for value, per in flows if per in parts), Decimal(0))


def _to(value: Decimal, places: str) -> Decimal:
    """Round; a sixtieth digit lost in a twelfth does not decide about half a cent."""
    with localcontext(Context(prec=60)):
        return value.quantize(Decimal("1E-30")).quantize(Decimal(places), ROUND_HALF_UP)


def test_what_has_no_figure_is_not_counted_and_says_why() -> None:
    """A missing formula, a division by zero and a missing amount change no sum."""
    found = _case(
        benefits=[_benefit("100"), {"what": "Calmer staff"}, _benefit("7 / (3 - 3)")],
        costs=[_cost("50"), {"what": "Training"}],
    )
    assert [each.uncounted for each in found.gains] == ["", "no formula", "division by zero"]
    assert [each.uncounted for each in found.expenses] == ["", "no amount"]
    assert _money(found.claimed.net) == "3550.00"
    assert not found.quantified


def _worth(deal: Opportunity) -> Valuation | None:
    return valuation(deal.value) if deal.value else None


def test_confirmed_by_the_customer_only_with_evidence() -> None:
    """A confirmation that says nothing confirms nothing, and neither does one of a later day."""
    text = HEAD + (
        "value:\n  benefits:\n"
        "    - {what: A, formula: 100, unique: yes, confirmed: {when: 2026-11-12, who: novak}}\n"
        "    - {what: B, formula: 10, confirmed: {when: 2026-11-12}}\n"
        "    - {what: C, formula: 1}\n"
        "  rivals:\n    medplan: {benefits: [{what: D, confirmed: {when: 2026-11-12, who: X}}]}\n"
    )
    now, earlier = (
        _worth(as_of(opportunity(text), day(on))) for on in ("2026-11-12", "2026-11-11")
    )
    assert now is not None
    assert earlier is not None
    assert _money(now.confirmed.gained) == "3600.00"
    assert [each.number for each in now.unconfirmed] == [2, 3]
    assert [each.proven for each in now.gains] == [True, False, False]
    assert _money(earlier.confirmed.gained) == "0.00"
    assert _money(earlier.claimed.gained) == _money(now.claimed.gained) == "3996.00"
    [theirs] = rivals(as_of(opportunity(text), day("2026-11-11"))).values()
    assert not theirs.gains[0].confirmed


def test_waiting_is_never_added_to_benefits() -> None:
    """The cost of delay is beside the value, with a confirmed benefit of the same size."""
    delay = {"formula": "100 * 12", "per": "year"}
    found = _case(benefits=[_benefit("100", confirmed=CONFIRMED)], delay=delay)
    assert found.delay is not None
    assert found.delay.flow is not None
    assert _money(found.delay.flow.monthly) == "100.00"
    assert found.delay.confirmed is found.gains[0].confirmed
    assert _money(found.claimed.gained) == "3600.00"
    claimed = _case(benefits=[_benefit("100")], delay=delay).delay
    assert claimed is not None
    assert claimed.confirmed is None


def test_a_competitor_counts_over_our_months() -> None:
    """A competitor's offer is compared over the same number of months as ours."""
    deal = opportunity(
        HEAD + "value:\n  months: 12\n  costs: [{what: License, amount: 90}]\n"
        "  rivals: {medplan: {months: 60, costs: [{what: Rent, amount: 10, per: month}]}}\n"
    )
    ours, theirs = _worth(deal), rivals(deal)["medplan"]
    assert ours is not None
    assert (_money(ours.claimed.paid), _money(theirs.claimed.paid)) == ("90.00", "120.00")
    assert rivals(opportunity(HEAD)) == {}


@pytest.mark.parametrize(
    ("formula", "currency", "shown"),
    [
        ("10 / 3", "USD", "3.33"),
        ("10 / 3", "JPY", "3"),
        ("10 / 3", "KWD", "3.333"),
        ("0.005", "USD", "0.01"),
        ("-0.005", "USD", "-0.01"),
        ("-0.004", "USD", "0.00"),
        ("999M * 1M", "USD", "999000000000000.00"),
    ],
)
def test_rounded_once_to_the_decimals_of_the_currency(
    formula: str, currency: str, shown: str
) -> None:
    """An amount is rounded half away from zero, however long it is."""
    found = _case(benefits=[_benefit(formula, "once")]).claimed.gained
    assert _money(found, currency) == shown
