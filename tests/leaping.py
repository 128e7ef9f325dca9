"""Full screens are driven on a virtual clock, which leaps to the next event.

Textual waits for a screen by sleeping until the processor has little to do: more sleep than work,
and even more on a busy machine. Here nobody sleeps: everything that can be done now is done, and
then the clock is set to the next planned moment.
"""

from __future__ import annotations

import asyncio
from selectors import DefaultSelector
from typing import TYPE_CHECKING, TypeVar

import pytest
from textual.app import App
from textual.css.parse import parse

from tas_cli.tui.field import Field

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Sequence
    from selectors import SelectorKey

    from textual.css.model import RuleSet
    from textual.css.tokenizer import Token
    from textual.css.types import CSSLocation
    from textual.pilot import Pilot

Shown = TypeVar("Shown", bound=App[None])
_MOMENT = 0.02
"""Virtual seconds that pass after a key, as in Textual: longer than a screen's refresh."""


class _Leaping(DefaultSelector):
    """Waits for nothing: the time it was to wait for has passed."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        if not timeout:  # something is due now, or nothing is planned
            return super().select(timeout)
        ready = super().select(0)
        if not ready:
            self.now += timeout
        return ready


class _Loop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._leaping = _Leaping()
        super().__init__(self._leaping)

    def time(self) -> float:
        return self._leaping.now


def drive(session: Coroutine[object, object, None]) -> None:
    """Run a full-screen session to its end on the virtual clock.

    Its files need not survive a power failure.
    """
    with asyncio.Runner(loop_factory=_Loop) as runner, pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual._time.get_time", runner.get_loop().time)
        patch.setattr("textual.app.wait_for_idle", _a_moment)
        patch.setattr("textual.pilot.wait_for_idle", _a_moment)
        patch.setattr("textual.css.stylesheet.parse", _parsed_once)
        patch.setattr("os.fsync", lambda _: None)
        runner.run(session)


_PARSED: dict[tuple[object, ...], list[RuleSet]] = {}


def _parsed_once(
    scope: str,
    css: str,
    read_from: CSSLocation,
    *,
    variable_tokens: dict[str, list[Token]],
    is_default_rules: bool,
    tie_breaker: int,
) -> list[RuleSet]:
    """Reuse the rules of a style sheet: with the same colors they are the same in every session."""
    colors = ((name, *(each.value for each in tokens)) for name, tokens in variable_tokens.items())
    key = (scope, css, read_from, is_default_rules, tie_breaker, *colors)
    if key not in _PARSED:
        rules = parse(scope, css, read_from, None, variable_tokens, is_default_rules, tie_breaker)
        _PARSED[key] = list(rules)
    return _PARSED[key]


async def _a_moment(*_: float) -> None:
    """Let everything happen that can before the time has passed, however long it takes."""
    await asyncio.sleep(_MOMENT)


def run(
    app: Shown, steps: Callable[[Pilot[None]], Awaitable[None]], size: tuple[int, int] = (80, 24)
) -> Shown:
    """Run a full screen, let `steps` press keys, and return it in its final state."""

    async def session() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await steps(pilot)

    drive(session())
    return app


def seen(app: App[None], *stations: Sequence[str], size: tuple[int, int] = (80, 24)) -> list[str]:
    """Return the screen's text after each group of keys in one session; empty once it is closed.

    A text in angle brackets is put into the field that has the cursor.
    """
    texts: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        for keys in stations:
            for key in keys:
                await _typed(pilot, key)
            texts.append(screen(app) if app.is_running else "")

    run(app, steps, size)
    return texts


async def _typed(pilot: Pilot[None], key: str) -> None:
    if key.startswith("<"):
        assert isinstance(pilot.app.focused, Field)
        pilot.app.focused.put(key[1:-1])
    else:
        await press(pilot, key)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys like a person: each once the screen has handled the one before."""
    for key in keys:
        await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


def screen(app: App[None]) -> str:
    """Return what the screen shows, as text."""
    width, height = app.size
    lines = app.screen._compositor.render_strips()  # noqa: SLF001 - what textual's own tests read
    assert len(lines) == height
    text = "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)
    assert all(len(line) <= width for line in text.split("\n"))
    return text
