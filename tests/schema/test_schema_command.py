"""`tas schema` prints the schemas and writes them into a workspace."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tas_cli.__main__ import run

NAMES = ["account.schema.json", "opportunity.schema.json", "tas.schema.json"]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder of an otherwise empty workspace."""
    root = tmp_path / "workspace"
    (root / "opportunities").mkdir(parents=True)
    monkeypatch.chdir(root / "opportunities")
    return root


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ([], "opportunity"),
        (["opportunity"], "opportunity"),
        (["settings"], "settings"),
        (["settings", "--format", "json"], "settings"),
    ],
)
def test_prints_the_schema(
    arguments: list[str], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only the schema goes to standard output, as ASCII, and the opportunity's is the default."""
    assert run(["schema", *arguments]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["$id"] == f"urn:tas-cli:schema:{name}:1"
    assert printed.out.isascii()
    assert printed.out.endswith("}\n")
    assert printed.err == ""


def test_writes_all_into_the_workspace(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--write` puts the same text into the root's `schemas/`, and says so on standard error."""
    assert run(["schema", "--write"]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert [line.rpartition(": ")[2] for line in printed.err.splitlines()] == ["written"] * 3
    assert sorted(path.name for path in (workspace / "schemas").iterdir()) == NAMES
    run(["schema", "settings"])
    written = (workspace / "schemas" / "tas.schema.json").read_text(encoding="ascii")
    assert written == capsys.readouterr().out


def test_writes_only_what_changed(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A schema that is up to date is left alone; another one is updated."""
    run(["schema", "--write"])
    first, second, _ = (workspace / "schemas" / name for name in NAMES)
    before = first.stat().st_ino
    second.write_text("{}", encoding="ascii")
    capsys.readouterr()
    assert run(["schema", "--write"]) == 0
    assert first.stat().st_ino == before
    assert len(second.read_text(encoding="ascii")) > 1000
    printed = capsys.readouterr().err.splitlines()
    assert [line.rpartition(": ")[2] for line in printed] == ["written", "up to date", "up to date"]


@pytest.mark.usefixtures("workspace")
def test_write_takes_no_name(capsys: pytest.CaptureFixture[str]) -> None:
    """`--write` with a name is an error: it writes both."""
    assert run(["schema", "settings", "--write"]) == 2
    assert "all schemas" in capsys.readouterr().err


def test_refused_by_the_file_system(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """If nothing can be written, a sentence says what and why, and the status is 1."""
    (workspace / "schemas").write_text("a file", encoding="ascii")
    assert run(["schema", "--write"]) == 1
    assert "cannot write ../schemas/opportunity.schema.json: " in capsys.readouterr().err


def test_a_link_out_of_the_workspace_is_left_alone(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A schema file that links elsewhere is not written through."""
    elsewhere = tmp_path / "elsewhere.json"
    elsewhere.write_text("mine", encoding="ascii")
    (workspace / "schemas").mkdir()
    (workspace / "schemas" / NAMES[0]).symlink_to(elsewhere)
    assert run(["schema", "--write"]) == 1
    assert "points outside the workspace" in capsys.readouterr().err
    assert elsewhere.read_text(encoding="ascii") == "mine"
