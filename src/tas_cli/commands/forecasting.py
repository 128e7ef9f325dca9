"""The period of the forecast that `tas board --quarter` prints."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from shlex import quote
from typing import NamedTuple

from tas_cli.board.forecast import Forecast, Wanted, forecast
from tas_cli.board.line import DealLine
from tas_cli.board.scope import Scope, shifted
from tas_cli.commands.days import interpreter_for, say_heard
from tas_cli.commands.everywhere import Surveyed
from tas_cli.commands.optional_values import THIS
from tas_cli.model.settings import Settings
from tas_cli.refusals import WrongCall
from tas_cli.typed.periods import Period, period, quarter_of, quarters_in

_BESIDE = {THIS: 0, "next": 1, "last": -1}


class Span(NamedTuple):
    """The options that say for which period a forecast is; None where one was left out."""

    quarter: str | None
    first: str | None
    last: str | None

    @property
    def asked(self) -> bool:
        """Whether a forecast is asked for; --from alone is for the rollout."""
        return self.quarter is not None or self.last is not None

    @property
    def typed(self) -> str:
        """The options as a user types them."""
        if self.quarter is not None:
            return "--quarter" if self.quarter == THIS else f"--quarter {quote(self.quarter)}"
        return f"--from {quote(self.first or '')} --to {quote(self.last or '')}"


def forecast_for(
    found: Surveyed[DealLine],
    scope: Scope,
    span: Span,
    by: str,
    counts: Callable[[str | None], bool],
) -> Forecast:
    """Return the forecast for a period.

    Raises:
        WrongCall: the options do not name one period, or it cannot be grouped like that.
    """
    if by == "step":
        raise WrongCall("A forecast has no --by step.", "Use owner, team or customer.")
    name, days = named_period(span, scope.settings, scope.day)
    return forecast(found.deals, scope, Wanted(days, name, by, counts), found.left_out)


def quarters(
    found: Surveyed[DealLine], scope: Scope, by: str, counts: Callable[[str | None], bool]
) -> list[Forecast]:
    """Return the forecast of this quarter, and of the next one if nothing is open in this one."""
    this = forecast_for(found, scope, Span(THIS, None, None), by, counts)
    if any(each.called.open for each in this.total.money):
        return [this]
    return [this, forecast_for(found, scope, Span("next", None, None), by, counts)]


def named_period(span: Span, settings: Settings, day: date) -> tuple[str, Period]:
    """Return a period and its name, as periods are typed.

    Raises:
        WrongCall: the options do not name one period.
    """
    begins = settings.first_month
    if span.quarter is None:
        name = _from_to(span, settings)
        return name, period(name, "--to", day, begins)
    if span.first is not None or span.last is not None:
        raise WrongCall("--quarter cannot be used with --from or --to.")
    away = _BESIDE.get(span.quarter.lower())
    name = span.quarter if away is None else _beside(day, begins, away)
    found = period(name, "--quarter", day, begins)
    quarters = quarters_in(found, begins)
    return quarters[0] if len(quarters) == 1 else name, found


def _from_to(span: Span, settings: Settings) -> str:
    if span.first is None or span.last is None:
        raise WrongCall("--to needs --from.", "A forecast takes both, or --quarter 2027Q1.")
    heard = interpreter_for(settings)
    days = heard.next_day(span.first, "--from"), heard.next_day(span.last, "--to")
    say_heard(heard)
    return "..".join(each.isoformat() for each in days)


def _beside(day: date, begins: int, away: int) -> str:
    """Return the quarter of a day, the one before (-1) or the one after (1)."""
    found = period(quarter_of(day, begins), "--quarter", day, begins)
    near = {0: day, 1: shifted(found.last, 1), -1: shifted(found.first, -1)}[away]
    return quarter_of(near, begins)
