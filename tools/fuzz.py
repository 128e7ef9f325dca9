"""Feed the reader and all checks with inputs from a coverage-guided fuzzer.

    pip install atheris
    python tools/fuzz.py [RUNS]

It starts from the example files. A traceback, a finding outside the file, a second of processor
time or 300 MiB for one file ends the run and saves the input as `crash-…`.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import atheris

ROOT = Path(__file__).parent.parent
DAY = date(2026, 11, 23)
WORDS = ["us", "rating", "evidence", "assessments", "ratings", "compelling_event", "competitors"]
WORDS += ["history", "strategy", "process", "debriefs", "outcomes", '"+"', '"-"', '"?"', ": -", "–"]
WORDS += [
    "&a ",
    "*a",
    "!!str ",
    "<<: ",
    "<<<<<<< ",
    "{",
    "}",
    "[",
    "]",
    "- ",
    "2026-02-30",
    "\ufeff",
]
WORDS += ["# tas: ignore[TAS201]", "\u202e", "\x1b[31m", "\r\n", "\x85", "0x1F", "1e3", "~", "null"]

with atheris.instrument_imports(include=["tas_cli"]):
    from tas_cli.checking.examine import examine
    from tas_cli.model.settings import Settings
    from tas_cli.rules.catalogue import RULES
    from tas_cli.source.text import decode

SETTINGS = Settings()
ALL = frozenset(rule.code for rule in RULES)


def one_input(data: bytes) -> None:
    """Check one input, and compare the findings with the text."""
    start = time.process_time()
    found = examine(data, SETTINGS, DAY, ALL).diagnostics
    hold(time.process_time() - start < 1, "too slow")
    content = decode(data, errors="replace").content
    lines = content.count("\n") + content.count("\r") + 1
    for each in found:
        hold(each.code in ALL and 1 <= each.line <= each.end_line <= lines, str(each))


def hold(so: bool, what: str) -> None:  # noqa: FBT001
    """End the run unless a condition is met.

    Raises:
        AssertionError: it is not met.
    """
    if not so:
        raise AssertionError(what)


def main() -> None:
    """Run the given number of inputs."""
    runs = sys.argv[1] if len(sys.argv) > 1 else "1000000"
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder) / "words"
        quoted = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in WORDS)
        words.write_text("".join(f'"{word}"\n' for word in quoted), encoding="ascii")
        seeds = Path(folder) / "seeds"
        seeds.mkdir()
        for path in (ROOT / "opportunities").glob("*.yaml"):
            (seeds / path.name).write_bytes(path.read_bytes())
        limits = ["-max_len=6000", "-rss_limit_mb=700", "-timeout=5", f"-runs={runs}"]
        atheris.Setup([sys.argv[0], *limits, f"-dict={words}", str(seeds)], one_input)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
