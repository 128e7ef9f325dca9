"""The virtual clock for full screens: nobody waits, and everything comes in order."""

from __future__ import annotations

import asyncio

import leaping


def test_the_clock_leaps_to_what_is_planned() -> None:
    """Each event comes at exactly its time, however long the ones before it took."""
    seen: list[tuple[str, float]] = []

    async def at(name: str, when: float) -> None:
        await asyncio.sleep(when)
        seen.append((name, asyncio.get_running_loop().time()))

    async def session() -> None:
        await asyncio.gather(at("later", 2.0), at("soon", 0.5), at("now", 0.0))

    leaping.drive(session())
    assert seen == [("now", 0.0), ("soon", 0.5), ("later", 2.0)]


def test_work_of_threads_is_waited_for() -> None:
    """If nothing is planned, the answer of a thread comes next."""
    answers: list[int] = []

    async def session() -> None:
        answers.append(await asyncio.to_thread(int, "7"))

    leaping.drive(session())
    assert answers == [7]
