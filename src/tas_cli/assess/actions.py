"""Action items of all of a deal's debriefs, with stable numbers (method, section 8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tas_cli.model.debrief import ActionItem
from tas_cli.model.opportunity import Opportunity


@dataclass(frozen=True, slots=True)
class Numbered:
    """An action item: its number in the deal, its place in the file, the day of its debrief.

    Numbers run through all debriefs in order of date, so a later debrief does not change earlier
    numbers.
    """

    number: int
    debrief: int
    index: int
    asked: date
    action: ActionItem

    def open(self, day: date) -> bool:
        """Whether it is still to be done."""
        done = self.action.done
        return done is None or done > day

    def overdue(self, day: date) -> bool:
        """Whether it was due before that day and is not done."""
        due = self.action.due
        return due is not None and due < day and self.open(day)


def numbered_actions(opportunity: Opportunity) -> list[Numbered]:
    """Return all action items of a deal, by number."""
    debriefs = sorted(enumerate(opportunity.debriefs), key=lambda each: each[1].date)
    places = [
        (place, index, debrief.date, action)
        for place, debrief in debriefs
        for index, action in enumerate(debrief.actions)
    ]
    return [Numbered(number, *each) for number, each in enumerate(places, 1)]
