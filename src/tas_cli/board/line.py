"""One deal as a line of figures: plain data that can be cached by content."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, NamedTuple

from tas_cli.board.actions import Due
from tas_cli.gather.shape import Day, Digits, sized
from tas_cli.method.catalogue import criterion_keys, strategies

_Strategy = Annotated[str, lambda key: strategies()[key]]
"""The key of a strategy."""


UNRATED = "."
"""What stands for a cell that no assessment states."""


def _twenty(signs: str) -> None:
    """Accept the signs of all criteria.

    Raises:
        ValueError: there are more or fewer, or one is not a sign.
    """
    if len(signs) != len(criterion_keys()) or signs.strip("+-?."):
        raise ValueError(signs)


class Meeting(NamedTuple):
    """The next meeting with the customer: when, with whom, what about.

    `people` are as in the file, `named` are they in one text, by name.
    """

    date: Day | None
    people: list[str]
    what: str | None
    named: str


class Hold(NamedTuple):
    """Since when a deal is on hold, and what will resume it."""

    since: Day | None
    trigger: str | None


CALLS = ("omitted", "pipeline", "best_case", "commit")
"""The forecast categories, from the least to the most certain."""


class Then(NamedTuple):
    """What a line compares: a deal's facts on an evening, or now.

    `held` is whether it was on hold, `supported` the last step complete by evidence, `assessed`
    whether there was any assessment. The rest is as in a line.
    """

    person: str | None
    currency: str
    amount: Digits | None
    status: str
    close: Day | None
    ended: Day | None
    called: Annotated[str, CALLS.index] | None
    held: bool
    step: str | None
    supported: str | None
    chosen: _Strategy | None
    recommended: _Strategy | None
    reachable: list[_Strategy]
    assessed: bool


class DealLine(NamedTuple):
    """A deal's figures on a day; days are ISO text, an amount is text as well.

    `person` is the owner's id in the team, else the name in the file. `begun` is the first day on
    which the file records something; `why` is the reason the deal ended, `lost_to` who won it;
    `choice` has the chosen strategy's variation, first day, reason and author; `competitors` are
    `[id, name]`. `called` is the owner's forecast category, `hold` is None unless the deal is on
    hold. `claimed` and `supported` are the keys of the last steps completed, `unquestioned` the one
    that would be complete by evidence if debriefs had accepted all of it, None if they did; `met`
    the outcomes reported as met, as STEP.OUTCOME. `signs` has a text for us and each competitor:
    the sign of every criterion in order, a point if no assessment states it. `balances` is the
    number of + minus the number of - in each of the four questions, `rated` the number of our cells
    that any assessment states, `ages` the sum of the days since then, `unknown` how many of the
    twenty are `?`, `proven` how many of our + have evidence. `first` and `assessed` are the days of
    the oldest and the newest assessment, `graded` the day from which the deal was graded to
    standard, `reviews` the days of assessments and changes. `earlier` has the facts on the evening
    before changes count, empty if they were as now, None if the deal had not begun (see `then`);
    `worse` and `better` are the criteria where our sign turned since. `postponed` is how often the
    close date was moved to a later date, `signs_seen` are the signs that we are not in control.
    `forecast` has the findings of the forecast checks, `[code, severity, message]`; `reasons` why
    it needs a debrief, `[code, weight, words]`.
    If the deal is open and the scope asks for what is `ahead`, `asks` has the first cells to find
    out next, `[criterion, party]`, `stale` the number of our stale ratings, `agreed` the open
    action items, and `tactics` the open tactics.
    `id` and `file` do not depend on the content, so they are empty in the cache.
    """

    name: str
    customer: str
    account: str | None
    external_id: str | None
    owner: str | None
    person: str | None
    currency: str
    amount: Digits | None
    status: str
    close: Day | None
    ended: Day | None
    why: str | None
    lost_to: str | None
    begun: Day | None
    called: Annotated[str, CALLS.index] | None
    meeting: Meeting | None
    hold: Hold | None
    step: str | None
    claimed: str | None
    supported: str | None
    unquestioned: str | None
    met: list[str]
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
    signs: list[Annotated[str, _twenty]]
    balances: list[int]
    rated: int
    ages: int
    unknown: int
    proven: int
    first: Day | None
    assessed: Day | None
    graded: Day | None
    reviews: list[Day]
    debriefs: list[Day]
    actions: int
    overdue_actions: int
    open_tactics: int
    overdue_tactics: int
    signs_seen: list[str]
    worse: list[str]
    better: list[str]
    earlier: Then | tuple[()] | None
    postponed: int
    forecast: list[Annotated[list[str], sized(3)]]
    reasons: list[Annotated[list[Any], sized(3)]]
    asks: list[Annotated[list[str], sized(2)]]
    stale: int
    agreed: list[Due]
    tactics: list[Due]
    id: str = ""
    file: str = ""

    @property
    def open(self) -> bool:
        """Whether the deal can still be won."""
        return self.status == "open"

    @property
    def known(self) -> int:
        """The share of our cells that are known, in whole percent, rounded down."""
        cells = len(criterion_keys())
        return (cells - self.unknown) * 100 // cells

    @property
    def then(self) -> Then | None:
        """The deal's facts on the evening before changes count; None if it had not begun."""
        return self.earlier or (None if self.earlier is None else self.now)

    @property
    def now(self) -> Then:
        """The same facts as of the line's day."""
        return Then(
            person=self.person,
            currency=self.currency,
            amount=self.amount,
            status=self.status,
            close=self.close,
            ended=self.ended,
            called=self.called,
            held=self.held,
            step=self.step,
            supported=self.supported,
            chosen=self.chosen,
            recommended=self.recommended,
            reachable=self.reachable,
            assessed=self.first is not None,
        )

    def sign(self, criterion: str, party: int) -> str:
        """Return the sign of a cell: party 0 is us; never rated counts as `?`."""
        return self.signs[party][criterion_keys().index(criterion)].replace(UNRATED, "?")

    @property
    def held(self) -> bool:
        """Whether the deal is on hold."""
        return self.hold is not None

    def past_close(self, day: date) -> bool:
        """Whether the deal was expected to close before a day and is still open."""
        return self.open and self.close is not None and self.close < day.isoformat()

    def later_than(self, day: date) -> bool:
        """Whether the deal began after a day."""
        return self.begun is not None and self.begun > day.isoformat()

    @property
    def takes_longer(self) -> bool:
        """Whether the step is taking longer than usual."""
        return self.days is not None and self.usual is not None and self.days > self.usual
