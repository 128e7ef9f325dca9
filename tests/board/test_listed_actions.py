"""Action items of all deals: which are listed, in which order, and for whom."""

from __future__ import annotations

from typing import Any

import pytest
from workspaces import day

from tas_cli.board.actions import DealActions, Due, Listed, listed

TODAY = day("2026-11-23")


def due(number: int, **given: Any) -> Due:
    """Return an action: by default open, without an owner or a due date."""
    whose, days = given.get("owner"), (given.get("due"), given.get("done"))
    return Due(number, "Call", whose, *days, agreed="2026-11-02")


def deal(
    name: str, *actions: Due, status: str = "open", owner: str | None = "nicole"
) -> DealActions:
    """Return a deal with its actions."""
    return DealActions(name, "Harbour", owner, status, list(actions), id=name)


LATE, SOON, DONE = "2026-11-20", "2026-12-01", "2026-11-10"
DEALS = [
    deal("b", due(1), due(2, due=SOON), due(3, due=LATE), due(4, due=LATE, done=DONE)),
    deal("a", due(1, due=LATE), due(2)),
    deal("won", due(1, due=LATE), due(2, done=DONE), status="won"),
]
ORDERS = {
    "what-is-to-be-done": (False, ["a 1", "b 3", "b 2", "a 2", "b 1"]),
    "everything": (
        True,
        ["a 1", "b 3", "won 1", "b 2", "a 2", "b 1", "b 4", "won 2"],
    ),
}


@pytest.mark.parametrize("case", ORDERS.values(), ids=ORDERS)
def test_order(case: tuple[bool, list[str]]) -> None:
    """The longest overdue come first, then by due date, undated, done; then by deal and number."""
    everything, expected = case
    found = listed(DEALS, TODAY, everything=everything)
    assert [f"{each.deal.id} {each.action.number}" for each in found] == expected


def one(**given: Any) -> Listed:
    """Return the listing of the only action in a deal of nicole's."""
    [found] = listed([deal("a", due(1, **given))], TODAY, everything=True)
    return found


DAYS = {
    "no-day": ({}, (None, False)),
    "to-come": ({"due": "2026-11-24"}, (-1, False)),
    "today": ({"due": "2026-11-23"}, (0, False)),
    "yesterday": ({"due": "2026-11-22"}, (1, True)),
    "done": ({"due": "2026-11-22", "done": "2026-11-23"}, (1, False)),
}


@pytest.mark.parametrize(("given", "expected"), DAYS.values(), ids=DAYS)
def test_days_since_it_was_due(given: dict[str, Any], expected: tuple[int | None, bool]) -> None:
    """An action is overdue from the day after its due date, until it is done."""
    assert (one(**given).days, one(**given).overdue) == expected


def test_who_has_to_do_an_action() -> None:
    """The owner of the action is to do it, otherwise the owner of the deal."""
    assert one(owner="lena").owner == "lena"
    assert one().owner == "nicole"
