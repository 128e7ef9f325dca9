"""Whatever is in the place of a report of `tas check`: nothing outside changes, nothing hangs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from doors import DOORS, Door
from ground import DEAL

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

WRITTEN_TO = ("fifo", "link-to-an-endless-device")
"""A pipe waits for its reader, as with every program; a device takes any output."""


@pytest.mark.parametrize("kind", ["text", "json", "sarif"])
@pytest.mark.parametrize("door", [door for door in DOORS if door.name not in WRITTEN_TO], ids=str)
def test_a_report_stays_in_the_workspace(
    tas: Tas, ground: Path, tmp_path: Path, door: Door, kind: str
) -> None:
    """The call ends with 1 or 2 and a reason, or creates the file in the workspace."""
    (ground / "out").mkdir()
    report, outside = ground / "out/report.txt", tmp_path / "outside/secret.yaml"
    door.put(report, outside)
    before = {path: path.read_bytes() for path in outside.parent.iterdir()}
    result = tas("check", "--output", f"{kind}={report}")
    assert {path: path.read_bytes() for path in outside.parent.iterdir()} == before
    assert (result.status in (1, 2)) is bool(result.err)
    assert (ground / "opportunities/d1.yaml").read_text() == DEAL


@pytest.mark.parametrize("link", ["report.txt", "out"])
def test_a_link_to_nowhere(tas: Tas, ground: Path, tmp_path: Path, link: str) -> None:
    """A link in the repository cannot create a file outside it."""
    beyond = tmp_path / "beyond"
    if link == "out":
        beyond.mkdir()
    (ground / link).symlink_to(beyond)
    name = link if link == "report.txt" else "out/report.txt"
    result = tas("check", "--output", name)
    assert (result.status, "points outside" in result.err) == (2, True)
    assert not beyond.is_file()
    assert not (beyond / "report.txt").exists()
    assert tas("check", "--output", name, "--force").status == 0
    assert "3 files" in (beyond if link == "report.txt" else beyond / "report.txt").read_text()
