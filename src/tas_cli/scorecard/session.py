"""A rating session: what was touched, where the cursor is, what comes of it. Pure.

A cell is touched when it is rated, confirmed, or given evidence or a note; the touched cells are
what a save writes, and nothing else. Each remembers what the file held of it when the session
began (its base), so that a change by somebody else meanwhile is noticed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from tas_cli.assess.scorecard import CellState, Scorecard, scorecard
from tas_cli.edits.rate import RatedCell
from tas_cli.method.catalogue import US, Criterion, criteria, criterion_keys
from tas_cli.model.opportunity import Assessment, Cell, Evidence, Opportunity
from tas_cli.model.scalars import Rating
from tas_cli.strategy.advice import Advice, advise

Place = tuple[str, str]
"""A criterion's key and a party."""


class Seen(NamedTuple):
    """What the file held of a cell."""

    rating: Rating = "?"
    evidence: tuple[Evidence, ...] = ()
    note: str | None = None


class Touched(NamedTuple):
    """A cell's rating from now on, what is new beside it, and its base."""

    rating: Rating
    evidence: tuple[Evidence, ...]
    note: str | None
    base: Seen


class Clash(NamedTuple):
    """A cell that somebody else changed meanwhile; `theirs` is None where the party is gone."""

    place: Place
    mine: Touched
    theirs: Seen | None


class _Moment(NamedTuple):
    touched: dict[Place, Touched]
    cursor: Place


@dataclass
class Session:
    """The state of a rating session; every change of `touched` can be undone."""

    opportunity: Opportunity
    day: date
    cursor: Place = ("", US)
    touched: dict[Place, Touched] = field(default_factory=dict)
    just_rated: Place | None = None
    """The cell that the last key rated, until the cursor is moved by hand."""
    _past: list[_Moment] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.cursor[0]:
            self.cursor = (criterion_keys()[0], US)

    @property
    def parties(self) -> tuple[str, ...]:
        """Us and the competitors, as the columns stand."""
        return (US, *self.opportunity.competitors)

    @property
    def target(self) -> Place:
        """The cell that evidence and notes are for: the one just rated, or under the cursor."""
        return self.just_rated or self.cursor

    @cached_property
    def base(self) -> Scorecard:
        """The cells as the file has them."""
        return scorecard(self.opportunity, self.day)

    @cached_property
    def advice(self) -> Advice:
        """What follows from the cells as they would be after saving."""
        return advise(self._with_touched(self._lean), self.day)

    @cached_property
    def _lean(self) -> Opportunity:
        """The opportunity without the ratings that later ones have replaced.

        The states are the same, and years of assessments are not gone through at every key.
        """
        lean = [self._newest(each) for each in self.opportunity.assessments]
        return self.opportunity.model_copy(update={"assessments": lean})

    def _newest(self, assessment: Assessment) -> Assessment:
        ratings = {
            key: {
                party: cell
                for party, cell in column.items()
                if assessment.date >= (self.base.cell(key, party).since or assessment.date)
            }
            for key, column in assessment.ratings.items()
        }
        return assessment.model_copy(update={"ratings": ratings})

    def state(self, place: Place) -> CellState:
        """Return a cell as it would be after saving."""
        return self.advice.card.cell(*place)

    # Moving

    def move(self, rows: int, columns: int) -> None:
        """Move the cursor, at most to the edge."""
        keys, parties = criterion_keys(), self.parties
        row = keys.index(self.cursor[0]) + rows
        column = parties.index(self.cursor[1]) + columns
        self.go((keys[_within(row, keys)], parties[_within(column, parties)]))

    def go(self, place: Place) -> None:
        """Put the cursor on a cell."""
        self.cursor = place
        self.just_rated = None

    def next_deciding(self) -> bool:
        """Go to the next unknown cell that decides; False where none does."""
        places = [(cell.criterion, cell.party) for cell in self.advice.decision.deciding]
        if places:
            after = places.index(self.cursor) + 1 if self.cursor in places else 0
            self.go(places[after % len(places)])
        return bool(places)

    def _step(self) -> None:
        """Go on: down the column, then to the top of the next party's."""
        order = [(key, party) for party in self.parties for key in criterion_keys()]
        here = order.index(self.cursor)
        self.just_rated = self.cursor
        self.cursor = order[min(here + 1, len(order) - 1)]

    # Changing

    def rate(self, rating: Rating) -> None:
        """Rate the cell under the cursor, or confirm that it still holds, and go on."""
        before = self._now(self.cursor)
        self._put(self.cursor, before._replace(rating=rating))
        self._step()

    def confirm(self) -> bool:
        """Confirm the cell under the cursor and go on; False where there is nothing to confirm."""
        if not self.state(self.cursor).rated:
            return False
        self.rate(self.state(self.cursor).rating)
        return True

    def add_evidence(self, place: Place, entry: Evidence) -> None:
        """Add evidence to a cell, whose rating is confirmed by it."""
        now = self._now(place)
        self._put(place, now._replace(evidence=(*now.evidence, entry)))

    def set_note(self, place: Place, note: str) -> None:
        """Give a cell a note; it takes the place of an older one."""
        now = self._now(place)
        self._put(place, now._replace(note=note or None))

    def withdraw(self) -> bool:
        """Leave the cell under the cursor as the file has it; False where it is so already."""
        if self.cursor not in self.touched:
            return False
        self._change({key: cell for key, cell in self.touched.items() if key != self.cursor})
        return True

    def undo(self) -> bool:
        """Take the last change back; False where there is none."""
        if not self._past:
            return False
        self.touched, self.cursor = self._past.pop()
        self.just_rated = None
        self._refresh()
        return True

    def _now(self, place: Place) -> Touched:
        return self.touched.get(place) or Touched(
            self.base.rating(*place), (), None, seen(self.base, place)
        )

    def _put(self, place: Place, cell: Touched) -> None:
        if self.touched.get(place) != cell:
            self._change(self.touched | {place: cell})

    def _change(self, touched: dict[Place, Touched]) -> None:
        self._past.append(_Moment(self.touched, self.cursor))
        self.touched = touched
        self._refresh()

    def _refresh(self) -> None:
        self.__dict__.pop("advice", None)

    # Saving

    def cells(self) -> list[RatedCell]:
        """Return what is to be written."""
        return [
            RatedCell(*place, cell.rating, cell.evidence, cell.note)
            for place, cell in self.touched.items()
        ]

    def preview(self) -> Opportunity:
        """Return the opportunity as it would be after saving."""
        return self._with_touched(self.opportunity)

    def _with_touched(self, opportunity: Opportunity) -> Opportunity:
        if not self.touched:
            return opportunity
        others = [each for each in opportunity.assessments if each.date != self.day]
        today = [each for each in opportunity.assessments if each.date == self.day]
        ratings = {key: dict(column) for key, column in today[0].ratings.items()} if today else {}
        for (criterion, party), cell in self.touched.items():
            column = ratings.setdefault(criterion, {})
            column[party] = _merged(column.get(party), cell)
        merged = Assessment.model_construct(date=self.day, by=None, ratings=ratings)
        return opportunity.model_copy(update={"assessments": [*others, merged]})

    def clashes(self, now: Opportunity) -> list[Clash]:
        """Return the touched cells that somebody changed, and that a save would write over."""
        card = scorecard(now, self.day)
        found = []
        for place, mine in self.touched.items():
            theirs = seen(card, place) if place[1] in card.parties else None
            if theirs is None or _clash(mine, theirs):
                found.append(Clash(place, mine, theirs))
        return found

    def settle(self, clash: Clash, *, mine: bool) -> None:
        """Decide a clash: mine is written over theirs at the next save, or left out of it."""
        touched = {key: cell for key, cell in self.touched.items() if key != clash.place}
        if mine and clash.theirs is not None:
            touched[clash.place] = clash.mine._replace(base=clash.theirs)
        self._change(touched)

    def adopt(self, now: Opportunity) -> None:
        """Go on from what the file holds now; columns may have come or gone."""
        self.opportunity = now
        if self.cursor[1] not in self.parties:
            self.cursor = (self.cursor[0], US)
        self.just_rated = None
        for kept in ("base", "_lean"):
            self.__dict__.pop(kept, None)
        self._refresh()

    def saved(self, now: Opportunity) -> None:
        """Begin anew from what was written."""
        self.touched, self._past = {}, []
        self.adopt(now)

    def resume(self, touched: Mapping[Place, Touched]) -> int:
        """Take up an earlier session's cells; return how many have no place in the file now."""
        fitting = {
            (key, party): cell
            for (key, party), cell in touched.items()
            if key in criterion_keys() and party in self.parties
        }
        self.touched = fitting
        self._refresh()
        return len(touched) - len(fitting)


