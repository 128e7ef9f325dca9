"""The tactics that a meeting was: those open with somebody who was met, ticked once it was held."""

from __future__ import annotations

from tas_cli.assess.plan import Planned, in_time_order, open_tactics
from tas_cli.edits.meeting_lines import Meeting
from tas_cli.edits.meeting_people import on_map
from tas_cli.edits.records import Change
from tas_cli.model.opportunity import Opportunity
from tas_cli.nouns.tactics import TACTICS
from tas_cli.refusals import WrongCall


def open_with(meeting: Meeting, deal: Opportunity) -> tuple[Planned, ...]:
    """Return the open tactics with somebody who was met, as the map names them."""
    met = {on_map(each, deal.people) for each in meeting.people}
    tactics = in_time_order(deal)
    return tuple(each for each in tactics if each.open and met.intersection(each.tactic.people))


def numbered(number: int, deal: Opportunity) -> Planned:
    """Return the open tactic with this number.

    Raises:
        WrongCall: there is none.
    """
    found = open_tactics(deal)
    for each in found:
        if each.number == number:
            return each
    numbers = ", ".join(str(each.number) for each in found)
    raise WrongCall(
        f"there is no open tactic {number}.",
        f"Open tactics: {numbers}." if numbers else "None is open.",
    )


def ticked(each: Planned, meeting: Meeting) -> Change:
    """Return the change that marks a tactic done on the day of the meeting."""
    done = each.tactic.model_copy(update={"done": meeting.day})
    return Change(TACTICS, str(each.number), each.path, each.tactic, done)
