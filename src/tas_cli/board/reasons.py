"""Why a deal needs a debrief: reasons in words, each with a weight.

The weights are our reading: first what makes the forecast wrong, then what was agreed and not done,
then what nobody has re-checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tas_cli.assess.deal import Staleness
from tas_cli.assess.process import sales_process
from tas_cli.board.changes import slipped
from tas_cli.board.line import DealLine
from tas_cli.board.scope import Scope, days_since
from tas_cli.method.catalogue import criterion_keys, numbers, strategies
from tas_cli.words import counted, days_ago

FRESH = 7
"""A deal debriefed within this many days does not need another debrief yet."""
_OFTEN = 3
"""After this many moves, a close date means nothing."""


class Reason(NamedTuple):
    """A reason: its code, its weight and its words."""

    code: str
    weight: int
    words: str


def reasons(line: DealLine, scope: Scope) -> list[Reason]:
    """Return why an open deal needs a debrief, heaviest reason first."""
    if not line.open or is_fresh(line, scope):
        return []
    return sorted(grounds(line, scope), key=lambda reason: -reason.weight)


def is_fresh(line: DealLine, scope: Scope) -> bool:
    """Whether a deal was debriefed so recently that it needs no debrief yet."""
    since = _since_debrief(line, scope)
    return since is not None and since <= FRESH


def grounds(line: DealLine, scope: Scope) -> Iterator[Reason]:
    """Yield what speaks for a debrief, however fresh the last one is."""
    steps = sales_process(scope.settings) if line.step or line.claimed else ()
    titles = {step.key: step.title for step in steps}
    yield from _forecast(line, titles)
    yield from _dates(line, scope)
    yield from _reviews(line, scope, _since_debrief(line, scope))
    yield from _content(line, titles)


def _since_debrief(line: DealLine, scope: Scope) -> int | None:
    return days_since(line.debriefs[-1], scope.day) if line.debriefs else None


def _forecast(line: DealLine, titles: dict[str, str]) -> Iterator[Reason]:
    for code, _, message in line.forecast:
        yield Reason(code, 5, message)
    if line.claimed_probability > line.probability:
        shown = titles.get(line.supported or "", "")
        only = f"only {shown} is backed by evidence" if shown else "no step is backed by evidence"
        claimed = titles.get(line.claimed or "", "")
        yield Reason("claimed", 4, f"sales step {claimed} is claimed, but {only}")


def _dates(line: DealLine, scope: Scope) -> Iterator[Reason]:
    late = days_since(line.close, scope.day) if line.close else 0
    if late > 0:
        yield Reason("close_date", 4, f"was due to close {days_ago(late)}")
    if line.overdue_actions:
        actions = counted(line.overdue_actions, "action item")
        yield Reason("actions", 3, f"{actions} overdue")
    if line.overdue_tactics:
        yield Reason("tactics", 3, f"{counted(line.overdue_tactics, 'tactic')} overdue")
    if later := slipped(line):
        yield Reason("slipped", 2, f"slipped from {later[0]} to {later[1]}")
    if line.postponed >= _OFTEN:
        yield Reason("postponed", 2, f"close date postponed {line.postponed} times")


def _reviews(line: DealLine, scope: Scope, since: int | None) -> Iterator[Reason]:
    """Yield what nobody has re-checked; `since` is the number of days since the last debrief."""
    if since is None:
        yield Reason("debrief", 3, "never debriefed")
    elif since > scope.settings.debrief_after:
        yield Reason("debrief", 2, f"last debriefed {days_ago(since)}")
    if line.first is None:
        yield Reason("review", 2, "never assessed")
        return
    newest = date.fromisoformat(line.reviews[-1])
    if Staleness(scope.day, scope.settings.stale_for(line.step)).is_stale(newest):
        yield Reason("review", 2, f"not updated in {(scope.day - newest).days} days")


def _content(line: DealLine, titles: dict[str, str]) -> Iterator[Reason]:
    """Yield the reasons found in the step, the ratings and the strategy."""
    if line.takes_longer:
        step = titles.get(line.step or "", "")
        yield Reason("days", 2, f"{line.days} days in sales step {step} (usually {line.usual})")
    if line.worse:
        yield Reason("worse", 2, f"rated worse: {numbers(line.worse)}")
    if line.first and line.unknown * 2 > len(criterion_keys()):
        yield Reason("unknown", 1, f"{line.unknown} of {len(criterion_keys())} criteria unknown")
    if line.chosen and line.chosen not in line.reachable:
        title = strategies()[line.chosen].title
        yield Reason("strategy", 2, f"chosen strategy {title} is out of reach")
