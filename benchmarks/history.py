"""`tas diff` and `tas log` over two years of commits, as ratios to `tas list` in the same run.

    python benchmarks/history.py [COMMITS] [DEALS] [ROUNDS]

The history is the one that the tests replay. Figures are wall times of whole processes, the best of
all rounds.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from check import best, show

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from replay import LAST, History

MOST = 2
"""The most seconds that a call may take."""


def main() -> None:
    """Print the figures."""
    commits, deals, rounds = (
        int(sys.argv[at]) if len(sys.argv) > at else default
        for at, default in ((1, 1000), (2, 40), (3, 3))
    )
    history = History(commits, deals)
    with tempfile.TemporaryDirectory() as name:
        os.environ |= {"TAS_TODAY": str(LAST), "TAS_CACHE_DIR": f"{name}/cache", "NO_COLOR": "1"}
        folder = Path(name) / "workspace"
        folder.mkdir()
        history.commit(folder)
        print(f"{commits} commits, {len(history.states[-1])} deals, best of {rounds}")
        longest = max(history.states[-1], key=lambda deal: len(str(history.states[-1][deal])))
        tas = [sys.executable, "-m", "tas_cli"]
        cold = best([*tas, "list", "--no-cache"], folder, rounds)
        show("list, cold", cold, "")
        first = f"main~{commits - 1}..main"
        for words in (["diff", first], ["diff", first, "--format", "markdown"], ["log", longest]):
            seconds = best([*tas, *words], folder, rounds)
            kept = "within" if seconds < MOST else "BEYOND"
            ratio = f"{seconds / cold:.2f} of the list, {kept} {MOST} s"
            show(" ".join(words[:1] + words[2:]) if words[0] == "diff" else "log", seconds, ratio)


if __name__ == "__main__":
    main()