def seen(card: Scorecard, place: Place) -> Seen:
    """Return what a scorecard holds of a cell, without its dates."""
    state = card.cell(*place)
    return Seen(state.rating, state.evidence, state.note)


def _within(index: int, row: tuple[str, ...]) -> int:
    return max(0, min(index, len(row) - 1))


def _merged(before: Cell | None, cell: Touched) -> Cell:
    """Return a cell of today's assessment after saving, as `edits.rate` will write it."""
    kept = before if before and before.rating == cell.rating else None
    return Cell.model_construct(
        rating=cell.rating,
        evidence=[*(kept.evidence if kept else ()), *cell.evidence],
        note=cell.note or (kept.note if kept else None),
    )


def _clash(mine: Touched, theirs: Seen) -> bool:
    """Whether writing mine would lose what somebody else has written since."""
    if theirs == mine.base:
        return False
    other_note = bool(mine.note and theirs.note) and theirs.note not in (mine.note, mine.base.note)
    return mine.rating != theirs.rating or other_note


def matching(words: str) -> list[Criterion]:
    """Return the criteria that a search means: its number, or those with the words in a name."""
    wanted = words.strip().lstrip("#").casefold()
    if not wanted:
        return []
    if wanted.isdecimal():
        return [each for each in criteria() if str(each.number) == wanted]
    return [each for each in _by_start(wanted, criteria()) if wanted in _names(each)]


def _names(criterion: Criterion) -> str:
    return f"{criterion.short}\n{criterion.title}\n{criterion.key}".casefold()


def _by_start(wanted: str, among: Iterable[Criterion]) -> list[Criterion]:
    """Sort the criteria whose name begins so before those that have it further on."""
    return sorted(among, key=lambda each: not each.short.casefold().startswith(wanted))
