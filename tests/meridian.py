"""A fictional deal with a map: nine people, a competitor inside, undecided on who has the power."""

from __future__ import annotations

from pathlib import Path

ID = "meridian-flow"
TODAY = "2026-11-30"
DEAL = Path(__file__).with_name("meridian-flow.yaml").read_text(encoding="utf-8")
FILES = {"tas.yaml": "tas: 1\n", f"opportunities/{ID}.yaml": DEAL}
