"""A deal to rate, and a state folder of the test's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from score_app import TODAY, Deal


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for drafts, on a fixed date, independent of the terminal that runs the tests."""
    folder = tmp_path / "state"
    monkeypatch.setenv("TAS_STATE_DIR", str(folder))
    monkeypatch.setenv("TAS_TODAY", TODAY)
    for name in ("NO_COLOR", "FORCE_COLOR", "TAS_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def deal(tmp_path: Path) -> Deal:
    """A deal that was rated once, half a year ago, against two competitors."""
    return Deal(tmp_path / "deals")
