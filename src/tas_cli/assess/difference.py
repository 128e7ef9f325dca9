"""Two states of a deal, and everything that changed between them: ratings, evidence, fields, more.

The states may be of two days, or of two files: only what they say is compared, never how they came
about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from tas_cli.assess.actions import Numbered, numbered_actions
from tas_cli.assess.begun import begun
from tas_cli.assess.challenge import ROLES, grades_of, in_figures
from tas_cli.assess.changes import FieldChange, RatingChange, changes
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.record_changes import RecordChange, record_changes
from tas_cli.assess.said import Said, said
from tas_cli.assess.scorecard import Scorecard
from tas_cli.method.cells import CellKey, cell_keys
from tas_cli.model.note import Note
from tas_cli.model.opportunity import NO_CHOICE, Opportunity
from tas_cli.model.tracked import COMPETITOR, STEP
from tas_cli.nouns import stored
from tas_cli.strategy.decision import decide

_T = TypeVar("_T")
_APART = {"tas", "assessments", "strategy", "process", "competitors", "history"}
"""Keys whose parts are compared in ways of their own, or not at all; nouns have one, too."""
_WITH_LINES = ("actions", "notes")
"""The records that have lines of their own where they are new, gone or done."""


class Outcome(NamedTuple):
    """What the buyer did: a step of the sales process, and its outcome."""

    step: str
    outcome: str


@dataclass
class Difference:
    """What changed in a deal between two states: `after`, compared with `before`."""

    before: DealOnDay
    after: DealOnDay

    @cached_property
    def new(self) -> bool:
        """Whether the deal had not begun in the state before."""
        first = begun(self.after.opportunity)
        return first is not None and first > self.before.day

    @cached_property
    def ratings(self) -> tuple[RatingChange, ...]:
        """The cells whose sign changed, or that are rated in one state only."""
        was, now = self.before.card, self.after.card
        return tuple(changes(was, now, dict.fromkeys((*now.parties, *was.parties))))

    @cached_property
    def confirmed(self) -> tuple[CellKey, ...]:
        """The cells that were stated again with the same sign."""
        return _confirmed(self.before.card, self.after.card)

    @cached_property
    def unconfirmed(self) -> tuple[CellKey, ...]:
        """The cells whose last statement is gone; an earlier one has the same sign."""
        return _confirmed(self.after.card, self.before.card)

    @cached_property
    def strategy_changed(self) -> bool:
        """Whether another strategy or variation is recommended, reachable or chosen, or why."""
        return _strategic(self.before) != _strategic(self.after)

    @cached_property
    def turning(self) -> tuple[RatingChange, ...]:
        """The rating changes without which other strategies would be reachable now.

        They are those that each make a difference, or else a few that do so only together.
        """
        if self.before.decision.reachable == self.after.decision.reachable:
            return ()
        alone = tuple(each for each in self.ratings if self._turns((each,)))
        return alone or self._together()

    def _together(self) -> tuple[RatingChange, ...]:
        needed = self.ratings if self._turns(self.ratings) else ()
        for each in needed:
            fewer = tuple(other for other in needed if other != each)
            needed = fewer if self._turns(fewer) else needed
        return needed

    def _turns(self, changes: Iterable[RatingChange]) -> bool:
        facts = self.after.facts
        undone = {(each.criterion, each.party): each.before for each in changes}
        without = decide(facts._replace(ratings=facts.ratings | undone))
        return without.reachable != self.after.decision.reachable

    @cached_property
    def fields(self) -> tuple[FieldChange, ...]:
        """The plain fields that changed, competitors and the sales step among them."""
        was, now = _fields(self.before.opportunity), _fields(self.after.opportunity)
        return tuple(
            FieldChange(key, was.get(key), now.get(key))
            for key in dict.fromkeys((*now, *was))
            if was.get(key) != now.get(key)
        )

    @cached_property
    def added(self) -> tuple[Said, ...]:
        """The evidence that is new, by criterion and party."""
        return _without(said(self.after), said(self.before))

    @cached_property
    def removed(self) -> tuple[Said, ...]:
        """The evidence that is gone."""
        return _without(said(self.before), said(self.after))

    @cached_property
    def met(self) -> tuple[Outcome, ...]:
        """The outcomes of sales steps that are newly met."""
        return _without(_met(self.after), _met(self.before))

    @cached_property
    def unmet(self) -> tuple[Outcome, ...]:
        """The outcomes that are not called met any more."""
        return _without(_met(self.before), _met(self.after))

    @cached_property
    def evidenced(self) -> tuple[Outcome, ...]:
        """The outcomes that were called met before, and have evidence now."""
        return _both(_shown(self.after), _called(self.before))

    @cached_property
    def unevidenced(self) -> tuple[Outcome, ...]:
        """The outcomes that had evidence, and are only called met now."""
        return _both(_called(self.after), _shown(self.before))

    @cached_property
    def agreed(self) -> tuple[Numbered, ...]:
        """The action items that are new."""
        return _newly(_actions(self.after), _actions(self.before))

    @cached_property
    def dropped(self) -> tuple[Numbered, ...]:
        """The action items that are gone."""
        return _newly(_actions(self.before), _actions(self.after))

    @cached_property
    def done(self) -> tuple[Numbered, ...]:
        """The action items that are newly done."""
        return _newly(_done(self.after), _done(self.before))

    @cached_property
    def reopened(self) -> tuple[Numbered, ...]:
        """The action items that are not done any more, or gone."""
        return _newly(_done(self.before), _done(self.after))

    @cached_property
    def debriefs(self) -> tuple[date, ...]:
        """The days of new debriefs."""
        return _without(_debriefs(self.after), _debriefs(self.before))

    @cached_property
    def debriefs_removed(self) -> tuple[date, ...]:
        """The days of debriefs that are gone."""
        return _without(_debriefs(self.before), _debriefs(self.after))

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The notes that are new."""
        return _without(_notes(self.after), _notes(self.before))

    @cached_property
    def notes_removed(self) -> tuple[Note, ...]:
        """The notes that are gone."""
        return _without(_notes(self.before), _notes(self.after))

    def reversed(self, change: RatingChange) -> bool:
        """Whether a rating became its opposite, and nothing new was said about the cell."""
        opposite = {change.before, change.after} == {"+", "-"}
        cell = change.criterion, change.party
        return opposite and all(each[:2] != cell for each in self.added)

    @property
    def unsupported(self) -> tuple[RatingChange, ...]:
        """The ratings that became their opposite without new evidence."""
        return tuple(filter(self.reversed, self.ratings))

    @cached_property
    def records(self) -> tuple[RecordChange, ...]:
        """The records of all nouns that were added, removed or changed."""
        return tuple(record_changes(self.before, self.after))

    @property
    def other_records(self) -> tuple[RecordChange, ...]:
        """Those without a line of their own, as new, done or removed action items have."""
        return tuple(
            each
            for each in self.records
            if each.noun.key not in _WITH_LINES
            or (each.changed and any(field.field != "done" for field in each.fields))
        )

    @property
    def empty(self) -> bool:
        """Whether nothing changed."""
        return not any(
            (self.ratings, self.confirmed, self.unconfirmed, self.fields,
             self.added, self.removed, self.met, self.unmet, self.evidenced, self.unevidenced,
             self.done, self.reopened, self.debriefs, self.debriefs_removed, self.records)
        ) and not self.strategy_changed  # fmt: skip


