"""Whether what was typed about a meeting survives a kill at a random moment.

    python benchmarks/drafts.py [ROUNDS]

Opens `tas meeting` in a terminal, types lines, kills the program without warning at a random
moment, and opens it again: if the screen showed something unsaved, it must be offered.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from shell import Shell

TODAY = "2026-11-23"
LINES = (
    "4 + Reserve approved",
    "15 - Hart decides",
    "we will send it by fri",
    "12 + Asked us",
    "hi",
)


def unsaved(shell: Shell) -> int:
    """Return how many unsaved items the screen shows."""
    found = re.search(r"\* (\d+) unsaved", shell.text)
    return int(found[1]) if found else 0


def survived(folder: Path, chance: random.Random) -> bool | None:
    """Play one round; None if nothing was unsaved yet when the program was killed."""
    shell = Shell(folder, TODAY)
    shell.type("tas meeting example --with Ann --when today\r")
    shell.shows("F1 lists more")
    for line in LINES[: chance.randint(1, len(LINES))]:
        shell.type(f"{line}\r")
        time.sleep(chance.random() * 0.3)
    shell.drain()
    before = unsaved(shell)
    shell.kill()
    shell = Shell(folder, TODAY)
    shell.type("tas meeting example\r")
    shell.shows("no changes")
    offered = "Unsaved draft" in shell.text
    shell.type("d" if offered else "")
    shell.type("\x1b")
    shell.shows("$ ")
    return offered if before else None


def main() -> int:
    """Play the rounds; return 1 if one lost what was shown."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    chance = random.Random(7)  # noqa: S311 - a benchmark
    found: list[bool | None] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(
            [sys.executable, "-m", "tas_cli", "init", "--example"],
            cwd=folder,
            check=True,
            capture_output=True,
        )
        while sum(each is not None for each in found) < rounds:
            found.append(survived(folder, chance))
    kept, lost = found.count(True), found.count(False)
    print(f"offered again after a kill: {kept} of {kept + lost}")
    return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main())
