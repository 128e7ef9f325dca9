"""What a check looks at: one opportunity on a day, and what follows from its ratings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from tas_cli.assess.caveats import lacks_event, lacks_value
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.statements import Proof, given_since
from tas_cli.diagnostics import Path, Severity
from tas_cli.method.catalogue import US, Strategy, strategies
from tas_cli.model.evidence import Evidence
from tas_cli.model.scalars import Rating
from tas_cli.model.settings import Thresholds
from tas_cli.rules.voices import own_side
from tas_cli.strategy.tables import variables

ESTABLISHED = 10
"""How many ratings of ours an assessment needs before its gaps are reported."""


@dataclass
class Subject(DealOnDay):
    """A deal under check. Lists that have places in the file are the file's own, not as of the day.

    `text` is the file's content; `no_account` says why the account that the file names cannot be
    used. A deal that is over is not asked for new ratings.
    """

    text: str = ""
    no_account: str = ""

    @cached_property
    def proofs(self) -> dict[str, list[Proof]]:
        """The evidence given since we became +, by criterion, newest assessment first.

        An empty list is a + without evidence.
        """
        return {
            criterion: given_since(said)
            for criterion, said in self.statements[US].items()
            if said[-1][1].rating == "+"
        }

    @cached_property
    def misdated(self) -> list[tuple[Path, date, date]]:
        """The evidence dated after its assessment: its place and both days."""
        return [
            ((*self.evidence_path(index, criterion, party, entry), "when"), when, assessment.date)
            for index, assessment in enumerate(self.opportunity.assessments)
            for criterion, column in assessment.ratings.items()
            for party, cell in column.items()
            if cell.evidence  # most have none, and an empty list takes longer to go through
            for entry in cell.evidence
            if (when := entry.when) is not None and when > assessment.date
        ]

    @cached_property
    def neglected(self) -> bool:
        """Whether even the newest assessment is stale; then no single rating is reported."""
        return bool(self.past) and self.staleness.is_stale(self.date_of(self.past[-1]))

    @cached_property
    def gaps_count(self) -> bool:
        """Whether gaps in the ratings are reported: not in a deal just begun, over or neglected."""
        if not self.past or not self.open or self.neglected:
            return False
        old = self.staleness.is_stale(self.date_of(self.past[0]))
        return old or len(self.statements[US]) >= ESTABLISHED

    @cached_property
    def own_people(self) -> frozenset[str]:
        """The voices of the owner and the team: what they say is not the customer's word."""
        return own_side(self.opportunity, self.settings)

    @property
    def thresholds(self) -> Thresholds | None:
        """Our minimums; None if the deal's amounts are in another currency."""
        currency = self.opportunity.currency
        return self.settings.thresholds if currency in (None, self.settings.currency) else None

    @cached_property
    def reachable(self) -> frozenset[str]:
        """Every strategy that is reachable."""
        return frozenset(self.decision.reachable)

    @property
    def followed(self) -> Strategy | None:
        """The chosen strategy, None if there is none or the deal is closed."""
        chosen = self.opportunity.chosen if self.open else None
        return strategies()[chosen] if chosen else None

    @property
    def variation(self) -> str | None:
        """The chosen variation."""
        choice = self.opportunity.strategy
        return choice.variation if choice else None

    @property
    def explained(self) -> bool:
        """Whether the choice has a reason."""
        choice = self.opportunity.strategy
        return bool(choice and (choice.reason or "").strip())

    @cached_property
    def unexplained(self) -> bool:
        """Whether the chosen strategy is not the recommended one, and has no reason."""
        if self.followed is None or self.explained or not self.past:
            return False
        return self.followed.key != self.decision.recommended

    @property
    def ways_left(self) -> str:
        """The titles of the reachable strategies, as a sentence has them: `A, B or C`."""
        return self._reachable_titles("or")

    @property
    def undecided(self) -> str:
        """The same after `undecided between`: `A, B and C`."""
        return self._reachable_titles("and")

    def _reachable_titles(self, word: str) -> str:
        *titles, last = (strategies()[key].title for key in self.decision.reachable)
        return f"{', '.join(titles)} {word} {last}" if titles else last

    @cached_property
    def attack_lacks(self) -> tuple[str, ...]:
        """The criteria that every attack needs and the chosen one lacks."""
        if self.followed is None or self.followed.kind != "attack":
            return ()
        event = lacks_event(self.facts) and not self.facts.stated.get("compelling_event")
        lacking = {"compelling_event": event, "unique_business_value": lacks_value(self.facts)}
        return tuple(criterion for criterion, lacks in lacking.items() if lacks)

    @cached_property
    def unknown(self) -> list[str]:
        """The competitors about whom nothing is known on the criteria compared with ours."""
        signs = self.signs
        return [
            party
            for party in self.facts.competitors
            if all(signs.get((criterion, party), "?") == "?" for criterion in self.compared)
        ]

    def days_to_close(self, criterion: str) -> int | None:
        """Return the days from our newest rating to the expected close, None if one is missing."""
        newest, close = self.newest(criterion), self.opportunity.expected_close
        return (close - self.date_of(newest[0])).days if newest and close else None

    def is_stale(self, criterion: str) -> bool:
        """Whether nobody has re-checked our rating for too long."""
        newest = self.newest(criterion)
        return newest is not None and self.staleness.is_stale(self.date_of(newest[0]))

    def cell_path(self, criterion: str, party: str) -> Path:
        """Return the place of a cell's newest statement, or of the assessments if it has none."""
        said = self.statements[party].get(criterion)
        return ("assessments", said[-1][0], "ratings", criterion, party) if said else _NOWHERE

    def evidence_path(self, index: int, criterion: str, party: str, entry: Evidence) -> Path:
        """Return the place of an entry of evidence."""
        evidence = self.opportunity.assessments[index].ratings[criterion][party].evidence
        number = next(number for number, each in enumerate(evidence) if each is entry)
        return ("assessments", index, "ratings", criterion, party, "evidence", number)

    def person_path(self, key: str, *field: str) -> Path:
        """Return the place of a person or field; `account` if only the account's file has them."""
        return ("people", key, *field) if key in self.opportunity.people else ("account",)

    def rests_on(self, criterion: str) -> bool:
        """Whether the strategy depends on our sign there.

        The recommended strategy does if another sign could lead to a different one. If none is
        recommended, the chosen strategy does if another sign would put it out of reach.
        """
        if criterion not in variables():
            return False
        turned = self._turned(criterion)
        if len(self.reachable) == 1:
            return any(not outcome <= self.reachable for outcome in turned)
        chosen = self.opportunity.chosen
        return chosen in self.reachable and any(chosen not in outcome for outcome in turned)

    def _turned(self, criterion: str) -> list[frozenset[str]]:
        """Return the strategies that are reachable with each of the other signs there."""
        scenarios, now = self.decision.scenarios, self.sign(criterion)
        return [
            scenarios.assuming((criterion, US), sign).reachable() for sign in _SIGNS if sign != now
        ]

    def weight(self, criterion: str) -> Severity | None:
        """Return info if the strategy does not depend on it, None for the check's own severity."""
        return None if self.rests_on(criterion) else Severity.INFO

    def money(self, value: Decimal) -> str:
        """Return an amount of the deal as people read it."""
        return f"{self.opportunity.currency or self.settings.currency} {value:,f}"


_SIGNS: tuple[Rating, Rating] = ("+", "-")
_NOWHERE: Path = ("assessments",)


class Entry(NamedTuple):
    """What the checks across the workspace need to know about an opportunity."""

    name: str
    customer: str
    status: str
    owner: str | None = None
