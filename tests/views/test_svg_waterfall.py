"""Value as a waterfall: the steps add up to the figures of `tas value`, and all are drawn whole."""

from __future__ import annotations

from fractions import Fraction

import pytest
from drawings import ensure_tidy, rect_box, words
from hypothesis import given, settings
from hypothesis import strategies as st

from tas_cli.assess.value import Valuation, valuation
from tas_cli.assess.value_steps import Step, steps
from tas_cli.model.value import Case
from tas_cli.views.safe import safe
from tas_cli.views.svg.offers import offers
from tas_cli.views.svg.palette import PAPER, RED
from tas_cli.views.svg.waterfall import waterfall

YES = {"when": "2026-11-12", "who": "novak"}
WIDTHS = (340, 720)
ODD = ["<b>&x;", "\x1b[31m\u202e", "日本" * 9, "x" * 500, "A service in every country"]


def case(benefits: str = "", costs: str = "") -> Valuation:
    """Return a case of ten months: benefits by formulas, confirmed with a !, and costs."""
    return valuation(
        Case.model_validate(
            {
                "benefits": [
                    {"what": f"Benefit {at}", "formula": each.strip("!")}
                    | ({"confirmed": YES} if "!" in each else {})
                    for at, each in enumerate(benefits.split(), 1)
                ],
                "costs": [
                    {"what": f"Cost {at}", **({"amount": each} if each != "?" else {})}
                    for at, each in enumerate(costs.split(), 1)
                ],
                "months": 10,
            }
        )
    )


# What a case comes to, step by step: kinds by their first letter, and thousands.
STEPS: dict[str, tuple[str, str, str]] = {
    "confirmed-before-costs-and-claims": ("2k 3k! 4k", "10k 5k", "c30 x-10 x-5 s15 o20 o40 s75"),
    "all-confirmed": ("2k! 3k!", "10k", "c20 c30 x-10 s40"),
    "nothing-confirmed": ("2k 3k", "10k", "o20 o30 x-10 s40"),
    "without-costs": ("2k 3k!", "", "c30 o20 s50"),
    "below-zero": ("2k!", "25k 5k", "c20 x-25 x-5 s-10"),
    "one-benefit": ("2k!", "", "c20"),
    "only-costs": ("", "10k 5k", "x-10 x-5 s-15"),
    "nothing": ("", "", ""),
}
LETTERS = {"confirmed": "c", "claimed": "o", "cost": "x", "sum": "s"}


@pytest.mark.parametrize(("benefits", "costs", "way"), STEPS.values(), ids=[*STEPS])
def test_the_way_to_the_net_value(benefits: str, costs: str, way: str) -> None:
    """What is confirmed comes first, then the costs and what is left, then what we only claim."""
    costs = costs.replace("k", "000")
    found = steps(case(benefits, costs))
    assert " ".join(f"{LETTERS[each.kind]}{each.change / 1000}" for each in found) == way


FORMULAS = st.sampled_from(["", "2k", "9", "3M", "1/3", "-4k", "1/0", "0.004", "0", "999999999M"])
NAMES = st.sampled_from(ODD)
BENEFITS = st.lists(
    st.fixed_dictionaries(
        {"what": NAMES, "formula": FORMULAS, "per": st.sampled_from(["month", "year", "once"])},
        optional={"confirmed": st.just(YES)},
    ),
    max_size=12,
)
COSTS = st.lists(
    st.fixed_dictionaries(
        {"what": NAMES},
        optional={"amount": st.sampled_from(["0", "120.55", "450000", "9" * 15])},
    ),
    max_size=5,
)
CASES = st.builds(
    lambda benefits, costs: valuation(
        Case.model_validate(
            {
                "benefits": [{k: v for k, v in each.items() if v} for each in benefits],
                "costs": costs,
            }
        )
    ),
    BENEFITS,
    COSTS,
)


@settings(max_examples=60)
@given(CASES)
def test_steps_add_up_exactly(found: Valuation) -> None:
    """Each step begins where the one before ended, and sums are the net values of the page."""
    way = steps(found)
    level = Fraction(0)
    for each in way:
        if each.kind == "sum":
            assert each.after == level
        else:
            assert each.before == level
        level = each.after
    assert level == found.claimed.net
    sums = [each.change for each in way if each.kind == "sum"]
    assert {*sums} <= {found.confirmed.net, found.claimed.net}
    flows = [*(each.flow for each in found.gains), *(each.flow for each in found.expenses)]
    counted = sum(each is not None for each in flows)
    assert counted == sum(each.kind != "sum" for each in way)


