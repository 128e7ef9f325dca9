"""Every command prints and writes what it did when the golden files were recorded.

`python tests/golden/record.py` records anew. Prose and fingerprints are left out of the comparison
(see `recording.meaning`); with `GOLDEN=exact` in the environment nothing is.
"""

from __future__ import annotations

import os
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cli import ROOT
from golden_calls import FINDINGS, MADE, READ, REFUSED, SETTINGS, TABLES, WRITE
from recording import Call, difference, files_below, load, meaning, save, seen, written
from workspaces import write

if TYPE_CHECKING:
    from cli import Tas

INPUTS = Path(__file__).parent / "inputs"
STYLES = sorted(path.stem for path in (INPUTS / "styles").iterdir())
OURS = "tas: 1\ncurrency: EUR\nteam:\n  nicole: {name: Nicole}\n  tomas: {name: Tomás}\n"
ASIDE = {"tas.yaml": OURS.encode()} | {name: text.encode() for name, text in TABLES.items()}
"""What lies beside the deals that are written to."""


def deals(*styles: str) -> dict[str, bytes]:
    """Return deals as they are written in some styles, as files of a workspace."""
    return {
        f"opportunities/{style}.yaml": (INPUTS / f"styles/{style}.yaml").read_bytes()
        for style in styles
    }


class Bench:
    """A workspace that is called, and what lies in it."""

    def __init__(self, tas: Tas, root: Path) -> None:
        self.root = root
        root.mkdir()
        settings = write(root.parent, {"git": "[user]\nname = Martha Weil\n"}) / "git"
        self._tas = tas.at(root).env(
            GIT_CONFIG_GLOBAL=str(settings),
            GIT_CONFIG_SYSTEM=os.devnull,
            HOME=str(root.parent),
            EDITOR="true",
            VISUAL="",
            TAS_STATE_DIR=str(root.parent / "state"),
        )

    def put(self, files: dict[str, bytes]) -> None:
        """Let the workspace hold these files and no others."""
        there = files_below(self.root)
        for name in there.keys() - files.keys():
            (self.root / name).unlink()
        write(self.root, {name: data for name, data in files.items() if there.get(name) != data})

    def call(self, line: str, note: str = "") -> str:
        """Call a line, and return what is kept of it."""
        before = files_below(self.root)
        result = self._tas(*shlex.split(line))
        changes = written(before, files_below(self.root), self.root)
        out, err = seen(result.out, self.root), seen(result.err, self.root)
        return str(Call(line + note, result.status, out, err, changes))


@pytest.fixture
def bench(tas: Tas, tmp_path: Path) -> Bench:
    """An empty folder."""
    return Bench(tas, tmp_path / "work")


def hold(name: str, calls: list[str]) -> None:
    """Compare calls with the recording of that name; when recording, keep them."""
    mode = os.environ.get("GOLDEN", "")
    if mode == "record":
        save(name, calls)
        return
    mask = str if mode == "exact" else meaning
    found = difference([mask(each) for each in load(name)], [mask(each) for each in calls])
    if found:
        pytest.fail(f"{name}: {found}", pytrace=False)


def numbered(lines: list[str]) -> list[tuple[str, str]]:
    """Return lines with a note behind each that has been called before."""
    notes = [
        f"   # {number}" if line in lines[:number] else "" for number, line in enumerate(lines)
    ]
    return list(zip(lines, notes, strict=True))


@pytest.mark.parametrize("name", READ)
def test_reading(name: str, bench: Bench) -> None:
    """On the examples and a generated portfolio."""
    shutil.copytree(INPUTS / "portfolio", bench.root, dirs_exist_ok=True)
    shutil.copytree(ROOT / "opportunities", bench.root / "opportunities", dirs_exist_ok=True)
    hold(name, [bench.call(*each) for each in numbered(READ[name])])


@pytest.mark.parametrize("name", FINDINGS)
def test_findings(name: str, bench: Bench) -> None:
    """On files with many different findings; some of them are fixed."""
    shutil.copytree(INPUTS / "findings", bench.root, dirs_exist_ok=True)
    hold(name, [bench.call(*each) for each in numbered(FINDINGS[name])])


@pytest.mark.parametrize("name", WRITE)
def test_writing(name: str, bench: Bench) -> None:
    """On a file in each of many styles, by itself and as it was."""
    calls = []
    for style in STYLES:
        for line in WRITE[name]:
            bench.put(ASIDE | deals(style))
            calls.append(bench.call(line.format(deal=style)))
    hold(f"write-{name}", calls)


def test_refusing(bench: Bench) -> None:
    """Wrong calls: what is said, and that nothing is written."""
    calls = []
    for line in REFUSED:
        bench.put(ASIDE | deals("plain", "crane"))
        calls.append(bench.call(line))
    hold("refused", calls)


def test_settings(bench: Bench) -> None:
    """With tas.yaml in several states, good and bad."""
    calls = []
    for path in sorted((INPUTS / "settings").iterdir()):
        for line in SETTINGS:
            bench.put(deals("plain", "crane") | {"tas.yaml": path.read_bytes()})
            calls.append(bench.call(line, f"   # {path.stem}"))
    hold("settings", calls)


@pytest.mark.parametrize("name", MADE)
def test_making(name: str, bench: Bench) -> None:
    """From an empty folder on."""
    hold(name, [bench.call(*each) for each in numbered(MADE[name])])
