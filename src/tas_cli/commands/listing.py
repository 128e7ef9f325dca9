"""Prints the list of deals."""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.board.filters import Asked, tests
from tas_cli.board.scope import Scope, last_monday
from tas_cli.commands.all_deals import all_deals, lines_for, report_unlisted
from tas_cli.commands.opening import workspace_here
from tas_cli.commands.printing import print_as, print_exactly
from tas_cli.edits.texts import comma_separated
from tas_cli.reading.nearest import did_you_mean
from tas_cli.refusals import WrongCall
from tas_cli.today import todays_date
from tas_cli.views.deal_cells import Context
from tas_cli.views.deal_columns import BY_NAME, COLUMNS, DealColumn, usual
from tas_cli.views.deal_list import NO_DEALS, arranged, grouped, overview, spreadsheet
from tas_cli.views.json.deal_list import overview_json


class Shape(NamedTuple):
    """How to list deals: grouped and sorted by which columns, showing which, in which format."""

    group: str | None
    sort: str
    reverse: bool
    columns: str | None
    output: str


def print_list(owner: str | None, asked: Asked, shape: Shape, *, remember: bool) -> None:
    """Print the deals that fit.

    Raises:
        WrongCall: an option names something unknown.
    """
    workspace, day = workspace_here(), todays_date()
    by, columns = _column(shape.sort, "--sort"), _columns(shape)
    scope = Scope(workspace.settings, day, last_monday(day))
    found = all_deals(workspace, scope, remember=remember)
    wanted = [*tests(asked, workspace.settings, day, found.deals)]
    owned = lines_for(found.deals, workspace.settings, owner)
    on = Context(workspace.settings, day)
    rows = arranged(
        (line for line in owned if all(test(line) for test in wanted)),
        by,
        on,
        reverse=shape.reverse,
    )
    groups = grouped(rows, BY_NAME[shape.group] if shape.group else None, on)
    if shape.output == "csv":
        print_exactly(spreadsheet(groups, columns or COLUMNS, on))
    else:
        print_as(
            shape.output,
            json=lambda: overview_json(groups, on, found),
            page=lambda: (
                overview(groups, columns or usual(shape.group), on, whole=columns is not None)
                if found.deals or found.broken
                else NO_DEALS
            ),
        )
    report_unlisted(found, workspace, scope)


def _column(name: str, option: str) -> DealColumn:
    """Return a column by its name.

    Raises:
        WrongCall: there is none of that name.
    """
    if name not in BY_NAME:
        advice = did_you_mean(name, BY_NAME.keys(), f"Use one of {', '.join(BY_NAME)}.")
        raise WrongCall(f"{option} {name}: there is no such column.", advice)
    return BY_NAME[name]


def _columns(shape: Shape) -> tuple[DealColumn, ...] | None:
    """Return the columns that a call names, None if it names none.

    Raises:
        WrongCall: there is no such column, or the format has no columns.
    """
    if shape.columns is None:
        return None
    if shape.output == "json":
        raise WrongCall("--columns does not apply to JSON, which always has everything.")
    named = dict.fromkeys(comma_separated(shape.columns))
    if not named:
        raise WrongCall("--columns is empty.", f"Name some of {', '.join(BY_NAME)}.")
    return tuple(_column(name, "--columns") for name in named)
