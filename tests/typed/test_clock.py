"""Times of day are read as people write them, and only if they mean one time."""

from __future__ import annotations

import pytest

from tas_cli.typed.clock import clock_time


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("9am", "09:00"),
        ("9 a.m.", "09:00"),
        ("9:30", "09:30"),
        ("09:30", "09:30"),
        ("9.30 PM", "21:30"),
        ("12am", "00:00"),
        ("12:15pm", "12:15"),
        ("23:59", "23:59"),
        ("24:00", None),
        ("9", None),
        ("13pm", None),
        ("0am", None),
        ("9:5", None),
        ("9:60", None),
        ("soon", None),
        ("\u0669am", None),
    ],
)
def test_time(text: str, time: str | None) -> None:
    """On 12 or 24 hours; a number alone can be morning or evening."""
    assert clock_time(text) == time
