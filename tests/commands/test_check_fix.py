"""`tas check --fix`: what has one right answer is fixed, and nothing else in the file changes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from workspaces import HEAD, write

from tas_cli.source.door import entered
from tas_cli.source.lock import locked

if TYPE_CHECKING:
    from cli import Result, Tas

FILE = "opportunities/a.yaml"
SCHEMA = "schemas/opportunity.schema.json"
RATED = HEAD + "competitors: {x: {}}\nassessments:\n  - date: 2026-11-02\n    ratings:\n"
"""Ends right before the ratings, which begin on line 8."""
BROKEN = RATED + "      solution_fit: {us: -, x: –}  # us: -\n"
FIXED = RATED + '      solution_fit: {us: "-", x: "-"}  # us: -\n'


@pytest.fixture
def folder(tas: Tas, tmp_path: Path) -> Path:
    """A workspace with settings and a schema, for opportunities that a test writes."""
    tas.at(tmp_path)
    return write(tmp_path, {"tas.yaml": "tas: 1\n", SCHEMA: "{}\n"})


def fixed(tas: Tas, content: str, *arguments: str, file: str = FILE) -> str:
    """Write an opportunity, fix it, and return the result."""
    write(Path(), {file: content})
    tas("check", "--fix", *arguments)
    return Path(file).read_bytes().decode()


def codes(result: Result) -> list[str]:
    """Return the codes of the remaining findings."""
    return [found["code"] for found in result.json["diagnostics"]]


SIGNS = {
    "brackets": (BROKEN, FIXED),
    "block": (
        RATED + "      solution_fit:\n        us: ?\n        x: − # so\n",
        RATED + '      solution_fit:\n        us: "?"\n        x: "-" # so\n',
    ),
    "cell": (
        RATED + "      solution_fit:\n        us:\n          rating: ＋\n          note: –\n",
        RATED + '      solution_fit:\n        us:\n          rating: "+"\n          note: –\n',
    ),
    "single": (
        RATED + "      solution_fit: {us: '–'}\n",
        RATED + "      solution_fit: {us: '-'}\n",
    ),
    "escape": (
        RATED + '      solution_fit: {us: "\\u2013"}\n',
        RATED + '      solution_fit: {us: "-"}\n',
    ),
    "dos": ("\ufeff" + BROKEN.replace("\n", "\r\n"), "\ufeff" + FIXED.replace("\n", "\r\n")),
    "no line end": (BROKEN.rstrip("\n"), FIXED.rstrip("\n")),
    "errors elsewhere": (
        BROKEN + "owner: 12\nowner: x\nammount: &a 5\n",
        FIXED + "owner: 12\nowner: x\nammount: &a 5\n",
    ),
}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("before", "after"), SIGNS.values(), ids=SIGNS)
def test_signs(tas: Tas, before: str, after: str) -> None:
    """Bare and foreign rating signs become the quoted sign, and every other byte stays."""
    assert fixed(tas, before) == after


UNTOUCHED = {
    "no yaml": BROKEN + 'owner: "x\n',
    "conflict": BROKEN + "<<<<<<< a\n=======\n>>>>>>> b\n",
    "an anchor before the sign": BROKEN.replace("us: -, x: –", "us: &a -"),
    "nothing to fix": HEAD + "weather: fine\n",
}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("content", UNTOUCHED.values(), ids=UNTOUCHED)
def test_unproven_fixes_are_not_made(tas: Tas, content: str) -> None:
    """A file that cannot be proven to change only in its signs keeps every byte."""
    assert fixed(tas, content) == content


@pytest.mark.usefixtures("folder")
def test_fixes_are_reported_and_the_rest_is_checked(tas: Tas) -> None:
    """Every fixed line is listed; the exit status and the document cover what is left."""
    write(Path(), {FILE: BROKEN, "opportunities/b.yaml": RATED + "      risky: {us: ?}\n"})
    result = tas("check", "--fix", "--format", "json", "--select", "TAS1")
    assert result.err.splitlines() == [
        "opportunities/a.yaml:8: fixed TAS102: put a bare sign in quotes",
        'opportunities/a.yaml:8: fixed TAS103: replaced a look-alike sign with "-"',
        "opportunities/b.yaml:8: fixed TAS102: put a bare sign in quotes",
    ]
    assert (result.status, codes(result)) == (1, ["TAS105"])
    assert tas("check", "--fix", "a", "--select", "TAS1").out == "1 file: no problems found.\n"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "after"),
    [
        (["--select", "TAS102"], BROKEN.replace("us: -,", 'us: "-",')),
        (["--ignore", "TAS102"], BROKEN.replace("x: –", 'x: "-"')),
        (["tas.yaml"], BROKEN),
        ([FILE], FIXED),
    ],
)
def test_only_selected_checks_and_named_files_are_fixed(
    tas: Tas, arguments: list[str], after: str
) -> None:
    """Checks that are not selected and files that are not named are not fixed."""
    assert fixed(tas, BROKEN, *arguments) == after


def test_only_changed_files_are_fixed(tas: Tas, folder: Path) -> None:
    """With --changed-since, a file that has not changed is not fixed."""
    write(folder, {"opportunities/old.yaml": BROKEN})
    identity = ["-c", "user.name=T", "-c", "user.email=t@example.com"]
    for call in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "old"]):
        subprocess.run(["git", *identity, *call], cwd=folder, check=True)
    assert fixed(tas, BROKEN, "--changed-since", "HEAD") == FIXED
    assert (folder / "opportunities/old.yaml").read_text() == BROKEN


@pytest.mark.usefixtures("folder")
def test_findings_in_the_baseline_are_fixed_too(tas: Tas) -> None:
    """An optional finding can still be fixed."""
    write(Path(), {FILE: BROKEN})
    tas("check", "--write-baseline")
    assert fixed(tas, BROKEN) == FIXED


MODELINE = f"# yaml-language-server: $schema=../{SCHEMA}"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HEAD, f"{MODELINE}\n{HEAD}"),
        ("\ufeff# ours\r\n" + HEAD, f"\ufeff{MODELINE}\r\n# ours\r\n{HEAD}"),
        ("---\n" + HEAD, f"{MODELINE}\n---\n{HEAD}"),
        (f"# ours\n{MODELINE}\n{HEAD}", f"# ours\n{MODELINE}\n{HEAD}"),
    ],
)
def test_the_first_line_for_editors(tas: Tas, before: str, after: str) -> None:
    """If the check is on, the line goes to the very top, in the file's own style."""
    assert fixed(tas, before) == before
    assert fixed(tas, before, "--select", "TAS121") == after


