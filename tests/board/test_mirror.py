"""The difference of two states: empty for equal ones, and a mirror of the other direction."""

from __future__ import annotations

import json
from itertools import pairwise

from generated import TODAY, Deals

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.difference import Difference
from tas_cli.model.settings import Settings
from tas_cli.reading.read import read_opportunity

_PAIRS = (
    ("added", "removed"), ("met", "unmet"), ("agreed", "dropped"), ("done", "reopened"),
    ("debriefs", "debriefs_removed"), ("notes", "notes_removed"),
    ("evidenced", "unevidenced"), ("confirmed", "unconfirmed"),
)  # fmt: skip


def states() -> list[DealOnDay]:
    """Return a hundred deals, each of which can stand for another state of any other."""
    drawn = Deals()
    texts = [json.dumps(drawn.deal(number)).encode() for number in range(100)]
    read = [read_opportunity(text, "deal.yaml").value for text in texts]
    return [DealOnDay.of(each, Settings(), TODAY) for each in read if each]


def test_equal_states_do_not_differ() -> None:
    """Nothing changed between a deal and itself."""
    assert all(Difference(each, each).empty for each in states())


def test_forward_and_back_are_mirrors() -> None:
    """What one direction adds the other removes; ratings and fields are the other way round."""
    found = states()
    assert len(found) > 90
    for one, other in pairwise(found):
        there, back = Difference(one, other), Difference(other, one)
        assert not there.empty
        for new, gone in _PAIRS:
            assert set(getattr(there, new)) == set(getattr(back, gone)), new
            assert set(getattr(there, gone)) == set(getattr(back, new)), gone
        turned = {(each[:2], each.before, each.after) for each in there.ratings}
        turned_back = {(each[:2], each.after, each.before) for each in back.ratings}
        assert turned == turned_back
        fields = {each.field: (each.before, each.after) for each in there.fields}
        assert fields == {each.field: (each.after, each.before) for each in back.fields}
