"""A rating session: the unsaved changes, the cursor, and the deal that results. Pure.

Rating or confirming a cell touches it, and so does adding evidence or a note. A save writes the
touched cells, the strategy if it was chosen, and the stated answers, and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import ClassVar

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.scorecard import CellState, Scorecard, scorecard
from tas_cli.edits.choice import Choice
from tas_cli.method.catalogue import US, criterion_keys, tree
from tas_cli.method.cells import CellKey
from tas_cli.model.account import Account
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Cell, Opportunity, StatedAnswer
from tas_cli.model.scalars import Rating
from tas_cli.model.settings import Settings
from tas_cli.scorecard.clashes import Clash, clashes, resolved
from tas_cli.scorecard.preview import newest_only, preview
from tas_cli.scorecard.unsaved import (
    STRATEGY,
    Change,
    Thing,
    Unsaved,
    Where,
    followed,
    present,
    says,
    stated,
)
from tas_cli.tui.undoing import Undoing


@dataclass
class Session(Undoing):
    """The state of a rating session; every change to `unsaved` can be undone."""

    KEPT: ClassVar = ("unsaved", "cursor")
    DERIVED: ClassVar = ("deal",)

    opportunity: Opportunity
    settings: Settings
    day: date
    cursor: CellKey = ("", US)
    unsaved: Unsaved = field(default_factory=Unsaved)
    account: Account | None = None
    just_rated: CellKey | None = None
    """The cell rated by the last key, until the user moves the cursor."""

    def __post_init__(self) -> None:
        if not self.cursor[0]:
            self.cursor = (criterion_keys()[0], US)

    @property
    def parties(self) -> tuple[str, ...]:
        """Us and the competitors, in the order of the columns."""
        return (US, *self.opportunity.competitors)

    @property
    def target(self) -> CellKey:
        """The cell that evidence and notes go to: the one just rated, or under the cursor."""
        return self.just_rated or self.cursor

    @cached_property
    def base(self) -> Scorecard:
        """The cells as they are in the file."""
        return scorecard(self.opportunity, self.day)

    @cached_property
    def deal(self) -> DealOnDay:
        """The deal as it would be after saving."""
        now = preview(self._lean, self.unsaved, self.day)
        return DealOnDay.of(now, self.settings, self.day, account=self.account)

    @cached_property
    def _lean(self) -> Opportunity:
        return newest_only(self.opportunity, self.base)

    def state(self, place: CellKey) -> CellState:
        """Return a cell as it would be after saving."""
        return self.deal.card.cell(*place)

    # Moving

    def move(self, rows: int, columns: int) -> None:
        """Move the cursor, stopping at the edges."""
        keys, parties = criterion_keys(), self.parties
        row = keys.index(self.cursor[0]) + rows
        column = parties.index(self.cursor[1]) + columns
        self.go((keys[_within(row, keys)], parties[_within(column, parties)]))

    def go(self, place: CellKey) -> None:
        """Put the cursor on a cell."""
        self.cursor = place
        self.just_rated = None

    def next_deciding(self) -> bool:
        """Go to the next deciding cell; return False if there is none."""
        places = [(cell.criterion, cell.party) for cell in self.deal.decision.deciding]
        if places:
            after = places.index(self.cursor) + 1 if self.cursor in places else 0
            self.go(places[after % len(places)])
        return bool(places)

    def _step(self) -> None:
        """Move on: down the column, then to the top of that of the next party in the race."""
        passed = self.base.out - {self.cursor[1]}
        order = [
            (key, party)
            for party in self.parties
            if party not in passed
            for key in criterion_keys()
        ]
        here = order.index(self.cursor)
        self.just_rated = self.cursor
        self.cursor = order[min(here + 1, len(order) - 1)]

    # Changing cells

    def rate(self, rating: Rating) -> int:
        """Rate the cell under the cursor, or confirm that its rating is still true, and move on.

        Unsaved evidence is what was said, so it stays if only the sign was wrong. Return the number
        of pieces that have another sign now.
        """
        before = self._now(self.cursor)
        self._set(self.cursor, before.model_copy(update={"rating": rating}))
        self._step()
        return len(before.evidence) if before.rating != rating else 0

    def confirm(self) -> bool:
        """Confirm the cell under the cursor and move on; return False if it was never rated."""
        if not self.state(self.cursor).rated:
            return False
        self.rate(self.state(self.cursor).rating)
        return True

    def unrate(self) -> bool:
        """Take the rating under the cursor back, as if never made; False if there is none."""
        if self.base.cell(*self.cursor).rated:
            self._set(self.cursor, None)
            return True
        return self.withdraw()

    def add_evidence(self, place: CellKey, entry: Evidence) -> None:
        """Add evidence to a cell, which also confirms its rating."""
        now = self._now(place)
        self._set(place, now.model_copy(update={"evidence": [*now.evidence, entry]}))

    def typed(self, place: CellKey) -> list[Evidence]:
        """Return the evidence of a cell that is not saved yet."""
        return self._now(place).evidence

    def correct_evidence(self, place: CellKey, entry: Evidence) -> None:
        """Replace the latest piece of evidence of a cell that is not saved yet."""
        now = self._now(place)
        self._set(place, now.model_copy(update={"evidence": [*now.evidence[:-1], entry]}))

    def set_note(self, place: CellKey, note: str) -> None:
        """Set the note of a cell, replacing any earlier one."""
        self._set(place, self._now(place).model_copy(update={"note": note or None}))

    def withdraw(self) -> bool:
        """Restore the cell under the cursor from the file; return False if it is unchanged."""
        return self._put(self.unsaved.put(self.cursor, None))

    def _now(self, place: CellKey) -> Cell:
        """Return a cell's rating with its unsaved evidence and note."""
        bare = Cell.model_construct(rating=self.base.rating(*place), evidence=[], note=None)
        return self.unsaved.cells.get(place, bare)

    def _set(self, where: Where, now: Thing) -> None:
        """Change something, keeping the base of an earlier unsaved change."""
        in_file = present(self.opportunity, self.base, where)
        base = self.unsaved.changes.get(where, Change(now, in_file)).base
        self._put(self.unsaved.put(where, Change(now, base)))

    # Choosing and answering

    def choose(self, chosen: str, variation: str | None, reason: str | None) -> None:
        """Choose the strategy to follow; a choice that is already in the file needs no save."""
        choice = Choice(chosen, variation, None, reason)
        if says(choice) == says(followed(self.opportunity)):
            self._put(self.unsaved.put(STRATEGY, None))
        else:
            self._set(STRATEGY, choice)

    @property
    def reason_missing(self) -> bool:
        """Whether the newly chosen strategy is not the recommended one and has no reason."""
        choice, recommended = self.unsaved.choice, self.deal.decision.recommended
        return choice is not None and choice.chosen != recommended and not choice.reason

    def answer(self, step: str, answer: str | None, because: str | None) -> None:
        """State an answer to a step of the tree, or withdraw the stated one."""
        if answer is not None:
            self._set(step, StatedAnswer.model_construct(answer=answer, because=because, date=None))
        elif stated(self.opportunity, step) is not None:
            self._set(step, None)
        else:
            self._put(self.unsaved.put(step, None))

    # Undoing

    def undo(self) -> bool:
        """Undo the last change; return False if there is none."""
        if self._past:
            self.just_rated = None
        return super().undo()

    # The file

    def clashes(self, now: Opportunity) -> list[Clash]:
        """Return the changes by others that a save would overwrite."""
        return clashes(self.unsaved, now, self.day)

    def decide(self, clash: Clash, *, mine: bool) -> None:
        """Resolve a clash: the next save overwrites theirs with mine, or leaves mine out."""
        self._put(resolved(self.unsaved, clash, mine=mine))

    def adopt(self, now: Opportunity) -> None:
        """Continue with the file's current content; columns may have been added or removed."""
        self.opportunity = now
        if self.cursor[1] not in self.parties:
            self.cursor = (self.cursor[0], US)
        self.just_rated = None
        self._refresh("base", "_lean")

    def saved(self, now: Opportunity) -> None:
        """Start afresh from what was written."""
        self.unsaved, self._past = Unsaved(), []
        self.adopt(now)

    def resume(self, unsaved: Unsaved) -> int:
        """Restore what an earlier session left; return the number of changes that no longer apply.

        Each change is made separately, so that undo reverts them one by one.
        """
        places = {(key, party) for key in criterion_keys() for party in self.parties}
        for where, change in unsaved.changes.items():
            if where in places or where in tree().steps or where == STRATEGY:
                self._put(self.unsaved.put(where, change))
        return unsaved.number - self.unsaved.number


def _within(index: int, row: tuple[str, ...]) -> int:
    return max(0, min(index, len(row) - 1))
