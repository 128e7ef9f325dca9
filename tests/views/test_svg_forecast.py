"""The bars of the forecast: every figure is there, bars are as long as their amounts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from drawings import ensure_tidy, rect_box, words
from hypothesis import given
from hypothesis import strategies as st

from tas_cli.board.forecast import Forecast, Group, Outlook, Sums, Wanted, forecast
from tas_cli.board.scope import Scope
from tas_cli.model.settings import Settings
from tas_cli.typed.periods import Period
from tas_cli.views.bridge import money
from tas_cli.views.svg.forecast import forecast_bars, has_bars
from tas_cli.views.svg.palette import BLUE, GREEN

TODAY = date(2026, 11, 28)
AMOUNTS = st.integers(0, 10**9).map(Decimal)


def _empty() -> Forecast:
    period = Period(date(2026, 10, 1), date(2026, 12, 31))
    wanted = Wanted(period, "2026Q4", "owner", lambda _: True)
    return forecast([], Scope(Settings(), TODAY, TODAY), wanted)


def _group(name: str | None, quota: int | None, *sums: Decimal | int) -> Group:
    won, commit, best, shown, shown_best = map(Decimal, sums)
    called, evidenced = Sums(commit, best, best), Sums(shown, shown_best, shown_best)
    money_ = (Outlook("USD", won, called, evidenced, Decimal(), {}),)
    return Group(name, money_, None if quota is None else Decimal(quota), ())


def _forecast(*groups: Group) -> Forecast:
    total = _group(None, 900, *map(sum, zip(*map(_sums, groups), strict=True)))
    return _empty()._replace(groups=groups, total=total)


def _sums(group: Group) -> tuple[Decimal, ...]:
    [each] = group.money
    called, shown = each.called, each.evidenced
    return each.won, called.commit, called.best_case, shown.commit, shown.best_case


FULL = _forecast(
    _group("kim", 500, 100, 300, 450, 80, 200),
    _group("A very long name " * 12, None, 0, 0, 10, 20, 30),
    _group("<b>&\u202e", 10**9, 0, 1, 1, 0, 0),
    _group(None, None, 5, 0, 0, 0, 0),
)


@pytest.mark.parametrize("wide", [340, 720])
def test_every_group_is_drawn_with_its_figures(wide: int) -> None:
    """The total comes first, and who has no owner is last; all fits."""
    drawing = forecast_bars(FULL, wide)
    ensure_tidy(drawing)
    said = words(drawing)
    assert [said.index(each) for each in ("All", "kim", "no owner")] == sorted(
        said.index(each) for each in ("All", "kim", "no owner")
    )
    assert "quota 500" in said
    assert "300 called, 80 evidenced" in said
    assert "450 called, 200 evidenced" in said


@given(st.lists(st.tuples(*[AMOUNTS] * 5), min_size=1, max_size=4), st.sampled_from([340, 720]))
def test_any_amounts_fit(sums: list[tuple[Decimal, ...]], wide: int) -> None:
    """Every group that has anything is there with its figures."""
    shown = _forecast(*(_group(f"rep {number}", None, *each) for number, each in enumerate(sums)))
    drawing = forecast_bars(shown, wide)
    ensure_tidy(drawing)
    for group in shown.groups:
        if any(_sums(group)):
            assert f"{money(_sums(group)[1])} called" in words(drawing)


def test_bars_are_as_long_as_their_amounts() -> None:
    """On one scale for all groups: solid is what is won and evidenced, outlined what is called."""
    first, second = _group("kim", None, 100, 200, 200, 50, 50), _group("lee", None, 200, 0, 0, 0, 0)
    drawing = forecast_bars(_forecast(first, second), 720)
    found = [(each.get("fill"), rect_box(each)) for each in drawing.iter("rect")]
    unit = (found[0][1].right - found[0][1].left) / 300
    lengths = [(color, round((box.right - box.left) / unit)) for color, box in found]
    kim = [(GREEN, 100), (BLUE, 50), ("none", 200)]
    assert lengths == [(GREEN, 300), *kim[1:]] * 2 + kim * 2 + [(GREEN, 200)] * 2


def test_what_is_only_won_does_not_look_like_commit() -> None:
    """Its bar says so, inside and beside it."""
    drawing = forecast_bars(_forecast(_group("kim", 900, 700, 0, 0, 0, 0)), 720)
    ensure_tidy(drawing)
    said = words(drawing)
    assert "won 700; 0 called, 0 evidenced" in said
    assert [each.text for each in drawing.iter("text")].count("won") == 2


@pytest.mark.parametrize(
    ("total", "quotas", "expected"),
    [
        (None, (None, None), ["no quota in tas.yaml"]),
        (500, (500, None), ["quota 500", "quota 500", "no quota"]),
        (None, (None,), ["no quota in tas.yaml"]),
    ],
)
def test_where_there_is_no_quota_it_is_said(
    total: int | None, quotas: tuple[int | None, ...], expected: list[str]
) -> None:
    """Once if there is none at all, else beside each group without one."""
    groups = [_group(f"rep {at}", quota, 9, 5, 5, 5, 5) for at, quota in enumerate(quotas)]
    shown = _forecast(*groups)
    shown = shown._replace(
        total=shown.total._replace(quota=None if total is None else Decimal(total))
    )
    drawing = forecast_bars(shown, 720)
    ensure_tidy(drawing)
    said = [each.text or "" for each in drawing.iter("text")]
    assert [each for each in said if "quota" in each] == expected


def test_of_many_groups_the_largest_are_drawn() -> None:
    """In the order of their names, and the rest is counted."""
    shown = _forecast(*(_group(f"rep {at:02}", None, 0, at + 1, at + 1, 0, 0) for at in range(30)))
    drawing = forecast_bars(shown, 340)
    ensure_tidy(drawing)
    said = words(drawing)
    assert [f"rep {at:02}" in said for at in range(30)] == [at >= 18 for at in range(30)]
    assert said.endswith("and 18 more with less")


def test_without_amounts_there_is_nothing_to_draw() -> None:
    """A quarter without deals and quota has no bars."""
    assert not has_bars(_empty())


def test_currencies_have_a_scale_each() -> None:
    """Amounts without rates are not compared by length."""
    euros = _group("kim", None, 0, 7, 7, 0, 0).money[0]._replace(currency="EUR")
    kim = _group("kim", 5, 0, 10**6, 10**6, 0, 0)
    both = kim._replace(money=(euros, *kim.money))
    shown = _empty()._replace(groups=(both,), total=both._replace(key=None))
    drawing = forecast_bars(shown, 720)
    ensure_tidy(drawing)
    assert words(drawing).index("EUR") < words(drawing).index("USD")
    rights = {round(rect_box(each).right) for each in drawing.iter("rect")}
    assert len(rights) == 1
