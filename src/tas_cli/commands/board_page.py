"""Prints the pages of `tas board`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from shlex import quote
from typing import NamedTuple

from tas_cli.board.asking import Asking
from tas_cli.board.board import board
from tas_cli.board.ended import ended
from tas_cli.board.forecast import Forecast, Group, Wanted, outlook
from tas_cli.board.line import DealLine
from tas_cli.board.rep import rep_page
from tas_cli.board.rollout import rollout
from tas_cli.board.scope import Scope, last_monday
from tas_cli.commands.all_deals import all_deals, deals_of, lines_for, report_left_out
from tas_cli.commands.days import day_not_in_future
from tas_cli.commands.display import height, screen
from tas_cli.commands.everywhere import Surveyed
from tas_cli.commands.folding import width
from tas_cli.commands.forecasting import Span, forecast_for, named_period
from tas_cli.commands.opening import workspace_here
from tas_cli.commands.optional_values import THIS
from tas_cli.commands.options import PageFormat
from tas_cli.commands.printing import print_as
from tas_cli.commands.trend_page import print_trend
from tas_cli.reading.owners import Owners
from tas_cli.refusals import WrongCall
from tas_cli.today import todays_date
from tas_cli.typed.periods import period
from tas_cli.views import board as views
from tas_cli.views import ended as ended_views
from tas_cli.views import forecast as forecast_views
from tas_cli.views import rep as rep_views
from tas_cli.views import rollout as rollout_views
from tas_cli.views.asking import fitting
from tas_cli.views.json.board import board_json, rollout_json
from tas_cli.views.json.ended import ended_json
from tas_cli.views.json.forecast import forecast_json, quarter_json
from tas_cli.views.json.rep import rep_json
from tas_cli.views.page import Page
from tas_cli.views.words import short_day

_AROUND = 11
"""The lines of a board around the deals to ask about, besides what is true of many."""
_AROUND_A_FORECAST = 20
"""The lines of a forecast around the deals to ask about, besides a line for each group."""
_IN_A_CHANNEL = 5
"""How many deals to ask about are posted, and how many changes of a forecast are named."""


class BoardCall(NamedTuple):
    """Whose deals to show, as of which day, since when, and which parts; as typed.

    `quarter`, or `first` and `last`, ask for a forecast; `first` can be the rollout's, too.
    """

    owner: str | None
    team: str | None
    by: str | None
    since: str | None
    at: str | None
    everything: bool
    rollout: bool
    closed: str | None
    rep: str | None
    trend: str | None
    quarter: str | None
    first: str | None
    last: str | None
    remember: bool

    @property
    def filters(self) -> str:
        """The options that say whose deals, since when and as of when, as a user types them."""
        typed = {"--owner": self.owner, "--team": self.team, "--since": self.since, "--at": self.at}
        return "".join(f" {option} {quote(text)}" for option, text in typed.items() if text)

    @property
    def parts(self) -> dict[str, object]:
        """The options that choose parts of a page."""
        return {"--by": self.by, "--since": self.since, "--full": self.everything}

    @property
    def span(self) -> Span:
        """The options that say for which period a forecast is."""
        return Span(self.quarter, self.first, self.last)


class _Seen(NamedTuple):
    """What a page is made of: the deals' lines, what they depend on, and all files."""

    call: BoardCall
    output: PageFormat
    lines: list[DealLine]
    scope: Scope
    found: Surveyed[DealLine]


_Shown = tuple[Callable[[], str], Callable[[], Page]]
"""A page: as JSON, and as blocks."""


def print_board(call: BoardCall, output: PageFormat) -> None:
    """Print the board, or the page about all deals that a call asks for.

    Raises:
        WrongCall: an option is wrong, or needs another.
    """
    if call.first is not None and not (call.rollout or call.span.asked):
        raise WrongCall("--from needs --to or --rollout.")
    asked = page_asked(call)
    if asked == "--trend":
        _print_trend(call, output)
        return
    workspace = workspace_here()
    scope = Scope(workspace.settings, *days_of(call))
    found = all_deals(workspace, scope, remember=call.remember)
    lines = lines_for(found.deals, workspace.settings, call.owner, call.team)
    show = _PAGES.get(asked or "", _board)
    print_as(output, *show(_Seen(call, output, lines, scope, found)), paged=True)
    report_left_out(found, workspace, scope)


def page_asked(call: BoardCall) -> str | None:
    """Return the option that asks for another page than the board, None if there is none.

    Raises:
        WrongCall: there are two.
    """
    wanted = {
        "--rollout": call.rollout,
        "--closed": call.closed is not None,
        "--rep": call.rep is not None,
        "--trend": call.trend is not None,
        "--to" if call.quarter is None else "--quarter": call.span.asked,
    }
    asked = [option for option, is_wanted in wanted.items() if is_wanted]
    if len(asked) > 1:
        raise WrongCall(f"{' and '.join(asked)} are separate pages.", "Ask for one at a time.")
    useless = [option for option, given in call.parts.items() if given]
    if useless and asked and asked[0] in _WHOLE:
        raise WrongCall(f"{useless[0]} does not apply to {asked[0]}.", "Leave it out.")
    return asked[0] if asked else None


