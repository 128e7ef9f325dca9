"""Which deals a list is about: each option is a test of a deal's line, and all must hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from tas_cli.assess.process import sales_process
from tas_cli.board.called import Standard, call, overclaimed, standard
from tas_cli.board.line import DealLine
from tas_cli.board.scope import days_since
from tas_cli.edits.cells import named_parts, rated_parts, sign
from tas_cli.edits.process_names import outcome_named, step_named
from tas_cli.method.catalogue import US, SalesStep, strategies
from tas_cli.model.settings import Settings
from tas_cli.reading.nearest import did_you_mean
from tas_cli.refusals import WrongCall
from tas_cli.source.characters import folded
from tas_cli.typed.periods import period
from tas_cli.typed.unaccented import unaccented

Test = Callable[[DealLine], bool]
NONE = "none"
"""What an option says for deals that lack something."""
_NOT = "!"


class Asked(NamedTuple):
    """The filters of a call, as typed; None and False filter nothing."""

    customer: str | None = None
    status: str = "all"
    strategy: str | None = None
    step: str | None = None
    competitor: str | None = None
    close: str | None = None
    forecast: str | None = None
    gap: bool = False
    age: int | None = None
    where: Sequence[str] = ()
    outcomes: Sequence[str] = ()


def tests(asked: Asked, settings: Settings, day: date, lines: Sequence[DealLine]) -> Iterator[Test]:
    """Yield the tests that a deal must pass; `lines` are all deals there are.

    Raises:
        WrongCall: a filter names something unknown.
    """
    process = sales_process(settings)
    bar = standard(settings, process)
    single: tuple[tuple[Any, Callable[[Any], Test]], ...] = (
        (asked.customer, _customer),
        (asked.strategy, _strategy),
        (asked.step, partial(_step, process=process)),
        (asked.competitor, partial(_competitor, lines=lines)),
        (asked.close, partial(_close, day=day, begins=settings.first_month)),
        (asked.forecast, partial(_forecast, bar=bar)),
        (asked.age, partial(_age, day=day)),
    )
    yield from (test(typed) for typed, test in single if typed is not None)
    yield from (where(each, lines) for each in asked.where)
    yield from (_outcome(each, process) for each in asked.outcomes)
    if asked.status == "hold":
        yield lambda line: line.open and line.held
    elif asked.status != "all":
        yield lambda line: line.status == asked.status
    if asked.gap:
        yield lambda line: overclaimed(line, bar)


def _customer(text: str) -> Test:
    wanted = unaccented(text)
    return lambda line: wanted in unaccented(line.customer)


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
    return lambda line: any(_columns(line, wanted))


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


def _close(text: str, day: date, begins: int) -> Test:
    if text == NONE:
        return lambda line: (line.ended or line.close) is None
    wanted = period(text, "--close", day, begins)
    return lambda line: wanted.has(line.ended or line.close)


def _forecast(category: str, bar: Standard) -> Test:
    """Test for an open deal's category: as called, else as evidenced."""
    return lambda line: line.open and call(line, bar) == category


def _age(days: int, day: date) -> Test:
    """Test for the days since the last assessment; a deal never assessed is older than any."""
    return lambda line: line.assessed is None or days_since(line.assessed, day) >= days


def _outcome(name: str, process: Sequence[SalesStep]) -> Test:
    """Test for an outcome that the deal has, or with a `!` before it, lacks."""
    lacks, key = name.startswith(_NOT), outcome_named(name.removeprefix(_NOT), process).name
    return lambda line: (key in line.met) is not lacks


def where(text: str, lines: Iterable[DealLine]) -> Test:
    """Test a rating: `5=u` or `5u`, `5=+,-` (one of several), `5!=+` (any other), `x-sys:9=+`.

    A deal without that competitor never passes. A cell never rated is unknown.

    Raises:
        WrongCall: it names no criterion, competitor or rating.
    """
    parts = rated_parts(text)
    if parts is None:
        raise WrongCall(f"--where {text} names no rating.", "Write it as 5=u, 5=+,- or x-sys:9=+.")
    cell, typed = parts
    criterion, party = named_parts(cell.removesuffix(_NOT))
    signs = {sign(each) for each in typed.split(",")}
    wanted = signs ^ {"+", "-", "?"} if cell.endswith(_NOT) else signs
    if folded(party) in ("", US):
        return lambda line: line.sign(criterion, 0) in wanted
    named = rival(party, lines)
    return lambda line: any(line.sign(criterion, at) in wanted for at in _columns(line, named))


def _columns(line: DealLine, rival: str) -> Iterator[int]:
    """Yield the places of the competitors with a name in a deal; there, 0 is us."""
    for at, known in enumerate(line.competitors, 1):
        if rival in map(folded, known):
            yield at
