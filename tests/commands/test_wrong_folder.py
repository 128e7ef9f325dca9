"""Whoever stands in the wrong folder is told so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas


@pytest.mark.parametrize("command", ["list", "board", "actions", "check"])
def test_no_workspace(tas: Tas, tmp_path: Path, command: str) -> None:
    """A command over all deals fails where there is no workspace, instead of finding no deals."""
    result = tas.at(tmp_path)(command)
    assert (result.status, result.out) == (2, "")
    assert "there is no workspace here" in result.err
    assert "tas init" in result.err