_WHOLE = ("--rollout", "--closed", "--rep", "--trend")
"""The options for pages without parts to choose from."""


def days_of(call: BoardCall) -> tuple[date, date]:
    """Return the board's day, and the day since when changes count."""
    day = day_not_in_future(call.at, "--at")
    if call.since is None:
        return day, last_monday(day)
    since = day_not_in_future(call.since, "--since")
    if since > day:
        raise WrongCall(f"--since {since} is after --at {day}.", "Choose an earlier day.")
    return day, since


def _rollout(seen: _Seen) -> _Shown:
    call, scope = seen.call, seen.scope
    start = day_not_in_future(call.first, "--from") if call.first else None
    shown = rollout(seen.lines, scope, start, seen.found.left_out)
    return partial(rollout_json, shown), partial(rollout_views.page, shown)


def _ended(seen: _Seen) -> _Shown:
    typed, settings = seen.call.closed or "", seen.scope.settings
    asked = period(typed, "--closed", seen.scope.day, settings.first_month, "back")
    shown = ended(seen.lines, seen.scope, asked, seen.found.left_out)
    return partial(ended_json, shown), partial(ended_views.page, shown, typed)


def _rep(seen: _Seen) -> _Shown:
    if seen.call.owner is not None or seen.call.team is not None:
        advice = "Leave out --owner and --team."
        raise WrongCall("--rep already says whose deals to show.", advice)
    owners = Owners(seen.scope.settings.team)
    rep = owners.wanted(seen.call.rep, (line.person for line in seen.lines), "rep") or ""
    shown = rep_page(seen.lines, seen.scope, rep, seen.found.left_out)
    return partial(rep_json, shown), partial(rep_views.page, shown)


def _forecast(seen: _Seen) -> _Shown:
    call, found = seen.call, seen.found
    counts = deals_of(
        [line.person for line in found.deals], seen.scope.settings, call.owner, call.team
    )
    shown = forecast_for(found, seen.scope, call.span, call.by or "owner", counts)
    whole = f"tas board {call.span.typed} --full{call.filters}"
    page = partial(forecast_views.page, shown, _most(shown, seen), whole)
    return partial(forecast_json, shown, found.not_yet), page


def _most(shown: Forecast, seen: _Seen) -> tuple[int, int] | None:
    """Return how many changes and how many deals to ask about a forecast shows, None for all."""
    if seen.call.everything:
        return None
    if seen.output == "markdown":
        return _IN_A_CHANNEL, _IN_A_CHANNEL
    lines = height() - _AROUND_A_FORECAST - len(shown.groups)
    return _IN_A_CHANNEL, fitting(shown.asking, lines, width())


def _board(seen: _Seen) -> _Shown:
    call, found = seen.call, seen.found
    counts = deals_of(
        [line.person for line in found.deals], seen.scope.settings, call.owner, call.team
    )
    name, quarter = _quarter(THIS, seen, counts)
    quarters = [forecast_views.in_short(name, quarter)]
    if not any(each.called.open for each in quarter.money):
        quarters.append(forecast_views.in_short(*_quarter("next", seen, counts)))
    shown = board(seen.lines, seen.scope, call.by or "owner", found.left_out)
    parts = views.Parts(
        day=short_day(seen.scope.day, todays_date()),
        quarters=tuple(quarters),
        asks=_asked(shown.asking, seen),
        named=_named(seen.output),
        table=call.by is not None,
        changes=call.since is not None,
        everything=call.everything,
        whole=f"tas board --full{call.filters}",
    )
    return (
        lambda: board_json(shown, quarter_json(name, quarter), found.not_yet),
        partial(views.page, shown, parts),
    )


def _quarter(which: str, seen: _Seen, counts: Callable[[str | None], bool]) -> tuple[str, Group]:
    """Return the name and the forecast of this quarter, or of the next one."""
    name, days = named_period(Span(which, None, None), seen.scope.settings, seen.scope.day)
    return name, outlook(seen.found.deals, seen.scope, Wanted(days, name, "owner", counts))


def _asked(found: Asking, seen: _Seen) -> int:
    """Return how many deals to ask about are shown: on a terminal, as many as fit on it."""
    if seen.call.everything:
        return len(found.asks)
    if seen.output == "markdown":
        return _IN_A_CHANNEL
    return fitting(found, height() - _AROUND - 2 * len(found.shared), width())


def _named(output: PageFormat) -> int:
    """Return how many changed deals to name."""
    if output == "markdown":
        return views.IN_A_DOCUMENT
    return views.ON_A_TERMINAL if screen().cut else views.IN_A_PIPE


_PAGES: dict[str, Callable[[_Seen], _Shown]] = {
    "--rollout": _rollout,
    "--closed": _ended,
    "--rep": _rep,
    "--quarter": _forecast,
    "--to": _forecast,
}
"""What makes each page besides the board, by the option that asks for it."""


def _print_trend(call: BoardCall, output: PageFormat) -> None:
    """Print the trend, for which each file is asked about several days."""
    day, whose = day_not_in_future(call.at, "--at"), (call.owner, call.team)
    print_trend(call.trend or "", day, output, whose, remember=call.remember)
