"""An edit's value is written according to the kind of its field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tas_cli.model.debrief import Debrief
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Cell, Opportunity
from tas_cli.model.spelling import spelled
from tas_cli.source.edit import Edit, Insert, Put, Rename, edited

HEAD = b"tas: 1\n"
DAY = date(2026, 1, 5)
CELL = ("assessments", 0, "ratings", "solution_fit", "us")

# The edit, and the line that comes of it.
SPELT: dict[str, tuple[Edit, str]] = {
    "a-text-like-a-number": (Put(("owner",), "12"), 'owner: "12"'),
    "a-text-with-invisible-characters": (Put(("owner",), "Ma\u200bria\x07"), "owner: Maria"),
    "an-amount-as-it-was-typed": (Put(("amount",), "1250.50"), "amount: 1250.50"),
    "a-loss": (Put(("profit",), Decimal(-20000)), "profit: -20000"),
    "an-amount-of-zero": (Put(("amount",), Decimal(0)), "amount: 0"),
    "a-day": (Put(("expected_close",), DAY), "expected_close: 2026-01-05"),
    "a-day-as-text": (Put(("expected_close",), "2026-01-05"), "expected_close: 2026-01-05"),
    "a-choice-that-yaml-knows": (
        Put(("strategy", "answers", "three_to_one"), {"answer": "no", "because": "no"}),
        'strategy:\n  answers:\n    three_to_one: {answer: no, because: "no"}',
    ),
    "an-id-like-a-number": (Put(("incumbent",), "42"), 'incumbent: "42"'),
    "ids": (Put(("incumbent",), ["us", "42"]), 'incumbent: [us, "42"]'),
    "an-empty-value-is-left-out": (
        Put(("compelling_event",), {"what": None, "date": DAY}),
        "compelling_event: {date: 2026-01-05}",
    ),
    "a-change-of-a-day": (
        Insert(("history",), {"date": DAY, "field": "expected_close", "from": None, "to": DAY}),
        "history:\n  - {date: 2026-01-05, field: expected_close, to: 2026-01-05}",
    ),
    "a-change-of-a-text": (
        Insert(("history",), {"date": DAY, "field": "owner", "from": "12", "to": "Maria"}),
        'history:\n  - {date: 2026-01-05, field: owner, from: "12", to: Maria}',
    ),
    "a-model": (
        Insert(
            ("debriefs",),
            Debrief.model_validate(
                {
                    "date": "2026-01-05",
                    "claimed": "solution",
                    "outcomes": {"medplan_accepted": "not_shown"},
                    "actions": [{"what": "12", "due": "2026-01-05"}],
                }
            ),
        ),
        (
            "debriefs:\n  - date: 2026-01-05\n    claimed: solution\n"
            "    outcomes: {medplan_accepted: not_shown}\n"
            '    actions:\n      - {what: "12", due: 2026-01-05}'
        ),
    ),
    "what-the-model-does-not-know": (Put(("x", "z"), "12"), 'x: {z: "12"}'),
    "a-key": (Rename(("tas",), "t\u200bas2"), ""),
}


@pytest.mark.parametrize(("edit", "line"), SPELT.values(), ids=SPELT)
def test_a_value_is_spelled_by_its_kind(edit: Edit, line: str) -> None:
    """The spelling depends on the field, whatever the type of the edit's value."""
    data = edited(HEAD, [spelled(edit, Opportunity)])
    assert data.decode() == (f"tas: 1\n{line}\n" if line else "tas2: 1\n")


def test_a_cell_is_a_bare_sign_until_there_is_more() -> None:
    """The sign is quoted in both forms."""
    file = b"assessments: [{ratings: {solution_fit: {us: {}}}}]\n"
    bare = edited(file, [spelled(Put(CELL, Cell(rating="+")), Opportunity)])
    assert b'us: "+"}' in bare
    entry = Evidence.model_validate({"when": "2026-01-05", "what": "no"})
    more = Cell(rating="-", evidence=[entry], note="12")
    after = edited(bare, [spelled(Put(CELL, more), Opportunity)])
    assert b'us: {rating: "-", evidence: [{when: 2026-01-05, what: "no"}], note: "12"}' in after
