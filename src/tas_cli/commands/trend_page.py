"""Prints the trend of the board."""

from __future__ import annotations

from datetime import date
from functools import partial

from tas_cli.board.points import DealPoints
from tas_cli.board.restore import restored_points
from tas_cli.board.survey import Question
from tas_cli.board.trend import MOST, trend, trend_days
from tas_cli.board.worker import answered
from tas_cli.commands.all_deals import deals_of
from tas_cli.commands.everywhere import everywhere, warn_of_wrong_settings
from tas_cli.commands.opening import workspace_here
from tas_cli.commands.options import PageFormat
from tas_cli.commands.printing import print_as
from tas_cli.refusals import WrongCall
from tas_cli.views.json.trend import trend_json
from tas_cli.views.trend import page


def print_trend(
    typed: str,
    day: date,
    output: PageFormat,
    whose: tuple[str | None, str | None],
    *,
    remember: bool,
) -> None:
    """Print the board's key figures on the Mondays of some weeks before a day, and on it.

    `whose` are the owner and the team whose deals count, as typed.

    Raises:
        WrongCall: the number of weeks is none, or too large.
    """
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= 3 and 0 < int(typed) <= MOST):
        raise WrongCall(f"--trend {typed}: write a number of weeks, 1 to {MOST}.")
    workspace = workspace_here()
    settings, days = workspace.settings, trend_days(day, int(typed))
    work = partial(answered, question="points", settings=settings, days=days)
    depends_on = (settings.model_dump_json(), *map(str, days))
    question = Question("trend", DealPoints | tuple[()], work, depends_on)
    found = everywhere(workspace, question, restored_points, remember=remember)
    points = [point for deal in found.deals for point in deal.points]
    counts = deals_of([point.person for point in points], settings, *whose)
    shown = trend([each for each in points if counts(each.person)], days, settings, found.left_out)
    print_as(output, partial(trend_json, shown), partial(page, shown), paged=True)
    warn_of_wrong_settings(workspace)
