"""What changed in a deal since a day, from its line: compared with the evening before."""

from __future__ import annotations

from decimal import Decimal

from tas_cli.board.line import DealLine


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


def repriced(line: DealLine) -> tuple[str, str] | None:
    """Return an open deal's amount before and now, if it is another one in the same currency."""
    then = line.then
    if then is None or then.amount == line.amount or not (then.amount and line.amount):
        return None
    if is_new(line) or not line.open:
        return None
    same = then.currency != line.currency or Decimal(then.amount) == Decimal(line.amount)
    return None if same else (then.amount, line.amount)


def grown(line: DealLine) -> bool:
    """Whether an open deal's amount is larger now."""
    found = repriced(line)
    return found is not None and Decimal(found[1]) > Decimal(found[0])


def shrunk(line: DealLine) -> bool:
    """Whether an open deal's amount is smaller now."""
    return repriced(line) is not None and not grown(line)


def pulled_in(line: DealLine) -> tuple[str, str] | None:
    """Return an open deal's close date before and now, if it is earlier now."""
    then = line.then
    if then is None or is_new(line) or not line.open or not then.close or not line.close:
        return None
    return (then.close, line.close) if then.close > line.close else None


def handed_over(line: DealLine) -> tuple[str | None, str | None] | None:
    """Return an open deal's owner before and now, if it is another one."""
    then = line.then
    if then is None or is_new(line) or not line.open or then.person == line.person:
        return None
    return then.person, line.person


def moved(line: DealLine) -> tuple[str | None, str | None] | None:
    """Return the step that an open deal works on, before and now, if it is another one."""
    then = line.then
    if then is None or is_new(line) or not line.open or then.step == line.step:
        return None
    return then.step, line.step
