"""`tas check`: what is wrong, where, and what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

BAD = """\
tas: 1
name: 010
custmer: Harbour
amount: 1_000
expected_close: 2024-02-30
competitors: {x-sys: {name: X-Sys}}
assessments:
  - date: 2024-01-01
    ratings:
      compelling_event: {us: –, x-sys: -}
      5: {us: "+"}
      solution_fit:
        us: ?
"""


@pytest.fixture
def folder(tas: Tas, tmp_path: Path) -> Path:
    """A workspace with a good file and one with many faults."""
    write(tmp_path, {"opportunities/bad.yaml": BAD, "opportunities/good.yaml": HEAD})
    tas.at(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_page(tas: Tas, page: SnapshotAssertion) -> None:
    """Findings are grouped by file, with the line, a caret and what to write instead."""
    result = tas("check")
    assert result.status == 1
    assert result.out == page


@pytest.mark.usefixtures("folder")
def test_document(tas: Tas) -> None:
    """The document has every finding with its position, and the counts."""
    result = tas("check", "--format", "json")
    assert result.status == 1
    document = result.json
    assert document["version"] == 1
    counts = {"files": 2, "errors": 8, "warnings": 0, "infos": 0, "silenced": 0, "before": 0}
    assert document["summary"] == counts | {"baseline_unneeded": 0, "off": []}
    assert document["diagnostics"][0] == {
        "code": "TAS109",
        "severity": "error",
        "message": "010 without quotes is a number, not text",
        "file": "opportunities/bad.yaml",
        "line": 2,
        "column": 7,
        "end_line": 2,
        "end_column": 10,
        "path": ["name"],
        "help": 'put it in quotes: `name: "010"`',
    }
    places = [(found["line"], found["column"]) for found in document["diagnostics"]]
    assert places == sorted(places)


def test_no_findings(tas: Tas) -> None:
    """A clean file takes one line."""
    result = tas("check", "tas.yaml")
    assert (result.status, result.out) == (0, "1 file: no problems found.\n")


def test_own_examples(tas: Tas) -> None:
    """The project's own workspace has no errors; the flaws its examples show are reported."""
    result = tas("check")
    assert result.status == 0
    assert result.out.splitlines()[-1].startswith("17 files: 0 errors, ")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["opportunities/good.yaml"], 0),
        (["good"], 0),
        (["opportunities"], 1),
        (["."], 1),
        (["good", "bad"], 1),
    ],
)
def test_what_to_check(tas: Tas, arguments: list[str], status: int) -> None:
    """Files, folders and short names can be given; nothing else is checked."""
    assert tas("check", *arguments).status == status


@pytest.mark.usefixtures("folder")
def test_a_missing_path_is_a_wrong_call(tas: Tas) -> None:
    """A path that does not exist exits with 2."""
    result = tas("check", "nowhere.yaml")
    assert result.status == 2
    assert "there is no file or deal nowhere.yaml" in result.err


def test_checking_changes_no_file(tas: Tas, folder: Path) -> None:
    """Checking leaves every file's bytes and dates alone."""

    def state() -> dict[str, tuple[bytes, int]]:
        return {
            str(path): (path.read_bytes(), path.stat().st_mtime_ns)
            for path in folder.rglob("*")
            if path.is_file()
        }

    before = state()
    for call in (["check"], ["list"], ["show", "bad"], ["strategy", "good"]):
        tas(*call)
    assert state() == before


def test_a_long_line_is_shown_around_the_place(tas: Tas, tmp_path: Path) -> None:
    """A line longer than the screen is cut to the part with the fault."""
    line = "competitors: {" + ", ".join(f"c{n}: {{name: N}}" for n in range(40)) + ", Bad Id: {}}"
    write(tmp_path, {"opportunities/a.yaml": HEAD + line + "\n"})
    out = tas.at(tmp_path)("check").out
    assert max(map(len, out.splitlines())) <= 80
    shown, carets = next(
        (one, two)
        for one, two in zip(out.splitlines(), out.splitlines()[1:], strict=False)
        if "^" in two
    )
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "Bad Id"


def test_settings_are_checked_too(tas: Tas, tmp_path: Path) -> None:
    """Faults in tas.yaml are reported, and the deals are read with the defaults."""
    write(tmp_path, {"tas.yaml": "tas: 1\ncurency: EUR\n", "opportunities/a.yaml": HEAD})
    result = tas.at(tmp_path)("check", "--format", "json")
    assert [(found["file"], found["help"]) for found in result.json["diagnostics"]] == [
        ("tas.yaml", "did you mean `currency: EUR`?")
    ]
    shown = tas("show", "a")
    assert shown.status == 0
    assert "tas.yaml:2:1" in shown.err


def test_files_are_named_from_the_working_directory(tas: Tas, folder: Path) -> None:
    """A path in the output is relative to where the command was run."""
    tas.at(folder / "opportunities")
    found = tas("check", "--format", "json").json["diagnostics"]
    assert {entry["file"] for entry in found} == {"bad.yaml"}


def test_a_folder_without_a_workspace_does_not_pass(tas: Tas, tmp_path: Path) -> None:
    """A CI job in the wrong folder fails instead of passing forever."""
    result = tas.at(tmp_path)("check")
    assert result.status == 2
    assert "there is no workspace here" in result.err


def test_endless_folders_hide_no_findings(tas: Tas, tmp_path: Path) -> None:
    """Too deeply nested folders are reported; the rest is checked."""
    deep = tmp_path / "opportunities" / "/".join("d" * 40)
    deep.mkdir(parents=True)
    write(tmp_path, {"opportunities/a.yaml": HEAD})
    found = tas.at(tmp_path)("check", "--format", "json").json
    assert [entry["code"] for entry in found["diagnostics"]] == ["TAS501"]
    assert found["summary"]["files"] == 2


def test_one_run_finds_all(tas: Tas, tmp_path: Path) -> None:
    """A wrong value, a duplicate key and an unknown party in one file are all reported together."""
    text = (
        HEAD + "amount: abc\nowner: a\nowner: b\nassessments:\n  - date: 2026-01-01\n"
        "    ratings: {solution_fit: {zz: '+'}}\n"
    )
    write(tmp_path, {"opportunities/a.yaml": text})
    found = tas.at(tmp_path)("check", "--format", "json").json["diagnostics"]
    assert [entry["code"] for entry in found] == ["TAS108", "TAS104", "TAS117"]


def test_pydantics_words_do_not_leak(tas: Tas) -> None:
    """The message for a wrong option is tas's own."""
    assert "Value error" not in tas("check", "--format", "xml").err


def test_the_correct_line_is_shown(tas: Tas, tmp_path: Path) -> None:
    """The source line shows how to write a value that was entered informally."""
    write(
        tmp_path, {"tas.yaml": "tas: 1\n", "opportunities/a.yaml": HEAD + "amount: $250k # net\n"}
    )
    result = tas.at(tmp_path)("check")
    assert result.status == 1
    assert "did you mean `amount: 250000 # net`?" in result.out
