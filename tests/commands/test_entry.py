"""The entry point: exit statuses, errors, encodings, and file content that stays plain text."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cli import ROOT
from workspaces import HEAD, write

import tas_cli
from tas_cli.commands import COMMANDS, Command
from tas_cli.commands import app as app_module

if TYPE_CHECKING:
    from cli import Tas


def process(*arguments: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "tas_cli", *arguments],
        cwd=cwd,
        env=os.environ | {"TAS_TODAY": "2026-11-23"} | env,
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def test_version_both_ways(tas: Tas) -> None:
    """--version prints the version, alone or with other options."""
    expected = f"tas {tas_cli.__version__}\n"
    assert (tas("--version").status, tas("--version").out) == (0, expected)
    assert tas("--version", "show").out == expected


@pytest.mark.parametrize("words", [[], ["check"], ["show"]])
def test_help_in_short(tas: Tas, words: list[str]) -> None:
    """-h means --help, for the program and for each command."""
    assert tas(*words, "-h").out == tas(*words, "--help").out != ""


def test_help_lists_every_command(tas: Tas) -> None:
    """The help lists each command with its summary, without loading any of them."""
    out = tas("--help").out
    for command in COMMANDS:
        assert command.name in out
    modules = process("--help", cwd=ROOT, PYTHONPROFILEIMPORTTIME="1").stderr.decode()
    assert "tas_cli.commands.app" in modules
    assert "pydantic" not in modules
    assert "rich.console" not in modules


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_begins_its_help_with_its_line(tas: Tas, command: Command) -> None:
    """The summary in the list is the first line of the command's own help."""
    out = " ".join(tas(command.name, "--help").out.split())
    assert command.summary in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Usage: tas"),
        (["showw"], "Did you mean 'show'"),
        (["show"], "which deal?"),
        (["show", "--nope"], "No such option"),
        (["show", "a", "--format", "xml"], "'text', 'json'"),
        (["show", "natoinal-manufacturing"], "Did you mean national-manufacturing?"),
        (["show", "opportunities/nowhere.yaml"], "there is no deal"),
        (["show", "national-manufacturing", "--at", "soon"], "not a date"),
        (["strategy", "zzzz"], "`tas list` shows all deals"),
    ],
)
def test_a_wrong_call_has_status_2(tas: Tas, arguments: list[str], message: str) -> None:
    """A wrong call explains the error on standard error."""
    result = tas(*arguments)
    assert result.status == 2
    assert message in result.err
    assert result.out == ""


def test_a_wrong_day_is_a_wrong_call(tas: Tas) -> None:
    """An invalid TAS_TODAY is reported, not ignored."""
    result = tas.env(TAS_TODAY="today")("show", "national-manufacturing")
    assert result.status == 2
    assert "TAS_TODAY is 'today'" in result.err


def test_a_broken_file_stops_with_status_1(tas: Tas, tmp_path: Path) -> None:
    """For a file that cannot be trusted, only its errors are shown."""
    write(tmp_path, {"opportunities/a.yaml": "tas: 1\nname: n\n"})
    for command in ("show", "strategy"):
        result = tas.at(tmp_path)(command, "a")
        assert (result.status, result.out) == (1, "")
        assert "opportunities/a.yaml:1:1: error TAS106: `customer` is missing" in result.err


def test_fixed_signs_are_reported_and_shown(tas: Tas, tmp_path: Path) -> None:
    """A bare sign is an error, yet the deal is shown as meant."""
    text = (
        HEAD
        + "assessments:\n  - date: 2026-01-01\n    ratings:\n      solution_fit:\n        us: -\n"
    )
    write(tmp_path, {"opportunities/a.yaml": text})
    result = tas.at(tmp_path)("show", "a", "--format", "json")
    assert result.status == 0
    assert "TAS102" in result.err
    fit = result.json["questions"][1]["criteria"][1]
    assert (fit["key"], fit["cells"]["us"]["rating"]) == ("solution_fit", "-")


def test_two_files_with_one_id(tas: Tas, tmp_path: Path) -> None:
    """An id that two files share is never guessed; both files are named."""
    write(tmp_path, {"opportunities/a.yaml": HEAD, "opportunities/b/a.yaml": HEAD})
    result = tas.at(tmp_path)("show", "a")
    assert result.status == 1
    assert "opportunities/a.yaml, opportunities/b/a.yaml" in result.err
    assert tas("show", "opportunities/b/a.yaml").status == 0


def test_the_workspace_is_found_from_below(tas: Tas, tmp_path: Path) -> None:
    """The nearest ancestor with tas.yaml or opportunities/ is the workspace, also for a path."""
    write(tmp_path, {"w/opportunities/deep/a.yaml": HEAD, "w/tas.yaml": "currency: CHF\n"})
    assert tas.at(tmp_path / "w/opportunities/deep")("show", "a").status == 0
    shown = tas.at(tmp_path)("show", "w/opportunities/deep/a.yaml", "--format", "json").json
    assert shown["currency"] == "CHF"


def test_a_defect_asks_for_a_report(tas: Tas, monkeypatch: pytest.MonkeyPatch) -> None:
    """An internal error exits with 3 and shows no traceback."""

    def broken(_name: str) -> None:
        raise RuntimeError("\x1b[31mtypo\nhere ##[error]")

    monkeypatch.setattr(app_module, "load", broken)
    result = tas("show", "a")
    assert result.status == 3
    assert "tas has a defect: RuntimeError: \\x1b[31mtypo here #'[error]" in result.err
    assert "Traceback" not in result.err
    with pytest.raises(RuntimeError):
        tas.env(TAS_DEBUG="1")("show", "a")


