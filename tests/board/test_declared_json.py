"""The pages over many deals have the keys that are declared for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from declared import undeclared
from generated import make

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

pytestmark = pytest.mark.no_cover  # hundreds of deals: cases of the commands' own cover them


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The generated workspace, and a file in error; what is remembered of them lies beside it."""
    root = make(tmp_path_factory.mktemp("many") / "deals")
    (root / "opportunities/broken.yaml").write_text("tas: 1\n")
    return root


@pytest.mark.parametrize(
    "call", ["board", "board --rollout", "list --status all", "actions --all", "check"]
)
def test_many_deals(tas: Tas, root: Path, call: str) -> None:
    """All of them and no others, with deals that changed, and files in error."""
    tas.env(TAS_CACHE_DIR=str(root.with_name("memory")))
    assert undeclared(tas.at(root), call) == []
