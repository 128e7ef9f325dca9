"""TAS515: `tas check --changed-since` compares a deal's past with the committed one."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from workspaces import rated, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

PAST = rated(
    "2026-10-05 | solution_fit: {us: '-', x: '+'} | current_relationship: {us: '?'}",
    "2026-11-23 | solution_fit: {us: '?'}",
)
LINES = """\
history:
  - {date: 2026-10-06, field: amount, from: 5, to: 6}
  - {date: 2026-10-06, field: owner, to: maria}
"""
CHANGES: dict[str, tuple[tuple[str, str], list[str]]] = {
    "no earlier data": (("name: Cranes", "name: Crane"), []),
    "a sign": (
        ("us: '-', x", "us: '+', x"),
        ["#7 Solution fit on 2026-10-05 was committed as - but"],
    ),
    "a competitor's": (
        ("x: '+'", "x: '-'"),
        ["#7 Solution fit (X) on 2026-10-05 was committed as +"],
    ),
    "a cell": ((", x: '+'", ""), ["#7 Solution fit (X)", "but is now missing"]),
    "a row": (("      current_relationship: {us: '?'}\n", ""), ["but is now missing"]),
    "a day": (("date: 2026-10-05", "date: 2026-10-04"), ["the assessment dated 2026-10-05"]),
    "a rating of today": (("solution_fit: {us: '?'}", "solution_fit: {us: '+'}"), []),
    "a note more": (("us: '-', x", "us: {rating: '-', note: Late}, x"), []),
    "a later assessment": (
        ("  - date: 2026-11-23", "  - date: 2026-11-22\n    ratings: {}\n  - date: 2026-11-23"),
        [],
    ),
    "a line of the history": (
        ("from: 5, to: 6", "from: 5, to: 7"),
        ["entry dated 2026-10-06 for amount"],
    ),
    "a line taken out": (
        ("  - {date: 2026-10-06, field: owner, to: maria}\n", ""),
        ["entry dated 2026-10-06 for owner"],
    ),
    "a history line that was extended": (("field: owner, to", "field: owner, from: jo, to"), []),
    "a file that is no longer a deal": (("tas: 1", "tas: ["), []),
}


@pytest.fixture
def folder(tas: Tas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace in a repository, with a committed past."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    root = write(tmp_path / "one", {"opportunities/a.yaml": PAST + LINES})
    committed(root)
    tas.at(root)
    return root


def git(folder: Path, *words: str) -> None:
    """Call git in a folder."""
    call = ["git", "-c", "user.name=t", "-c", "user.email=t@example.com", *words]
    subprocess.run(call, cwd=folder, check=True, capture_output=True)


def committed(folder: Path) -> None:
    """Commit everything."""
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "all")


def found(tas: Tas, *options: str) -> list[str]:
    """Return the findings about the past since the last commit."""
    document = tas("check", "--changed-since", "HEAD", *options, "--format", "json").json
    return [each["message"] for each in document["diagnostics"] if each["code"] == "TAS515"]


@pytest.mark.parametrize("change", CHANGES)
def test_history_that_was_rewritten(tas: Tas, folder: Path, change: str) -> None:
    """Altered or removed past entries are reported; added ones supersede and are fine."""
    (before, after), words = CHANGES[change]
    text = (PAST + LINES).replace(before, after, 1)
    assert text != PAST + LINES
    write(folder, {"opportunities/a.yaml": text})
    messages = found(tas)
    assert bool(messages) is bool(words)
    assert all(word in messages[0] for word in words)


def test_how_it_is_reported(tas: Tas, folder: Path) -> None:
    """It is a warning at the cell, unless the settings or the call say otherwise."""
    text = (PAST + LINES).replace("us: '-', x", "us: '+', x")
    write(folder, {"opportunities/a.yaml": text})
    out = tas("check", "--changed-since", "HEAD").out
    assert "8:26    warning TAS515 #7 Solution fit on 2026-10-05 was" in out
    assert "TAS515" not in tas("check").out
    assert found(tas, "--ignore", "TAS515") == []
    for files, number in (('"*/a.yaml": {TAS515: off}', 0), ('"*/b.yaml": {TAS515: off}', 1)):
        write(folder, {"tas.yaml": f"tas: 1\nrules_for: {{{files}}}\n"})
        assert len(found(tas)) == number


def test_a_deal_that_was_moved(tas: Tas, folder: Path) -> None:
    """A deal moved to another folder is still compared."""
    (folder / "opportunities/a.yaml").unlink()
    text = (PAST + LINES).replace("us: '-', x", "us: '+', x")
    write(folder, {"opportunities/north/a.yaml": text})
    assert len(found(tas)) == 1


def test_contents_that_are_not_at_hand(tas: Tas, folder: Path) -> None:
    """If git has not fetched a commit's contents, that is reported, and the check continues."""
    write(folder, {"opportunities/a.yaml": PAST})
    committed(folder)
    git(folder, "config", "uploadpack.allowFilter", "true")
    clone = folder.with_name("two")
    git(folder, "clone", "-q", "--filter=blob:none", f"file://{folder}", str(clone))
    result = tas.at(clone)("check", "--changed-since", "HEAD~1")
    assert result.status == 0
    assert "cannot compare files with their committed versions (TAS515): fatal:" in result.err


def test_a_competitor_with_another_short_name_has_the_same_past(tas: Tas, folder: Path) -> None:
    """Renaming a competitor everywhere rewrites nothing; changing its ratings as well does."""
    assert tas("competitors", "a", "x", "name=Ex").status == 0
    git(folder, "commit", "-qam", "named")
    assert tas("competitors", "a", "x", "id=ex").status == 0
    assert found(tas) == []
    path = folder / "opportunities/a.yaml"
    path.write_text(path.read_text().replace("ex: '+'", "ex: '-'"))
    assert len(found(tas)) == 2
