"""One deal as a line of figures: plain data, so that it can be kept by content."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, NamedTuple

from tas_cli.gather.shape import Day, Digits, sized
from tas_cli.method.catalogue import criterion_keys, strategies

_Strategy = Annotated[str, lambda key: strategies()[key]]
"""The key of a strategy."""


class DealLine(NamedTuple):
    """A deal's figures on a day; days are ISO text, an amount is its digits.

    `person` is the owner's id in the team, or whom the file names. `begun` is the first day that
    the file says something of; `why` is the reason for which the deal ended, `choice` the chosen
    strategy's variation, first day, reason and author, `competitors` are `[id, name]`. `claimed`
    and `supported` are the last steps completed, by keys. `balances` are plus less minus in each
    of the four questions, `rated` our cells that any assessment states, `ages` the sum of their
    days since then, `unknown` those of twenty that are `?`. `first` and `assessed` are the oldest
    and the newest assessment, `graded` the day from which all was rated that the standard asks
    for, `reviews` are the days of assessments and changes. `worse` to
    `closed` say what changed since the day that was asked for (`moves.Moves`), `postponed` how
    often the close date was moved to a later day. `forecast` is what the checks of the forecast
    found, `[code, severity, message]`; `reasons` why it needs a debrief, `[code, weight, words]`.
    `id` and `file` are nothing that the content says, so they are empty in what is kept.
    """

    name: str
    customer: str
    external_id: str | None
    owner: str | None
    person: str | None
    currency: str
    amount: Digits | None
    status: str
    close: Day | None
    ended: Day | None
    why: str | None
    begun: Day | None
    step: str | None
    claimed: str | None
    supported: str | None
    probability: int
    claimed_probability: int
    days: int | None
    usual: int | None
    chosen: _Strategy | None
    choice: Annotated[list[str | None], sized(4)]
    competitors: list[Annotated[list[str], sized(2)]]
    recommended: _Strategy | None
    variation: str | None
    reachable: list[_Strategy]
    balances: list[int]
    rated: int
    ages: int
    unknown: int
    first: Day | None
    assessed: Day | None
    graded: Day | None
    reviews: list[Day]
    debriefs: list[Day]
    actions: int
    overdue_actions: int
    worse: list[str]
    better: list[str]
    slipped: Annotated[list[str], sized(2)] | None
    moved: Annotated[list[str | None], sized(2)] | None
    new: bool
    closed: bool
    postponed: int
    forecast: list[Annotated[list[str], sized(3)]]
    reasons: list[Annotated[list[Any], sized(3)]]
    id: str = ""
    file: str = ""

    @property
    def open(self) -> bool:
        """Whether the deal can still be won."""
        return self.status == "open"

    @property
    def known(self) -> int:
        """The share of our cells that is known, in whole percent, rounded down."""
        cells = len(criterion_keys())
        return (cells - self.unknown) * 100 // cells

    def past_close(self, day: date) -> bool:
        """Whether the deal should have been closed before a day, and was not."""
        return self.open and self.close is not None and self.close < day.isoformat()

    def later_than(self, day: date) -> bool:
        """Whether nobody knew of the deal on a day."""
        return self.begun is not None and self.begun > day.isoformat()

    @property
    def outstays(self) -> bool:
        """Whether the step takes longer than it usually does."""
        return self.days is not None and self.usual is not None and self.days > self.usual
