"""The last line of `tas check` names disabled checks and unused baseline entries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from workspaces import HEAD, write

if TYPE_CHECKING:
    from cli import Tas

LATE = f"{HEAD}expected_close: 2026-01-31\namount: 100\n"
"""A warning: TAS509."""


@pytest.fixture
def folder(tas: Tas, tmp_path: Path) -> Path:
    """A workspace with a warning in each of two deals."""
    late = {f"opportunities/{name}.yaml": LATE.replace("Cranes", name) for name in "ab"}
    tas.at(write(tmp_path, late))
    return tmp_path


OFF = {
    "one": ("rules: {TAS509: off}", ["TAS509"]),
    "a family": ("rules: {TAS5: off, TAS205: off}", ["TAS205", "TAS5"]),
    "for some files": ('rules_for: {"opportunities/a*": {TAS509: off}}', ["TAS509"]),
    "what is off anyway": ("rules: {TAS121: off}", []),
    "what cannot be off": ("rules: {TAS1: info, TAS505: off}", []),
    "another level": ("rules: {TAS509: error}", []),
}


@pytest.mark.parametrize("settings", OFF)
def test_disabled_checks_are_named(tas: Tas, folder: Path, settings: str) -> None:
    """Checks disabled in the settings are named in every run, in text and in JSON."""
    text, off = OFF[settings]
    write(folder, {"tas.yaml": f"tas: 1\n{text}\n"})
    for _ in range(2):
        last = tas("check").out.splitlines()[-1]
        assert last.partition("Turned off in tas.yaml: ")[2] == (
            f"{', '.join(off)}." if off else ""
        )
    assert tas("check", "--format", "json").json["summary"]["off"] == off
    assert ("Turned off in" in tas("check", "a", "--statistics").out) is bool(off)


def unused(tas: Tas, *call: str) -> int:
    """Return the number of unused baseline entries, after comparing JSON and text."""
    number: int = tas("check", *call, "--format", "json").json["summary"]["baseline_unneeded"]
    assert ("The baseline allows" in tas("check", *call).out) is bool(number)
    return number


def test_unused_entries_of_a_baseline(tas: Tas, folder: Path) -> None:
    """Only files in the call count; a rewritten baseline has no unused entries."""
    tas("check", "--write-baseline")
    assert unused(tas) == 0
    write(folder, {"opportunities/a.yaml": HEAD.replace("Cranes", "a")})
    assert unused(tas) == 1
    assert "allows 1 finding too many" in tas("check").out
    assert unused(tas, "a") == 1
    assert unused(tas, "b") == 0
    assert unused(tas, "--select", "TAS5") == 1
    assert unused(tas, "--ignore", "TAS509") == 0
    assert unused(tas, "--no-baseline") == 0
    (folder / "opportunities/b.yaml").unlink()
    assert unused(tas) == 2
    tas("check", "--write-baseline")
    assert unused(tas) == 0


def test_a_baseline_that_allows_more_than_found(tas: Tas, folder: Path) -> None:
    """Counts raised by hand are reported, so they cannot hide a later finding."""
    counts = '{"opportunities/a.yaml": {"TAS509": 1, "TAS201": 40}}'
    write(folder, {"tas-baseline.json": f'{{"version": 1, "findings": {counts}}}'})
    assert unused(tas) == 40
    assert tas("check").out.splitlines()[-1] == (
        "2 files: 0 errors, 1 warning. 1 finding hidden by the baseline. "
        "The baseline allows 40 findings too many: run `tas check --write-baseline`."
    )
