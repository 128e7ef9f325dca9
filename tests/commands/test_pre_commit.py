"""The pre-commit hooks, run by the real pre-commit in a scratch repository.

Their entry, files and types come from the manifest; only the language is `system`, since
environments of their own would need the network.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from cli import ROOT, TODAY
from workspaces import HEAD, write

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., subprocess.CompletedProcess[str]]

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
COMMAND = [sys.executable, "-m", "pre_commit"]
BARE = HEAD + "assessments: [{date: 2026-11-02, ratings: {solution_fit: {us: -}}}]\n"
QUOTED = BARE.replace("us: -", 'us: "-"')


def test_the_manifest_is_valid() -> None:
    """The repository can be used in anybody's configuration."""
    subprocess.run([*COMMAND, "validate-manifest", MANIFEST], check=True)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A repository with a workspace and the hooks; runs programs in it."""
    hooks: list[dict[str, Any]] = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    local = [{**hook, "language": "system"} for hook in hooks]
    config = json.dumps({"repos": [{"repo": "local", "hooks": local}]})
    folder = write(tmp_path / "deals", {".pre-commit-config.yaml": config, "tas.yaml": "tas: 1\n"})
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    env = {
        **own,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "PRE_COMMIT_HOME": str(tmp_path / "hooks"),
        "TAS_CACHE_DIR": str(tmp_path / "cache"),
        "TAS_TODAY": TODAY,
    }

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            arguments, cwd=folder, env=env, capture_output=True, text=True, check=False
        )

    for words in (["init", "-q"], ["config", "user.name", "T"], ["config", "user.email", "t@e.x"]):
        assert call("git", *words).returncode == 0
    return call


def commit(run: Run, files: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Write and add files, and run the hooks as a commit does."""
    folder = Path(run("pwd").stdout.strip())
    write(folder, files)
    run("git", "add", "-A")
    return run(*COMMAND, "run")


def test_errors_stop_the_commit(run: Run) -> None:
    """A commit with an error fails and shows what is wrong; the corrected one passes."""
    result = commit(run, {"opportunities/a.yaml": HEAD + "amount: abc\n"})
    assert result.returncode == 1
    assert "TAS108" in result.stdout
    assert "check opportunities" in result.stdout
    assert commit(run, {"opportunities/a.yaml": HEAD}).returncode == 0


def test_signs_are_fixed_and_the_commit_stops(run: Run) -> None:
    """Fixed files have to be added; then the same commit passes."""
    result = commit(run, {"opportunities/a.yaml": BARE})
    assert result.returncode == 1
    assert "files were modified by this hook" in result.stdout
    assert run("cat", "opportunities/a.yaml").stdout == QUOTED
    assert commit(run, {}).returncode == 0


def test_the_whole_workspace_is_checked(run: Run) -> None:
    """A file that collides with one committed before is reported, even if that one is unchanged."""
    commit(run, {"opportunities/a.yaml": HEAD})
    assert run("git", "commit", "-q", "-m", "one").returncode == 0
    result = commit(run, {"opportunities/b/a.yaml": HEAD.replace("Cranes", "Locks")})
    assert (result.returncode, "TAS505" in result.stdout) == (1, True)


def test_other_files_do_not_wake_the_hooks(run: Run) -> None:
    """A commit that touches no opportunity and no settings is not checked."""
    commit(run, {"opportunities/a.yaml": HEAD + "amount: abc\n"})
    assert run("git", "commit", "-q", "-m", "one").returncode == 0
    result = commit(run, {"notes.yaml": "a: 1\n", "opportunities/notes.txt": "x\n"})
    assert result.returncode == 0
    assert result.stdout.count("no files to check") == 2