def test_the_settings_switch_it_on(tas: Tas, folder: Path) -> None:
    """If tas.yaml asks for the line, a nested file gets its own path to the schema."""
    write(folder, {"tas.yaml": "tas: 1\nrules: {TAS121: info}\n"})
    after = fixed(tas, HEAD, file="opportunities/north/oslo/b.yaml")
    assert after == f"# yaml-language-server: $schema=../../../{SCHEMA}\n{HEAD}"


def test_a_missing_schema_is_not_named(tas: Tas, folder: Path) -> None:
    """Without the workspace's schema the file stays, and the output says what to do."""
    (folder / SCHEMA).unlink()
    write(folder, {FILE: HEAD})
    result = tas("check", "--fix", "--select", "TAS121")
    assert (folder / FILE).read_text() == HEAD
    assert "tas schema --write" in result.err


CELL = RATED + '      solution_fit: {us: {rating: "+", evidence: [{wat: x, who: y}]}}\n'
WHAN = CELL.replace("wat: x", "whan: 2026-10-01")
KEYS = {
    "at the top": (HEAD + "ammount: 5 # so\n", HEAD + "amount: 5 # so\n"),
    "required": (HEAD.replace("name", "nmae"), HEAD),
    "in quotes": (HEAD + "'ammount': 5\n", HEAD + "'amount': 5\n"),
    "in brackets": (CELL, CELL.replace("wat", "what")),
    "one within the other": (
        FIXED.replace("assessments", "assesments").replace("solution_fit", "solution_fti"),
        FIXED,
    ),
    "a sign in it": (BROKEN.replace("solution_fit", "solution_ft"), FIXED),
    "by number": (FIXED.replace("solution_fit", "7"), FIXED),
    "without a value": (HEAD + "ammount:\n", HEAD + "amount:\n"),
    "nothing near": (HEAD + "weather: fine\n", HEAD + "weather: fine\n"),
    "two as near": (WHAN, WHAN),
    "there already": (HEAD + "amount: 4\nammount: 5\n", HEAD + "amount: 4\nammount: 5\n"),
    "two for one": (HEAD + "amont: 4\nammount: 5\n", HEAD + "amont: 4\nammount: 5\n"),
    "twice": (HEAD + "ammount: 4\nammount: 5\n", HEAD + "ammount: 4\nammount: 5\n"),
    "what does not fit": (HEAD + "close: 2027-01-31\n", HEAD + "close: 2027-01-31\n"),
}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("before", "after"), KEYS.values(), ids=KEYS)
def test_misspelled_keys(tas: Tas, before: str, after: str) -> None:
    """A misspelled key is corrected if only one name is possible."""
    assert fixed(tas, before) == after


