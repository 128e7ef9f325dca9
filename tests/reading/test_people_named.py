"""People named in one text."""

from __future__ import annotations

import pytest

from tas_cli.reading.names import joined, people


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("M. Kessler, CFO", ["M. Kessler, CFO"]),
        ("Maria Delgado, VP Ops, Tom O'Brien, CFO", ["Maria Delgado, VP Ops", "Tom O'Brien, CFO"]),
        ("Jo Park, Sam Lee", ["Jo Park", "Sam Lee"]),
        ("Maria and Tom", ["Maria", "Tom"]),
        ("Maria, Tom, and Jo", ["Maria", "Tom", "Jo"]),
        ("Maria; Tom & Jo", ["Maria", "Tom", "Jo"]),
        ("kessler, analyst", ["kessler, analyst"]),
        ("kim, hart", ["kim", "hart"]),
        ("Ann Ruiz, plant floor", ["Ann Ruiz, plant floor"]),
        ("Ann Ruiz, VP Sales and Marketing, Hart", ["Ann Ruiz, VP Sales and Marketing", "Hart"]),
        ("Ann Ruiz, CFO and COO", ["Ann Ruiz, CFO", "COO"]),
        (" , ;", []),
    ],
)
def test_a_role_follows_its_name(text: str, found: list[str]) -> None:
    """Names are between commas, semicolons or `and`; joined, they are read as the same people."""
    assert people(text) == found
    assert people(joined(found) or "") == found
