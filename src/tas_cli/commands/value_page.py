"""Shows what a deal is worth, and sets its chain, its start and what waiting costs."""

from __future__ import annotations

from tas_cli.commands.edit_support import change_fields, target
from tas_cli.commands.inputs import all_given
from tas_cli.commands.map_page import deal_on_day
from tas_cli.commands.options import How
from tas_cli.commands.printing import print_as
from tas_cli.edits.fields import set_fields
from tas_cli.edits.value import asked_of_value
from tas_cli.today import todays_date
from tas_cli.views.json.value import value_json
from tas_cli.views.value import page


def print_value(name: str, at: str | None, output: str) -> None:
    """Print what a deal is worth as of a day."""
    deal, then = deal_on_day(name, at)
    earlier = then.day < todays_date()
    print_as(
        output,
        json=lambda: value_json(deal.id, deal.file, then, earlier=earlier),
        page=lambda: page(deal.id, then, earlier=earlier),
        paged=True,
    )


def set_value(name: str, assignments: list[str], how: How) -> None:
    """Set the fields that are named in the call.

    Raises:
        WrongCall: a field or its value is invalid.
    """
    to, today = target(name), todays_date()
    wanted = asked_of_value(all_given(assignments, "FIELD=VALUE"), to.interpreter)
    change_fields(
        to,
        lambda now: set_fields(now, wanted, today, spread=True),
        [(each.field, each.path) for each in wanted],
        how,
    )
