"""A check is added the way ARCHITECTURE.md says: write a module, run the generator."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COPIED = ("src", "tools", "docs", "schemas", "accounts", "opportunities")
MODULE = '''"""TAS999: a deal that is called what it is."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    if subject.opportunity.name == "Deal":
        yield Finding("the deal is called Deal", ("name",), "say what it is about")


RULE = Rule(
    code="TAS999",
    name="called-deal",
    severity=Severity.WARNING,
    since="0.2.0",
    why="A list of deals that are all called Deal helps nobody.",
    bad="tas: 1\\nname: Deal\\ncustomer: Harbour\\n",
    good="tas: 1\\nname: Cranes\\ncustomer: Harbour\\n",
    instead="Name what is sold.",
    asked_of=open_deals,
    check=_check,
)
'''


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with one more check, after the generator has run."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name)
    for name in ("tas.yaml", "README.md"):
        shutil.copy(ROOT / name, folder)
    (folder / "src/tas_cli/rules/tas999_called_deal.py").write_text(MODULE, encoding="utf-8")
    assert "written: docs/rules/TAS999.md" in called(folder, "tools/generate.py")
    (folder / "opportunities/deal.yaml").write_text(
        "tas: 1\nname: Deal\ncustomer: Harbour\n", encoding="utf-8"
    )
    return folder


def called(folder: Path, *arguments: str) -> str:
    """Return the output of a Python call that uses the program from the copy."""
    environment = os.environ | {
        "PYTHONPATH": str(folder / "src"),
        "TAS_CACHE_DIR": str(folder / "cache"),
        "TAS_TODAY": "2026-11-23",
    }
    call = [sys.executable, *arguments]
    done = subprocess.run(
        call, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_adding_a_check_is_documented() -> None:
    """The files added to the copy are those the document shows."""
    written = " ".join((ROOT / "ARCHITECTURE.md").read_text("utf-8").split())
    assert "**A check**: `rules/tasNNN_name.py`, then `python tools/generate.py`" in written


def test_it_is_asked(checkout: Path) -> None:
    """The new check finds what it looks for, at its place, and in no other deal."""
    printed = called(checkout, "-m", "tas_cli", "check", "--select", "TAS999", "--format", "json")
    (found,) = json.loads(printed)["diagnostics"]
    assert (found["code"], found["severity"]) == ("TAS999", "warning")
    assert (found["file"], found["line"], found["path"]) == ("opportunities/deal.yaml", 2, ["name"])


def test_it_is_explained(checkout: Path) -> None:
    """It can be explained by name and has a page that the list of checks links to."""
    assert "Name what is sold." in called(checkout, "-m", "tas_cli", "explain", "called-deal")
    assert "Name what is sold." in (checkout / "docs/rules/TAS999.md").read_text("utf-8")
    assert "| [TAS999](TAS999.md) |" in (checkout / "docs/rules/README.md").read_text("utf-8")
