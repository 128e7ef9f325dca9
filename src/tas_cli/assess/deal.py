"""A deal on a day: everything that follows from its file and the settings, computed once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Self

from tas_cli.assess.actions import Numbered, numbered_actions
from tas_cli.assess.as_of import account_as_of, as_of
from tas_cli.assess.figures import figures
from tas_cli.assess.people import present, with_people_of
from tas_cli.assess.process import Standing, sales_process, standing
from tas_cli.assess.scorecard import Scorecard, scorecard, scorecards
from tas_cli.assess.statements import Statement, Statements, newest_signs, past
from tas_cli.method.catalogue import US, SalesStep, criteria_by_key, criterion_keys
from tas_cli.method.cells import CellKey
from tas_cli.model.account import Account
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.person import Person
from tas_cli.model.scalars import Rating
from tas_cli.model.settings import Settings
from tas_cli.reading.speakers import Speakers
from tas_cli.strategy.decision import Decision, decide
from tas_cli.strategy.facts import Facts, facts
from tas_cli.strategy.tables import compared_criteria

if TYPE_CHECKING:
    from tas_cli.assess.value import Valuation


class Staleness(NamedTuple):
    """A day, and the number of days after which something is stale unless re-checked."""

    day: date
    after: int

    def is_stale(self, seen: date | None) -> bool:
        """Whether something last checked on `seen` is stale; None never is."""
        return seen is not None and (self.day - seen).days > self.after


class Stale(NamedTuple):
    """A rating of ours that nobody has re-checked for `days`."""

    criterion: str
    rating: Rating
    days: int


@dataclass
class DealOnDay:
    """A deal as it was on a day, under the selling company's settings.

    `opportunity` and the customer's `account` are as of that day; with `evidenced`, our + without
    evidence count as ?. Anything costly is computed once, on first use.
    """

    opportunity: Opportunity
    settings: Settings
    day: date
    evidenced: bool = False
    account: Account | None = None

    @classmethod
    def of(
        cls,
        now: Opportunity,
        settings: Settings,
        day: date,
        *,
        evidenced: bool = False,
        account: Account | None = None,
    ) -> Self:
        """Return a deal as it was on a day; `now` and `account` are what the files say."""
        shared = account and account_as_of(account, day)
        return cls(as_of(now, day), settings, day, evidenced, shared)

    @property
    def open(self) -> bool:
        """Whether the deal can still be won."""
        return self.opportunity.status == "open"

    @property
    def currency(self) -> str:
        """The currency of its amounts."""
        return self.opportunity.currency or self.settings.currency

    def asks(self, criterion: str) -> tuple[str, ...]:
        """Return what to ask about a criterion, with the figures of the settings."""
        return criteria_by_key()[criterion].asked(**figures(self.settings))

    @property
    def chosen(self) -> str | None:
        """The chosen strategy."""
        return self.opportunity.chosen

    # What its assessments say

    @cached_property
    def past(self) -> list[int]:
        """The indexes, in the file, of the assessments on or before the day, oldest first."""
        return past(self.opportunity, self.day)

    def date_of(self, index: int) -> date:
        """Return the day of an assessment."""
        return self.opportunity.assessments[index].date

    @cached_property
    def statements(self) -> Statements:
        """What the assessments up to the day say, by party and criterion, oldest first."""
        return Statements(self.opportunity, self.past)

    def newest(self, criterion: str) -> Statement | None:
        """Return the newest statement about us on a criterion, None if there is none."""
        said = self.statements[US].get(criterion)
        return said[-1] if said else None

    def sign(self, criterion: str) -> Rating:
        """Return our newest sign on a criterion, `?` if it was never rated."""
        newest = self.newest(criterion)
        return newest[1].rating if newest else "?"

    @cached_property
    def card(self) -> Scorecard:
        """The state of every cell."""
        return self._card(self.day)

    def card_on(self, day: date) -> Scorecard:
        """Return the state of every cell on an earlier day, from this day's opportunity."""
        return self.card if day == self.day else self._card(day)

    @cached_property
    def cards(self) -> tuple[Scorecard, ...]:
        """The state of every cell on the day of each assessment, oldest first."""
        return tuple(map(self._counted, scorecards(self.opportunity, self.day)))

    def _card(self, day: date) -> Scorecard:
        return self._counted(scorecard(self.opportunity, day))

    def _counted(self, card: Scorecard) -> Scorecard:
        return card.evidenced() if self.evidenced else card

    @cached_property
    def previous(self) -> Scorecard | None:
        """The scorecard as of the assessment before the newest one, None if there is none."""
        return self.card_on(self.card.dates[-2]) if len(self.card.dates) > 1 else None

    @cached_property
    def staleness(self) -> Staleness:
        """What counts as stale on the day, given the step being worked on."""
        return Staleness(self.day, self.settings.stale_for(self.opportunity.step))

    @property
    def stale(self) -> list[Stale]:
        """Our ratings that nobody has re-checked for too long, oldest first."""
        ours = ((key, self.card.cell(key, US)) for key in criterion_keys())
        found = [
            Stale(key, state.rating, state.age(self.day) or 0)
            for key, state in ours
            if self.staleness.is_stale(state.stated)
        ]
        return sorted(found, key=lambda each: -each.days)

    # What follows for the strategy

    @cached_property
    def signs(self) -> dict[CellKey, Rating]:
        """The newest sign of every cell that was ever rated, without building a scorecard."""
        return self.card.signs if self.evidenced else newest_signs(self.opportunity, self.past)

    @cached_property
    def facts(self) -> Facts:
        """The engine's input."""
        return facts(self.opportunity, self.signs, self.day)

    @cached_property
    def decision(self) -> Decision:
        """What is recommended or still reachable, why, and what would change it."""
        return decide(self.facts)

    @property
    def primary(self) -> list[str]:
        """The primary competitor (the first one in the race), or an empty list."""
        return [*self.opportunity.competing(self.day)[:1]]

    @property
    def compared(self) -> frozenset[str]:
        """The criteria on which competitors are compared with us: #6 to #15."""
        return compared_criteria()

    # What it is worth

    @cached_property
    def worth(self) -> Valuation | None:
        """What the deal is worth to the customer; None if its file says nothing about it."""
        if self.opportunity.value is None:
            return None
        from tas_cli.assess.value import valuation  # noqa: PLC0415 - few files have any of it

        return valuation(self.opportunity.value)

    # Who decides

    @cached_property
    def whole(self) -> Opportunity:
        """The deal as if its file had all people of its account, too."""
        return with_people_of(self.account, self.opportunity)

    @property
    def people(self) -> dict[str, Person]:
        """The people on the map by id: the account's, with what the deal says about them."""
        return self.whole.people

    @cached_property
    def present(self) -> dict[str, Person]:
        """The people on the map by id, without those who have left by the day."""
        return present(self.people, self.day)

    @cached_property
    def speakers(self) -> Speakers:
        """The same, to be found by the words with which a text names them."""
        return Speakers(self.people)

    # How it progresses

    @cached_property
    def process(self) -> tuple[SalesStep, ...]:
        """The company's sales process."""
        return sales_process(self.settings)

    @cached_property
    def standing(self) -> Standing:
        """Where the deal is in the sales process: as claimed, and by evidence."""
        return standing(self.opportunity, self.process, self.day)

    @cached_property
    def actions(self) -> tuple[Numbered, ...]:
        """The open action items, by number."""
        numbered = numbered_actions(self.opportunity)
        return tuple(each for each in numbered if each.asked <= self.day and each.open(self.day))
