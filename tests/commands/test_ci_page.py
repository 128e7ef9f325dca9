"""docs/ci.md: its examples work."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from cli import ROOT
from workspaces import rated, write

from tas_cli.commands.outputs import ReportFormat
from tas_cli.model.settings import Settings
from tas_cli.reading.read import read_as, read_opportunity

if TYPE_CHECKING:
    from cli import Tas

PAGE = (ROOT / "docs/ci.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """Return the page's code blocks in a language."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


LENIENT = {
    "init",
    "explain",
    "--exit-zero",
    "--fix",
    "--write-baseline",
    "--changed-since",
    "--new",
}
"""With these options a call succeeds, although the workspace has a bare sign."""
BASELINE = next(block for block in blocks("sh") if "--write-baseline" in block)
CALLS = [line for block in blocks("sh") for line in block.splitlines()]


@pytest.fixture
def workspace(tas: Tas, tmp_path: Path) -> Path:
    """A workspace in a pushed repository, with a bare sign in its only opportunity."""
    tas.at(tmp_path)
    bare = rated("2026-11-02 | solution_fit: {us: -}", competitors="{x: {}}")
    write(tmp_path, {"tas.yaml": "tas: 1\n", "opportunities/a.yaml": bare})
    for call in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=T", "-c", "user.email=t@e.x", "commit", "-q", "-m", "one"],
        ["update-ref", "refs/remotes/origin/main", "HEAD"],
    ):
        subprocess.run(["git", *call], cwd=tmp_path, check=True)
    return tmp_path


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize("line", CALLS)
def test_every_command(tas: Tas, line: str) -> None:
    """Each command on the page runs as written and does what the page says."""
    program, *words = shlex.split(line, comments=True)
    assert program == "tas"
    result = tas(*words)
    lenient = bool(LENIENT & {*words}) and "--dry-run" not in words
    assert result.status == (0 if lenient else 1)
    for written in re.findall(r"=([\w.-]+)", line):
        assert Path(written).is_file()


def test_the_baseline_allows_existing_findings(tas: Tas, workspace: Path) -> None:
    """The three commands do what the page says, one after the other."""
    [first, second, third] = BASELINE.splitlines()
    calls = [shlex.split(line, comments=True)[1:] for line in (first, second, third)]
    assert [tas(*call).status for call in calls] == [0, 0, 1]
    assert (workspace / "tas-baseline.json").is_file()


def test_settings_and_comments(tas: Tas, workspace: Path) -> None:
    """The settings can be pasted into tas.yaml, and the comment suppresses the finding it names."""
    include, settings, comment = blocks("yaml")
    assert yaml.safe_load(include) == {"include": [{"local": ".gitlab/tas.yml"}]}
    assert read_as(Settings, settings.encode(), "tas.yaml").diagnostics == ()
    text = rated("2026-11-02 | X", competitors="{x: {}}").replace("      X\n", comment)
    assert read_opportunity(text.encode(), "a.yaml").diagnostics == ()
    write(workspace, {"opportunities/a.yaml": text})
    assert "no problems found" in tas("check", "--select", "TAS201,TAS520").out
    write(workspace, {"opportunities/a.yaml": text.partition("   # tas")[0] + "\n"})
    assert "no problems found" not in tas("check", "--select", "TAS201,TAS520", "--hints").out


def test_every_format_is_listed() -> None:
    """The table lists exactly the supported formats."""
    section = PAGE.partition("## Formats")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    assert rows == [str(each) for each in ReportFormat]
