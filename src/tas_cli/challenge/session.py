"""The session: what is scored and raised, the cursor, and how it compares. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import ClassVar, NamedTuple

from tas_cli.assess.challenge import ROLES, Grades, Means, dependence, doubted, means
from tas_cli.assess.deal import DealOnDay
from tas_cli.edits.challenge import Entered, applied, blank, same_challenge
from tas_cli.method.plan import challenge_categories, score_columns
from tas_cli.model.account import Account
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.plan import Challenge, Point, Scores
from tas_cli.model.settings import Settings
from tas_cli.tui.undoing import Undoing
from tas_cli.typed.interpreter import Interpreter
from tas_cli.views.challenge import ALL_GREEN, not_independent
from tas_cli.words import counted, enumerated

COLUMNS = tuple(score_columns())


class Row(NamedTuple):
    """A question of a category, a point by its number from 0, or the place for another point."""

    category: str = ""
    question: str = ""
    point: int | None = None


class Clash(NamedTuple):
    """A grade that somebody else has changed as well; 0 for none."""

    row: Row
    column: str
    before: int
    theirs: int
    mine: int


@dataclass
class Session(Undoing):
    """A challenge being entered; every change to `entered` can be undone.

    `opportunity` is the file as the user has seen it, `entered` what is not saved yet. The cursor
    is on the row `at` and, of a question, on the grade in `column`; it has `arrived` if the last
    grade of a category led it to the next one.
    """

    KEPT: ClassVar = ("entered", "at", "column")
    DERIVED: ClassVar = ("now", "deal", "challenge", "rows")

    opportunity: Opportunity
    settings: Settings
    interpreter: Interpreter
    entered: Entered
    account: Account | None = None
    at: int = 0
    column: int = 0
    arrived: bool = False

    # What there is

    @cached_property
    def now(self) -> Opportunity:
        """The deal as it would be after saving."""
        return applied(self.opportunity, self.entered)

    @cached_property
    def deal(self) -> DealOnDay:
        """The same as of today."""
        today = self.interpreter.today
        return DealOnDay.of(self.now, self.settings, today, account=self.account)

    @cached_property
    def challenge(self) -> Challenge:
        """The challenge as it would be: with what the file has of this person, role and day."""
        return _of(self.now, self.entered)

    @property
    def in_file(self) -> Challenge:
        """The challenge as the file has it."""
        return _of(self.opportunity, self.entered)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The questions, those of the method first, then the points, and the place for another."""
        return (
            *(
                Row(category, question)
                for category in challenge_categories()
                for question in self.questions(category)
            ),
            *(Row(point=number) for number in range(len(self.challenge.points))),
            Row(),
        )

    @property
    def row(self) -> Row:
        """The row under the cursor."""
        return self.rows[self.at]

    def questions(self, category: str) -> tuple[str, ...]:
        """Return the questions of a category, those of the file's own last."""
        asked = [each.key for each in challenge_categories()[category].questions]
        return tuple(dict.fromkeys((*asked, *self.challenge.scores.get(category, ()))))

    def grade_at(self, row: Row, column: str) -> int | None:
        """Return a grade as it would be after saving; None if there is none."""
        return _grade(self.challenge.scores, row, column)

    def is_unsaved(self, row: Row, column: str = "") -> bool:
        """Whether a grade or a point is not saved yet."""
        if row.point is not None:
            return row.point >= len(self.in_file.points)
        return _grade(self.entered.scores, row, column) is not None

    def means(self, category: str) -> Means:
        """Return the mean of a category in each column that has grades."""
        return means(self.challenge.scores.get(category, {}))

    def complete(self, category: str) -> bool:
        """Whether every question of a category has all its grades."""
        rows = (Row(category, question) for question in self.questions(category))
        return all(self.grade_at(row, column) for row in rows for column in COLUMNS)

    @property
    def doubts(self) -> Iterator[str]:
        """Why the challenge is not to be relied on, in categories that are complete."""
        why = dependence(self.now, self.challenge)
        if why:
            yield not_independent(self.challenge, why)
        complete = self.given and all(map(self.complete, self.challenge.scores))
        if complete and doubted(self.deal):
            yield ALL_GREEN

    @property
    def given(self) -> int:
        """How many grades and points are not saved."""
        return _grades(self.entered) + len(self.entered.points)

    # Moving

    def go(self, at: int, column: int | None = None) -> None:
        """Put the cursor on a row, and perhaps on another column."""
        self.arrived = False
        self.at = max(0, min(at, len(self.rows) - 1))
        if column is not None:
            self.column = max(0, min(column, len(COLUMNS) - 1))

    def move(self, rows: int, columns: int = 0) -> None:
        """Move the cursor, stopping at the edges."""
        self.go(self.at + rows, self.column + columns)

    def step(self, by: int = 1) -> None:
        """Go to the next grade or the previous one, over the ends of rows."""
        last = len(COLUMNS) - 1
        rows, column = divmod(self.column + by, len(COLUMNS))
        if not self.row.category:
            rows, column = by, last if by < 0 else 0
        if self.at + rows >= 0:
            self.go(self.at + rows, column)

    def step_after_grade(self) -> None:
        """Go to the next grade, and note whether that is in another category."""
        category = self.row.category
        self.step()
        self.arrived = self.row.category != category

    def turn(self, by: int) -> None:
        """Go to the first question of the next category or the previous one; the points are last.

        From within a category, back is its own first question. Where a category's last grade has
        led already, the next category is this one.
        """
        if self.arrived and by > 0:
            self.arrived = False
            return
        starts = [
            0,
            *(at for at, (a, b) in enumerate(pairwise(self.rows), 1) if a.category != b.category),
        ]
        ahead = (at for at in starts if at > self.at)
        behind = (at for at in reversed(starts) if at < self.at)
        self.go(next(ahead, starts[0]) if by > 0 else next(behind, starts[-1]), 0)

    def go_to(self, category: str) -> None:
        """Go to the first question of a category."""
        self.go(next(at for at, row in enumerate(self.rows) if row.category == category), 0)

    # Changing

    def grade(self, grade: int | None) -> bool:
        """Give the grade under the cursor, or take back what is not saved of it; False elsewhere.

        The grade of the file again is not a change.
        """
        row, column = self.row, COLUMNS[self.column]
        if row.category:
            same = grade == _grade(self.in_file.scores, row, column)
            self._score(_graded(self.entered.scores, row, column, None if same else grade))
        return bool(row.category)

    def identify(self, role: str, by: str | None) -> None:
        """Say who scores, and in which role; what is not saved goes with it."""
        self._put(self.entered._replace(role=role, by=by))

    @property
    def other_role(self) -> str:
        """The role that this challenge is not in."""
        return next(each for each in ROLES if each != self.entered.role)

    def raise_point(self, point: Point | None, number: int | None = None) -> None:
        """Add a point, or change one that is not saved yet; None takes it away."""
        points, first = [*self.entered.points], len(self.in_file.points)
        at = len(points) if number is None else number - first
        points[at : at + 1] = [point] if point else []
        self._put(self.entered._replace(points=tuple(points)))

    def _score(self, scores: Grades) -> None:
        self._put(self.entered._replace(scores=scores))

    def resume(self, state: Entered) -> None:
        """Restore what an earlier session left."""
        self._put(state)

    # The file

    def clashes(self, now: Opportunity) -> Iterator[Clash]:
        """Yield the grades that somebody else has changed, and a save would overwrite."""
        was, theirs = self.in_file.scores, _of(now, self.entered).scores
        for row in self.rows:
            for column in COLUMNS if row.category else ():
                every = (was, theirs, self.entered.scores)
                before, other, mine = (_grade(each, row, column) or 0 for each in every)
                if mine and other not in (before, mine):
                    yield Clash(row, column, before, other, mine)

    def drop(self, found: Iterable[Clash]) -> None:
        """Take back the grades that somebody else has changed."""
        scores = self.entered.scores
        for each in found:
            scores = _graded(scores, each.row, each.column, None)
        self._score(scores)

    def adopt(self, now: Opportunity) -> None:
        """Go on from the file's present content; what is not saved stays."""
        self.opportunity = now
        self._refresh()

    def saved(self, now: Opportunity) -> None:
        """Go on from what was written."""
        self.entered, self._past = self.entered._replace(scores={}, points=()), []
        self.adopt(now)

    def _refresh(self, *more: str) -> None:
        super()._refresh(*more)
        self.go(self.at)


def in_words(entered: Entered) -> str:
    """Return how much was entered: 9 grades and 1 point."""
    grades, points = _grades(entered), len(entered.points)
    parts = (counted(grades, "grade") * bool(grades), counted(points, "point") * bool(points))
    return enumerated([*filter(None, parts)])


def _grades(entered: Entered) -> int:
    every = (each for asked in entered.scores.values() for each in asked.values())
    return sum(len(each.model_dump(exclude_none=True)) for each in every)


def _of(deal: Opportunity, entered: Entered) -> Challenge:
    at = same_challenge(deal, entered)
    return blank(entered) if at is None else deal.challenges[at]


def _grade(scores: Grades, row: Row, column: str) -> int | None:
    found = scores.get(row.category, {}).get(row.question)
    return getattr(found, column) if found else None


def _graded(scores: Grades, row: Row, column: str, grade: int | None) -> Grades:
    """Return grades with one changed, without questions that have none left."""
    before = scores.get(row.category, {}).get(row.question, Scores())
    given = before.model_copy(update={column: grade})
    asked = {**scores.get(row.category, {}), row.question: given}
    every = {**scores, row.category: {key: each for key, each in asked.items() if each != Scores()}}
    return {category: each for category, each in every.items() if each}
