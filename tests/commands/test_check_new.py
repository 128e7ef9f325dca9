"""`tas check --new`: what a change brought, and not what was there before."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from workspaces import HEAD, write

if TYPE_CHECKING:
    from cli import Tas

LATE = "expected_close: 2026-01-31\namount: 100\n"
"""A warning: TAS509."""
OWNER = "owner: 12\n"
"""An error: TAS109."""
SIGN = "assessments:\n  - date: 2026-11-02\n    ratings:\n      solution_fit: {us: -}\n"
"""An error that leaves the rest of the file usable: TAS102."""
DEAL = HEAD + LATE


def git(folder: Path, *words: str) -> None:
    """Call git in a folder."""
    call = ["git", "-c", "user.name=t", "-c", "user.email=t@example.com", *words]
    subprocess.run(call, cwd=folder, check=True, capture_output=True)


@pytest.fixture
def folder(tas: Tas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A committed workspace with two deals, each with a warning."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    root = write(tmp_path / "one", {"tas.yaml": "tas: 1\n", "opportunities/a.yaml": DEAL})
    write(root, {"opportunities/b.yaml": DEAL.replace("Cranes", "Lifts")})
    git(root, "init", "-q", "--initial-branch=main")
    tas.at(root)
    return committed(root)


def committed(root: Path) -> Path:
    """Commit everything."""
    git(root, "add", ".")
    git(root, "commit", "-qm", "all")
    return root


def new(tas: Tas, *options: str) -> tuple[list[str], int]:
    """Return the codes of the new findings, without hints, and how many were there before."""
    document = tas("check", "--new", *options, "--format", "json").json
    found = [each["code"] for each in document["diagnostics"] if each["severity"] != "info"]
    return found, document["summary"]["before"]


def appended(text: str) -> Callable[[Path], None]:
    """Return the change that adds lines to the first deal."""
    return lambda root: _replace(root, DEAL, DEAL + text)


def _replace(root: Path, old: str, text: str) -> None:
    path = root / "opportunities/a.yaml"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, text))


def moved(to: str) -> Callable[[Path], None]:
    """Return the change that gives the first deal's file another name."""

    def move(root: Path) -> None:
        (root / to).parent.mkdir(exist_ok=True)
        (root / "opportunities/a.yaml").rename(root / to)

    return move


