"""A competitor that dropped out: it counts up to the day before, and keeps its column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from workspaces import day, opportunity, rated, write

from tas_cli.assess.caveats import all_caveats
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.tally import leaders
from tas_cli.method.catalogue import criterion_keys
from tas_cli.model.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

OUT = "out: {date: 2026-02-10, reason: price}"
LEFT = f"{{x: {{name: X, {OUT}}}, z: {{}}}}"
STRONG = " | ".join(f"{key}: {{us: '+', x: '+', z: '-'}}" for key in criterion_keys())


def _deal(*ratings: str, competitors: str = LEFT, on: str = "2026-03-01") -> DealOnDay:
    now = opportunity(rated(*ratings, competitors=competitors) + "incumbent: [x]\n")
    return DealOnDay.of(now, Settings(), day(on))


@pytest.mark.parametrize(
    ("on", "counted", "primary", "recommended"),
    [
        ("2026-02-09", ("x", "z"), ["x"], "flanking"),
        ("2026-02-10", ("z",), ["z"], "frontal"),
        ("2026-03-01", ("z",), ["z"], "frontal"),
    ],
)
def test_a_competitor_counts_until_the_day_it_is_out(
    on: str, counted: tuple[str, ...], primary: list[str], recommended: str
) -> None:
    """From that day on, the engine, the primary's place and the lead go to those who are left."""
    deal = _deal(f"2026-01-05 | {STRONG}", on=on)
    assert deal.facts.competitors == counted
    assert deal.primary == primary
    assert deal.decision.recommended == recommended
    assert ("x" in leaders(deal.card, criterion_keys())) is ("x" in counted)
    assert deal.card.parties == ("us", "x", "z")


def test_a_competitor_that_is_out_stays_incumbent() -> None:
    """What it has at the customer is still there, so a part of the deal is won beside it."""
    lost = ("5", "7", "8", "10", "11", "18")
    ours = [
        f"{key}: {{us: '{'+' if str(number) in lost else '-'}', z: '+'}}"
        for number, key in enumerate(criterion_keys(), 1)
    ]
    deal = _deal(f"2026-01-05 | {' | '.join(ours)}")
    assert (deal.decision.recommended, deal.decision.variation) == (
        "fragment",
        "peaceful_coexistence",
    )


def test_the_last_competitor_out_leaves_none_declared() -> None:
    """Without anybody left, no competitor counts as declared, and a caveat says so."""
    deal = _deal(
        "2026-01-05 | solution_fit: {us: '+', x: '+'}", competitors=LEFT.replace(", z: {}", "")
    )
    assert deal.facts.competitors == ()
    assert "no_competitor" in {each.code for each in all_caveats(deal)}
    assert all(cell.party == "us" for cell in deal.decision.deciding)


def test_no_check_asks_about_a_competitor_that_is_out(tas: Tas, tmp_path: Path) -> None:
    """In the race, X is asked about in three ways; out of it, in none."""
    turns = [f"2026-10-{at:02} | inside_support: {{x: '{'+-'[at % 2]}'}}" for at in range(1, 7)]
    known = " | ".join(f"{key}: {{us: '+', y: '-'}}" for key in criterion_keys())
    for out, codes in (("", {"TAS207", "TAS209", "TAS212"}), (OUT, set())):
        competitors = f"{{x: {{name: X, {out}}}, w: {{name: W, {out}}}, y: {{name: Y}}}}"
        text = rated(f"2026-11-16 | {known}", *turns, competitors=competitors)
        write(tmp_path, {"tas.yaml": "tas: 1\n", "opportunities/a.yaml": text})
        found = tas.at(tmp_path)("check", "--format", "json").json["diagnostics"]
        about = {each["code"] for each in found if {"x", "w"} & {*map(str, each["path"])}}
        assert about & {"TAS207", "TAS209", "TAS212"} == codes


def test_the_page_keeps_the_column_and_says_since_when(tas: Tas, tmp_path: Path) -> None:
    """`tas show` says since when a competitor is out; JSON has the day and the reason."""
    text = rated(f"2026-01-05 | {STRONG}", competitors=LEFT)
    write(tmp_path, {"tas.yaml": "tas: 1\n", "opportunities/a.yaml": text})
    assert "out since 2026-02-10" in tas.at(tmp_path)("show", "a").out
    shown = tas("show", "a", "--format", "json").json
    assert [each["out"] for each in shown["parties"]] == [
        None,
        {"date": "2026-02-10", "reason": "price"},
        None,
    ]
    assert shown["leaders"] == ["us"]
    before = tas("show", "a", "--at", "2026-02-09", "--format", "json").json
    assert [each["out"] for each in before["parties"]] == [None, None, None]
