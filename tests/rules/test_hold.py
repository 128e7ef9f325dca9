"""The check of deals on hold: what would resume them?"""

from __future__ import annotations

import pytest
from test_people_rules import places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on_hold: {since: 2026-11-02}", ["on_hold"]),
        ("on_hold: {}", ["on_hold"]),
        ('on_hold: {trigger: " "}', ["on_hold"]),
        ("on_hold: {trigger: Their merger closes}", []),
        ("status: lost\non_hold: {since: 2026-11-02}", []),
        ("status: open", []),
    ],
)
def test_trigger(text: str, expected: list[str]) -> None:
    """Only an open deal on hold whose file names no trigger is reported, at the hold."""
    assert places("TAS830", text) == expected
