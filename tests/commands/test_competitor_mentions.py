"""Whatever names a competitor in a file follows its new short name, and goes with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli import Tas
from workspaces import write

DEAL = """\
tas: 1
name: Flow
customer: Meridian
competitors: {x-sys: {name: X-Sys}, medplan: {name: MedPlan}}
people:
  kim:
    name: Kim
    rivals: {x-sys: supporter, medplan: neutral}  # heard twice
partners: {brightwave: {name: Brightwave, also_with: [medplan, x-sys]}}
value:
  rivals:
    x-sys: {live: 2027-01-01}
"""


@pytest.fixture
def path(tas: Tas, tmp_path: Path) -> Path:
    """A deal whose people, partners and value name a competitor."""
    write(tmp_path, {"tas.yaml": "tas: 1\n", "opportunities/flow.yaml": DEAL})
    tas.at(tmp_path).env(TAS_TODAY="2026-11-30")
    return tmp_path / "opportunities/flow.yaml"


def test_a_new_short_name_is_put_wherever_the_old_one_was(tas: Tas, path: Path) -> None:
    """Nothing else changes, and no reference leads nowhere."""
    done = tas("competitors", "flow", "x-sys", "id=y-sys")
    assert done.status == 0, done.err
    assert path.read_text(encoding="utf-8") == DEAL.replace("x-sys", "y-sys")
    assert tas("check").status == 0


def test_what_else_goes_with_a_competitor_is_counted_first(tas: Tas, path: Path) -> None:
    """A script has to agree to lose it; then nothing of it is left but the history."""
    refused = tas("competitors", "flow", "x-sys", "--remove")
    assert refused.status == 2
    assert "also removes 2 mentions and the value of its offer" in " ".join(refused.err.split())
    assert path.read_text(encoding="utf-8") == DEAL
    assert tas("competitors", "flow", "x-sys", "--remove", "--replace").status == 0
    left, _, history = path.read_text(encoding="utf-8").partition("history:")
    assert "x-sys" in history
    assert "x-sys" not in left
    assert "also_with: [medplan]" in left
    assert tas("check").status == 0
