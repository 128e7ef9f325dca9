"""A run over many files: the same result in any order, with any number of processes, cached."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from workspaces import HEAD, write

from tas_cli.checking.examine import Task
from tas_cli.checking.last_run import LastRun
from tas_cli.checking.levels import Levels
from tas_cli.checking.run import Run, check
from tas_cli.checking.selection import Selection
from tas_cli.gather.gather import Way
from tas_cli.gather.memory import digest
from tas_cli.places import files_at
from tas_cli.workspace import open_workspace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cli import Result, Tas

    from tas_cli.checking.report import Report

LATE = f"{HEAD}expected_close: 2026-01-31\namount: 100\n"


@pytest.fixture
def folder(tas: Tas, tmp_path: Path) -> Path:
    """A workspace of 330 files: good ones, late ones, broken ones, and a duplicate id."""
    kinds = [HEAD, LATE, f"{HEAD}owner: 12\n", "tas: [\n", f"{HEAD}assessments: [{{date: 5}}]\n"]
    files = {
        f"opportunities/deal-{at}.yaml": kinds[at % len(kinds)].replace("Cranes", f"Crane {at}")
        for at in range(329)
    }
    tas.at(tmp_path)
    return write(
        tmp_path, {**files, "opportunities/late/deal-7.yaml": LATE, "tas.yaml": "tas: 1\n"}
    )


def report(tas: Tas, *arguments: str) -> Result:
    """Check with the document as output."""
    return tas("check", "--format", "json", *arguments)


@pytest.mark.usefixtures("folder")
def test_any_number_of_processes(tas: Tas) -> None:
    """The output does not depend on the number of processes."""
    alone = report(tas, "--no-cache", "--jobs", "1")
    assert alone.status == 1
    assert alone.json["summary"]["files"] == 331
    for jobs in ("2", "3", "5"):
        assert report(tas, "--no-cache", "--jobs", jobs) == alone


def test_any_order(tas: Tas, folder: Path) -> None:
    """The output does not depend on the order of the named files."""
    names = [str(path.relative_to(folder)) for path in folder.rglob("*.yaml")]
    expected = report(tas, *sorted(names))
    for seed in (1, 2):
        random.Random(seed).shuffle(names)  # noqa: S311 - any order will do
        assert report(tas, *names) == expected
    assert report(tas).out == expected.out


@pytest.mark.usefixtures("folder")
def test_remembered(tas: Tas) -> None:
    """A cached result equals that of a fresh run."""
    new = report(tas, "--no-cache")
    assert report(tas) == new
    assert report(tas) == new


def memories() -> list[Path]:
    """Return the files with cached runs."""
    return sorted(Path(os.environ["TAS_CACHE_DIR"]).rglob("*.json"))


def forged(tas: Tas) -> None:
    """Run once, then alter the cache so that its use shows."""
    report(tas)
    for memory in memories():
        head, known = memory.read_text("utf-8").split("\n")
        known = known.replace("still open", "FORGED")
        memory.write_text(f"{head.split()[0]} {digest(known.encode())}\n{known}", "utf-8")


@pytest.mark.usefixtures("folder")
def test_is_used(tas: Tas) -> None:
    """A known file is not checked again."""
    forged(tas)
    assert "FORGED" in report(tas).out
    assert "FORGED" not in report(tas, "--no-cache").out


def test_changed_content(tas: Tas, folder: Path) -> None:
    """A changed file is checked, whatever its age, size or name."""
    report(tas)
    path = folder / "opportunities/deal-1.yaml"
    before = path.stat()
    path.write_text(LATE.replace("2026-01-31", "2027-01-31"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "deal-1.yaml" not in {Path(f["file"]).name for f in report(tas).json["diagnostics"]}


def test_changed_day(tas: Tas, folder: Path) -> None:
    """A new date invalidates the cache."""
    forged(tas)
    assert "FORGED" not in report(tas.env(TAS_TODAY="2026-11-24")).out
    assert folder.is_dir()


def test_changed_settings(tas: Tas, folder: Path) -> None:
    """New settings invalidate it."""
    forged(tas)
    write(folder, {"tas.yaml": "tas: 1\nstale_after: 30\n"})
    assert "FORGED" not in report(tas).out


@pytest.mark.usefixtures("folder")
def test_changed_program(tas: Tas, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new version of the program invalidates it."""
    forged(tas)
    monkeypatch.setattr("tas_cli.__version__", "99.0")
    assert "FORGED" not in report(tas).out


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("damage", ["", "{", "x y\n{}", "cut", "changed", "[" * 100_000])
def test_damaged_memory(tas: Tas, damage: str) -> None:
    """A damaged cache is ignored, and repaired by the next run."""
    new = report(tas)
    good = {memory: memory.read_text("utf-8") for memory in memories()}
    assert len(good) == 2
    for memory, text in good.items():
        damaged = {"cut": text[:-20], "changed": text.replace("still open", "long gone")}
        memory.write_text(damaged.get(damage, damage), "utf-8")
    assert report(tas) == new
    assert {memory: memory.read_text("utf-8") for memory in memories()} == good


