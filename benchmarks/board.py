"""`tas board` over many files, as ratios to `tas check` measured in the same run.

    python benchmarks/board.py [FILES] [ROUNDS]

The files are those of `benchmarks/check.py`. Figures are wall times of whole processes, the best of
all rounds.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from check import TODAY, best, make, show, wall_time

COLD, WARM = 1.5, 5
"""The most a cold board may take of a cold check's time, and the speed-up a warm one must reach."""


def main() -> None:
    """Print the figures."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with tempfile.TemporaryDirectory() as name:
        os.environ |= {"TAS_TODAY": TODAY, "TAS_CACHE_DIR": f"{name}/cache", "NO_COLOR": "1"}
        folder = Path(name) / "workspace"
        make(folder, files)
        print(f"{files} files, best of {rounds}")
        _compare(folder, rounds)


def _compare(folder: Path, rounds: int) -> None:
    tas = [sys.executable, "-m", "tas_cli"]
    check = best([*tas, "check", "--format", "json", "--no-cache"], folder, rounds)
    cold = best([*tas, "board", "--no-cache"], folder, rounds)
    wall_time([*tas, "board"], folder)
    warm = best([*tas, "board"], folder, rounds)
    document = best([*tas, "board", "--format", "json"], folder, rounds)
    customers = best([*tas, "board", "--by", "customer"], folder, rounds)
    show("check, cold", check, "")
    show("board, cold", cold, f"{cold / check:.2f} of the check (at most {COLD})")
    show("board, warm", warm, f"{cold / warm:.1f} times faster than cold (at least {WARM})")
    show("board, warm, json", document, f"{cold / document:.1f} times faster than cold")
    show("board, warm, by customer", customers, f"{cold / customers:.1f} times faster than cold")


if __name__ == "__main__":
    main()
