"""`tas demo`: the tour works, and touches nothing of the user's."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from terminal import talk
from workspaces import write

from tas_cli.commands.demo_steps import DAY, STEPS
from tas_cli.source.packaged import examples

if TYPE_CHECKING:
    from cli import Tas

COMMANDS = [line for step in STEPS if not step.screen for line in step.commands]


def test_every_step_works(tas: Tas, tmp_path: Path) -> None:
    """Each command of the tour does what it is shown for; the last one decides the strategy."""
    write(tmp_path, examples())
    tas.at(tmp_path).env(TAS_TODAY=DAY)
    for line in COMMANDS:
        assert tas(*shlex.split(line)[1:]).status == 0, line
    assert "Recommended: Flanking" in tas("strategy", "tamarind-telecom").out


def test_without_a_terminal(tas: Tas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All steps are printed with their output; folder, files and environment are as before."""
    write(tmp_path, {"opportunities/a.yaml": "tas: 1\n"})
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    before = dict(os.environ)
    result = tas.at(tmp_path)("demo")
    assert result.status == 0, result.err
    assert [line for line in COMMANDS if f"\n$ {line}\n" not in result.out] == []
    assert (dict(os.environ), Path.cwd()) == (before, tmp_path)
    assert [path.name for path in tmp_path.rglob("*")] == ["opportunities", "a.yaml"]


def test_at_a_terminal(tmp_path: Path) -> None:
    """Enter shows the next step, a tas command is tried in the example workspace, q leaves."""
    status, seen = talk(
        tmp_path,
        ["demo"],
        ("next, q", ""),
        ("next, q", "tas set tamarind-telecom owner=me"),
        ("next, q", "rm -r ."),
        ("begin with tas.*next, q", "tas demo"),
        ("begin with tas.*next, q", "q"),
    )
    assert status == 0
    assert "owner  priya → me" in seen
    assert "2 of" not in seen
    assert "tas new" in seen
    assert not [*tmp_path.iterdir()]
