"""The checks of the plan, at the edges that the oracle's drawn deals do not name."""

from __future__ import annotations

import pytest
from test_people_rules import places

TACTIC = "{what: Ask, kind: retrieve, criteria: [14]"


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("TAS530", f"tactics: [{TACTIC}, due: 2027-01-15}}]", []),
        ("TAS530", f"tactics: [{TACTIC}, done: 2026-11-24}}]", ["tactics.0.done"]),
        ("TAS531", f"tactics: [{TACTIC}}}, {TACTIC}, owner: lena}}]", ["tactics.1"]),
        ("TAS531", f"tactics: [{TACTIC}}}, {{what: Ask, kind: prove}}]", []),
        ("TAS601", f"tactics: [{TACTIC}, people: [prado]}}]", ["tactics.0.people"]),
        ("TAS601", "partners: {p: {also_with: [x-sys]}}", ["partners.p.also_with"]),
    ],
    ids=[
        "due later",
        "done tomorrow",
        "the same twice",
        "of another kind",
        "nobody on the map",
        "no such competitor",
    ],
)
def test_records_of_the_plan(code: str, text: str, expected: list[str]) -> None:
    """Tactics and partners are checked like other records, in deals without a map as well."""
    assert places(code, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("amount: 3000000", []),
        ("amount: 3000001", ["strategy.objective.items"]),
        ("amount: 3000000.004", []),
        ("amount: 3000000.4\ncurrency: JPY", []),
        ("currency: USD", []),
    ],
)
def test_items_of_the_method(text: str, expected: list[str]) -> None:
    """0.5, 1.2 and 1.3 million are 3 million, to what the currency can express."""
    amounts = ", ".join(f"{{what: Part, amount: {each}}}" for each in (500000, 1200000, 1300000))
    assert places("TAS701", f"{text}\nstrategy: {{objective: {{items: [{amounts}]}}}}") == expected
