"""Ratings that rest on the word of people who left."""

from __future__ import annotations

from datetime import date

import pytest

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.orphans import orphans
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings

PEOPLE = {
    "okafor": {"name": "Dan Okafor", "left": "2026-11-20"},
    "pell": {"left": "2026-11-10"},
    "ruiz": {"name": "Elena Ruiz"},
}
CASES = [
    (["okafor"], True),
    (["Dan Okafor, Director of flow", "D. Okafor"], True),
    (["okafor; pell"], True),
    (["okafor", "Elena Ruiz, COO"], False),
    (["okafor and the IT team"], False),
    (["okafor", None], False),
    (["Sam Hart"], False),
    ([], False),
]


def _deal(who: list[str | None], day: str = "2026-11-30", again: str | None = None) -> DealOnDay:
    evidence = [{"who": each, "what": "Said so"} if each else {"what": "?"} for each in who]
    older = {"us": {"rating": "-", "evidence": [{"who": "ruiz", "what": "No"}]}}
    rated = [
        {"date": "2026-09-01", "ratings": {"inside_support": older}},
        {
            "date": "2026-10-01",
            "ratings": {"inside_support": {"us": {"rating": "+", "evidence": evidence}}},
        },
    ]
    if again:
        rated.append({"date": again, "ratings": {"inside_support": {"us": "+"}}})
    head = {"tas": "1", "name": "A", "customer": "B", "people": PEOPLE, "assessments": rated}
    return DealOnDay.of(Opportunity.model_validate(head), Settings(), date.fromisoformat(day))


@pytest.mark.parametrize(("who", "orphaned"), CASES)
def test_a_rating_on_the_word_of_those_who_left_is_found(
    who: list[str | None], *, orphaned: bool
) -> None:
    """However they are named; not if anybody else supports it, or nobody is named."""
    found = [each.criterion for each in orphans(_deal(who))]
    assert found == ["inside_support"] * orphaned


def test_it_is_found_from_the_day_on_until_somebody_looks_again() -> None:
    """Nothing before the last of them left, nor once the rating was confirmed since."""
    both: list[str | None] = ["okafor", "pell"]
    (found,) = orphans(_deal(both))
    assert (found.rating, found.people, found.left) == (
        "+",
        ("okafor", "pell"),
        date(2026, 11, 20),
    )
    assert not [*orphans(_deal(both, day="2026-11-19"))]
    assert [*orphans(_deal(both, again="2026-11-19"))]
    assert not [*orphans(_deal(both, again="2026-11-20"))]
