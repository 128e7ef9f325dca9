"""All action items of a deal, of its debriefs and others, with numbers (method, section 8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tas_cli.diagnostics import Path
from tas_cli.model.debrief import ActionItem
from tas_cli.model.opportunity import Opportunity


@dataclass(frozen=True, slots=True)
class Numbered:
    """An action item: its number in the deal, its place in the file, the day it was agreed on.

    Numbers run through all debriefs and the deal's own action items in order of date, so a later
    one does not change earlier numbers.
    """

    number: int
    path: Path
    asked: date
    action: ActionItem

    def done(self, day: date) -> bool:
        """Whether it was done by that day."""
        done = self.action.done
        return done is not None and done <= day

    def open(self, day: date) -> bool:
        """Whether it is still to be done; one that became a tactic is not, even before that day.

        The file does not say when a tactic was planned, so it counts on earlier days as well.
        """
        return not self.done(day) and self.action.tactic is None

    def overdue(self, day: date) -> bool:
        """Whether it was due before that day and is not done."""
        due = self.action.due
        return due is not None and due < day and self.open(day)


def answer_to(action: ActionItem) -> str | None:
    """Return the answer to a point that a challenge raised; None for one that asks for none."""
    return getattr(action, "answer", None)


def numbered_actions(opportunity: Opportunity) -> list[Numbered]:
    """Return all action items of a deal, by number."""
    return [
        Numbered(number, path, day, action)
        for number, (day, path, action) in enumerate(opportunity.agreed, 1)
    ]
