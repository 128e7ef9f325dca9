"""What a challenge scores, and what the scores say about the plan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tas_cli.assess.challenge import (
    Gap,
    color,
    dependence,
    doubted,
    gaps,
    grades_of,
    last_challenge,
    mean,
    means,
    points,
)
from tas_cli.assess.deal import DealOnDay
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings

DAY = date(2026, 11, 28)


def _deal(*challenges: dict[str, Any], **more: Any) -> DealOnDay:
    head = {"tas": "1", "name": "A", "customer": "B", "challenges": [*challenges]}
    return DealOnDay.of(Opportunity.model_validate(head | more), Settings(), DAY)


def _challenge(
    day: str, role: str = "team", by: str = "kim", **scores: dict[str, Any]
) -> dict[str, Any]:
    return {"date": day, "role": role, "by": by, "scores": scores}


EXAMPLE = {"objective": "5 4 2", "urgency": "4 2 3", "why_now": "2 2 4"}


def test_scores_are_the_means_of_the_method_s_example() -> None:
    deal = _deal(_challenge("2026-11-01", customer_issues=EXAMPLE))
    assert means(deal.opportunity.challenges[0].scores["customer_issues"]) == {
        "confidence": Decimal("3.7"),
        "implications": Decimal("2.7"),
        "actions": Decimal("3.0"),
    }


@given(st.lists(st.integers(1, 5), min_size=1, max_size=30))
def test_a_mean_is_the_nearest_tenth_and_half_a_tenth_goes_up(grades: list[int]) -> None:
    tenths, rest = divmod(sum(grades) * 10, len(grades))
    assert mean(grades) == Decimal(tenths + (rest * 2 >= len(grades))) / 10


def test_half_a_tenth_goes_up() -> None:
    assert mean([1, 1, 1, 2]) == Decimal("1.3")  # 1.25


@pytest.mark.parametrize(
    ("score", "expected"),
    [("1.0", "red"), ("2.4", "red"), ("2.5", "yellow"), ("3.9", "yellow"), ("4.0", "green")],
)
def test_a_score_is_red_below_its_bound_and_green_from_the_other_on(
    score: str, expected: str
) -> None:
    assert color(Decimal(score), Settings()) == expected


def test_the_bounds_of_the_colors_are_settings() -> None:
    own = Settings.model_validate({"challenge": {"red_below": "3", "green_from": "3.5"}})
    found = [color(Decimal(score), own) for score in ("2.9", "3.0", "3.4", "3.5")]
    assert found == ["red", "yellow", "yellow", "green"]


def test_of_each_column_the_newest_grade_counts_whatever_the_order_in_the_file() -> None:
    deal = _deal(
        _challenge("2026-11-20", customer_issues={"urgency": {"actions": "5"}}),
        _challenge("2026-11-01", customer_issues=EXAMPLE),
        _challenge("2026-11-25", "spoiler", customer_issues={"urgency": "1 1 1"}),
    ).opportunity
    found = grades_of(deal, "team")["customer_issues"]
    assert [*found] == ["objective", "urgency", "why_now"]
    assert found["urgency"].model_dump() == {"confidence": 4, "implications": 2, "actions": 5}


def test_the_largest_differences_come_first_and_equal_grades_are_none() -> None:
    deal = _deal(
        _challenge("2026-11-01", customer_issues=EXAMPLE, win={"power": "5 5 5"}),
        _challenge("2026-11-02", "spoiler", customer_issues={"objective": "4 4 5"}),
    ).opportunity
    found = gaps(grades_of(deal, "team"), grades_of(deal, "spoiler"))
    assert found == [
        Gap("customer_issues", "objective", "actions", 2, 5),
        Gap("customer_issues", "objective", "confidence", 5, 4),
    ]


GREEN, RED = {"urgency": "5 4 4"}, {"urgency": "5 5 1"}


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ((), None),
        ((GREEN,), "2026-11-01"),
        ((RED,), None),
        ((RED, GREEN), None),
        ((GREEN, RED), None),
        ((GREEN, GREEN), "2026-11-01"),
    ],
)
def test_all_green_at_first_is_doubted_until_somebody_finds_something(
    scores: tuple[dict[str, str], ...], expected: str | None
) -> None:
    listed = [
        _challenge(f"2026-11-0{number}", customer_issues=each)
        for number, each in enumerate(scores, 1)
    ]
    found = doubted(_deal(*listed))
    assert (str(found.date) if found else None) == expected


@pytest.mark.parametrize(
    ("by", "reason"),
    [("Nicole", "deal"), ("tomas", "tactic"), ("kim", "team"), ("lena", None), ("", None)],
)
def test_a_spoiler_owns_neither_deal_nor_tactic_and_did_not_score_for_the_team(
    by: str, reason: str | None
) -> None:
    spoiled = _challenge("2026-11-02", "spoiler", by, win={"power": "1 1 1"})
    deal = _deal(
        _challenge("2026-11-01", win={"power": "1 1 1"}),
        spoiled,
        owner="nicole",
        tactics=[{"what": "Ask", "owner": "tomas"}],
    ).opportunity
    assert dependence(deal, deal.challenges[1]) == reason
    assert dependence(deal, deal.challenges[0]) is None


def test_points_are_action_items_of_the_deal_numbered_by_the_day_of_their_challenge() -> None:
    late, early = _challenge("2026-11-20"), _challenge("2026-11-01", by="lena")
    late["points"] = [{"what": "C"}]
    early["points"] = [{"what": "A", "done": "2026-11-05"}, {"what": "B", "answer": "Yes"}]
    own = [{"date": "2026-11-10", "what": "Call"}]
    deal = _deal(late, early, actions=own)
    assert [(each.number, each.action.what) for each in deal.actions] == [
        (2, "B"),
        (3, "Call"),
        (4, "C"),
    ]
    found = points(deal.opportunity)
    assert [(each.number, each.point.what, each.challenge.by) for each in found] == [
        (1, "A", "lena"),
        (2, "B", "lena"),
        (4, "C", "kim"),
    ]


def test_the_last_challenge_is_the_newest() -> None:
    deal = _deal(_challenge("2026-11-20", by="a"), _challenge("2026-11-01", by="b")).opportunity
    newest = last_challenge(deal)
    assert newest is not None
    assert newest.by == "a"