@settings(max_examples=60, deadline=None)
@given(CASES, st.sampled_from(WIDTHS), st.sampled_from(["USD", "JPY", "KWD"]))
def test_every_step_is_drawn_whole(found: Valuation, wide: int, currency: str) -> None:
    """On paper and on a phone, whatever the names and the amounts: one bar for each step."""
    root = waterfall(found, currency, wide)
    ensure_tidy(root)
    assert len([*root.iter("rect")]) == len(steps(found))
    shown = words(root).replace(" ", "")
    for each in steps(found):
        if len(each.what) < 400:
            assert safe(each.what).replace(" ", "") in shown


@pytest.mark.parametrize("wide", WIDTHS)
def test_what_is_claimed_is_an_outline(wide: int) -> None:
    """What the customer confirmed, and sums of nothing else, are solid; the rest has no fill."""
    found = case("2k! 3k", "5000")
    root = waterfall(found, "USD", wide)
    hollow = [each.attrib["fill"] == PAPER for each in root.iter("rect")]
    assert hollow == [_claimed(each) for each in steps(found)] == [False, False, False, True, True]


def _claimed(step: Step) -> bool:
    return step.kind == "claimed" or (step.kind == "sum" and not step.confirmed)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (case("2k! 3k", "5000"), "Confirmed Costs Our claims"),
        (case("2k! 3k", "5000"), "Net value, confirmed Paid back in 2.5 months"),
        (case("2k! 3k", "5000"), "Net value with our claims Paid back in 1.0 months"),
        (case("100!", "5000"), "–4k"),
        (case("100!", "5000"), "Paid back in 50.0 months, after the 10 that are counted"),
        (case("", "5000"), "–5k"),
        (case("2k", "?"), "Not counted: Cost 1 (no amount yet)"),
        (case("1/0 2k!"), "Not counted: Benefit 1 (its formula divides by zero)"),
        (case("1/0"), "No benefit or cost is in figures yet."),
        (case("99.95 2M"), "999.50"),
        (case("99.95 2M"), "USD, over 10 months"),
    ],
)
def test_what_can_be_read(found: Valuation, said: str) -> None:
    """Groups, sums, when they are paid back, and what is not counted are on the picture."""
    assert said in words(waterfall(found, "USD", 720))


def test_a_loss_is_red_and_below_zero() -> None:
    """A net value below 0 is red, has a minus, and reaches from 0 down."""
    root = waterfall(case("100!", "5000"), "USD", 720)
    last = [*root.iter("rect")][-1]
    assert last.attrib["fill"] == RED
    boxes = [rect_box(each) for each in root.iter("rect")]
    assert boxes[0].bottom == pytest.approx(boxes[-1].top, abs=0.2)
    assert boxes[-1].bottom == pytest.approx(boxes[1].bottom, abs=0.2)


@pytest.mark.parametrize(("benefits", "columns"), [(4, True), (12, False)])
def test_columns_become_rows_where_names_do_not_fit(benefits: int, columns: bool) -> None:  # noqa: FBT001
    """Twelve benefits are rows on paper as well, so their names stay whole."""
    root = waterfall(case("2k! " * benefits, "5000"), "USD", 720)
    lefts = {each.attrib["x"] for each in root.iter("rect")}
    tops = [rect_box(each).top for each in root.iter("rect")]
    assert (tops != sorted({*tops})) is columns
    assert len(lefts) > 1


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(NAMES.filter(bool), CASES, min_size=1, max_size=3),
    CASES,
    st.sampled_from(WIDTHS),
)
def test_offers_are_drawn_beside_one_another(
    others: dict[str, Valuation], ours: Valuation, wide: int
) -> None:
    """Each party has a bar for its costs and one for its net value, if it has figures of them."""
    found = {"We": ours.claimed, **{name: each.claimed for name, each in others.items()}}
    root = offers(found, "USD", wide)
    ensure_tidy(root)
    bars = sum(each.costs.moves + each.benefits.moves for each in found.values())
    assert len([*root.iter("rect")]) == bars


def test_offers_share_a_scale() -> None:
    """What costs twice as much is twice as long, and a loss reaches to the other side of zero."""
    found = {"We": case("2k!", "5000").claimed, "X": case("100", "10000").claimed}
    root = offers(found, "USD", 720)
    ours, theirs, gain, loss = (rect_box(each) for each in root.iter("rect"))
    assert (theirs.right - theirs.left) == pytest.approx(2 * (ours.right - ours.left), abs=0.3)
    assert loss.right == pytest.approx(gain.left, abs=0.2)
    assert "Costs and risks, USD 5k We 10k X Net value, USD 15k We –9k X" in words(root)
