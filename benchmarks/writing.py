"""Writing one rating into a file, as a ratio to parsing the same file once.

    python benchmarks/writing.py [ROUNDS]

`edit` finds the place and checks the result; `all` is everything a command does after starting:
lock, read, plan, fix, edit, look for new errors, write and sync. Each figure is the best of all
rounds.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from tas_cli.edits.rate import RatedCell, rate
from tas_cli.method.catalogue import criterion_keys
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.spelling import spelled
from tas_cli.reading.read import read_opportunity
from tas_cli.source.edit import Edit, edited
from tas_cli.source.parse import parse
from tas_cli.workspace import open_workspace
from tas_cli.writing import look, update

HEAD = (
    "tas: 1\nname: Cranes\ncustomer: Harbour\ncompetitors: {x-sys: {name: X-Sys}}\nassessments:\n"
)
DAY = date(2026, 1, 5)


def content(size: int) -> bytes:
    """Return a file of about `size` bytes: weekly assessments, some with evidence."""
    text = HEAD
    for week in count():
        day = DAY + timedelta(weeks=week)
        text += f"  - date: {day}  # week {week}\n    ratings:\n"
        for number, key in enumerate(criterion_keys()):
            if len(text) >= size:
                return text.encode()
            text += f'      {key}: {{us: "+", x-sys: "-"}}\n'
            if number % 5 == 0:
                text = text.replace(
                    f'{key}: {{us: "+", x-sys: "-"}}\n',
                    f"{key}:\n        us:\n          rating: '+'\n          evidence:\n"
                    f'            - {{when: {day}, who: "P. Novak", what: "Showed us the plan"}}\n',
                )
    raise AssertionError


def best(rounds: int, work: Callable[[], object]) -> float:
    """Return the shortest time of the work, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def plan(opportunity: Opportunity) -> list[Edit]:
    """Change the rating of a cell of the first assessment."""
    now = opportunity.assessments[0].ratings["customer_project"]["us"].rating
    cell = RatedCell("customer_project", "us", "-" if now == "+" else "+")
    return rate(opportunity, DAY, [cell])


def main() -> None:
    """Print the times and the ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    for size in (4_000, 60_000):
        data = content(size)
        opportunity = read_opportunity(data, "deal.yaml").value
        if opportunity is None:
            raise AssertionError
        base = best(rounds, lambda data=data: parse(data))  # type: ignore[misc]
        edits = [spelled(each, Opportunity) for each in plan(opportunity)]
        edit = best(rounds, lambda data=data, edits=edits: edited(data, edits))  # type: ignore[misc]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "deal.yaml"
            path.write_bytes(data)
            workspace = open_workspace(path)
            every = best(rounds, lambda p=path, w=workspace: update(look(p, w, Opportunity), plan))  # type: ignore[misc]
        print(
            f"{len(data) / 1000:4.0f} kB: parse {base * 1000:5.1f} ms"
            f"   edit {edit * 1000:6.1f} ms, ratio {edit / base:.1f}"
            f"   all {every * 1000:6.1f} ms, ratio {every / base:.1f}"
        )


if __name__ == "__main__":
    main()
