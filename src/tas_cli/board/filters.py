"""Which deals a list is about: each option is a test of a deal's line, and all must hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tas_cli.board.line import DealLine
from tas_cli.board.periods import period
from tas_cli.board.scope import days_since
from tas_cli.edits.process import step_named
from tas_cli.method.catalogue import SalesStep, strategies
from tas_cli.reading.nearest import did_you_mean
from tas_cli.refusals import WrongCall
from tas_cli.source.characters import folded

Test = Callable[[DealLine], bool]
NONE = "none"
"""What an option says for deals that lack something."""


class Asked(NamedTuple):
    """The filters of a call, as typed; None and False filter nothing."""

    customer: str | None = None
    status: str = "all"
    strategy: str | None = None
    step: str | None = None
    competitor: str | None = None
    close: str | None = None
    gap: bool = False
    age: int | None = None


def tests(
    asked: Asked, process: Sequence[SalesStep], day: date, lines: Sequence[DealLine]
) -> Iterator[Test]:
    """Yield the tests that a deal must pass; `lines` are all deals there are.

    Raises:
        WrongCall: a filter names something unknown.
    """
    if asked.customer is not None:
        yield _customer(asked.customer)
    if asked.status != "all":
        yield lambda line: line.status == asked.status
    if asked.strategy is not None:
        yield _strategy(asked.strategy)
    if asked.step is not None:
        yield _step(asked.step, process)
    if asked.competitor is not None:
        yield _competitor(asked.competitor, lines)
    if asked.close is not None:
        yield _close(asked.close)
    if asked.gap:
        yield lambda line: line.open and line.claimed_probability > line.probability
    if asked.age is not None:
        yield _age(asked.age, day)


def _customer(text: str) -> Test:
    wanted = _plain(text)
    return lambda line: wanted in _plain(line.customer)


def _strategy(name: str) -> Test:
    key = name.lower()
    if key not in strategies():
        advice = did_you_mean(key, strategies().keys(), f"Use one of {', '.join(strategies())}.")
        raise WrongCall(f"unknown strategy {name}.", advice)
    return lambda line: key in line.reachable


def _step(name: str, process: Iterable[SalesStep]) -> Test:
    key = None if name == NONE else step_named(name, process).key
    return lambda line: line.step == key


def _competitor(name: str, lines: Iterable[DealLine]) -> Test:
    wanted = rival(name, lines)
    return lambda line: any(wanted in map(folded, known) for known in line.competitors)


def rival(name: str, lines: Iterable[DealLine]) -> str:
    """Return the name of a competitor for comparison: a short name or a name.

    Raises:
        WrongCall: no deal has such a competitor.
    """
    known = {folded(each): each for line in lines for pair in line.competitors for each in pair}
    wanted = folded(name)
    if wanted not in known:
        advice = did_you_mean(wanted, known, "`tas list --columns id,against` shows them.")
        raise WrongCall(f"no deal has a competitor {name}.", advice)
    return wanted


def _close(text: str) -> Test:
    if text == NONE:
        return lambda line: (line.ended or line.close) is None
    wanted = period(text, "--close")
    return lambda line: wanted.has(line.ended or line.close)


def _age(days: int, day: date) -> Test:
    """Test for the days since the last assessment; a deal never assessed is older than any."""
    return lambda line: line.assessed is None or days_since(line.assessed, day) >= days


def _plain(text: str) -> str:
    """Return a text for comparison: lowercase, without accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
