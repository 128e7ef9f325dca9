"""`tas check --watch`: check every change until Ctrl-C."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pexpect
import pytest
from cli import TODAY
from workspaces import HEAD, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cli import Tas

FILE = "opportunities/a.yaml"
WRONG = HEAD + "amount: abc\n"
CLEAR = "\x1b[2J\x1b[H"
SECONDS = 60
"""How long to wait for a report that does not come; no test measures time."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with one good opportunity."""
    return write(tmp_path, {"tas.yaml": "tas: 1\n", FILE: HEAD})


def put(folder: Path, name: str, content: str) -> None:
    """Write a file atomically, so that nobody sees part of it."""
    write(folder, {".part": content})
    (folder / ".part").replace(folder / name)


class Watcher:
    """A watch on a terminal of its own."""

    def __init__(self, folder: Path, *arguments: str, **env: str) -> None:
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", "tas_cli", "check", "--watch", *arguments],
            cwd=str(folder),
            env={**os.environ, "TAS_TODAY": TODAY, "NO_COLOR": "1", "TERM": "xterm", **env},
            encoding="utf-8",
            timeout=SECONDS,
        )

    def page(self, ending: str = "") -> str:
        """Return the output up to the next report that ends with the given words."""
        self._child.expect(ending + r"[^\n]*\n(?:[^\n]*\n)*?Checked at \d\d:\d\d:\d\d[^\n]*\n")
        return f"{self._child.before}{self._child.after}"

    def interrupt(self) -> int | None:
        """Press Ctrl-C and return the exit status."""
        self._child.sendintr()
        self._child.expect(pexpect.EOF)
        self._child.close()
        return self._child.exitstatus

    def end(self) -> None:
        """End the process in any case."""
        self._child.close(force=True)


@contextmanager
def watching(folder: Path, *arguments: str, **env: str) -> Iterator[Watcher]:
    """Watch a workspace, past the first report."""
    watcher = Watcher(folder, *arguments, **env)
    try:
        watcher.page(r"\d files?[,:]")
        yield watcher
    finally:
        watcher.end()


def test_changes(folder: Path) -> None:
    """Files are rechecked when changed, created, broken or deleted, and so are settings."""
    with watching(folder) as watcher:
        put(folder, FILE, WRONG)
        assert "TAS108" in watcher.page("2 files: 1 error, 0 warnings.")
        put(folder, "opportunities/b.yaml", WRONG[:40] + "amount: [")
        assert "TAS101" in watcher.page("3 files: 2 errors, 0 warnings.")
        (folder / FILE).unlink()
        watcher.page("2 files: 1 error, 0 warnings.")
        put(folder, "opportunities/b.yaml", HEAD + "amount: 1\nexpected_close: 2026-01-31\n")
        watcher.page("2 files: 0 errors, 1 warning.")
        put(folder, "tas.yaml", "tas: 1\nrules: {TAS509: off}\n")
        watcher.page("2 files: no problems found.")
        put(folder, "tas-baseline.json", "")
        watcher.page("is not a valid baseline")


def test_a_named_file_may_come_and_go(folder: Path) -> None:
    """A named file that disappears is reported, and checked again once it is back."""
    with watching(folder, FILE) as watcher:
        (folder / FILE).unlink()
        assert f"there is no file or deal {FILE}" in watcher.page("shows all deals")
        put(folder, FILE, WRONG)
        watcher.page("1 file: 1 error, 0 warnings.")


def test_the_screen_is_cleared_on_a_terminal(folder: Path) -> None:
    """Each report has the screen to itself if the screen can be cleared."""
    for term, count in (("xterm", 1), ("dumb", 0)):
        put(folder, FILE, HEAD)
        with watching(folder, TERM=term) as watcher:
            put(folder, FILE, WRONG)
            assert watcher.page("2 files: 1 error").count(CLEAR) == count


def test_ctrl_c_ends_it(folder: Path) -> None:
    """Ctrl-C ends a watch with status 130, like every command."""
    with watching(folder) as watcher:
        assert watcher.interrupt() == 130


def test_without_a_terminal(folder: Path) -> None:
    """In a pipe, standard output has only the reports, each written immediately."""
    target = folder.parent / "out.txt"
    command = f"exec '{sys.executable}' -m tas_cli check --watch > '{target}'"
    child = pexpect.spawn(
        "sh",
        ["-c", command],
        cwd=str(folder),
        env={**os.environ, "TAS_TODAY": TODAY, "PYTHONUNBUFFERED": ""},
        encoding="utf-8",
        timeout=SECONDS,
    )
    try:
        child.expect("Checked at")
        put(folder, FILE, WRONG)
        child.expect("Checked at")
        lines = target.read_text().splitlines()
    finally:
        child.close(force=True)
    assert lines[0] == "2 files: no problems found."
    assert lines[-1] == "2 files: 1 error, 0 warnings."
    assert "\x1b" not in "".join(lines)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--fix"],
        ["--fix-keys"],
        ["--output", "report.txt"],
        ["--write-baseline"],
        ["-"],
        ["nowhere.yaml"],
        ["--select", "TAS999"],
    ],
)
def test_wrong_calls_end_immediately(tas: Tas, folder: Path, arguments: list[str]) -> None:
    """Options a watch cannot combine with, and missing paths, exit with 2."""
    result = tas.at(folder)("check", "--watch", *arguments)
    assert (result.status, result.out) == (2, "")