def day(ratings: str, more: str = "") -> str:
    """Return an assessment of one day, with a comment."""
    return f"  # one\n  - date: 2026-11-02\n{more}    ratings:\n      {ratings}\n"


ASSESSED = HEAD + "competitors: {x: {}}\nassessments:\n"
PROOF = 'solution_fit: {us: {rating: "+", evidence: [{what: b}]}}'
VALUES = {
    "a competitor's name": (
        HEAD + "competitors:\n  medplan: MedPlan   # new\n  x: {}\n",
        HEAD + "competitors:\n  medplan: {name: MedPlan}   # new\n  x: {}\n",
    ),
    "in brackets": (
        HEAD + "competitors: {a-b: 'A: B', c: }\n",
        HEAD + 'competitors: {a-b: {name: "A: B"}, c: }\n',
    ),
    "a competitor's number": (HEAD + "competitors: {a: 5}\n", HEAD + "competitors: {a: 5}\n"),
    "competitors in a list": (HEAD + "competitors: [a]\n", HEAD + "competitors: [a]\n"),
    "an amount": (HEAD + "amount: 3,000,000 # so\n", HEAD + "amount: 3000000 # so\n"),
    "an amount in quotes": (HEAD + "profit: '-1 250 000'\n", HEAD + "profit: '-1250000'\n"),
    "decimals": (HEAD + "amount: 1.234.567,50\n", HEAD + "amount: 1234567.50\n"),
    "two readings": (HEAD + "amount: 3,000\n", HEAD + "amount: 3,000\n"),
    "a currency": (HEAD + "amount: 3,000,000 EUR\n", HEAD + "amount: 3,000,000 EUR\n"),
    "a date": (HEAD + "expected_close: 31 March 2027\n", HEAD + "expected_close: 31 March 2027\n"),
    "two of a day": (
        ASSESSED + day("solution_fit: {us: '+'}") + day('solution_fit: {us: "+", x: "-"}'),
        ASSESSED + day("solution_fit: {us: '+', x: \"-\"}") + "  # one\n",
    ),
    "with evidence and an author": (
        ASSESSED + day("solution_fit: {us: '+'}") + day(PROOF, "    by: ann\n"),
        ASSESSED
        + "  # one\n  - date: 2026-11-02\n    by: ann\n    ratings:\n"
        + "      solution_fit: {us: {rating: '+', evidence: [{what: b}]}}\n  # one\n",
    ),
    "three of a day": (
        ASSESSED + "".join(day(f"{key}: {{us: '?'}}") for key in ("profitability", "solution_fit"))
        + day("solution_fit: {x: '?'}"),
        ASSESSED
        + day("solution_fit: {us: \"?\", x: \"?\"}\n      profitability: {us: '?'}")
        + "  # one\n  # one\n",
    ),
}  # fmt: skip
CONTRADICTING = ASSESSED + day("solution_fit: {us: '+'}") + day("solution_fit: {us: '-'}")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("before", "after"), VALUES.values(), ids=VALUES)
def test_what_can_mean_only_one_thing(tas: Tas, before: str, after: str) -> None:
    """Names of competitors, amounts and repeated days become what their findings suggest."""
    assert fixed(tas, before) == after


@pytest.mark.usefixtures("folder")
def test_assessments_that_contradict_each_other(tas: Tas) -> None:
    """They stay, and the finding names the cell and the command that separates them."""
    assert fixed(tas, CONTRADICTING) == CONTRADICTING
    [found] = tas("check", "--select", "TAS118", "--format", "json").json["diagnostics"]
    assert found["help"].startswith("they differ on 7: ")
    line = found["help"].partition("`tas ")[2].strip("`").replace("YYYY-MM-DD", "2026-11-03")
    assert tas(*line.split()).status == 0
    assert tas("check", "--select", "TAS118").status == 0


@pytest.mark.usefixtures("folder")
def test_each_fix_is_reported_at_its_line(tas: Tas) -> None:
    """The report names the lines of the file as it was, and what was written there."""
    text = HEAD + "amount: 3,000,000\ncompetitors: {x: X}\nassessments:\n"
    write(Path(), {FILE: text + day("solution_fit: {us: '+'}") * 3})
    assert tas("check", "--fix").err.splitlines() == [
        f"{FILE}:4: fixed TAS108: wrote amount: 3000000",
        f"{FILE}:5: fixed TAS107: wrote x: {{name: X}}",
        f"{FILE}:12: fixed TAS118: merged two assessments of 2026-11-02",
        f"{FILE}:16: fixed TAS118: merged two assessments of 2026-11-02",
    ]


