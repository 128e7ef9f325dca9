"""`tas edit`: the user's editor, and a check afterwards."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

import pytest
from changes import DEAL, Deal
from terminal import talk
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

REPLACE = """
import pathlib, sys
path = pathlib.Path(sys.argv[-1])
path.write_text(path.read_text().replace(sys.argv[1], sys.argv[2]))
"""


def editor(folder: Path, was: str, now: str) -> str:
    """Return an editor that replaces one text with another, in a folder with a space in it."""
    script = write(folder, {"my editor/replace.py": REPLACE}) / "my editor/replace.py"
    return shlex.join([sys.executable, str(script), was, now])


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal, with no editor set."""
    return Deal(tas.env(VISUAL="", EDITOR=""), tmp_path)


def test_a_good_change(deal: Deal, tmp_path: Path) -> None:
    """The editor gets the file, and a file without errors is reported as fine."""
    deal.tas.env(EDITOR=editor(tmp_path, "3000000", "4000000"))
    result = deal.tas("edit", "a")
    assert result.status == 0
    assert result.out == "opportunities/a.yaml: changed, no problems found.\n"
    assert "amount: 4000000" in deal.text
    assert deal.tas("edit", "a").out == "opportunities/a.yaml: unchanged, no problems found.\n"


def test_visual_goes_first(deal: Deal, tmp_path: Path) -> None:
    """VISUAL takes precedence over EDITOR."""
    deal.tas.env(EDITOR="false", VISUAL=editor(tmp_path, "nicole", "tomas"))
    assert deal.tas("edit", "a").status == 0
    assert "owner: tomas" in deal.text


def test_a_broken_file_is_reported(deal: Deal, tmp_path: Path) -> None:
    """Without a terminal, errors are shown with their line, and the status is 1."""
    deal.tas.env(EDITOR=editor(tmp_path, "3000000", "3,000,000"))
    result = deal.tas("edit", "a")
    assert result.status == 1
    assert "TAS108 '3,000,000' is not an amount" in result.out
    assert "       | amount: 3,000,000" in result.out
    assert "changed, 1 error, 0 warnings" in result.out
    printed = deal.tas("edit", "a", "--format", "json").json
    assert (printed["changed"], printed["diagnostics"][0]["code"]) == (False, "TAS108")


def test_doubts_are_reported(deal: Deal, tmp_path: Path) -> None:
    """Warnings of `tas check` are shown here, too, and do not fail."""
    deal.path.write_text(f"{HEAD}owner: nicole\namount: 100\nexpected_close: 2026-12-31\n")
    deal.tas.env(EDITOR=editor(tmp_path, "2026-12-31", "2026-01-31"))
    result = deal.tas("edit", "a")
    assert result.status == 0
    assert "TAS509" in result.out
    assert result.out.splitlines()[-1] == "opportunities/a.yaml: changed, 0 errors, 1 warning."
    printed = deal.tas("edit", "a", "--format", "json").json
    assert [each["code"] for each in printed["diagnostics"]] == ["TAS509"]


def test_hints_are_not_shown(deal: Deal, tmp_path: Path) -> None:
    """Hints are only counted, with how to see them."""
    deal.path.write_text(f"{HEAD}owner: nicole\nexpected_close: 2026-12-31\n")
    deal.tas.env(EDITOR=editor(tmp_path, "nicole", "tomas"))
    assert deal.tas("edit", "a").out == (
        "opportunities/a.yaml: changed, 0 errors, 0 warnings, 1 hint."
        " (To see the hints: tas check a --hints)\n"
    )


def test_a_broken_file_can_be_opened(deal: Deal, tmp_path: Path) -> None:
    """An editor can open even a file that cannot be read."""
    deal.path.write_text("tas: [")
    deal.tas.env(EDITOR=editor(tmp_path, "tas: [", "tas: 1\nname: a\ncustomer: b\n"))
    assert deal.tas("edit", "a").status == 0


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ("", "neither VISUAL nor EDITOR"),
        ("no-such-editor --wait", "cannot start the editor no-such-editor: no such file"),
        ("vi 'x", "has an unclosed quote"),
    ],
)
def test_no_editor(deal: Deal, named: str, message: str) -> None:
    """A missing editor, or one that cannot be started, is reported with status 2."""
    result = deal.tas.env(EDITOR=named)("edit", "a")
    assert result.status == 2
    assert message in result.err


def test_an_editor_that_fails(deal: Deal) -> None:
    """A failing editor is reported with status 1, and the file is still checked."""
    result = deal.tas.env(EDITOR="false")("edit", "a")
    assert result.status == 1
    assert "exited with status 1" in result.err
    assert "unchanged" in result.out


def test_no_shell_reads_the_editors_words(deal: Deal, tmp_path: Path) -> None:
    """EDITOR is split into words, not run by a shell."""
    deal.tas.env(EDITOR="true ; touch harmed $(touch harmed)")
    assert deal.tas("edit", "a").status == 0
    assert not (tmp_path / "harmed").exists()


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        ([("Reopen", ""), ("Reopen", "")], 0),
        ([("Reopen", "n")], 1),
        ([("Reopen", "\x03")], 130),
    ],
)
def test_going_back(tmp_path: Path, answers: list[tuple[str, str]], status: int) -> None:
    """A terminal reopens the editor until the file is fine or the user gives up."""
    file = write(tmp_path, {"opportunities/a.yaml": DEAL}) / "opportunities/a.yaml"
    # Each run turns a 0 of 3000000 into something wrong, and finally into something right.
    code = "open('runs','a').write('x'); n = len(open('runs').read()); import sys; f = sys.argv[1];"
    code += "t = open(f).read(); open(f, 'w').write(t.replace('3000000', '3m') if n < 3 else"
    code += " t.replace('3m', '3'))"
    named = shlex.join([sys.executable, "-c", code])
    env = {"EDITOR": named, "VISUAL": ""}
    ended, seen = talk(tmp_path, ["edit", "a"], *answers, env=env)
    assert ended == status
    assert "TAS108" in seen
    assert ("amount: 3\n" if status == 0 else "amount: 3m\n") in file.read_text()
    if status == 130:
        assert "still has errors" in seen


@pytest.mark.parametrize(
    ("installed", "answers", "used"),
    [
        (["vim", "nano"], [("1  nano\\W+2  vim", "3"), ("Nothing has '3'", "")], "nano"),
        (["vim", "nano"], [("Which editor", "Vi")], "vim"),
        (["vi"], [], "vi"),
    ],
)
def test_an_editor_is_offered(
    tmp_path: Path, installed: list[str], answers: list[tuple[str, str]], used: str
) -> None:
    """Without VISUAL and EDITOR, a terminal offers what is installed, the easiest first."""
    write(tmp_path, {"opportunities/a.yaml": DEAL})
    for name in installed:
        program = write(tmp_path, {f"bin/{name}": f"#!/bin/sh\n: > ran-{name}\n"}) / f"bin/{name}"
        program.chmod(0o755)
    env = {"EDITOR": "", "VISUAL": "", "PATH": str(tmp_path / "bin")}
    status, seen = talk(tmp_path, ["edit", "a"], *answers, env=env)
    assert status == 0
    assert [path.name for path in tmp_path.glob("ran-*")] == [f"ran-{used}"]
    assert (f'export EDITOR="{used}"' in seen) == bool(answers)
