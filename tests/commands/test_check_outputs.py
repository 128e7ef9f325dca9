"""`tas check`: where the report goes, and what a call leaves out of it."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from workspaces import HEAD, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from cli import Result, Tas

LATE = f"{HEAD}expected_close: 2026-01-31\namount: 100\n"
"""A warning: TAS509, on line 4."""
WRONG = f"{HEAD}owner: 12\n"
"""An error: TAS109, on line 4."""
HINT = f"{HEAD}expected_close: 2026-12-31\n"
"""A hint: TAS510, on line 4."""


@pytest.fixture
def folder(tas: Tas, tmp_path: Path) -> Path:
    """A repository with a workspace in a subfolder, which has a warning, an error and a hint."""
    files = {
        "late": LATE,
        "wrong": WRONG.replace("Cranes", "b"),
        "hint": HINT.replace("Cranes", "c"),
    }
    write(tmp_path, {f"deals/opportunities/{name}.yaml": text for name, text in files.items()})
    (tmp_path / ".git").mkdir()
    tas.at(tmp_path / "deals")
    return tmp_path / "deals"


def codes(text: str) -> list[str]:
    """Return the codes of a JSON report."""
    return [found["code"] for found in json.loads(text)["diagnostics"]]


@pytest.mark.usefixtures("folder")
def test_hints_are_counted(tas: Tas) -> None:
    """Text counts hints without listing them, and the last line says how to see them."""
    out = tas("check").out
    assert "TAS510" not in out
    assert out.splitlines()[-1] == (
        "3 files: 1 error, 1 warning, 1 hint. Add --hints to see the hints."
    )
    assert "TAS510" in tas("check", "--hints").out


@pytest.mark.usefixtures("folder")
def test_quiet_with_hints_alone(tas: Tas) -> None:
    """A file with nothing but a hint takes one line."""
    assert tas("check", "hint").out.count("\n") == 1


@pytest.mark.usefixtures("folder")
def test_errors_only(tas: Tas) -> None:
    """With --errors-only, no format lists a warning or a hint; text still counts them."""
    result = tas("check", "--errors-only")
    assert result.status == 1
    assert set(re.findall(r"TAS\d+", result.out)) == {"TAS109"}
    assert result.out.splitlines()[-1] == (
        "3 files: 1 error, 1 warning, 1 hint. Only errors are listed."
    )
    assert codes(tas("check", "--errors-only", "--format", "json").out) == ["TAS109"]
    for form in ("github", "gitlab", "junit"):
        assert "TAS509" not in tas("check", "--errors-only", "--format", form).out
    assert "1 error, 0" in tas("check", "--errors-only", "--statistics").out
    clean = tas("check", "late", "--errors-only")
    assert clean.out == "1 file: 0 errors, 1 warning. Only errors are listed.\n"
    for other in ("--strict", "--hints"):
        assert tas("check", "--errors-only", other).status == 2


def test_files_with_errors_come_first(tas: Tas, folder: Path) -> None:
    """Text begins with the file that has an error, and with its error, whatever their lines."""
    late = "expected_close: 2026-01-31\namount: 100\nowner: 12\n"
    write(folder, {"opportunities/wrong.yaml": HEAD.replace("Cranes", "b") + late})
    out = tas("check").out
    assert re.findall(r"^\S+\.yaml", out, re.MULTILINE) == [
        "opportunities/wrong.yaml",
        "opportunities/late.yaml",
    ]
    assert out.index("6:8     error TAS109") < out.index("4:17    warning TAS509")
    assert codes(tas("check", "--format", "json").out)[-2:] == ["TAS509", "TAS109"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("options", "status"),
    [
        ((), 1),
        (("--exit-zero",), 0),
        (("--ignore", "TAS1"), 0),
        (("--ignore", "TAS1", "--strict"), 1),
        (("--ignore", "TAS1,TAS509", "--strict"), 0),
        (("--strict", "--exit-zero"), 0),
    ],
)
def test_status(tas: Tas, options: tuple[str, ...], status: int) -> None:
    """Errors fail, warnings only with --strict, hints never; with --exit-zero nothing does."""
    assert tas("check", *options).status == status


@pytest.mark.usefixtures("folder")
def test_several_outputs(tas: Tas, tmp_path: Path) -> None:
    """One run can write several formats to files, and text to standard output."""
    names = {"json": "a.json", "sarif": "new/b.sarif", "junit": "c.xml", "gitlab": "d.json"}
    outputs = [f"--output={format_}={tmp_path / name}" for format_, name in names.items()]
    result = tas("check", "--format", "text", *outputs)
    assert "TAS109" in result.out
    assert codes((tmp_path / "a.json").read_text("utf-8")) == ["TAS510", "TAS509", "TAS109"]
    sarif = json.loads((tmp_path / "new/b.sarif").read_text("utf-8"))
    [run] = sarif["runs"]
    files = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in run["results"]
    }
    assert files == {f"deals/opportunities/{name}.yaml" for name in ("late", "wrong", "hint")}
    assert ET.parse(tmp_path / "c.xml").getroot().tag == "testsuites"  # noqa: S314 - our own
    assert len(json.loads((tmp_path / "d.json").read_text("utf-8"))) == 3


@pytest.mark.usefixtures("folder")
def test_output_takes_the_format(tas: Tas, tmp_path: Path) -> None:
    """An output file without a format takes the given one, and standard output stays empty."""
    result = tas("check", "--format", "json", "--output", str(tmp_path / "a"))
    assert (result.out, result.status) == ("", 1)
    assert len(codes((tmp_path / "a").read_text("utf-8"))) == 3


@pytest.mark.usefixtures("folder")
def test_junit_fails_as_the_call_does(tas: Tas) -> None:
    """A warning is a failed test with --strict, and a line of output without it."""
    assert 'failures="0"' in tas("check", "late", "--format", "junit").out
    strict = tas("check", "late", "--strict", "--format", "junit")
    assert (strict.status, 'failures="1"' in strict.out) == (1, True)


UNCLEAR = [
    ("--format", "json", "--format", "sarif"),
    ("--format", "json", "--format", "sarif", "--output", "x"),
    ("--output", "x", "--output", "y"),
    ("--output", "html=x", "--output", "y"),
]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("options", UNCLEAR)
def test_unclear_outputs(tas: Tas, options: tuple[str, ...]) -> None:
    """Formats and files that do not match are refused with the right way to write the call."""
    result = tas("check", *options)
    assert result.status == 2
    assert "--output" in result.err
    assert not Path("x").exists()


@pytest.mark.parametrize("output", ["serif=report.sarif", "SARIF=report.sarif", "json="])
def test_an_unknown_format(tas: Tas, tmp_path: Path, output: str) -> None:
    """A misspelled format, or one without a file, is refused; no file of that name is created."""
    tas.at(write(tmp_path, {"opportunities/late.yaml": LATE}))
    result = tas("check", "--output", output)
    assert result.status == 2
    assert "Write FORMAT=FILE; the formats are text, json," in result.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["opportunities"]


def test_nothing_to_check(tas: Tas, folder: Path) -> None:
    """Naming a folder that has no opportunities, and is not meant to, is an error."""
    (folder / "empty").mkdir()
    result = tas("check", "empty")
    assert result.status == 2
    assert "there are no deals in empty" in result.err
    (folder / "opportunities/new").mkdir()
    assert tas("check", "opportunities/new").out == "0 files: nothing to check.\n"


def test_two_workspaces(tas: Tas, tmp_path: Path) -> None:
    """Each workspace has its own settings, so one call cannot check two."""
    tas.at(
        write(
            tmp_path,
            {
                "a/opportunities/late.yaml": LATE,
                "b/opportunities/late.yaml": LATE,
                "b/tas.yaml": "tas: 1\nrules: {TAS509: error}\n",
            },
        )
    )
    for names in (["a", "b"], ["a/opportunities/late.yaml", "b/opportunities/late.yaml"]):
        result = tas("check", *names)
        assert result.status == 2
        assert "in different workspaces" in result.err
    assert tas("check", "b").status == 1
    assert tas("check", "a/opportunities", "a/opportunities/late.yaml").status == 0


UNWRITABLE = {
    "check --no-baseline --output file/x": "file/x",
    "check --write-baseline --force": "tas-baseline.json",
    "schema --write": "schemas/opportunity.schema.json",
    "init file/x": "file/x/tas.yaml",
}


@pytest.mark.parametrize("call", UNWRITABLE)
def test_unwritable_output(tas: Tas, folder: Path, call: str) -> None:
    """A failed write is reported with the system's reason."""
    write(folder, {"file": "", "schemas": ""})
    (folder / "tas-baseline.json").mkdir()
    result = tas(*call.split())
    assert result.status == 1
    assert re.fullmatch(rf"tas: cannot write {UNWRITABLE[call]}: [^.]+\.\n", result.err)


