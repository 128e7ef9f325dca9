"""A change too large for one file is refused as such, without blaming the file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from workspaces import write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

ROW = "5,+,{}\n"
LONG = ("rate d1 --from {file}", "criterion,rating,evidence\n" + ROW.format("x" * 90_000) * 10)
CALLS = {
    "long-table": LONG,
    "table-of-many-rows": (LONG[0], "criterion,rating,evidence\n" + ROW.format("x") * 17_000),
    "long-answers": (
        "debrief d1 --answers {file}",
        json.dumps({"step": "confirmed", "by": "lena", "verdict": "x" * 900_000}),
    ),
}


@pytest.mark.parametrize(("line", "content"), CALLS.values(), ids=CALLS)
def test_more_than_a_file_can_hold(ground: Path, tas: Tas, line: str, content: str) -> None:
    """The message names the limit that would be exceeded, and nothing is written."""
    path = ground / "opportunities/d1.yaml"
    path.write_text(path.read_text() + "# " + "x" * 160_000 + "\n")
    before = path.read_bytes()
    write(ground, {"given": content})
    result = tas(*line.format(file="given").split())
    assert (result.status, result.out) == (1, "")
    assert "this is too much for one file: the file " in result.err
    assert "disturb" not in result.err
    assert path.read_bytes() == before
