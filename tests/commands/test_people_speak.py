"""People on the map who speak in evidence: every page calls them by name and title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import meridian
import pytest
from workspaces import write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas


@pytest.fixture
def mapped(tas: Tas, tmp_path: Path) -> Tas:
    """A deal with a map, on its day."""
    return tas.at(write(tmp_path, meridian.FILES)).env(TAS_TODAY=meridian.TODAY)


PAGES = [
    ("show", meridian.ID, "--evidence"),
    ("prep", meridian.ID, "--format", "markdown"),
    ("show", meridian.ID, "--since", "2026-10-01"),
    ("prep", meridian.ID),
    ("prep", meridian.ID, "--with", "nair, pell, okafor"),
    ("outcome", meridian.ID),
    ("debrief", meridian.ID, "--prepare"),
    ("log", meridian.ID),
    ("today", "--owner", "nicole"),
]


@pytest.mark.parametrize("call", PAGES)
def test_a_page_has_names(mapped: Tas, call: tuple[str, ...]) -> None:
    """Where somebody speaks, or will be met, the name and the title are shown."""
    out = mapped(*call).out
    assert not re.search(
        r"(?:\d{4}-\d\d-\d\d,?|[:;+]|with) (?:okafor|pell|ruiz|nair|kessler)\b", out
    )
    assert re.search(r"Elena\s+Ruiz,\s+COO|Martin\s+Kessler,\s+CFO|Priya\s+Nair,\s+CNO", out)


def test_somebody_is_one_voice(mapped: Tas) -> None:
    """Short name, name and initial are one speaker; JSON keeps what the file says."""
    found = mapped("prep", meridian.ID, "--format", "json").json
    spoken = {each["who"]: each for each in found["voices"]}
    assert len(spoken) == len(found["voices"]) == 7
    ruiz = spoken["Elena Ruiz, COO"]
    assert {each["who"] for each in ruiz["said"]} == {"Elena Ruiz, COO", "ruiz", "ruiz; nair"}
    assert [each["who"] for each in ruiz["outcomes"]] == ["ruiz", "ruiz"]
    assert "Martin Kessler, CFO" in spoken


def test_a_name_off_the_map_stays_as_written(mapped: Tas, tmp_path: Path) -> None:
    """Without the people, the same words are shown as they stand in the file."""
    text = meridian.DEAL.partition("people:")[0]
    write(tmp_path, {f"opportunities/{meridian.ID}.yaml": text})
    out = mapped("show", meridian.ID, "--evidence").out
    assert "2026-10-08, okafor: Did what" in out
    assert "2026-10-22, ruiz; nair: An hour" in out
