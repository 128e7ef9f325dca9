"""What is remarked on after a change to the value, without refusing it. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tas_cli.assess.value import Flow, Uncounted, recurring, valuation
from tas_cli.model.opportunity import Opportunity

if TYPE_CHECKING:
    from tas_cli.model.value import Benefit, Delay

_MONEY_FIELDS = ("formula", "per")
_WAITING = "waiting"


def value_remarks(was: Opportunity | None, now: Opportunity, currency: str) -> Iterator[str]:
    """Yield a sentence about each new figure that is probably not meant so."""
    value, before = now.value, was.value if was else None
    if value is None:
        return
    ours = valuation(value)
    known = [_figure(each) for each in before.benefits] if before else []
    for gain in ours.gains:
        if gain.benefit.formula and _figure(gain.benefit) not in known:
            what = f"benefit {gain.number}"
            yield from _of_figure(what, gain.benefit, gain.flow, gain.uncounted, currency)
    old = before.delay if before else None
    if value.delay and ours.delay and value.delay.formula and value.delay != old:
        found = ours.delay
        yield from _of_figure(_WAITING, value.delay, found.flow, found.uncounted, currency)
    yield from _live(was, now)


def _figure(of: Benefit | Delay) -> tuple[str | None, ...]:
    return tuple(getattr(of, name) for name in _MONEY_FIELDS)


def _of_figure(
    what: str, figure: Benefit | Delay, flow: Flow | None, uncounted: Uncounted, currency: str
) -> Iterator[str]:
    """Yield that a formula divides by zero, is next to nothing, is negative, or has no period."""
    if uncounted == "division by zero":
        yield f"{what}: the formula divides by zero, so it is not counted."
    if flow is None:
        return
    worth, total = recurring(flow, figure.per, currency), flow.over(12)
    if total < 0:
        yield f"{what} is negative: {worth}. Enter what it costs with `tas costs`."
    elif flow.over(1) < 1:
        of_what = (
            " A percentage needs an amount: 6200k * 12%." if "%" in (figure.formula or "") else ""
        )
        yield f"{what} is only {worth}.{of_what}"
    elif what == _WAITING and "per" not in figure.model_fields_set:
        yield f"{what}: {worth}, as delay.per (month, year or once) is not given."


def _live(was: Opportunity | None, now: Opportunity) -> Iterator[str]:
    """Yield that the customer would go live before the deal closes."""
    live = now.value.live if now.value else None
    before = was.value.live if was and was.value else None
    close = now.expected_close
    if live and close and live != before and now.status == "open" and live < close:
        yield f"live: {live} is before the close date, {close}."
