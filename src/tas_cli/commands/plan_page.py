"""Shows the plan of a deal, and changes its frame."""

from __future__ import annotations

from pathlib import Path

from tas_cli.assess.process import sales_process
from tas_cli.commands.edit_support import change_fields, target
from tas_cli.commands.inputs import all_given
from tas_cli.commands.map_page import deal_on_day
from tas_cli.commands.options import How
from tas_cli.commands.output_file import write_output
from tas_cli.commands.printing import print_as, print_exactly, print_page
from tas_cli.commands.replacing import CALENDAR, refuse_output, refuse_suffix
from tas_cli.edits.fields import set_fields
from tas_cli.edits.plan import asked_of_plan
from tas_cli.places import shown_name
from tas_cli.today import todays_date
from tas_cli.views.ics import calendar
from tas_cli.views.json.plan import plan_json
from tas_cli.views.page import paragraph
from tas_cli.views.plan import page
from tas_cli.views.plan_calendar import events
from tas_cli.words import counted


def print_plan(name: str, at: str | None, output: str) -> None:
    """Print the plan of a deal as of a day."""
    deal, then = deal_on_day(name, at)
    earlier = then.day < todays_date()
    print_as(
        output,
        json=lambda: plan_json(deal.id, deal.file, then, earlier=earlier),
        page=lambda: page(deal.id, then, earlier=earlier),
        paged=True,
    )


def write_calendar(name: str, at: str | None, file: Path | None, *, force: bool) -> None:
    """Write the open tactics and the customer's dates as a calendar, or print it.

    Raises:
        WrongCall: the file's name is not that of a calendar, or is taken.
        Refusal: the file cannot be written.
    """
    if file:
        refuse_suffix(file, ".ics", "the calendar", "Calendar programs")
        refuse_output(file, force=force, ours=CALENDAR)
    deal, then = deal_on_day(name, at)
    found = events(deal.id, then)
    written = calendar(found, todays_date())
    if file is None:
        print_exactly(written)
        return
    write_output(file, written)
    print_page((paragraph(f"Wrote {counted(len(found), 'event')} to {shown_name(file)}."),))


def set_frame(name: str, assignments: list[str], how: How) -> None:
    """Set the fields of the plan that are named in the call.

    Raises:
        WrongCall: a field or its value is invalid.
    """
    to, today = target(name), todays_date()
    process = sales_process(to.workspace.settings)
    outcomes = {outcome.key for step in process for outcome in step.outcomes}
    given = all_given(assignments, "FIELD=VALUE")
    wanted = asked_of_plan(given, to.opportunity, outcomes, to.interpreter)
    change_fields(
        to,
        lambda now: set_fields(now, wanted, today, spread=True),
        [(each.field, each.path) for each in wanted],
        how,
    )
