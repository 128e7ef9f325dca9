"""The strategy engine with every cell unknown, compared with a plain enumeration of the tree.

    python benchmarks/engine.py

The enumeration sets our fourteen cells in all ways, for one competitor's best and worst case.
That is a fraction of what an exact answer requires, so the ratio flatters the enumeration.
"""

from __future__ import annotations

import time
from itertools import product

from tas_cli.method.catalogue import tree
from tas_cli.strategy.decision import decide
from tas_cli.strategy.facts import Facts
from tas_cli.strategy.tables import step_table, variables


def seconds(rounds: int, parties: int) -> float:
    """Return the best time for a decision with all cells of `parties` unknown."""
    facts = Facts(tuple(f"c{number}" for number in range(parties - 1)), {}, None, {})
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        decision = decide(facts)
        _ = decision.variation, decision.path, decision.deciding, decision.flips
        best = min(best, time.perf_counter() - start)
    return best


def enumeration() -> float:
    """Return the time to walk the tree once for each scenario of our cells."""
    facts = Facts(("c",), {}, None, {})
    start = time.perf_counter()
    for most in (0, 10):
        tables = {key: step_table(key, facts, most) for key in tree().steps}
        for row, _ in enumerate(product("-+", repeat=len(variables()))):
            key = tree().start
            while key in tree().steps:
                step = tree().steps[key]
                key = step.yes if tables[key] >> row & 1 else step.no
    return time.perf_counter() - start


def main() -> None:
    """Print the times and the ratio."""
    base = enumeration()
    for parties in (1, 2, 4):
        took = seconds(50, parties)
        print(
            f"20 cells x {parties} parties unknown: {took * 1000:.2f} ms,"
            f" {took / base:.4f} of a plain enumeration ({base * 1000:.0f} ms)"
        )


if __name__ == "__main__":
    main()
