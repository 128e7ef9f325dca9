"""A deal on a day: all that follows from its file and the settings, each worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple, Self

from tas_cli.assess.actions import Numbered, numbered_actions
from tas_cli.assess.as_of import as_of
from tas_cli.assess.figures import figures
from tas_cli.assess.process import Standing, sales_process, standing
from tas_cli.assess.scorecard import Scorecard, scorecard
from tas_cli.assess.statements import Statement, Statements, newest_signs, past
from tas_cli.method.catalogue import US, SalesStep, criteria_by_key, criterion_keys
from tas_cli.method.cells import CellKey
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.scalars import Rating
from tas_cli.model.settings import Settings
from tas_cli.strategy.decision import Decision, decide
from tas_cli.strategy.facts import Facts, facts
from tas_cli.strategy.tables import compared_criteria


class Staleness(NamedTuple):
    """A day, and after how many days something last looked at is stale on it."""

    day: date
    after: int

    def is_stale(self, seen: date | None) -> bool:
        """Whether what was last looked at on `seen` is stale; what never was is not."""
        return seen is not None and (self.day - seen).days > self.after


class Stale(NamedTuple):
    """A rating of ours that nobody has looked at for so many days."""

    criterion: str
    rating: Rating
    days: int


@dataclass
class DealOnDay:
    """A deal as it stood on a day, by the selling company's settings.

    `opportunity` is as of that day; with `evidenced` our + without evidence count as ?. What is
    costly is worked out when it is first asked for, and once.
    """

    opportunity: Opportunity
    settings: Settings
    day: date
    evidenced: bool = False

    @classmethod
    def of(
        cls, now: Opportunity, settings: Settings, day: date, *, evidenced: bool = False
    ) -> Self:
        """Return a deal of which the file says `now`, as it stood on a day."""
        return cls(as_of(now, day), settings, day, evidenced)

    @property
    def open(self) -> bool:
        """Whether the deal can still be won."""
        return self.opportunity.status == "open"

    def asks(self, criterion: str) -> tuple[str, ...]:
        """Return what to ask about a criterion, with the figures of the settings."""
        return criteria_by_key()[criterion].asked(**figures(self.settings))

    @property
    def chosen(self) -> str | None:
        """The strategy that is followed."""
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
        """By party and criterion, what the assessments up to the day say, oldest first."""
        return Statements(self.opportunity, self.past)

    def newest(self, criterion: str) -> Statement | None:
        """Return what was last said of us on a criterion, None where nothing ever was."""
        said = self.statements[US].get(criterion)
        return said[-1] if said else None

    def sign(self, criterion: str) -> Rating:
        """Return our newest sign on a criterion, `?` where it was never rated."""
        newest = self.newest(criterion)
        return newest[1].rating if newest else "?"

    @cached_property
    def card(self) -> Scorecard:
        """The state of every cell."""
        return self._card(self.day)

    def card_on(self, day: date) -> Scorecard:
        """Return the state of every cell on an earlier day, by the opportunity of this one."""
        return self.card if day == self.day else self._card(day)

    def _card(self, day: date) -> Scorecard:
        card = scorecard(self.opportunity, day)
        return card.evidenced() if self.evidenced else card

    @cached_property
    def previous(self) -> Scorecard | None:
        """The scorecard of the assessment before the newest one, None where there is none."""
        return self.card_on(self.card.dates[-2]) if len(self.card.dates) > 1 else None

    @cached_property
    def staleness(self) -> Staleness:
        """What is stale on the day, by the step that is worked on then."""
        return Staleness(self.day, self.settings.stale_for(self.opportunity.step))

    @property
    def stale(self) -> list[Stale]:
        """Our ratings that nobody has looked at for too long, the oldest first."""
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
        """The newest sign of every cell that was ever rated; this takes no whole scorecard."""
        return self.card.signs if self.evidenced else newest_signs(self.opportunity, self.past)

    @cached_property
    def facts(self) -> Facts:
        """What the engine decides from."""
        return facts(self.opportunity, self.signs)

    @cached_property
    def decision(self) -> Decision:
        """What is recommended, or still reachable, with the reasons and what would change it."""
        return decide(self.facts)

    @property
    def primary(self) -> list[str]:
        """The primary competitor, the first one declared; empty where none is."""
        return list(self.opportunity.competitors)[:1]

    @property
    def compared(self) -> frozenset[str]:
        """The criteria on which competitors are compared with us: #6 to #15."""
        return compared_criteria()

    # Its course

    @cached_property
    def process(self) -> tuple[SalesStep, ...]:
        """The company's sales process."""
        return sales_process(self.settings)

    @cached_property
    def standing(self) -> Standing:
        """Where the deal stands in the sales process: as claimed, and as the evidence supports."""
        return standing(self.opportunity, self.process, self.day)

    @cached_property
    def actions(self) -> tuple[Numbered, ...]:
        """The corrective actions that are still to be done, by number."""
        numbered = numbered_actions(self.opportunity)
        return tuple(each for each in numbered if each.asked <= self.day and each.open(self.day))
