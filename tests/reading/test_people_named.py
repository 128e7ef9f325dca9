"""People named in one text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@given(
    st.text(st.sampled_from("aAbB ,;&\n")).flatmap(
        lambda text: st.lists(
            st.sampled_from(["Ann", "kim", "CFO", "VP Sales", " and ", ",", ";", "\n", text])
        ).map(" ".join)
    )
)
def test_people_once_told_apart_stay_so(text: str) -> None:
    """Whatever is typed, what is stored names the same people when it is read again."""
    found = people(text)
    assert people(joined(found) or "") == found
    assert all(each.strip() == each and each for each in found)


def test_a_long_text_takes_no_long_time() -> None:
    """Blanks without end are no reason to wait."""
    assert people(f"Ann{' ' * 300_000},{' ' * 300_000}CFO") == ["Ann, CFO"]