@pytest.mark.usefixtures("folder")
def test_a_deal_cannot_be_an_output(tas: Tas) -> None:
    """A report never overwrites one of the files it covers."""
    result = tas("check", "--format", "json", "--output", "opportunities/late.yaml")
    assert result.status == 2
    assert Path("opportunities/late.yaml").read_text("utf-8") == LATE


@pytest.mark.usefixtures("folder")
def test_a_pipe_can_be_an_output(tas: Tas, tmp_path: Path) -> None:
    """A pipe or device can be written to and stays what it is."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert tas("check", "--format", "json", "--output", str(pipe)).status == 1
        assert os.read(reader, 20).startswith(b"{")
    finally:
        os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.usefixtures("folder")
def test_on_github(tas: Tas, tmp_path: Path) -> None:
    """On GitHub a job gets text, annotations relative to the repository, and a summary."""
    summary = tmp_path / "summary.md"
    tas.env(GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    lines = tas("check").out.splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert [command.split()[0] for command in commands] == ["::error", "::warning", "::notice"]
    assert "file=deals/opportunities/wrong.yaml" in commands[0]
    assert any("TAS109" in line for line in lines if not line.startswith("::"))
    assert "TAS509" in summary.read_text("utf-8")


@pytest.mark.parametrize("summary", ["", "gone/summary.md", "opportunities"])
def test_a_summary_that_cannot_be_written(tas: Tas, folder: Path, summary: str) -> None:
    """A summary that cannot be written is reported, and the check's own status is kept."""
    tas.env(GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=summary and str(folder / summary))
    result = tas("check", "late")
    assert (result.status, "TAS509" in result.out) == (0, True)
    assert ("cannot write GitHub's job summary" in result.err) is bool(summary)


