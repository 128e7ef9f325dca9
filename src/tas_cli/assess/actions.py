"""Corrective actions of all of a deal's debriefs, with numbers that stay (method, section 8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tas_cli.model.debrief import CorrectiveAction
from tas_cli.model.opportunity import Opportunity


@dataclass(frozen=True, slots=True)
class Numbered:
    """A corrective action: its number in the deal, where it stands in the file, its debrief's day.

    Numbers run over all debriefs in the order of their days, so that a later debrief leaves those
    of the earlier ones as they are.
    """

    number: int
    debrief: int
    index: int
    asked: date
    action: CorrectiveAction

    def open(self, day: date) -> bool:
        """Whether it is still to be done."""
        done = self.action.done
        return done is None or done > day

    def overdue(self, day: date) -> bool:
        """Whether it should have been done before that day, and is not."""
        due = self.action.due
        return due is not None and due < day and self.open(day)


def numbered_actions(opportunity: Opportunity) -> list[Numbered]:
    """Return all corrective actions of a deal, by number."""
    debriefs = sorted(enumerate(opportunity.debriefs), key=lambda each: each[1].date)
    places = [
        (place, index, debrief.date, action)
        for place, debrief in debriefs
        for index, action in enumerate(debrief.actions)
    ]
    return [Numbered(number, *each) for number, each in enumerate(places, 1)]
