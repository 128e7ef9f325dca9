"""What a map says follows from what is filled in, and from nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.influence import Insight, confirmed, insights, sides
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.person import Person
from tas_cli.model.settings import Bands, Settings

DAY = date(2026, 11, 23)


def _deal(people: dict[str, Any], settings: Settings | None = None, **more: Any) -> DealOnDay:
    head = {"tas": "1", "name": "A", "customer": "B", "competitors": {"x": {}, "y": {}}}
    now = Opportunity.model_validate({**head, "people": people, **more})
    return DealOnDay.of(now, settings or Settings(), DAY)


def _person(words: str) -> dict[str, Any]:
    """Return a person of words such as `status=enemy influence=5 rivals.x=mentor`."""
    found: dict[str, Any] = {}
    for word in words.split():
        name, _, text = word.partition("=")
        if name == "rivals":
            found[name] = {text: "supporter"}
        else:
            found[name] = text.split(",") if name in ("roles", "influences") else text
    return found


CASES: dict[str, tuple[dict[str, str], list[Insight]]] = {
    "of weight and never met, with the ear of two": (
        {"a": "influence=4 coverage=none influences=b,nobody-here,a,c", "b": "", "c": ""},
        [Insight("unmet", ("a",), ("b", "c"))],
    ),
    "of weight and briefly known, the strongest first": (
        {"a": "influence=4 coverage=brief", "b": "influence=5 coverage=brief"},
        [Insight("barely_known", ("b", "a"))],
    ),
    "without weight, or known well": (
        {"a": "influence=3 coverage=none", "b": "influence=5 coverage=multiple"},
        [],
    ),
    "what is not filled in says nothing": (
        {"a": "influence=5", "b": "coverage=none", "c": "rank=1", "d": "status=enemy", "e": ""},
        [],
    ),
    "against us and stronger than our strongest": (
        {
            "a": "status=supporter influence=3",
            "b": "status=mentor influence=3",
            "c": "status=non_supporter influence=4",
            "d": "status=enemy influence=5",
            "e": "status=enemy influence=3",
        },
        [Insight("stronger_against", ("d", "c"), ("a", "b"))],
    ),
    "against us, and nobody for us": (
        {"a": "status=enemy influence=1"},
        [Insight("stronger_against", ("a",))],
    ),
    "a supporter of unknown influence may be the strongest": (
        {"a": "status=enemy influence=5", "b": "status=supporter"},
        [],
    ),
    "a supporter who has left counts no more": (
        {"a": "status=enemy influence=2", "b": "status=mentor influence=5 left=2024-01-01"},
        [Insight("stronger_against", ("a",))],
    ),
    "roles, but no approver": (
        {"a": "roles=user,evaluator", "b": "roles=approver left=2024-01-01"},
        [Insight("no_approver", ("b",))],
    ),
    "an approver who has left, and another one": (
        {"a": "roles=approver", "b": "roles=approver left=2024-01-01"},
        [],
    ),
    "approvers barely known, named once": (
        {
            "a": "roles=approver coverage=brief influence=5",
            "b": "roles=approver coverage=none",
            "c": "roles=approver coverage=none influence=4",
            "d": "roles=approver coverage=multiple",
        },
        [Insight("unmet", ("c",)), Insight("approvers", ("a", "b"))],
    ),
    "who carries a competitor": (
        {"a": "rivals=x influence=1", "b": "rivals=x influence=2", "c": "rivals=z"},
        [Insight("carries", ("b", "a"), ("x",))],
    ),
    "about to leave, just gone, and gone long ago": (
        {
            "a": "left=2027-01-15",
            "b": "left=2026-11-23",
            "c": "left=2026-08-26",
            "d": "left=2026-08-25",
        },
        [Insight("leaving", ("a",)), Insight("gone", ("b",)), Insight("gone", ("c",))],
    ),
    "influence above rank": (
        {"a": "rank=2 influence=3", "b": "rank=3 influence=3", "c": "rank=1 influence=4"},
        [Insight("above_rank", ("c", "a"))],
    ),
    "somebody whom we cannot name": (
        {"a": "unidentified=yes influence=5 coverage=none roles=approver", "b": "unidentified=no"},
        [Insight("unidentified", ("a",))],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_the_map_says(case: str) -> None:
    """Each insight has its people, and needs what it is about to be filled in."""
    people, expected = CASES[case]
    assert insights(_deal({key: _person(words) for key, words in people.items()})) == expected


def test_what_rests_on_the_word_of_who_leaves() -> None:
    """Who leaves or left has the ratings that nobody else supports, however long ago."""
    evidence = [{"what": "Said so", "who": "a", "when": "2024-01-01"}]
    cell = {"us": {"rating": "+", "evidence": evidence}}
    rated = [{"date": "2024-01-02", "ratings": {"solution_fit": cell}}]
    for left, kind in (("2027-01-15", "leaving"), ("2024-02-01", "gone")):
        deal = _deal({"a": {"left": left}}, assessments=rated)
        assert insights(deal) == [Insight(kind, ("a",), ("solution_fit",))]
        evidence.append({**evidence[0], "who": "b"})
        deal = _deal({"a": {"left": "2027-01-15"}, "b": {}}, assessments=rated)
        assert insights(deal) == [Insight("leaving", ("a",))]
        evidence.pop()


def test_the_company_says_who_is_of_weight() -> None:
    """Weight begins where the settings begin the political structure."""
    deal = _deal({"a": _person("influence=3 coverage=none")}, Settings(bands=Bands(structure=3)))
    assert [each.kind for each in insights(deal)] == ["unmet"]


def test_a_competitor_out_of_the_race_is_carried_no_more() -> None:
    """Who stands for a competitor matters while it is in the race."""
    people = {"a": {"rivals": {"x": "mentor"}}}
    deal = _deal(people, competitors={"x": {"out": {"date": "2026-11-23"}}})
    assert insights(deal) == []


def test_sides_and_evidence() -> None:
    """Who is for and against us, strongest first; an entry is confirmed by its evidence."""
    people = {
        "a": Person(status="enemy", influence=1),
        "b": Person(status="supporter", influence=2),
        "c": Person(status="mentor", influence=4, evidence=[Evidence(what="Told us")]),
        "d": Person(status="neutral"),
    }
    assert sides(people) == (("c", "b"), ("a",))
    assert confirmed(people) == ("c",)
