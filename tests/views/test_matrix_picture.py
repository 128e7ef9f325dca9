"""The picture of the opportunity matrix: nothing overlaps, nothing is lost, whatever its width."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from workspaces import day

from tas_cli.board.matrix import Candidate, matrix
from tas_cli.board.scope import Scope
from tas_cli.model.settings import Settings
from tas_cli.views.matrix_picture import picture
from tas_cli.views.page import bare

TODAY = day("2026-11-23")
SCOPE = Scope(Settings(), TODAY, TODAY)
DAYS = st.one_of(st.none(), st.integers(-40, 1200))
AMOUNTS = st.one_of(st.none(), st.integers(1, 10**8))
MARK = re.compile(r"\(?(\d+)\)?(:\d+(\.\d)?[kMB]?)?")


def candidate(number: int, days: int | None, amount: int | None) -> Candidate:
    """Return a potential deal that is expected in some days."""
    when = None if days is None else str(TODAY + timedelta(days))
    price = None if amount is None else str(amount)
    return Candidate(str(number), "a.yaml", "Deal", "A", "a", "USD", price, when, None)


def read(lines: list[str]) -> dict[tuple[str, int], list[str]]:
    """Return the words of each cell by its band and column."""
    found: dict[tuple[str, int], list[str]] = {}
    band = ""
    for each in lines:
        label, axis, cells = each.partition("│")
        band = label.strip() or band
        for column, inside in enumerate(cells.split("┊") if axis else ()):
            found.setdefault((band, column), []).extend(inside.split())
    return found


@given(st.lists(st.tuples(DAYS, AMOUNTS), max_size=40), st.integers(0, 200), st.integers(40, 120))
def test_every_deal_is_drawn_once(
    some: list[tuple[int | None, int | None]], more: int, width: int
) -> None:
    """Each mark is a word of its own in its band and cell; what has no room there is counted."""
    drawn = [*some, *[(100, 10**6)] * more]
    found = [candidate(number, *each) for number, each in enumerate(drawn)]
    shown = matrix(found, found, SCOPE)
    lines = [bare(each.words) for each in picture(shown, width)]
    assert max(map(len, lines)) <= width
    assert len({len(line) for line in lines if "│" in line}) == 1
    bands = {True: "High", False: "Low", None: "?"}
    counted = 0
    for (band, column), words in read(lines).items():
        rest = [int(word) for word in words if word.startswith("+")]
        marks = [MARK.fullmatch(word) for word in words if not word.startswith("+")]
        wanted = [
            placed.number
            for placed in shown.placed
            if bands[placed.high] == band
            and column == (5 if placed.column is None else placed.column)
        ]
        assert sorted(int(mark[1]) for mark in marks if mark) == wanted[: len(marks)]
        assert len(marks) + sum(rest) == len(wanted)
        counted += len(wanted)
    assert counted == len(found)


def test_the_median_of_the_picture() -> None:
    """At least half of the amounts are high, and a deal without one is neither high nor low."""
    found = [candidate(number, 10, amount) for number, amount in enumerate((1, 2, 3, 4, None))]
    shown = matrix(found, found, SCOPE)
    assert [each.high for each in shown.placed] == [True, True, True, False, None]
    assert shown.frame.bars["USD"].amount == Decimal(2)
