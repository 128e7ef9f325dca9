"""The pages over many deals have the keys that are declared for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli import Tas
from declared import undeclared
from generated import make


@pytest.mark.parametrize(
    "call", ["board", "board --rollout", "list --status all", "actions --all", "check"]
)
def test_many_deals(tas: Tas, tmp_path: Path, call: str) -> None:
    """All of them and no others, with deals that changed, and files in error."""
    make(tmp_path)
    (tmp_path / "opportunities/broken.yaml").write_text("tas: 1\n")
    assert undeclared(tas.at(tmp_path), call) == []
