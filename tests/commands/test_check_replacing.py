"""`tas check --output` and `--write-baseline` only replace files of their own kind."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from workspaces import HEAD, write

from tas_cli.commands.outputs import ReportFormat

if TYPE_CHECKING:
    from cli import Tas

WRONG = f"{HEAD}owner: 12\n"
FILES = {
    "tas.yaml": "tas: 1\n",
    "tas-baseline.json": '{"version": 1, "findings": {}}\n',
    "schemas/opportunity.schema.json": "{}\n",
    "accounts/harbour.yaml": "tas: 1\n",
    "opportunities/a.yaml": WRONG,
    "opportunities/b.yaml": WRONG.replace("Cranes", "b"),
    "opportunities/notes.md": "notes\n",
    "opportunities/empty.txt": "",
    "other/opportunities/c.yaml": WRONG,
    "link.txt": "",
}


@pytest.fixture
def folder(tas: Tas, tmp_path: Path) -> Path:
    """A workspace with one file of each kind, and another workspace nested in it."""
    write(tmp_path, FILES)
    (tmp_path / "link.txt").unlink()
    (tmp_path / "link.txt").symlink_to("opportunities/a.yaml")
    tas.at(tmp_path)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    """Return the content of every file."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


CALLS = ["", "a", "opportunities/b.yaml", "other", "-", "--fix", "--select TAS1"]
NEW = ["opportunities/new.json", "opportunities/new/er.txt", "new.yaml", "other/opportunities/x"]


@pytest.mark.parametrize("name", [*FILES, *NEW, "Opportunities/new.json"])
@pytest.mark.parametrize("call", CALLS)
def test_a_report_never_takes_a_place_of_the_workspace(
    tas: Tas, folder: Path, monkeypatch: pytest.MonkeyPatch, call: str, name: str
) -> None:
    """No report replaces such a file or lands among the deals, whatever the call checks."""
    before = contents(folder)
    for force in ([], ["--force"]):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(HEAD.encode())))
        result = tas("check", *call.split(), "--output", name, *force)
        assert result.status == 2
        assert "Choose another place" in result.err
    assert contents(folder) == before


def test_a_forgotten_file_name(tas: Tas, folder: Path) -> None:
    """A shell pattern after --output does not overwrite the first deal it matches."""
    before = contents(folder)
    names = sorted(str(path) for path in Path("opportunities").glob("*.yaml"))
    assert tas("check", "--output", *names).status == 2
    assert contents(folder) == before


@pytest.mark.parametrize("content", ["notes\n", "{}", "[1]", '{"version": 1, "diagnosis": []}'])
def test_a_foreign_file_stays(tas: Tas, folder: Path, content: str) -> None:
    """Replacing a file that is not a report needs --force; without it nothing is done."""
    write(folder, {"x.json": content})
    before = contents(folder)
    result = tas("check", "--fix", "--format", "json", "--output", "x.json")
    assert (result.status, "--force" in result.err) == (2, True)
    assert contents(folder) == before
    assert tas("check", "--format", "json", "--output", "x.json", "--force").status == 1
    assert "diagnostics" in Path("x.json").read_text()


CHECKED = [
    "opportunities",
    "opportunities/new",
    "other/opportunities --statistics",
    "- --select TAS2",
]
"""With findings, with nothing to check, with counts only, and with nothing wrong."""


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("call", CHECKED)
@pytest.mark.parametrize("earlier", ReportFormat)
def test_an_earlier_report_is_replaced(
    tas: Tas, monkeypatch: pytest.MonkeyPatch, earlier: ReportFormat, call: str
) -> None:
    """A report of any format, or an empty file, is replaced by the next report."""
    write(Path(), {"report": ""})
    Path("opportunities/new").mkdir()
    for kind in (earlier, ReportFormat.sarif):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(HEAD.encode())))
        words = [*call.split(), "--output", f"{kind}=report"]
        assert tas("check", "--exit-zero", *words).status == 0
    assert "2.1.0" in Path("report").read_text()


@pytest.mark.parametrize("end", ["nothing wrong.", "nothing new. 3 findings silenced."])
def test_a_report_in_earlier_words_is_replaced(tas: Tas, folder: Path, end: str) -> None:
    """A text report that an earlier version wrote is still known as one."""
    write(folder, {"report.txt": f"3 files, {end}\n"})
    assert tas("check", "--exit-zero", "--output", "report.txt").status == 0
    assert "nothing" not in Path("report.txt").read_text()


def test_a_baseline_that_is_a_link(tas: Tas, folder: Path) -> None:
    """A baseline is never written through a link, not even with --force."""
    (folder / "tas-baseline.json").unlink()
    (folder / "tas-baseline.json").symlink_to("opportunities/a.yaml")
    before = (folder / "opportunities/a.yaml").read_bytes()
    assert tas("check", "--write-baseline", "--force").status == 1
    assert (folder / "opportunities/a.yaml").read_bytes() == before


@pytest.mark.parametrize("content", ["", "notes\n", '{"version": 1, "findings": {"a": {}}}'])
def test_a_baseline_replaces_a_baseline(tas: Tas, folder: Path, content: str) -> None:
    """A file under the baseline's name that is not a baseline is only replaced with --force."""
    write(folder, {"tas-baseline.json": content})
    foreign = "notes" in content
    assert tas("check", "--write-baseline").status == (2 if foreign else 0)
    assert (Path("tas-baseline.json").read_text() == content) is foreign
    assert tas("check", "--write-baseline", "--force").status == 0
    assert "opportunities/a.yaml" in Path("tas-baseline.json").read_text()