def test_misspelled_settings(tas: Tas, folder: Path) -> None:
    """The keys of tas.yaml are fixed as well; --fix-keys says the same as --fix."""
    write(folder, {"tas.yaml": "tas: 1\ncurency: EUR\n", FILE: HEAD})
    assert tas("check", "--fix-keys").status == 0
    assert (folder / "tas.yaml").read_text() == "tas: 1\ncurrency: EUR\n"


@pytest.mark.usefixtures("folder")
def test_dry_run(tas: Tas) -> None:
    """The change is shown as a diff, nothing is written, and the errors remain."""
    write(Path(), {FILE: BROKEN})
    result = tas("check", "--fix", "--dry-run")
    assert result.out.splitlines()[:3] == [f"--- a/{FILE}", f"+++ b/{FILE}", "@@ -5,4 +5,4 @@"]
    assert result.out.splitlines()[-2:] == [
        "-" + BROKEN.splitlines()[-1],
        "+" + FIXED.splitlines()[-1],
    ]
    assert (result.status, result.err) == (1, "Nothing was saved.\n")
    assert Path(FILE).read_text() == BROKEN
    write(Path(), {FILE: HEAD})
    assert tas("check", "--fix", "--dry-run").out == "Nothing to fix.\n"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "arguments",
    [
        ["--dry-run"],
        ["--fix", "--dry-run", "--format", "json"],
        ["--fix", "--dry-run", "--output", "report.txt"],
        ["--fix", "--dry-run", "--write-baseline"],
    ],
)
def test_dry_run_alone_or_with_a_report_is_a_wrong_call(tas: Tas, arguments: list[str]) -> None:
    """A contradictory call exits with 2 and writes nothing."""
    write(Path(), {FILE: BROKEN})
    before = sorted(Path().rglob("*"))
    assert tas("check", *arguments).status == 2
    assert sorted(Path().rglob("*")) == before


def test_a_file_that_cannot_be_written(tas: Tas, folder: Path) -> None:
    """A failed write is reported and fails whatever the options; other files are still fixed."""
    write(folder, {FILE: BROKEN, "opportunities/b.yaml": BROKEN})
    (folder / FILE).chmod(0o444)
    result = tas("check", "--fix", "--exit-zero")
    assert result.status == 1
    assert f"tas: {FILE}: cannot be written: " in result.err
    assert (folder / FILE).read_text() == BROKEN
    assert (folder / "opportunities/b.yaml").read_text() == FIXED


def test_another_writer_is_waited_for(folder: Path) -> None:
    """Nothing is written while another process locks the file; then its version is fixed."""
    write(folder, {FILE: BROKEN})
    call = [sys.executable, "-m", "tas_cli", "check", "--fix", "--select", "TAS102"]
    with entered(folder / FILE) as place, locked(place):
        process = subprocess.Popen(call, cwd=folder, stderr=subprocess.PIPE, text=True)
        assert process.stderr is not None
        assert process.stderr.readline() == f"Waiting: another process has locked {FILE}.\n"
        write(folder, {FILE: HEAD + "owner: -\n"})
    process.communicate(timeout=60)
    assert (folder / FILE).read_text() == HEAD + 'owner: "-"\n'


def typed(data: bytes, *arguments: str) -> tuple[int, bytes, str]:
    """Fix what comes from standard input."""
    call = [sys.executable, "-m", "tas_cli", "check", "--fix", "-", *arguments]
    done = subprocess.run(call, input=data, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr.decode()


@pytest.mark.usefixtures("folder")
def test_standard_input() -> None:
    """Only the fixed text goes to standard output, byte for byte; the report goes elsewhere."""
    status, out, err = typed(SIGNS["dos"][0].encode(), "--stdin-name", FILE, "--select", "TAS1")
    assert (status, out) == (0, SIGNS["dos"][1].encode())
    assert err.splitlines()[0] == f"{FILE}:8: fixed TAS102: put a bare sign in quotes"
    assert err.splitlines()[-1] == "1 file: no problems found."
    status, out, err = typed(b"name: \xff\n")
    assert (status, out) == (1, b"name: \xff\n")
    assert "TAS114" in err


@pytest.mark.usefixtures("folder")
def test_standard_input_with_a_name_knows_its_schema() -> None:
    """The schema line for editors is relative to the given file name."""
    select = ["--select", "TAS121"]
    named = typed(HEAD.encode(), "--stdin-name", "opportunities/x/y.yaml", *select)
    assert named[1].decode() == f"# yaml-language-server: $schema=../../{SCHEMA}\n{HEAD}"
    assert typed(HEAD.encode(), *select)[1].decode() == HEAD
    assert typed(BROKEN.encode(), "--dry-run")[1].startswith(b"--- a/-\n+++ b/-\n")
