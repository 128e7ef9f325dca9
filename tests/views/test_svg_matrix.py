"""The opportunity matrix as a drawing: every deal is a mark in its cell or counted there."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from drawings import ensure_tidy, texts, words
from hypothesis import given, settings
from hypothesis import strategies as st

from tas_cli.board.matrix import Candidate, Matrix, matrix
from tas_cli.board.scope import Scope
from tas_cli.model.settings import Settings
from tas_cli.views.matrix import marks_said
from tas_cli.views.svg.matrix import matrix_svg

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

TODAY = date(2026, 11, 28)
SCOPE = Scope(Settings(), TODAY, TODAY)
DAYS = st.one_of(st.none(), st.integers(-40, 1200))
AMOUNTS = st.one_of(st.none(), st.integers(0, 10**9))
NAMES = st.sampled_from(["Cranes", "A long name of a deal", "x" * 200, "<b>\u202e&"])


def _candidate(number: int, name: str, days: int | None, amount: int | None) -> Candidate:
    when = None if days is None else str(TODAY + timedelta(days))
    price = None if amount is None else str(amount)
    return Candidate(str(number), "a.yaml", name, "A", "a", "USD", price, when, None)


def _matrix(*found: tuple[str, int | None, int | None]) -> Matrix:
    every = [_candidate(number, *each) for number, each in enumerate(found)]
    return matrix(every, every, SCOPE)


def _marks(drawing: Element) -> list[Element]:
    return list(drawing.iter("g"))


@settings(max_examples=30)
@given(
    st.lists(st.tuples(NAMES, DAYS, AMOUNTS), max_size=30),
    st.sampled_from([0, 3, 60]),
    st.sampled_from([340, 720]),
)
def test_every_deal_is_drawn_or_counted(
    some: list[tuple[str, int | None, int | None]], more: int, wide: int
) -> None:
    """Names are whole or left out, numbers are within their marks, and nothing overlaps."""
    shown = _matrix(*some, *[("Barges", 100, 10**6)] * more)
    drawing = matrix_svg(shown, wide)
    ensure_tidy(drawing)
    counted = [int(each.words[1:]) for each in texts(drawing) if each.words.startswith("+")]
    assert len(_marks(drawing)) + sum(counted) == len(shown.placed)
    middles = [
        (float(each.attrib["cx"]), float(each.attrib["cy"])) for each in drawing.iter("circle")
    ]
    for (x, y), (left, top) in combinations(middles, 2):
        assert max(abs(x - left), abs(y - top)) > 20
    whole = {each.candidate.name for each in shown.placed}
    said = {each.words for each in texts(drawing)}
    assert {name for name in said if name in whole} <= whole


@pytest.mark.parametrize("wide", [340, 720])
def test_larger_and_later_deals_are_further_up_and_right(wide: int) -> None:
    """And a name is beside its mark."""
    shown = _matrix(("Small", 30, 1000), ("Large", 200, 90000), ("Later", 500, 10**6))
    drawing = matrix_svg(shown, wide)
    at = {each.words: each for each in texts(drawing)}
    order = ("Small", "Large", "Later")
    assert [at[name].top for name in order] == sorted(
        (at[name].top for name in order), reverse=True
    )
    assert at["Small"].left < at["Large"].left < at["Later"].left
    hovers = [each.text or "" for each in drawing.iter("title")]
    assert any("Large · A · USD 90k" in each for each in hovers)


def test_only_what_is_drawn_is_explained() -> None:
    """Potential deals are early-stage, or long-term."""
    assert marks_said(_matrix(("Small", 30, 1000))).startswith("Outlined: early stage. ")
    both = _matrix(("Small", 30, 1000), ("Later", 900, 1))
    assert "outlined: early stage, diamond" in marks_said(both).lower()
    assert "no date" not in words(matrix_svg(both, 720))
