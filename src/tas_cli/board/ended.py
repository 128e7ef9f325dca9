"""Deals won and lost in a period: by competitor, and by the chosen strategy; pure.

Counts and sums only: what follows from them is for the reader to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from tas_cli.board.board import by_key
from tas_cli.board.line import DealLine
from tas_cli.board.money import Money, Scale, scale, sums
from tas_cli.board.scope import Scope
from tas_cli.method.catalogue import strategies
from tas_cli.model.scalars import NO_COMPETITOR
from tas_cli.source.characters import folded
from tas_cli.typed.periods import Period

ENDS = ("won", "lost", "disengaged")
"""How a deal can end."""


class Count(NamedTuple):
    """Some deals: how many, their amounts by currency, and how many have no amount."""

    deals: int
    money: tuple[Money, ...]
    without_amount: int


class Against(NamedTuple):
    """A competitor, no decision or an in-house solution: deals won against it, and lost to it.

    `id` is None for lost deals whose winner is not known. A deal won against several competitors
    counts for each.
    """

    id: str | None
    name: str
    won: Count
    lost: Count


class Ended(NamedTuple):
    """The deals that ended in a period; `by_strategy` has those without a choice under None.

    `undated` are closed deals whose closing date is not known.
    """

    scope: Scope
    period: Period
    scale: Scale
    total: dict[str, Count]
    by_competitor: tuple[Against, ...]
    by_strategy: dict[str | None, dict[str, Count]]
    undated: tuple[DealLine, ...]
    broken: tuple[str, ...]


def ended(
    lines: Sequence[DealLine], scope: Scope, period: Period, broken: Iterable[str] = ()
) -> Ended:
    """Return what these deals that ended in a period came to."""
    closed = [line for line in lines if not line.open and period.has(line.ended)]
    scaled = scale(closed, scope.settings)
    return Ended(
        scope,
        period,
        scaled,
        _by_end(closed, scaled),
        tuple(_by_competitor(closed, scaled)),
        {
            key: _by_end([line for line in closed if line.chosen == key], scaled)
            for key in (*strategies(), None)
            if any(line.chosen == key for line in closed)
        },
        tuple(line for line in lines if not line.open and line.ended is None),
        tuple(broken),
    )


def _count(lines: Sequence[DealLine], scaled: Scale) -> Count:
    return Count(len(lines), sums(lines, scaled), sum(line.amount is None for line in lines))


def _by_end(lines: Iterable[DealLine], scaled: Scale) -> dict[str, Count]:
    found = by_key([*lines], lambda line: line.status)
    return {end: _count(found.get(end, []), scaled) for end in ENDS}


def _by_competitor(lines: Sequence[DealLine], scaled: Scale) -> Iterable[Against]:
    """Yield the competitors by name, then no decision and in-house, then the unknown winner."""
    won, lost = _against(lines, "won", _rivals), _against(lines, "lost", _winner)
    names: dict[str, str] = {
        folded(key): name for line in reversed(lines) for key, name in line.competitors
    }
    keys = {*won, *lost}
    rivals: set[str] = {key for key in keys if key} - {*NO_COMPETITOR}
    by_name: list[str] = sorted(rivals, key=lambda rival: folded(names.get(rival) or rival))
    for key in (*by_name, *(each for each in (*NO_COMPETITOR, None) if each in keys)):
        counts = (_count(each.get(key, []), scaled) for each in (won, lost))
        yield Against(key, names.get(key or "", key or ""), *counts)


def _against(
    lines: Iterable[DealLine], end: str, whom: Callable[[DealLine], Iterable[str | None]]
) -> dict[str | None, list[DealLine]]:
    found: dict[str | None, list[DealLine]] = {}
    for line in lines:
        for key in whom(line) if line.status == end else ():
            found.setdefault(key, []).append(line)
    return found


def _rivals(line: DealLine) -> Iterable[str]:
    return {folded(key) for key, _ in line.competitors}


def _winner(line: DealLine) -> Iterable[str | None]:
    return [line.lost_to and folded(line.lost_to)]
