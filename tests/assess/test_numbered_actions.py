"""A deal's action items: their numbers, and whether they are open and overdue on a date."""

from __future__ import annotations

import pytest
from workspaces import HEAD, day, opportunity

from tas_cli.assess.actions import Numbered, numbered_actions

TODAY = day("2026-11-23")


def _actions(*debriefs: str) -> list[Numbered]:
    """Return the actions of debriefs, each given as `DATE | ACTION | ...`."""
    lines = [HEAD, "debriefs:\n"]
    for debrief in debriefs:
        date, *actions = (part.strip() for part in debrief.split(" | "))
        listed = ", ".join(f"{{{action}}}" for action in actions)
        lines.append(f"  - {{date: {date}, actions: [{listed}]}}\n")
    return numbered_actions(opportunity("".join(lines)))


NUMBERS = {
    "of-one-debrief": (["2026-11-02 | what: a | what: b"], ["1 a 0.0", "2 b 0.1"]),
    "a-debrief-without-actions": (["2026-11-02", "2026-11-03 | what: a"], ["1 a 1.0"]),
    "over-all-debriefs": (
        ["2026-11-02 | what: a", "2026-11-09 | what: b | what: c"],
        ["1 a 0.0", "2 b 1.0", "3 c 1.1"],
    ),
    "by-day-wherever-a-debrief-is-in-the-file": (
        ["2026-11-09 | what: b", "2026-11-02 | what: a"],
        ["1 a 1.0", "2 b 0.0"],
    ),
    "of-one-day-as-in-the-file": (
        ["2026-11-09 | what: b", "2026-11-09 | what: a"],
        ["1 b 0.0", "2 a 1.0"],
    ),
}


@pytest.mark.parametrize(("debriefs", "expected"), NUMBERS.values(), ids=NUMBERS)
def test_numbers(debriefs: list[str], expected: list[str]) -> None:
    """Numbers follow the debriefs' dates; each action knows its place in the file."""
    found = _actions(*debriefs)
    places = (".".join(map(str, each.path[1::2])) for each in found)
    numbered = zip(found, places, strict=True)
    assert [f"{each.number} {each.action.what} {at}" for each, at in numbered] == expected


def test_a_later_debrief_leaves_the_numbers_as_they_are() -> None:
    """A later debrief does not renumber earlier actions, even if it comes first in the file."""
    earlier = ["2026-11-09 | what: b", "2026-11-02 | what: a"]
    before = {each.action.what: each.number for each in _actions(*earlier)}
    after = {each.action.what: each.number for each in _actions("2026-11-16 | what: new", *earlier)}
    assert after == before | {"new": 3}


STATES = {
    "without-a-day": ("", {"open"}),
    "due-tomorrow": ("due: 2026-11-24", {"open"}),
    "due-today": ("due: 2026-11-23", {"open"}),
    "due-yesterday": ("due: 2026-11-22", {"open", "overdue"}),
    "done-yesterday": ("due: 2026-11-20, done: 2026-11-22", set()),
    "done-today": ("due: 2026-11-20, done: 2026-11-23", set()),
    "done-after-that-day": ("due: 2026-11-20, done: 2026-11-24", {"open", "overdue"}),
    "a-tactic-by-then": ("due: 2026-11-20, tactic: 2026-11-21", set()),
    "a-tactic-later": ("due: 2026-11-20, tactic: 2026-11-24", set()),
}


@pytest.mark.parametrize(("more", "expected"), STATES.values(), ids=STATES)
def test_open_and_overdue(more: str, expected: set[str]) -> None:
    """As of a date, an action that was done later is still open."""
    [found] = _actions(f"2026-11-02 | what: a{', ' if more else ''}{more}")
    assert found.asked == day("2026-11-02")
    states = {"open": found.open(TODAY), "overdue": found.overdue(TODAY)}
    assert {name for name, is_true in states.items() if is_true} == expected
