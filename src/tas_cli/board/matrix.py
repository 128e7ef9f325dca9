"""The opportunity matrix: all deals and those that may come, by time and potential; pure.

Method, section 9. Which deal is in which quadrant, and what high potential is, is our reading:
`tas explain matrix` says it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from statistics import median_low
from typing import NamedTuple

from tas_cli.assess.process import sales_process
from tas_cli.board.actions import Due
from tas_cli.board.line import DealLine
from tas_cli.board.money import EXACT, Scale, Worth, scale, worth
from tas_cli.board.scope import Scope, iso
from tas_cli.model.account import Account
from tas_cli.model.settings import Settings
from tas_cli.typed.dates import months_on

IN_PROGRESS, EARLY, DELAYED, LONG_TERM = QUADRANTS = (
    "in_progress",
    "early_stage",
    "delayed",
    "long_term",
)
"""The quadrants, in the order in which they are worked."""
MONTHS = (6, 12, 18, 24)
"""Where the columns of the matrix end, in months from today; one more has all that is later."""
_NEAR, _SHORT = MONTHS.index(12), MONTHS.index(18)
"""The columns with which the short term ends, at the earliest and at the latest."""
_NO_DAY = "9999-12-31"


class Candidate(NamedTuple):
    """A deal, or one that may come, as the matrix sees it; the day is ISO text.

    `key` is a deal's short name, or the number of an account's potential deal, which has no
    `line`. `account` is the account's short name, `trigger` what would revive or start it.
    """

    key: str
    file: str
    name: str
    customer: str
    account: str | None
    currency: str
    amount: str | None
    when: str | None
    trigger: str | None
    line: DealLine | None = None

    @property
    def held(self) -> bool:
        """Whether the customer has delayed it, or has cancelled it and may revive it."""
        return self.line is not None and self.line.held


class Step(NamedTuple):
    """What is done next for a deal: an action item, a tactic or a meeting with the customer.

    A meeting has no number and no owner. The day is ISO text.
    """

    kind: str
    number: int | None
    what: str
    owner: str | None
    due: str | None


class Bar(NamedTuple):
    """The amount from which on potential is high: our minimum order, or the median of all."""

    currency: str
    amount: Decimal
    set_by_us: bool


class Placed(NamedTuple):
    """A candidate in its place: its number on the page, its quadrant and its potential.

    `column` counts from 0; without a day it is None. `worth` and `high` are None without an
    amount. `likelihood` is the probability of the last step complete by evidence, in percent, None
    without a sales process.
    """

    number: int
    candidate: Candidate
    quadrant: str
    column: int | None
    worth: Worth | None
    high: bool | None
    likelihood: int | None
    next: Step | None

    @property
    def label(self) -> str:
        """The number, in parentheses if the customer has delayed or cancelled the deal."""
        return f"({self.number})" if self.candidate.held else str(self.number)


class Frame(NamedTuple):
    """What places depend on: `ends` are the last days of the columns, `bars` by currency.

    `first` is the first step of the sales process.
    """

    day: date
    ends: tuple[date, ...]
    scale: Scale
    bars: dict[str, Bar]
    first: str


class Matrix(NamedTuple):
    """The matrix: its frame, and what is in it, in the order in which it is worked."""

    frame: Frame
    placed: tuple[Placed, ...]

    def of(self, quadrant: str) -> list[Placed]:
        """Return what is in a quadrant, the largest first."""
        return [each for each in self.placed if each.quadrant == quadrant]


def totals(placed: Iterable[Placed]) -> tuple[Worth, ...]:
    """Return what some candidates are worth together, by currency, in order of code."""
    found: dict[str, Decimal] = {}
    for each in placed:
        if each.worth:
            currency, amount = each.worth
            found[currency] = EXACT.add(found.get(currency, Decimal()), amount)
    return tuple(Worth(currency, found[currency]) for currency in sorted(found))


def by_term(placed: Sequence[Placed]) -> dict[str, tuple[Worth, ...]]:
    """Return what candidates are worth in the short term (18 months), later, and without a day."""
    short = [each for each in placed if each.column is not None and each.column <= _SHORT]
    later = [each for each in placed if each.column is not None and each.column > _SHORT]
    undated = [each for each in placed if each.column is None]
    return {"short_term": totals(short), "long_term": totals(later), "undated": totals(undated)}


def of_deals(lines: Iterable[DealLine]) -> Iterator[Candidate]:
    """Yield the deals that are open, and those that the customer cancelled but may revive."""
    for line in lines:
        trigger = line.hold.trigger if line.hold else None
        if line.open or (trigger and line.lost_to == "no_decision"):
            place = line.id, line.file, line.name, line.customer, line.account
            yield Candidate(*place, line.currency, line.amount, line.close, trigger, line)


def of_account(name: str, file: str, account: Account, settings: Settings) -> Iterator[Candidate]:
    """Yield an account's potential deals; their amounts are in our own currency."""
    for number, each in enumerate(account.potential_deals, 1):
        amount = None if each.amount is None else f"{each.amount:f}"
        place = str(number), file, each.what, account.name, name
        yield Candidate(*place, settings.currency, amount, iso(each.when), each.trigger)


