"""A deal on a date: everything derived from it is worked out once, as of that date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cached_property
from typing import Any

import pytest
from workspaces import day, opportunity, rated

from tas_cli.assess import deal as deals
from tas_cli.assess.briefing import Briefing
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.sheet import Sheet
from tas_cli.model.settings import Settings
from tas_cli.rules.subject import Subject

TEXT = rated(
    "2026-01-05 | solution_fit: {us: '+', x: '+'} | access_to_funds: {us: '-'}",
    "2026-02-05 | solution_fit: {us: '-'} | inside_support: {us: '+'}",
    "2026-12-05 | solution_fit: {us: '+'}",
)
COSTLY = ("scorecard", "standing", "sales_process", "numbered_actions", "facts", "decide", "past")


@pytest.mark.parametrize("kind", [DealOnDay, Sheet, Briefing, Subject])
def test_all_that_is_costly_is_worked_out_once(
    kind: type[DealOnDay], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is asked of a deal, however often, each part is worked out once.

    A sheet and a briefing also look at the second newest assessment.
    """
    counted: Counter[str] = Counter()

    def counting(name: str) -> Callable[..., Any]:
        original = getattr(deals, name)

        def call(*arguments: Any) -> Any:
            counted[name] += 1
            return original(*arguments)

        return call

    for name in COSTLY:
        monkeypatch.setattr(deals, name, counting(name))
    found = kind.of(opportunity(TEXT), Settings(), day("2026-03-01"))
    parts = [
        name
        for each in kind.__mro__
        for name, part in vars(each).items()
        if isinstance(part, (cached_property, property))
    ]
    for name in (*parts, *parts):
        getattr(found, name)
    assert counted == {**dict.fromkeys(COSTLY, 1), "scorecard": 2}


def test_the_opportunity_is_as_of_the_day() -> None:
    """Later entries are unknown in every part."""
    found = DealOnDay.of(opportunity(TEXT), Settings(), day("2026-02-10"))
    assert found.past == [0, 1]
    assert found.sign("solution_fit") == found.card.rating("solution_fit", "us") == "-"
    assert found.card_on(day("2026-01-10")).rating("solution_fit", "us") == "+"
    assert found.previous is not None
    assert found.previous.day == day("2026-01-05")


def test_all_parts_take_signs_without_evidence_for_unknown_where_asked() -> None:
    """The engine decides from the scorecard's signs, with ours without evidence as ?."""
    found = DealOnDay.of(opportunity(TEXT), Settings(), day("2026-02-10"), evidenced=True)
    plain = DealOnDay.of(opportunity(TEXT), Settings(), day("2026-02-10"))
    place = ("inside_support", "us")
    assert (plain.facts.rating(*place), plain.card.rating(*place)) == ("+", "+")
    assert (found.facts.rating(*place), found.card.rating(*place)) == ("?", "?")
    assert found.facts.rating("solution_fit", "x") == "+"
    assert plain.facts.ratings == plain.card.signs


@pytest.mark.parametrize("evidenced", [False, True])
def test_the_cards_are_those_of_each_assessment(*, evidenced: bool) -> None:
    """There is a card for each assessment up to the day, as `card_on` gives it."""
    found = DealOnDay.of(opportunity(TEXT), Settings(), day("2026-03-01"), evidenced=evidenced)
    assert [each.day for each in found.cards] == [day("2026-01-05"), day("2026-02-05")]
    assert [*found.cards] == [found.card_on(each) for each in found.card.dates]