def test_one_changed_file(tas: Tas, folder: Path) -> None:
    """If one file changed, only that one is checked; the others come from the cache."""
    forged(tas)
    write(folder, {"opportunities/deal-0.yaml": LATE.replace("Cranes", "Locks")})
    out = report(tas).out
    assert "FORGED" in out
    assert "still open" in out


def test_seen_from_elsewhere(tas: Tas, folder: Path) -> None:
    """Cached findings name files relative to the call's folder."""
    report(tas)
    files = {each["file"] for each in report(tas.at(folder / "opportunities")).json["diagnostics"]}
    assert "deal-1.yaml" in files


def test_changed_while_checked(tas: Tas, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that changes while others are checked is not cached with its new content."""
    path = folder / "opportunities/deal-1.yaml"
    keep = LastRun.keep

    def changed_then_kept(run: LastRun, report: Report, contents: Mapping[str, str]) -> None:
        path.write_text(HEAD, "utf-8")
        keep(run, report, contents)

    monkeypatch.setattr(LastRun, "keep", changed_then_kept)
    assert "deal-1.yaml" in report(tas).out
    assert "deal-1.yaml" not in report(tas).out


def test_another_file_that_changes_while_deals_are_checked(tmp_path: Path) -> None:
    """Answers may depend on it: its earlier content is recorded, so that the next run rechecks."""
    root = write(tmp_path, {"opportunities/a.yaml": HEAD, "tas.yaml": "tas: 1\n"})

    def progress(_: int) -> None:
        write(root, {"tas.yaml": "tas: 1\nstale_after: 30\n"})

    workspace = open_workspace(root)
    levels = Levels(workspace.settings, Selection((), ()))
    task = Task(workspace.settings, date(2026, 11, 27), levels.asked_for)
    run = Run(task, levels, Way(None, 1, progress))
    outcome = check(workspace, files_at([root], root), run)
    assert outcome.contents[str(root / "tas.yaml")] == digest(b"tas: 1\n")


@pytest.mark.usefixtures("folder")
def test_no_place_for_memory(tas: Tas, tmp_path: Path) -> None:
    """Without a place for the cache, checking still works."""
    new = report(tas)
    write(tmp_path, {"in-the-way": ""})
    tas.env(TAS_CACHE_DIR=str(tmp_path / "in-the-way"))
    assert report(tas) == new


def test_deleted_files_are_forgotten(tas: Tas, folder: Path) -> None:
    """The cache drops files that no longer exist."""
    report(tas)
    before = sum(memory.stat().st_size for memory in memories())
    for path in (folder / "opportunities").glob("*.yaml"):
        path.unlink()
    report(tas)
    assert sum(memory.stat().st_size for memory in memories()) < before


def test_checking_a_part_keeps_the_rest_cached(tas: Tas, folder: Path) -> None:
    """Checking one file keeps the others cached."""
    forged(tas)
    write(folder, {"opportunities/deal-0.yaml": HEAD})
    report(tas, "opportunities/deal-0.yaml")
    assert "FORGED" in report(tas).out


def test_an_unchanged_run_agrees_with_a_full_one(tas: Tas, folder: Path) -> None:
    """Without options and changes, the result is the same as after a full check."""
    new = tas("check")
    assert new.status == 1
    assert tas("check") == new
    write(folder, {"tas-baseline.json": "[]"})
    assert "is not a valid baseline" in tas("check").err
    assert tas.env(TAS_TODAY="soon")("check").status == 2


def loaded(folder: Path, *arguments: str) -> set[str]:
    """Return the modules that a check has loaded by its end."""
    run = f"main.run({['check', *arguments]})"
    code = f"import json, sys, tas_cli.__main__ as main; {run}; print(json.dumps([*sys.modules]))"
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, check=True)
    return set(json.loads(done.stdout.decode().splitlines()[-1]))


def test_nothing_loaded(tas: Tas, folder: Path) -> None:
    """If nothing has changed, neither the models nor the rules nor YAML are loaded."""
    assert tas("check").status == 1
    assert not loaded(folder) & {"typer", "pydantic", "yaml", "tas_cli.rules"}


@pytest.mark.parametrize("name", ["deal-0", "deal-1"], ids=["good", "late"])
def test_no_yaml_loaded(folder: Path, name: str) -> None:
    """A file of ordinary lines is checked, and findings are located, without the YAML library."""
    found = loaded(folder, f"opportunities/{name}.yaml")
    assert "yaml" not in found
    assert "pydantic" in found