@pytest.mark.usefixtures("folder")
def test_github_wants_its_format(tas: Tas) -> None:
    """On GitHub, too, an explicit format is the only output."""
    tas.env(GITHUB_ACTIONS="true")
    assert len(codes(tas("check", "--format", "json").out)) == 3


@pytest.mark.usefixtures("folder")
def test_statistics(tas: Tas) -> None:
    """Statistics only count the findings of each check."""
    out = tas("check", "--statistics").out
    assert "TAS109" in out
    assert "opportunities" not in out
    rows = tas("check", "--statistics", "--format", "json").json["statistics"]
    assert {row["code"]: row["count"] for row in rows} == {"TAS109": 1, "TAS509": 1, "TAS510": 1}


def test_baseline(tas: Tas, folder: Path) -> None:
    """A baseline suppresses what was there; one more of a kind brings them all back."""
    assert tas("check", "--write-baseline").status == 0
    assert codes(tas("check", "--format", "json").out) == []
    assert (
        tas("check").out == "3 files: no new problems found. 3 findings hidden by the baseline.\n"
    )
    assert len(codes(tas("check", "--no-baseline", "--format", "json").out)) == 3
    more = WRONG.replace("Cranes", "b") + "external_id: 12\n"
    write(folder, {"opportunities/wrong.yaml": more})
    assert codes(tas("check", "--format", "json").out) == ["TAS109", "TAS109"]


@pytest.mark.parametrize(
    "part", [["late"], ["--select", "TAS1"], ["--ignore", "TAS1"], ["--changed-since", "HEAD"]]
)
def test_a_baseline_of_a_part(tas: Tas, folder: Path, part: list[str]) -> None:
    """A baseline covers the whole workspace: writing it for a part must not drop the rest."""
    committed(folder)
    tas("check", "--write-baseline")
    before = (folder / "tas-baseline.json").read_text()
    result = tas("check", "--write-baseline", *part)
    assert result.status == 2
    assert "whole workspace" in result.err
    assert (folder / "tas-baseline.json").read_text() == before


def test_a_baseline_that_is_a_link(tas: Tas, folder: Path, tmp_path: Path) -> None:
    """A baseline is never written through a link."""
    secret = write(tmp_path, {"token": "secret\n"}) / "token"
    (folder / "tas-baseline.json").symlink_to(secret)
    result = tas("check", "--write-baseline")
    assert result.status == 1
    assert "is a link" in result.err
    assert secret.read_text() == "secret\n"


@pytest.mark.parametrize("name", ["opportunities/t.yaml", "tas.yaml"])
@pytest.mark.parametrize("options", [[], ["--format", "json"], ["--format", "github"]])
def test_a_link_out_shows_no_lines(
    tas: Tas, folder: Path, tmp_path: Path, name: str, options: list[str]
) -> None:
    """Nothing is printed of a file outside the workspace that a link leads to."""
    secret = write(tmp_path, {"token": "hunter2\n"}) / "token"
    (folder / name).symlink_to(secret)
    result = tas("check", *options)
    assert result.status == 1
    assert "TAS503" in result.out
    assert "hunter2" not in result.out + result.err


def test_broken_baseline(tas: Tas, folder: Path) -> None:
    """An invalid baseline stops the check and says what to do."""
    write(folder, {"tas-baseline.json": "[]"})
    result = tas("check")
    assert result.status == 1
    assert "--write-baseline" in result.err


