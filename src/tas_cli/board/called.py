"""A deal's forecast category: as its owner calls it, and as the evidence shows it."""

from __future__ import annotations

from collections.abc import Iterable

from tas_cli.board.line import CALLS, DealLine
from tas_cli.method.catalogue import SalesStep

_COMPLETE = {"proof": "commit", "solution": "best_case"}
"""The category once a sales step is complete by evidence: the latest step counts."""


def evidenced_call(line: DealLine, process: Iterable[SalesStep]) -> str:
    """Return the category that a deal's evidence supports."""
    numbers = {step.key: step.number for step in process}
    reached = numbers.get(line.supported or "", 0)
    shown = (call for step, call in _COMPLETE.items() if 0 < numbers.get(step, 0) <= reached)
    return next(shown, "pipeline")


def call(line: DealLine, process: Iterable[SalesStep]) -> str:
    """Return a deal's category: on hold it is omitted, without a call it is as evidenced."""
    if line.hold is not None:
        return "omitted"
    return line.called or evidenced_call(line, process)


def overcalled(line: DealLine, process: Iterable[SalesStep]) -> bool:
    """Whether an open deal is called more than its evidence shows."""
    if not line.open or line.called is None:
        return False
    return CALLS.index(call(line, process)) > CALLS.index(evidenced_call(line, process))


def overclaimed(line: DealLine, process: Iterable[SalesStep]) -> bool:
    """Whether an open deal claims a step, or is called, beyond what its evidence shows."""
    claimed = line.open and line.claimed_probability > line.probability
    return claimed or overcalled(line, process)
