"""The approach to a person follows from how they stand with us (method, section 5)."""

from __future__ import annotations

import pytest

from tas_cli.assess.approach import credibility, planned, proposed
from tas_cli.method.people import sources, standings
from tas_cli.model.person import Person

FITTING = {
    "enemy": ["neutralize"],
    "non_supporter": ["motivate", "neutralize"],
    "neutral": ["motivate"],
    "supporter": ["leverage"],
    "mentor": ["leverage"],
}


@pytest.mark.parametrize("status", standings())
def test_the_approach_follows_from_the_standing(status: str) -> None:
    """Support is leveraged, the undecided are motivated, enemies neutralized."""
    person = Person.model_validate({"status": status})
    assert [each.key for each in proposed(person)] == FITTING[status]


def test_nothing_is_proposed_for_somebody_whose_standing_is_unknown() -> None:
    """Without a status there is nothing that an approach could follow from."""
    assert proposed(Person()) == ()


def test_the_planned_approach_is_the_files() -> None:
    """The file's approach counts, whatever the standing; an entry without strategy plans none."""
    entry = {"status": "enemy", "approach": {"strategy": "leverage", "what": "Lunch"}}
    found = planned(Person.model_validate(entry))
    assert found is not None
    assert found.key == "leverage"
    assert planned(Person.model_validate({"approach": {"what": "Lunch"}})) is None
    assert planned(Person()) is None


def test_credibility_is_gained_where_the_influence_comes_from() -> None:
    """Each source has ways of its own; without any source there is nothing to go by."""
    entry = {"sources": {"philosophy": "structure", "track_record": "inner_circle"}}
    found = credibility(Person.model_validate(entry))
    assert found == (*sources()["philosophy"].build, *sources()["track_record"].build)
    assert credibility(Person()) == ()
