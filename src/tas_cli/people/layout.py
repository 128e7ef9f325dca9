"""How the screen is shared between the list, the details and the verdict. Pure."""

from __future__ import annotations

from typing import NamedTuple

_BESIDE = 110
"""The width from which the details are beside the list."""
LIST = 80
"""The width of the list with the details beside it."""
_LOW, _MIDDLE, _HIGH = 10, 16, 30
"""The heights, of all three together, from which the verdict has more lines."""
_DETAIL = 5
"""The fewest lines of the details; if the list leaves no room for them, it has it all."""
_ENOUGH = 9
"""The lines of the details from which the verdict gets what is left, so that it need not be cut."""


class Shares(NamedTuple):
    """Whether the details are beside the list; the lines of the details, if below, and verdict."""

    beside: bool
    detail: int
    verdict: int


def layout(width: int, height: int, people: int) -> Shares:
    """Share a screen of this size, its first and last line aside, for a number of people."""
    body = height - 2
    verdict = next(
        lines for least, lines in ((_HIGH, 9), (_MIDDLE, 6), (_LOW, 4), (-2, 1)) if body >= least
    )
    rest, beside = body - verdict, width >= _BESIDE
    listed = min(people + 1, rest - _DETAIL)
    below = people and not beside and rest >= 2 * _DETAIL
    detail = rest - max(listed, 2) if below else 0
    spare = max(0, detail - max(_ENOUGH, rest // 2))
    return Shares(beside, detail - spare, verdict + spare)
