"""`tas site` over many files, as ratios to `tas check` and to itself in the same run.

    python benchmarks/site.py [FILES] [ROUNDS]

The files are those of `benchmarks/check.py`, with ten owners and an account for every five deals.
Figures are wall times of whole processes, the best of all rounds.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from check import TODAY, best, make, show, wall_time

COLD, NOTHING, ONE = 25, 5, 4
"""The most a new site may take of a cold check's time, and the speed-ups of later runs."""


def main() -> None:
    """Print the figures."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with tempfile.TemporaryDirectory() as name:
        os.environ |= {"TAS_TODAY": TODAY, "TAS_CACHE_DIR": f"{name}/cache", "NO_COLOR": "1"}
        folder = Path(name) / "workspace"
        deals = make(folder, files)
        _customers(folder, deals)
        print(f"{files} files, best of {rounds}")
        _compare(folder, deals[files // 2], rounds)


def _customers(folder: Path, deals: list[Path]) -> None:
    (folder / "accounts").mkdir()
    for number, path in enumerate(deals):
        text = path.read_text(encoding="utf-8").replace("nicole", f"rep{number % 10}", 1)
        path.write_text(f"{text}account: customer-{number // 5}\n", encoding="utf-8")
        account = folder / "accounts" / f"customer-{number // 5}.yaml"
        account.write_text(f"tas: 1\nname: Customer {number // 5}\n", encoding="utf-8")


def _compare(folder: Path, deal: Path, rounds: int) -> None:
    tas = [sys.executable, "-m", "tas_cli"]
    site = [*tas, "site", "--output", "site"]
    check = best([*tas, "check", "--no-cache"], folder, rounds)
    cold = min(_new(site, folder) for _ in range(rounds))
    nothing = best(site, folder, rounds)
    one = min(_changed(site, folder, deal, number) for number in range(rounds))
    show("check, cold", check, "")
    show("site, new", cold, f"{cold / check:.1f} times the check (at most {COLD})")
    show(
        "site, nothing changed", nothing, f"{cold / nothing:.1f} times faster (at least {NOTHING})"
    )
    show("site, one deal changed", one, f"{cold / one:.1f} times faster (at least {ONE})")


def _new(site: list[str], folder: Path) -> float:
    shutil.rmtree(folder / "site", ignore_errors=True)
    return wall_time([*site, "--no-cache"], folder)


def _changed(site: list[str], folder: Path, deal: Path, number: int) -> float:
    text = deal.read_text(encoding="utf-8")
    deal.write_text(text.replace("profit: 900000", f"profit: 90000{number + 1}"), encoding="utf-8")
    try:
        return wall_time(site, folder)
    finally:
        deal.write_text(text, encoding="utf-8")
        wall_time(site, folder)


if __name__ == "__main__":
    main()
