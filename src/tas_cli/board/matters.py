"""What matters in a deal: what its owner does about it first, and in which deal.

The order is our reading: first what makes the forecast wrong, then what the strategy depends on,
then what nobody has re-checked.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from tas_cli.assess.process import sales_process, usual_days_ahead
from tas_cli.board.called import evidenced_call, overcalled, standard
from tas_cli.board.line import DealLine
from tas_cli.board.money import Scale
from tas_cli.board.prompts import in_house
from tas_cli.board.reasons import grounds
from tas_cli.board.scope import Scope
from tas_cli.diagnostics import typeable
from tas_cli.method.catalogue import US, numbered, strategies
from tas_cli.method.cells import CellKey
from tas_cli.words import counted, spelled

_COMMANDS = {
    "forecast": "tas check {id}",
    "called": "tas step {id}",
    "claimed": "tas step {id}",
    "close_date": "tas set {id} expected_close=DATE",
    "steps": "tas step {id}",
    "strategy": "tas strategy {id}",
    "undecided": "tas prep {id}",
    "unchosen": "tas choose {id} {recommended}",
    "review": "tas score {id}",
    "stale": "tas prep {id}",
    "days": "tas step {id}",
    "debrief": "tas debrief {id}",
    "unknown": "tas prep {id}",
    "hold": "tas set {id} on_hold=",
}
"""What can matter, most important first, and the command for it."""
_LATER = ("debrief", "unknown", "hold")
"""What is worth doing, but not today."""
_SERIOUS = ("forecast", "called", "claimed", "close_date", "steps", "strategy")
"""What makes the forecast or the plan wrong."""
_NAMED = 3
"""The most strategies, and cells to find out, that are named."""


class Matter(NamedTuple):
    """Something that matters in a deal: its code, its words, and the command for it."""

    code: str
    words: str
    command: str


def rank(code: str) -> int:
    """Return how serious it is: 0 if the forecast or the plan is wrong, 2 if it can wait."""
    return 0 if code in _SERIOUS else 2 if code in _LATER else 1


class MatteringDeal(NamedTuple):
    """A deal, and what matters in it by code, most important first; `commands` are for these.

    Of thousands of deals a page shows a few, so the commands are only then filled in.
    """

    line: DealLine
    found: Mapping[str, str]
    commands: Mapping[str, str] = _COMMANDS

    @property
    def matters(self) -> tuple[Matter, ...]:
        """What matters, with the command for each."""
        named = {"id": typeable(self.line.id), "recommended": self.line.recommended}
        return tuple(
            Matter(code, words, self.commands[code].format(**named))
            for code, words in self.found.items()
        )

    @property
    def rank(self) -> int:
        """How serious the first of these is: 0 to 2, and 3 if there is none."""
        return next(map(rank, self.found), 3)

    @property
    def urgent(self) -> bool:
        """Whether something in it should not wait."""
        return self.rank < 2

    def without(self, codes: Container[str]) -> MatteringDeal:
        """Return the deal without some of what matters in it."""
        left = {code: words for code, words in self.found.items() if code not in codes}
        return self._replace(found=left)


def mattering(
    line: DealLine, scope: Scope, commands: Mapping[str, str] = _COMMANDS
) -> MatteringDeal:
    """Return an open deal with what matters in it; on hold, only that it is.

    `commands` has what is looked for, in this order, and the command for it.
    """
    found = _held(line) or _found(line, scope)
    return MatteringDeal(line, {key: found[key] for key in commands if key in found}, commands)


def most_serious_first(
    lines: Iterable[DealLine], scope: Scope, worth: Scale, commands: Mapping[str, str] = _COMMANDS
) -> list[MatteringDeal]:
    """Return deals with what matters in them: the most serious first, among them the largest."""
    deals = (mattering(line, scope, commands) for line in _by_money(lines, worth))
    return sorted(deals, key=lambda each: each.rank)


def _by_money(lines: Iterable[DealLine], worth: Scale) -> list[DealLine]:
    """Sort deals by amount: at the rates, else as if all were in one currency (our reading)."""
    rates = worth.rates or {}

    def order(line: DealLine) -> tuple[Decimal, str]:
        return -Decimal(line.amount or 0) * rates.get(line.currency, 1), line.id

    return sorted(lines, key=order)


def _held(line: DealLine) -> dict[str, str]:
    if line.hold is None:
        return {}
    until = f", until: {line.hold.trigger}" if line.hold.trigger else ""
    return {"hold": f"on hold{until}"}


def _found(line: DealLine, scope: Scope) -> dict[str, str]:
    """Return the words for each code that applies."""
    kept = line.reasons or grounds(line, scope)
    found = {code: words for code, _, words in kept}
    for _, _, message in line.forecast[:1]:
        found["forecast"] = message
    found |= dict(_strategy(line))
    if line.stale:
        found["stale"] = f"{counted(line.stale, 'rating')} to re-check"
    if line.called or line.step:
        found |= dict(_process(line, scope))
    return found


def _process(line: DealLine, scope: Scope) -> Iterator[tuple[str, str]]:
    """Yield that a deal is called beyond its evidence, or that its close date comes too soon."""
    process = sales_process(scope.settings)
    asked = standard(scope.settings, process)
    if overcalled(line, asked):
        evidence = spelled(evidenced_call(line, asked)).lower()
        called = spelled(line.called or "").lower()
        yield "called", f"called {called}; evidence says {evidence}"
    working = next((step for step in process if step.key == line.step), None)
    needed = usual_days_ahead(working, line.days, process) if working else None
    left = _days_left(line, scope.day)
    if needed is not None and left is not None and 0 <= left < needed:
        yield "steps", f"needs {counted(needed, 'day')} at the usual pace, {left} left"


def _days_left(line: DealLine, day: date) -> int | None:
    return (date.fromisoformat(line.close) - day).days if line.close else None


def _strategy(line: DealLine) -> Iterator[tuple[str, str]]:
    """Yield that the strategy is undecided or not chosen, unless nothing was ever assessed."""
    if line.first is None:
        return
    if line.recommended is None:
        found = f"; find out {asked(line)}" if line.asks else ""
        yield "undecided", f"{_undecided(line)}{found}"
    elif line.chosen is None:
        title = strategies()[line.recommended].title
        yield "unchosen", f"{title} is recommended, but no strategy is chosen yet"


def _undecided(line: DealLine) -> str:
    """Return which strategies are possible, or how many."""
    *others, last = (strategies()[key].title for key in line.reachable)
    if len(others) >= _NAMED:
        return f"{len(line.reachable)} strategies are possible"
    return f"undecided between {', '.join(others)} and {last}"


def asked(line: DealLine, *, of_customer: bool = False) -> str:
    """Return the cells to find out next, at most three: #12 Executive credibility (X-Sys).

    With `of_customer`, those that we answer ourselves are left out.
    """
    names = dict(line.competitors)
    own = in_house() if of_customer else ()
    wanted = [each for each in line.asks if each[1] != US or each[0] not in own]
    found = [_cell((criterion, party), names) for criterion, party in wanted]
    more = " and more" if len(found) > _NAMED else ""
    return ", ".join(found[:_NAMED]) + more


def _cell(cell: CellKey, names: dict[str, str]) -> str:
    criterion, party = cell
    return numbered(criterion) if party == US else f"{numbered(criterion)} ({names[party]})"
