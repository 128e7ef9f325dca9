"""From key press to repaint on the full-screen scorecard, next to a bare Textual application.

    python benchmarks/scorecard.py

The deal has four parties, each rated on all criteria every month for three years. Key presses are
sent by Textual's pilot, and the time ends when the changes are ready for the terminal. Textual
draws at most 60 times a second, so part of each time is waiting for the next frame.
"""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from textual._compositor import CompositorUpdate
from textual.app import App, ComposeResult
from textual.widget import Widget

from tas_cli.method.catalogue import criterion_keys
from tas_cli.reading.read import read_opportunity
from tas_cli.scorecard.app import ScorecardApp
from tas_cli.scorecard.session import Session
from tas_cli.tui.gc_tuning import freeze_loaded
from tas_cli.tui.session_app import OpenDeal
from tas_cli.workspace import open_workspace

PARTIES = ("us", "a", "b", "c")
DAY = date(2026, 11, 23)
BUDGET = 50.0


class Bare(App[None]):
    """The least that draws something on a key press: a counter."""

    class Number(Widget):
        """The number."""

        value = 0

        def render(self) -> str:
            """Return it."""
            return str(self.value)

    def compose(self) -> ComposeResult:
        """Lay out the number."""
        yield self.Number()

    def on_key(self) -> None:
        """Count."""
        number = self.query_one(self.Number)
        number.value += 1
        number.refresh()


def deal() -> str:
    """Return a file with four parties and three years of monthly assessments."""
    chance = random.Random(3)  # noqa: S311 - a benchmark
    lines = ["tas: 1", "name: n", "customer: c", "competitors: {a: {}, b: {}, c: {}}"]
    lines.append("assessments:")
    for month in range(36):
        lines += [f"  - date: {2023 + month // 12}-{month % 12 + 1:02}-01", "    ratings:"]
        for key in criterion_keys():
            lines.append(f"      {key}:")
            for party in PARTIES:
                said = f"what: Heard in month {month}, who: Somebody"
                evidence = f"[{{when: 2023-01-01, {said}}}]"
                sign = chance.choice("+-?")
                lines.append(f'        {party}: {{rating: "{sign}", evidence: {evidence}}}')
    return "\n".join(lines) + "\n"


def watched(app: App[None]) -> asyncio.Event:
    """Return an event that is set whenever a screen update has become bytes for the terminal."""
    painted = asyncio.Event()

    def display(_screen: Any, update: Any) -> None:
        if isinstance(update, CompositorUpdate):
            update.render_segments(app.console)
            painted.set()

    app._display = display  # type: ignore[method-assign,assignment]  # noqa: SLF001 - no other way to know
    return painted


async def times(app: App[None], keys: list[str], size: tuple[int, int]) -> list[float]:
    """Return the milliseconds from each key to the repaint that follows."""
    took = []
    async with app.run_test(size=size) as pilot:
        painted = watched(app)
        await pilot.pause(0.3)
        for key in keys:
            painted.clear()
            start = time.perf_counter()
            app.simulate_key(key)
            await painted.wait()
            took.append((time.perf_counter() - start) * 1000)
            await pilot.pause(0.05)
    return took


def scorecard(folder: Path) -> ScorecardApp:
    """Return the scorecard of the generated deal."""
    path = folder / "opportunities" / "deal.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(deal())
    reading = read_opportunity(path.read_bytes(), "deal.yaml")
    assert reading.value is not None, reading.diagnostics[:1]  # noqa: S101 - a benchmark
    workspace = open_workspace(folder)
    session = Session(reading.value, workspace.settings, DAY)
    return ScorecardApp(OpenDeal("deal", path, workspace), session)


def main() -> None:
    """Print the times and the ratios."""
    keys = (["plus", "minus", "question_mark", "down", "up"] * 10)[:50]
    with tempfile.TemporaryDirectory() as folder:
        for size in ((80, 24), (160, 50)):
            os.environ["TAS_STATE_DIR"] = f"{folder}/state{size[0]}"
            bare = statistics.median(asyncio.run(times(Bare(), keys, size)))
            app = scorecard(Path(folder))
            freeze_loaded()  # as the command does
            took = asyncio.run(times(app, keys, size))
            median, worst = statistics.median(took), max(took)
            print(
                f"{size[0]}x{size[1]}: key to repaint {median:.1f} ms median, {worst:.1f} ms worst"
                f" of {len(took)} (budget {BUDGET:.0f} ms);"
                f" {median / bare:.1f} times a bare application ({bare:.1f} ms)"
            )


if __name__ == "__main__":
    main()