CHANGES: dict[str, tuple[Callable[[Path], object], list[str], int]] = {
    "nothing": (lambda _: None, [], 0),
    "something else": (appended("external_id: x\n"), [], 1),
    "an error as well": (appended(SIGN), ["TAS102"], 1),
    "the same further down": (lambda root: _replace(root, "tas: 1", "# a deal\n\ntas: 1"), [], 1),
    "a fix": (lambda root: _replace(root, "2026-01-31", "2027-01-31"), [], 0),
    "another folder": (moved("opportunities/north/a.yaml"), [], 1),
    "another name": (moved("opportunities/cranes.yaml"), [], 1),
    "a new file": (
        lambda root: write(root, {"opportunities/c.yaml": DEAL.replace("Cranes", "Docks")}),
        ["TAS509"],
        0,
    ),
    "a check made stricter": (
        lambda root: write(root, {"tas.yaml": "tas: 1\nrules: {TAS509: error}\n"}),
        ["TAS509", "TAS509"],
        0,
    ),
    "settings that change nothing": (
        lambda root: write(root, {"tas.yaml": "tas: 1\nrules: {TAS510: off}\n"}),
        [],
        2,
    ),
    "a fault in the settings": (
        lambda root: write(root, {"tas.yaml": "tas: 1\nname: 12\n"}),
        ["TAS109"],
        2,
    ),
    "the same deal twice": (
        lambda root: write(root, {"opportunities/b.yaml": DEAL}),
        ["TAS507"],
        1,
    ),
    "the same short name twice": (
        lambda root: write(root, {"opportunities/z/a.yaml": HEAD.replace("Cranes", "Docks")}),
        ["TAS505"],
        0,
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_a_change_brings(tas: Tas, folder: Path, change: str) -> None:
    """Findings that the last commit had are counted, wherever they are now; others are reported."""
    do, codes, before = CHANGES[change]
    do(folder)
    assert new(tas) == (codes, before)


def test_what_two_files_had_before(tas: Tas, folder: Path) -> None:
    """Two deals with one name, or two files, are not new because one of them has changed."""
    write(folder, {"opportunities/b.yaml": DEAL, "opportunities/z/a.yaml": DEAL})
    committed(folder)
    write(folder, {"opportunities/a.yaml": DEAL + "external_id: x\n"})
    assert new(tas) == ([], 4)
    assert tas("check", "--changed-since", "HEAD").status == 1


def test_a_list_that_has_grown_at_its_beginning(tas: Tas, folder: Path) -> None:
    """A finding in a list is the same when its number in the list has changed."""
    item = "  - {date: 2026-11-02, actions: [{what: a, owner: jo, due: 2026-11-09}]}\n"
    write(folder, {"opportunities/a.yaml": f"{HEAD}debriefs:\n{item}"})
    committed(folder)
    found, _ = new(tas, "--changed-since", "HEAD~1")
    assert len(found) == 1
    write(folder, {"opportunities/a.yaml": f"{HEAD}debriefs:\n  - {{date: 2026-10-02}}\n{item}"})
    assert new(tas)[1] >= 1
    assert found[0] not in new(tas)[0]


def test_a_comment_that_is_gone(tas: Tas, folder: Path) -> None:
    """What a comment had silenced is new once the comment is gone."""
    quiet = DEAL.replace("01-31", "01-31 # tas: ignore[TAS509] soon")
    write(folder, {"opportunities/a.yaml": quiet})
    committed(folder)
    write(folder, {"opportunities/a.yaml": DEAL})
    assert new(tas) == (["TAS509"], 0)


def test_only_new_errors_fail(tas: Tas, folder: Path) -> None:
    """An error that was there does not fail the job of a change; the last line counts it."""
    write(folder, {"opportunities/a.yaml": DEAL + SIGN})
    committed(folder)
    write(folder, {"opportunities/a.yaml": DEAL + "external_id: x\n" + SIGN})
    result = tas("check", "--new")
    assert (result.status, tas("check").status) == (0, 1)
    assert result.out == (
        "1 file: no new problems found. 2 findings were there before: `tas check`.\n"
    )
    write(folder, {"opportunities/a.yaml": DEAL + SIGN + "      access_to_funds: {us: -}\n"})
    result = tas("check", "--new")
    assert result.status == 1
    assert result.out.splitlines()[-1] == (
        "1 file: 1 error, 0 warnings. 2 findings were there before: `tas check`."
    )


def test_since_another_commit(tas: Tas, folder: Path) -> None:
    """With --changed-since, the state compared with is where the branch began."""
    git(folder, "switch", "-qc", "mine")
    write(folder, {"opportunities/a.yaml": DEAL + SIGN})
    committed(folder)
    assert new(tas) == ([], 0)
    git(folder, "switch", "-q", "main")
    write(folder, {"opportunities/b.yaml": DEAL + OWNER})
    committed(folder)
    git(folder, "switch", "-q", "mine")
    assert new(tas, "--changed-since", "main") == (["TAS102"], 1)


def test_with_a_baseline(tas: Tas, folder: Path) -> None:
    """What the baseline hides is not counted again; of what is too much for it, only the new."""
    assert tas("check", "--write-baseline").status == 0
    committed(folder)
    write(folder, {"opportunities/a.yaml": DEAL + "external_id: x\n"})
    assert new(tas) == ([], 0)
    assert tas("check", "--write-baseline", "--new").status == 2


def test_before_the_first_commit(tas: Tas, tmp_path: Path) -> None:
    """Without a commit there is nothing to compare with, and the refusal says what to do."""
    git(tmp_path, "init", "-q")
    result = tas.at(write(tmp_path, {"tas.yaml": "tas: 1\n"}))("check", "--new")
    assert result.status == 2
    assert result.err.startswith("tas: --new: no commit to compare with: there is no such commit.")
    assert "To check everything: tas check" in result.err
    assert tas("check", "-", "--new").status == 2


def test_contents_that_are_not_at_hand(tas: Tas, folder: Path) -> None:
    """If git has not fetched the commit's files, that is said, and every finding is reported."""
    write(folder, {"opportunities/a.yaml": DEAL + OWNER})
    committed(folder)
    git(folder, "config", "uploadpack.allowFilter", "true")
    clone = folder.with_name("two")
    git(folder, "clone", "-q", "--filter=blob:none", f"file://{folder}", str(clone))
    result = tas.at(clone)("check", "--changed-since", "HEAD~1", "--new")
    assert result.status == 1
    assert "cannot tell which findings are new (--new): fatal:" in result.err
    assert "TAS109" in result.out
