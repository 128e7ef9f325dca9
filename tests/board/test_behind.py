"""Whom on the map to ask about a criterion, and in which order."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tas_cli.assess.deal import DealOnDay
from tas_cli.board.behind import answerable, behind, giving, with_part
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings


def deal(people: dict[str, dict[str, Any]]) -> DealOnDay:
    """Return a deal with some people on its map."""
    head = {"tas": "1", "name": "A", "customer": "B", "people": people}
    return DealOnDay.of(Opportunity.model_validate(head), Settings(), date(2026, 11, 30))


CASES = [
    ("current_relationship", {"roles": ["evaluator"]}, {"roles": ["user"]}),
    ("current_relationship", {"roles": ["decision_maker"]}, {"roles": ["sponsor"]}),
    ("inside_support", {"status": "mentor"}, {"status": "neutral"}),
    ("executive_credibility", {"rank": "4"}, {"rank": "3"}),
    ("informal_decision_criteria", {"influence": "5"}, {"influence": "3"}),
    ("political_alignment", {"influence": "4"}, {"influence": "3"}),
    ("access_to_funds", {"roles": ["approver"]}, {"roles": ["evaluator"]}),
    ("access_to_funds", {"title": "Chief Controller"}, {"title": "Nurse"}),
    ("current_relationship", {"title": "Head of Purchasing"}, {"title": "Head of Sales"}),
]


@pytest.mark.parametrize(("criterion", "asked", "other"), CASES)
def test_a_criterion_is_about_some_people(
    criterion: str, asked: dict[str, Any], other: dict[str, Any]
) -> None:
    """Roles, rank, influence, standing or the title say who can answer."""
    found = deal({"asked": asked, "other": other})
    assert behind(found, criterion) == ("asked",)
    assert criterion in answerable(found, "asked")
    assert criterion not in answerable(found, "other")


ORDER: dict[str, dict[str, Any]] = {
    "title": {"title": "CFO", "coverage": "in_depth", "influence": "5"},
    "against": {"roles": ["approver"], "status": "non_supporter", "coverage": "in_depth"},
    "unmet": {"roles": ["approver"], "influence": "5", "coverage": "none"},
    "met": {"roles": ["approver"], "influence": "1", "coverage": "brief"},
    "known": {"roles": ["approver"], "influence": "1", "coverage": "multiple"},
    "strong": {"roles": ["approver"], "influence": "4", "coverage": "in_depth"},
    "equal": {"roles": ["approver"], "influence": "4", "coverage": "in_depth"},
    "enemy": {"roles": ["approver"], "status": "enemy", "coverage": "in_depth"},
    "gone": {"roles": ["approver"], "left": "2026-11-30"},
    "leaving": {"roles": ["approver"], "left": "2026-12-01"},
    "nameless": {"roles": ["approver"], "unidentified": "yes"},
}


def test_whom_to_ask_first() -> None:
    """Whom it is about, who is not against us, whom we know, who has influence; nobody in vain."""
    found = deal(ORDER)
    expected = ("strong", "equal", "known", "met", "unmet", "leaving", "against", "title")
    assert behind(found, "access_to_funds") == expected
    assert "access_to_funds" in answerable(found, "enemy")


def test_nobody_is_asked_what_we_answer_ourselves() -> None:
    """What the deal is worth to us is no question for the customer."""
    assert behind(deal(ORDER), "profitability") == ()


def test_who_gives_an_outcome() -> None:
    """By role if the map has somebody with it, else whoever is behind its criteria."""
    people: dict[str, dict[str, Any]]
    people = {"nair": {"status": "mentor"}, "ruiz": {"roles": ["sponsor"]}}
    assert giving(deal(people), "first_capabilities_embraced") == ("ruiz",)
    people["ruiz"]["left"] = "2026-11-30"
    assert with_part(deal(people), "first_capabilities_embraced") == ()
    assert giving(deal(people), "first_capabilities_embraced") == ("nair",)
    assert giving(deal(people), "investment_process_confirmed") == ()