def matrix(every: Sequence[Candidate], shown: Iterable[Candidate], scope: Scope) -> Matrix:
    """Return the matrix of the candidates that are `shown`.

    What high potential is follows from `every` one, so that no deal moves when others are hidden.
    """
    settings = scope.settings
    by = scale(every, settings)
    frame = Frame(
        scope.day,
        tuple(_after(scope.day, months) for months in MONTHS),
        by,
        _bars(every, by, settings),
        first=next(iter(sales_process(settings))).key,
    )
    found = sorted((_placed(each, frame) for each in shown), key=_order)
    return Matrix(frame, tuple(each._replace(number=at) for at, each in enumerate(found, 1)))


def _after(day: date, months: int) -> date:
    try:
        return months_on(day, months)
    except OverflowError:
        return date.max


def _bars(every: Iterable[Candidate], by: Scale, settings: Settings) -> dict[str, Bar]:
    amounts: dict[str, list[Decimal]] = {}
    for each in every:
        if found := worth(each, by):
            amounts.setdefault(found.currency, []).append(found.amount)
    bars = {key: Bar(key, median_low(each), set_by_us=False) for key, each in amounts.items()}
    least = settings.thresholds.order_amount if settings.thresholds else None
    own = settings.currency
    return bars if least is None else {**bars, own: Bar(own, least, set_by_us=True)}


def _placed(each: Candidate, frame: Frame) -> Placed:
    price, line = worth(each, frame.scale), each.line
    then = date.fromisoformat(each.when) if each.when else None
    column = bisect_left(frame.ends, then) if then else None
    return Placed(
        number=0,
        candidate=each,
        quadrant=_quadrant(each, column, frame.first),
        column=column,
        worth=price,
        high=None if price is None else price.amount >= frame.bars[price.currency].amount,
        likelihood=line.probability if line and _in_process(line) else None,
        next=_next(line, frame.day.isoformat()) if line else None,
    )


def _in_process(line: DealLine) -> bool:
    """Whether a deal's file says anything about its place in the sales process."""
    return bool(line.step or line.claimed or line.supported)


def _quadrant(each: Candidate, column: int | None, first: str) -> str:
    """Return the quadrant: what is on hold is delayed, whatever its step and its date.

    A deal without any step counts as in progress if it is expected within a year, a potential deal
    without a date as long-term.
    """
    line = each.line
    if each.held:
        return DELAYED
    if line and _in_process(line):
        if line.step != first:
            return IN_PROGRESS
    elif line and column is not None and column <= _NEAR:
        return IN_PROGRESS
    later = line is None if column is None else column > _SHORT
    return LONG_TERM if later else EARLY


def _next(line: DealLine, today: str) -> Step | None:
    """Return what is done next: the longest overdue, then what is due first, then the rest."""
    steps = [*_listed("action", line.agreed, line), *_listed("tactic", line.tactics, line)]
    meeting = line.meeting
    if meeting and (meeting.date or today) >= today:
        about = ": ".join(filter(None, (meeting.named, meeting.what)))
        steps.append(Step("meeting", None, about or "meeting", None, meeting.date))
    return min(steps, key=lambda step: step.due or _NO_DAY, default=None)


def _listed(kind: str, found: Iterable[Due], line: DealLine) -> Iterator[Step]:
    for each in found:
        if each.open:
            yield Step(kind, each.number, each.what, each.owner or line.owner, each.due)


def _order(placed: Placed) -> tuple[int, bool, str, Decimal, str, str, str]:
    """Sort by quadrant, then by amount within a currency, then by day and name."""
    each, price = placed.candidate, placed.worth or Worth("", Decimal())
    return (
        QUADRANTS.index(placed.quadrant),
        placed.worth is None,
        price.currency,
        -price.amount,
        each.when or _NO_DAY,
        each.file,
        f"{each.key:>6}",
    )
