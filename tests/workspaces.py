"""Opportunities and workspaces for tests: as text, as models, on disk, and under limits."""

from __future__ import annotations

import pickle
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

from tas_cli.reading.read import read_opportunity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from tas_cli.model.opportunity import Opportunity

HEAD = "tas: 1\nname: Cranes\ncustomer: Harbour\n"
"""The required keys of a file: three lines, so that anything added begins on line 4."""


def rated(*assessments: str, competitors: str = "{x: {name: X}, z: {}}") -> str:
    """Return a file's text with assessments, each given as `DATE | CRITERION: CELLS | ...`.

    For example `rated("2026-01-05 | solution_fit: {us: '+'}", "2026-02-05 | ...")`.
    """
    lines = [f"{HEAD}competitors: {competitors}", "assessments:"]
    for assessment in assessments:
        day, *ratings = (part.strip() for part in assessment.split(" | "))
        lines += [f"  - date: {day}", "    ratings:"]
        lines += [f"      {rating}" for rating in ratings]
    return "\n".join(lines) + "\n"


def opportunity(text: str) -> Opportunity:
    """Read a text that should be valid."""
    reading = read_opportunity(text.encode(), "test.yaml")
    assert reading.value is not None, reading.diagnostics
    assert not reading.diagnostics
    return reading.value


def day(text: str) -> date:
    """Return the date for YYYY-MM-DD."""
    return date.fromisoformat(text)


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below `root`, folders included, and return it."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


_EACH = """
import os, pickle, resource, sys
imports, code, cases, memory, seconds = pickle.load(sys.stdin.buffer)
exec(imports)
for data in cases:
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        exec(code)
        sys.stdout.flush()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if status:
        sys.exit(f"status {status} with {data[:40]}")
    print(end="\\0", flush=True)
"""
MEBIBYTE = 1024 * 1024


def run_limited(code: str, data: bytes = b"", *, memory: int = 512, seconds: int = 8) -> str:
    """Run Python code in a child process, with `data` at hand, and return its output.

    The child may use that much memory (MiB) and processor time (seconds): one that would take ten
    times as long is ended by a signal. That is the test, and no clock is read; the wait for a
    hanging child only serves to end the test.
    """
    [printed] = run_each_limited("", code, [data], memory=memory, seconds=seconds)
    return printed


def run_each_limited(
    imports: str, code: str, cases: Iterable[bytes], *, memory: int = 512, seconds: int = 8
) -> list[str]:
    """Run code with each of several data, in a process and within limits of its own.

    Only the work of `imports` is done once for all of them.
    """
    done = subprocess.run(
        [sys.executable, "-c", _EACH],
        input=pickle.dumps((imports, code, list(cases), memory * MEBIBYTE, seconds)),
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, f"ended with {done.returncode}: {done.stderr[-2000:]!r}"
    return done.stdout.decode().split("\0")[:-1]
