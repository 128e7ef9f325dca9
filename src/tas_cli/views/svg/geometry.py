"""Points and cards on the picture, in pixels from its upper left corner."""

from __future__ import annotations

from typing import NamedTuple

CARD_WIDTH, CARD_HEIGHT = 224.0, 90.0


class Point(NamedTuple):
    """A place on the picture, or a direction."""

    x: float
    y: float

    def moved(self, toward: Point, by: float = 1) -> Point:
        """Return the point `by` times a direction further."""
        return Point(self.x + toward.x * by, self.y + toward.y * by)


class Card(NamedTuple):
    """Where a person's card is: its upper left corner."""

    x: float
    y: float

    @property
    def middle(self) -> Point:
        """Its middle."""
        return Point(self.x + CARD_WIDTH / 2, self.y + CARD_HEIGHT / 2)

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + CARD_WIDTH

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + CARD_HEIGHT

    def moved(self, right: float, down: float) -> Card:
        """Return the card somewhere else."""
        return Card(self.x + right, self.y + down)
