"""What changed in a deal since a day, from its line: compared with the evening before."""

from __future__ import annotations

from datetime import date

from tas_cli.board.line import DealLine
from tas_cli.model.opportunity import Opportunity


def is_new(line: DealLine) -> bool:
    """Whether a deal was first assessed since."""
    then = line.then
    return line.first is not None and (then is None or not then.assessed)


def has_closed(line: DealLine) -> bool:
    """Whether a deal ended since."""
    then = line.then
    return not line.open and (then is None or then.status == "open")


def slipped(line: DealLine) -> tuple[str, str] | None:
    """Return an open deal's close date before and now, if it is later now."""
    then = line.then
    if then is None or is_new(line) or not line.open or not then.close or not line.close:
        return None
    return (then.close, line.close) if then.close < line.close else None


def moved(line: DealLine) -> tuple[str | None, str | None] | None:
    """Return the step that an open deal works on, before and now, if it is another one."""
    then = line.then
    if then is None or is_new(line) or not line.open or then.step == line.step:
        return None
    return then.step, line.step


def postponed(opportunity: Opportunity, day: date) -> int:
    """Return how often the close date was moved to a later date."""
    return sum(
        change.field == "expected_close"
        and change.date <= day
        and bool(change.before)
        and bool(change.after)
        and str(change.before) < str(change.after)
        for change in opportunity.history
    )