def _without(these: tuple[_T, ...], those: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(each for each in these if each not in those)


def _both(these: tuple[_T, ...], those: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(each for each in these if each in those)


def _confirmed(was: Scorecard, now: Scorecard) -> tuple[CellKey, ...]:
    pairs = ((key, was.cell(*key), now.cell(*key)) for key in cell_keys(now.parties))
    return tuple(
        key
        for key, before, after in pairs
        if before.rating == after.rating
        and before.stated
        and after.stated
        and after.stated > before.stated
    )


def _strategic(deal: DealOnDay) -> tuple[object, ...]:
    decision, choice = deal.decision, deal.opportunity.strategy
    chosen = (choice.chosen, choice.variation, choice.reason) if choice and choice.chosen else None
    return decision.reachable, decision.variation, chosen


def _met(deal: DealOnDay) -> tuple[Outcome, ...]:
    return (*_shown(deal), *_called(deal))


def _shown(deal: DealOnDay) -> tuple[Outcome, ...]:
    return tuple(
        Outcome(state.step.key, key) for state in deal.standing.states for key in state.shown
    )


def _called(deal: DealOnDay) -> tuple[Outcome, ...]:
    return tuple(
        Outcome(state.step.key, key) for state in deal.standing.states for key in state.unproven
    )


def _actions(deal: DealOnDay) -> list[Numbered]:
    return [each for each in numbered_actions(deal.opportunity) if each.asked <= deal.day]


def _done(deal: DealOnDay) -> list[Numbered]:
    return [each for each in _actions(deal) if each.done(deal.day)]


def _newly(now: list[Numbered], was: list[Numbered]) -> tuple[Numbered, ...]:
    """Return the action items of one list that are not in the other."""
    known = {_identity(each) for each in was}
    return tuple(each for each in now if _identity(each) not in known)


def _debriefs(deal: DealOnDay) -> tuple[date, ...]:
    return tuple(each.date for each in deal.opportunity.debriefs if each.date <= deal.day)


def _notes(deal: DealOnDay) -> tuple[Note, ...]:
    return tuple(each for each in deal.opportunity.notes if each.date <= deal.day)


def _identity(each: Numbered) -> tuple[date, str]:
    return each.asked, each.action.what


def _fields(opportunity: Opportunity) -> dict[str, Any]:
    """Return a deal's plain fields that have a value, by their names in `tas set`."""
    apart = _APART | {noun.key for noun in stored.STORED} | {*stored.RARE}
    plain = _leaves(opportunity.model_dump(exclude=apart))
    listed = (*plain, *_stated(opportunity), *_of_value(opportunity))
    found = {key: value for key, value in listed if value not in (None, [], "")}
    parties = {f"{COMPETITOR}{key}": opportunity.party_name(key) for key in opportunity.competitors}
    dropped = {
        f"{COMPETITOR}{key}.out": each.out.date
        for key, each in opportunity.competitors.items()
        if each.out
    }
    step = {STEP: opportunity.step} if opportunity.step else {}
    return found | parties | dropped | step


def _stated(opportunity: Opportunity) -> Iterator[tuple[str, Any]]:
    """Yield stated answers of the decision tree, the frame, grades, and steps and activities."""
    strategy = opportunity.strategy or NO_CHOICE
    for step, stated in strategy.answers.items():
        yield f"strategy.answers.{step}", stated.answer
    frame = strategy.model_dump(include={"goal", "objective", "customer"})
    yield from _leaves(frame, "strategy.")
    items = strategy.objective.items if strategy.objective else []
    listed = (f"{each.what} {each.amount or ''}".rstrip() for each in items)
    yield "strategy.objective.items", ", ".join(listed)
    for role in ROLES if opportunity.challenges else ():
        for category, scores in grades_of(opportunity, role).items():
            for question, given in scores.items():
                yield f"challenge.{role}.{category}.{question}", in_figures(given)
    process = opportunity.process
    if process is not None:
        yield "process.probability", process.probability
        for step, record in process.steps.items():
            yield from _leaves(record.model_dump(exclude={"outcomes"}), f"process.{step}.")


_OF_CASE = {"chain", "live", "months", "delay"}


def _of_value(opportunity: Opportunity) -> Iterator[tuple[str, Any]]:
    """Yield what the value in figures rests on, ours and competitors', besides records."""
    value = opportunity.value
    for rival, case in (("", value), *value.rivals.items()) if value else ():
        before = f"value.rivals.{rival}." if rival else "value."
        yield from _leaves(case.model_dump(include=_OF_CASE, exclude_defaults=True), before)


def _leaves(value: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the values below a mapping by their dotted keys; records in lists are left out."""
    for key, part in value.items():
        if isinstance(part, dict):
            yield from _leaves(part, f"{before}{key}.")
        elif not (isinstance(part, list) and any(isinstance(each, dict) for each in part)):
            yield f"{before}{key}", part
