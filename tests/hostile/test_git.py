"""A repository that names programs to run: none of them is run, whatever calls git.

Add a later attack as one line in `ATTACKS`, a later command that calls git as one in `CALLS`.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from ground import DEAL
from workspaces import write

if TYPE_CHECKING:
    from cli import Tas

UNKNOWN = "f" * 40
ASKS_WHO = "debrief d1 --confirm --nothing-shown --dry-run"
"""A call that uses git's user name."""
CALLS = (
    "check",
    "check --changed-since HEAD",
    f"check --changed-since {UNKNOWN}",
    "check --changed-since HEAD --output sarif=report.sarif",
    "init --ci github",
    "log d1",
    "diff",
    "diff HEAD...HEAD",
    ASKS_WHO,
)


class Attack(NamedTuple):
    """Settings of a repository in which `{run}` is a program that leaves a mark.

    `plain` is a call of git that does run it: without that, the attack would prove nothing. `files`
    are in the work tree.
    """

    name: str
    settings: dict[str, str]
    plain: str
    files: dict[str, str] = {}  # noqa: RUF012 - a default that nobody changes

    def __str__(self) -> str:
        """Return the name for a test's id."""
        return self.name


def _promisor(name: str, **settings: str) -> Attack:
    """Return an attack through a remote that git asks for missing objects."""
    remote = {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
    }
    renamed = {key.replace("__", "."): value for key, value in settings.items()}
    return Attack(name, remote | renamed, f"cat-file -e {UNKNOWN}")


def _filtered(name: str, settings: dict[str, str], attribute: str) -> Attack:
    """Return an attack through an attribute of the deals."""
    return Attack(name, settings, "diff HEAD", {".gitattributes": f"*.yaml {attribute}\n"})


ATTACKS = (
    Attack("file monitor", {"core.fsmonitor": "{run}"}, "status"),
    Attack("hooks folder", {"core.hooksPath": "{hooks}"}, "commit -qm more --allow-empty"),
    _filtered("clean filter", {"filter.f.clean": "{run}; cat"}, "filter=f"),
    _filtered("process filter", {"filter.f.process": "{run}"}, "filter=f"),
    _filtered("text conversion", {"diff.f.textconv": "{run}; cat"}, "diff=f"),
    _filtered("difference by attribute", {"diff.f.command": "{run}"}, "diff=f"),
    Attack("external difference", {"diff.external": "{run}"}, "diff HEAD"),
    _promisor(
        "upload program", remote__origin__url="{outside}", remote__origin__uploadpack="{run}"
    ),
    _promisor(
        "upload program by address",
        remote__origin__url="file://{outside}",
        remote__origin__uploadpack="{run}",
        protocol__file__allow="always",
    ),
    _promisor("ssh command", remote__origin__url="ssh://a.invalid/b", core__sshCommand="{run}"),
    _promisor("proxy", remote__origin__url="git://a.invalid/b", core__gitProxy="{run}"),
    _promisor(
        "address that is a program",
        remote__origin__url="ext::{run}",
        protocol__ext__allow="always",
    ),
    _promisor(
        "alternate references",
        remote__origin__url="{outside}",
        core__alternateRefsCommand="{run}",
    ),
)


@pytest.fixture
def mark(ground: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the ground a repository; return the path where a program leaves its mark."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "t")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "t@example.com")
    for call in (("init", "-q"), ("add", "."), ("commit", "-qm", "all")):
        git(ground, *call)
    git(tmp_path, "clone", "-q", "--bare", str(ground), str(tmp_path / "bare"))
    return tmp_path / "ran"


def git(folder: Path, *words: str, check: bool = True) -> subprocess.CompletedProcess[bytes]:
    """Call git the way anybody would."""
    return subprocess.run(["git", *words], cwd=folder, check=check, capture_output=True)


def program(path: Path, mark: Path) -> Path:
    """Write a program that leaves a mark."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\ntouch {mark}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def prepared(attack: Attack, ground: Path, mark: Path) -> None:
    """Set up the attack, and touch a deal so that git has a reason to look at it."""
    run = program(mark.with_name("run"), mark)
    program(mark.with_name("hooks") / "reference-transaction", mark)
    words = {"run": str(run), "hooks": str(mark.with_name("hooks"))}
    words["outside"] = str(mark.with_name("bare"))
    write(ground, attack.files)
    (ground / ".git/objects/info/alternates").write_text(f"{words['outside']}/objects\n")
    write(ground, {"opportunities/d1.yaml": DEAL.replace("Harbour", "Harboor")})
    for name, value in attack.settings.items():
        git(ground, "config", name, value.format(**words))


@pytest.mark.parametrize("attack", ATTACKS, ids=str)
def test_each_attack_works(ground: Path, mark: Path, attack: Attack) -> None:
    """Plain git does run the program of each attack."""
    prepared(attack, ground, mark)
    git(ground, *attack.plain.split(), check=False)
    assert mark.exists()


@pytest.mark.no_cover
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("attack", ATTACKS, ids=str)
def test_no_program_runs(tas: Tas, ground: Path, mark: Path, attack: Attack, call: str) -> None:
    """No command runs a program that a repository names."""
    prepared(attack, ground, mark)
    result = tas(*call.split())
    assert result.status == (2 if UNKNOWN in call else 0), result.err
    assert not mark.exists()


@pytest.mark.parametrize("call", ["check --changed-since HEAD", ASKS_WHO])
def test_a_program_called_git_among_the_files(
    tas: Tas, ground: Path, mark: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """A program called git in the workspace is never run as git, whatever PATH says."""
    program(ground / "git", mark)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")
    assert tas(*call.split()).status == 0
    assert not mark.exists()


@pytest.mark.usefixtures("mark")
def test_committed_circular_links(ground: Path, tas: Tas) -> None:
    """A changed file may be a circular link; it is a finding like any other."""
    (ground / "opportunities/loopy").symlink_to("loopy")
    (ground / "opportunities/l.yaml").symlink_to("l.yaml")
    git(ground, "add", "-A")
    git(ground, "commit", "-qm", "2")
    result = tas("check", "--changed-since", "HEAD~1", "--format", "json")
    found = {each["file"]: each["code"] for each in result.json["diagnostics"]}
    assert found["opportunities/loopy"] == found["opportunities/l.yaml"] == "TAS503"
    output = tas("check", "--output", "opportunities/l.yaml")
    assert output.status in (1, 2)