def git(folder: Path, *arguments: str) -> None:
    """Call git in a folder, without the user's settings."""
    options = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"]
    call = ["git", *options, *arguments]
    subprocess.run(call, cwd=folder, check=True, capture_output=True)


def committed(folder: Path) -> None:
    """Make the folder's parent a repository with everything committed."""
    (folder.parent / ".git").rmdir()
    git(folder.parent, "init", "--initial-branch=main")
    git(folder.parent, "add", ".")
    git(folder.parent, "commit", "-m", "all")


def test_changed_since(tas: Tas, folder: Path) -> None:
    """Only files that differ from a commit are reported: changed, staged or new, any name."""
    committed(folder)
    assert tas("check", "--changed-since", "HEAD").out == "0 files: nothing to check.\n"
    write(folder, {"opportunities/late.yaml": LATE + "owner: maria\n"})
    odd = "opportunities/--odd, é \n name.yaml"
    write(folder, {odd: WRONG.replace("Cranes", "odd")})
    found = tas("check", "--changed-since", "main", "--format", "json").json["diagnostics"]
    assert {each["file"] for each in found} == {odd, "opportunities/late.yaml"}


def test_changed_since_settings(tas: Tas, folder: Path) -> None:
    """If the settings changed, any file's result may differ, so all are reported."""
    committed(folder)
    write(folder, {"tas.yaml": "tas: 1\nrules: {TAS510: error}\n"})
    result = tas("check", "--changed-since", "HEAD", "--format", "json")
    assert result.status == 1
    assert sorted(codes(result.out)) == ["TAS109", "TAS509", "TAS510"]


def test_changed_since_side_by_side(tas: Tas, folder: Path) -> None:
    """A new file with a duplicate id is reported, whichever of the two files has the finding."""
    committed(folder)
    write(folder, {"opportunities/aa/late.yaml": f"{HEAD.replace('Cranes', 'e')}amount: 1\n"})
    found = tas("check", "--changed-since", "HEAD", "--format", "json").json["diagnostics"]
    assert ("TAS505", "opportunities/late.yaml") in [(each["code"], each["file"]) for each in found]


def test_changed_since_a_branch_left(tas: Tas, folder: Path) -> None:
    """What the other branch changed since the fork is not reported."""
    committed(folder)
    git(folder, "checkout", "-b", "mine")
    write(folder, {"opportunities/hint.yaml": HINT.replace("Cranes", "d")})
    git(folder, "commit", "-am", "mine")
    git(folder, "checkout", "main")
    write(folder, {"opportunities/late.yaml": LATE + "owner: maria\n"})
    git(folder, "commit", "-am", "theirs")
    git(folder, "checkout", "mine")
    found = tas("check", "--changed-since", "main", "--format", "json").json["diagnostics"]
    assert {each["file"] for each in found} == {"opportunities/hint.yaml"}


@pytest.mark.parametrize("reference", ["nowhere", "--output=/tmp/x", "-", "HEAD~99", ""])
def test_changed_since_an_unknown_reference(tas: Tas, folder: Path, reference: str) -> None:
    """A reference unknown to git is refused, and never passed on as an option."""
    committed(folder)
    result = tas("check", f"--changed-since={reference}")
    assert result.status == 2
    assert "--changed-since" in result.err


@pytest.fixture
def typed(tas: Tas, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Check what comes from standard input."""

    def check(data: bytes, *options: str) -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        return tas.at(folder)("check", "-", *options)

    return check


def test_settings_on_standard_input(typed: Callable[..., Result]) -> None:
    """The given name decides whether standard input is read as settings."""
    done = typed(b"tas: 1\nstale_after: soon\n", "--stdin-name", "tas.yaml")
    assert done.status == 1
    assert "'soon' is not" in done.out
    assert typed(b"tas: 1\n", "--stdin-name", "deals/tas.yaml").status == 0


@pytest.mark.parametrize("options", [[], ["--fix"], ["--format", "sarif"]])
def test_an_impossible_name(tas: Tas, options: list[str]) -> None:
    """An empty name for standard input is refused."""
    result = tas("check", "-", "--stdin-name", "", *options)
    assert (result.status, "--stdin-name" in result.err) == (2, True)


def test_standard_input(typed: Callable[..., Result]) -> None:
    """An opportunity from standard input is checked under the given name."""
    done = typed(WRONG.encode(), "--stdin-name", "opportunities/x.yaml")
    assert done.status == 1
    assert done.out.startswith("opportunities/x.yaml\n")
    assert "owner: 12" in done.out
    assert typed(HEAD.encode()).out == "1 file: no problems found.\n"
    assert '"file": "-"' in typed(b"\xff", "--format", "json").out