@pytest.mark.parametrize(("error", "status"), [(KeyboardInterrupt, 130), (BrokenPipeError, 1)])
def test_interruptions(
    tas: Tas, monkeypatch: pytest.MonkeyPatch, error: type[BaseException], status: int
) -> None:
    """Ctrl-C and a closed pipe end the command quietly."""

    def stopped(_name: str) -> None:
        raise error

    monkeypatch.setattr(app_module, "load", stopped)
    result = tas("show", "a")
    assert (result.status, result.err) == (status, "")


def test_a_reader_that_leaves_early_sees_no_traceback(tmp_path: Path) -> None:
    """`tas … | head` writes nothing to standard error."""
    code = f"{sys.executable} -m tas_cli explain --format json | head -c 10"
    result = subprocess.run(["sh", "-c", code], capture_output=True, check=False, cwd=tmp_path)
    assert result.stderr == b""


HOSTILE = "\\e]0;owned\\a\\e[2J\\u009b31m\\u202e[bold]:smile:[/]<script>\\n::error::=cmd()"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A deal whose every text tries to break out of the output."""
    write(
        tmp_path,
        {
            "opportunities/a.yaml": f"""\
tas: 1
name: "{HOSTILE}"
customer: "{HOSTILE}"
owner: "{HOSTILE}"
external_id: "{HOSTILE}"
expected_close: 2027-01-01
competitors: {{x: {{name: "{HOSTILE}"}}}}
assessments:
  - date: 2026-01-01
    by: "{HOSTILE}"
    ratings:
      solution_fit:
        us: {{rating: "-", note: "{HOSTILE}", evidence: [{{what: "{HOSTILE}", who: "{HOSTILE}"}}]}}
      access_to_funds: {{x: "+"}}
strategy:
  chosen: flanking
  reason: "{HOSTILE}"
  answers: {{compelling_event: {{answer: no, because: "{HOSTILE}"}}}}
notes: [{{date: 2026-01-01, by: "{HOSTILE}", text: "{HOSTILE}"}}]
""",
            "opportunities/b.yaml": f'{HEAD}"{HOSTILE}": "{HOSTILE}"\namount: "{HOSTILE}"\n',
            "opportunities/c\x1b[31m.yaml": HEAD,
        },
    )
    return tmp_path


@pytest.mark.parametrize("output", ["text", "json"])
@pytest.mark.parametrize(
    "call",
    [
        ["show", "a"],
        ["show", "a", "--history"],
        ["strategy", "a"],
        ["notes", "a"],
        ["evidence", "a"],
        ["assessments", "a"],
        ["competitors", "a"],
        ["evidence", "a", "7", "1", "link=x"],
        ["list"],
        ["check"],
    ],
)
def test_no_text_of_a_file_acts_on_the_terminal(
    tas: Tas, hostile: Path, call: list[str], output: str
) -> None:
    """No control or bidi character of a file reaches the output, and no line is forged."""
    result = tas.at(hostile)(*call, "--format", output)
    for text in (result.out, result.err):
        assert not [c for c in text if c != "\n" and not c.isprintable()]
        assert not [line for line in text.splitlines() if line.startswith("::error::")]
    assert "Traceback" not in result.err


def test_markup_of_a_file_is_shown_literally(tas: Tas, hostile: Path) -> None:
    """A file's square brackets and colons are text, not styles or emoji."""
    assert "[bold]:smile:[/]<script>" in tas.at(hostile)("show", "a").out


def test_the_picture_escapes_texts_of_a_file(tas: Tas, hostile: Path) -> None:
    """Markup in a name is plain text inside the SVG."""
    out = tas.at(hostile)("show", "a", "--format", "svg").out
    assert "<script" not in out
    assert "\x1b" not in out


@pytest.mark.parametrize(
    "call", [["show", "hoshizora-foods"], ["list"], ["strategy", "wuersch-praezision"]]
)
def test_a_terminal_without_utf8(call: list[str]) -> None:
    """Symbols have an ASCII form, and foreign letters are transliterated instead of failing."""
    result = process(*call, cwd=ROOT, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.isascii()
    assert len(result.stdout.splitlines()) > 10


def test_the_ascii_grid_keeps_its_shape(page: object) -> None:
    """Without UTF-8 the grid keeps its columns."""
    result = process(
        "show", "saint-evariste-assurances", cwd=ROOT, PYTHONIOENCODING="ascii", COLUMNS="80"
    )
    assert result.stdout.decode() == page


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_a_page_in_the_reference(command: Command) -> None:
    """The CLI reference in docs covers every command."""
    text = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
    assert f"## tas {command.name}\n" in text


def test_help_refers_to_no_missing_document() -> None:
    """Everything a command's help refers to comes with the installed program."""
    assert ".md" not in (ROOT / "docs/cli.md").read_text(encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("call", [["--version"], ["--help"], ["list"], ["show", "kestrel-rail"]])
def test_a_full_disk_is_not_a_defect(call: list[str]) -> None:
    """If the output cannot be written, one sentence says so, and the status is 1."""
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "tas_cli", *call],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert b"No space left on device" in result.stderr


@pytest.mark.parametrize("setting", ["2026-W01-1", "20261101", "1 Nov 2026", "2026-02-30"])
def test_the_day_of_a_script_is_written_in_one_way_only(tas: Tas, setting: str) -> None:
    """The day that a script sets is YYYY-MM-DD, as in files."""
    assert tas.env(TAS_TODAY=setting)("show", "kestrel-rail").status == 2
