"""The ground for attacks: a workspace, and next to it files that nobody may touch."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest
from workspaces import rated, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cli import Tas

OUTSIDE = "never-to-be-shown"
"""The customer in a deal outside the workspace; no command may print or change that file."""
DEAL = rated("2026-01-05 | solution_fit: {us: '+'}")
_PATIENCE = 60


class Hung(BaseException):
    """A call waited for something that never comes; nothing in the program catches this."""


@pytest.fixture
def ground(tas: Tas, tmp_path: Path) -> Iterator[Path]:
    """Yield a workspace with two deals, which the command line uses; `outside` is next to it.

    A call that hangs is ended, so that only the test fails, not the whole run.
    """
    root = write(
        tmp_path / "work",
        {"tas.yaml": "tas: 1\n", "opportunities/d1.yaml": DEAL, "opportunities/d2.yaml": DEAL},
    )
    write(
        tmp_path, {"outside/secret.yaml": DEAL.replace("Harbour", OUTSIDE), "outside/tas.yaml": ""}
    )
    tas.at(root).env(TAS_STATE_DIR=str(tmp_path / "state"), EDITOR="true", VISUAL="")
    before = signal.signal(signal.SIGALRM, _hung)
    signal.alarm(_PATIENCE)
    yield root
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def _hung(*_: object) -> None:
    raise Hung
