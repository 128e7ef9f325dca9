"""`tas check --changed-since`: which files differ from a commit, wherever it is called."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cli import TODAY
from workspaces import HEAD, write

if TYPE_CHECKING:
    from cli import Tas

WRONG = f"{HEAD}owner: 12\n"
SINCE = ("check", "--changed-since", "HEAD")


@pytest.fixture
def folder(tas: Tas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A committed workspace with two faulty deals, in a folder of a repository."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    deals = {f"deals/opportunities/{name}.yaml": WRONG + f"external_id: {name}\n" for name in "ab"}
    top = write(tmp_path / "top", deals)
    git(top, "init", "-q", "--initial-branch=main")
    committed(top)
    tas.at(top / "deals")
    return top / "deals"


def git(folder: Path, *arguments: str) -> None:
    """Call git in a folder."""
    options = ["-c", "user.name=t", "-c", "user.email=t@example.com"]
    subprocess.run(["git", *options, *arguments], cwd=folder, check=True, capture_output=True)


def committed(folder: Path) -> None:
    """Commit everything."""
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "all")


def reported(tas: Tas) -> set[str]:
    """Return the names of the reported files."""
    found = tas(*SINCE, "--format", "json").json["diagnostics"]
    return {Path(each["file"]).name for each in found}


def test_in_a_hook_of_a_linked_work_tree(folder: Path) -> None:
    """In a commit hook, where git sets its own folder, only the changed deal is reported."""
    tree = folder.parent.with_name("tree")
    git(folder, "worktree", "add", "-q", str(tree))
    write(tree, {"deals/opportunities/a.yaml": WRONG + "external_id: other\n"})
    hook = folder.parent / ".git/hooks/pre-commit"
    check = f"cd deals && {sys.executable} -m tas_cli {' '.join(SINCE)} >{tree}/report; exit 0"
    hook.write_text(f"#!/bin/sh\nexport TAS_TODAY={TODAY}\n{check}\n")
    hook.chmod(0o755)
    git(tree, "commit", "-qam", "one")
    report = (tree / "report").read_text()
    assert "opportunities/a.yaml" in report
    assert "opportunities/b.yaml" not in report


def test_line_ends_make_no_difference(tas: Tas, folder: Path) -> None:
    """A file that differs only in the line endings git converts has not changed."""
    path = folder / "opportunities/a.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert reported(tas) == set()


def test_a_filtered_file_counts_as_changed(tas: Tas, folder: Path) -> None:
    """Git filters are not run: a filtered file is reported rather than missed."""
    git(folder, "config", "filter.f.clean", "tr a-z A-Z")
    write(folder.parent, {".gitattributes": "a.yaml filter=f\n"})
    git(folder, "add", "--renormalize", ".")
    git(folder, "commit", "-qm", "filtered")
    assert reported(tas) == {"a.yaml"}


def test_a_file_git_ignores(tas: Tas, folder: Path) -> None:
    """A new file is reported unless git ignores it."""
    write(folder, {".gitignore": "c.yaml\n", "opportunities/c.yaml": WRONG})
    write(folder, {"opportunities/d.yaml": WRONG.replace("Cranes", "d")})
    assert reported(tas) == {"d.yaml"}


def test_a_link_and_its_target(tas: Tas, folder: Path) -> None:
    """A link is reported if it is new or if its target has changed."""
    (folder / "opportunities/c.yaml").symlink_to("a.yaml")
    assert reported(tas) == {"c.yaml"}
    committed(folder)
    assert reported(tas) == set()
    write(folder, {"opportunities/a.yaml": WRONG + "external_id: other\n"})
    assert reported(tas) == {"a.yaml", "c.yaml"}


def test_settings_that_are_gone(tas: Tas, folder: Path) -> None:
    """If the settings were deleted, any deal's result may differ, so all are reported."""
    write(folder, {"tas.yaml": "tas: 1\n"})
    committed(folder)
    assert reported(tas) == set()
    (folder / "tas.yaml").unlink()
    assert reported(tas) == {"a.yaml", "b.yaml"}


def test_long_commit_names(tas: Tas, tmp_path: Path) -> None:
    """Repositories with SHA-256 object names work too."""
    deals = {f"opportunities/{name}.yaml": WRONG + f"external_id: {name}\n" for name in "ab"}
    root = write(tmp_path, deals)
    git(root, "init", "-q", "--object-format=sha256")
    committed(root)
    write(root, {"opportunities/a.yaml": WRONG})
    tas.at(root)
    assert reported(tas) == {"a.yaml"}


def test_the_whole_message_of_git(tas: Tas, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository owned by someone else is refused with git's full advice."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    result = tas(*SINCE)
    assert result.status == 2
    assert "dubious ownership" in result.err
    assert f"git config --global --add safe.directory {folder.parent}" in result.err


NO_GIT = "git cannot be run: no such file or directory.\n  Install git, or check PATH.\n"


@pytest.mark.usefixtures("folder")
def test_no_git(tas: Tas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing git is reported as such, not as a wrong commit."""
    monkeypatch.setenv("PATH", str(tmp_path))
    result = tas(*SINCE)
    assert result.status == 2
    assert result.err == f"tas: --changed-since HEAD: {NO_GIT}"
