"""A deal's forecast category: as its owner calls it, and as the evidence shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from tas_cli.assess.process import sales_process
from tas_cli.board.line import CALLS, DealLine
from tas_cli.method.catalogue import SalesStep
from tas_cli.model.settings import ForecastFrom, Settings


class State(Protocol):
    """What a category depends on: a deal's line, or its facts on an evening."""

    @property
    def called(self) -> str | None:
        """The owner's category."""

    @property
    def held(self) -> bool:
        """Whether the deal is on hold."""

    @property
    def supported(self) -> str | None:
        """The last step complete by evidence."""

    @property
    def reachable(self) -> Sequence[str]:
        """The strategies that are still possible."""


class Standard(NamedTuple):
    """What a company asks of a category: settled by its sales process and `forecast_from`.

    `numbers` are the steps by place, `commit` and `best_case` the steps that must be complete by
    evidence. A deal for which only strategies in `omitted` are reachable is not in the forecast.
    """

    numbers: dict[str, int]
    commit: str
    best_case: str
    omitted: frozenset[str]

    def shows(self, step: str, supported: str | None) -> bool:
        """Whether a step is complete by evidence, given the last one that is."""
        return 0 < self.numbers.get(step, 0) <= self.numbers.get(supported or "", 0)


def standard(settings: Settings, process: Sequence[SalesStep] = ()) -> Standard:
    """Return a company's standard; `process` saves computing its sales process again."""
    wanted = settings.forecast_from or ForecastFrom()
    numbers = {step.key: step.number for step in process or sales_process(settings)}
    return Standard(numbers, wanted.commit, wanted.best_case, frozenset(wanted.omitted))


def evidenced_call(deal: State, asked: Standard) -> str:
    """Return the category that a deal's evidence supports, whatever it is called."""
    if deal.held or (deal.reachable and asked.omitted.issuperset(deal.reachable)):
        return "omitted"
    if asked.shows(asked.commit, deal.supported):
        return "commit"
    return "best_case" if asked.shows(asked.best_case, deal.supported) else "pipeline"


def call(deal: State, asked: Standard) -> str:
    """Return a deal's category: on hold it is omitted, without a call it is as evidenced."""
    if deal.held:
        return "omitted"
    return deal.called or evidenced_call(deal, asked)


def overcalled(line: DealLine, asked: Standard) -> bool:
    """Whether an open deal is called more than its evidence shows."""
    if not line.open or line.called is None:
        return False
    return CALLS.index(call(line, asked)) > CALLS.index(evidenced_call(line, asked))


def overclaimed(line: DealLine, asked: Standard) -> bool:
    """Whether an open deal claims a step, or is called, beyond what its evidence shows."""
    claimed = line.open and line.claimed_probability > line.probability
    return claimed or overcalled(line, asked)
