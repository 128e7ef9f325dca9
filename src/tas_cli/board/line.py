"""One deal as a line of figures: plain data, so that it can be kept by content."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

from tas_cli.gather.shape import Day, Digits, sized


class Line(NamedTuple):
    """A deal's figures on a day; days are ISO text, an amount is its digits.

    `claimed` and `supported` are the last steps completed, by keys. `rated` are our cells that any
    assessment states, `ages` the sum of their days since then, `unknown` those of twenty that are
    `?`. `first` is the oldest assessment, `graded` the day from which all was rated that the
    standard asks for, `reviews` are the days of assessments and changes. `worse` to
    `closed` say what changed since the day that was asked for (`moves.Moves`), `postponed` how
    often the close date was moved to a later day. `forecast` is what the checks of the forecast
    found, `[code, severity, message]`; `reasons` why it needs a debrief, `[code, weight, words]`.
    """

    name: str
    customer: str
    owner: str | None
    currency: str
    amount: Digits | None
    status: str
    close: Day | None
    ended: Day | None
    step: str | None
    claimed: str | None
    supported: str | None
    probability: int
    claimed_probability: int
    days: int | None
    usual: int | None
    chosen: str | None
    recommended: str | None
    reachable: list[str]
    rated: int
    ages: int
    unknown: int
    first: Day | None
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

    @property
    def open(self) -> bool:
        """Whether the deal can still be won."""
        return self.status == "open"

    @property
    def outstays(self) -> bool:
        """Whether the step takes longer than it usually does."""
        return self.days is not None and self.usual is not None and self.days > self.usual
