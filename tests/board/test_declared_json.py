"""The pages over many deals have exactly their declared keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from declared import undeclared
from generated import make

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

pytestmark = pytest.mark.no_cover  # hundreds of deals: the commands' own cases cover them


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The generated workspace with a faulty file; its cache is next to it."""
    root = make(tmp_path_factory.mktemp("many") / "deals")
    (root / "opportunities/broken.yaml").write_text("tas: 1\n")
    return root


@pytest.mark.parametrize(
    "call",
    [
        "board",
        "board --rollout",
        "board --quarter --since 2026-06-01",
        "list --status all",
        "actions --all",
        "check",
    ],
)
def test_many_deals(tas: Tas, root: Path, call: str) -> None:
    """All declared keys are there and no others, with changed deals and faulty files."""
    tas.env(TAS_CACHE_DIR=str(root.with_name("memory")))
    assert undeclared(tas.at(root), call) == []
