"""Days along a line of a drawing, and the words at its two ends."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.views.svg.elements import write
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font
from tas_cli.views.svg.palette import QUIET

WORDS = Font(11, QUIET)


class Days(NamedTuple):
    """The first day is at `left`, the last one at `right`; days outside are put at the ends."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Return where a day is, in pixels."""
        long = (self.last - self.first).days
        share = (day - self.first).days / long if long else 1
        return self.left + (self.right - self.left) * min(max(share, 0), 1)

    def ends(self, parent: Element, y: float) -> None:
        """Write the first and the last day below the line, with their year if it differs."""
        write(parent, Point(self.left, y), self.named(self.first), WORDS)
        write(parent, Point(self.right, y), self.named(self.last), WORDS._replace(end=True))

    def named(self, day: date) -> str:
        """Return a day's name: 20 Apr, or Apr 2026 if the days are of several years."""
        same = self.first.year == self.last.year
        return f"{day.day} {day:%b}" if same else f"{day:%b} {day.year}"
