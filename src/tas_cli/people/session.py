"""The session: the people as they would be, the cursor, and what follows for the deal. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar

from tas_cli.assess.organization import Position, organization
from tas_cli.assess.people import with_people_of
from tas_cli.edits.records import Change
from tas_cli.model.account import Account
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.person import Person
from tas_cli.model.scalars import RoleKey, StandingKey
from tas_cli.model.settings import Settings
from tas_cli.people.entry import added
from tas_cli.people.unsaved import Unsaved, applied, put
from tas_cli.rules.subject import Subject
from tas_cli.source.characters import folded
from tas_cli.tui.undoing import Undoing
from tas_cli.typed.interpreter import Interpreter


@dataclass
class Session(Undoing):
    """The people being kept; every change to `unsaved` can be undone.

    `opportunity` and `account` are the files as the user has seen them, `cursor` is the id of the
    selected person.
    """

    KEPT: ClassVar = ("unsaved", "cursor")
    DERIVED: ClassVar = ("people", "positions", "now", "deal")

    opportunity: Opportunity
    account: Account | None
    settings: Settings
    interpreter: Interpreter
    cursor: str = ""
    unsaved: Unsaved = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.go(self.cursor)

    @cached_property
    def in_files(self) -> dict[str, Person]:
        """The people as the files have them."""
        return with_people_of(self.account, self.opportunity).people

    @cached_property
    def people(self) -> dict[str, Person]:
        """The people as they would be after saving."""
        return applied(self.in_files, self.unsaved)

    @cached_property
    def positions(self) -> dict[str, Position]:
        """Everybody's position on the map, in its order."""
        return organization(self.people)

    @property
    def rows(self) -> list[str]:
        """The ids of the people in the order of the map."""
        return [*self.positions]

    @cached_property
    def now(self) -> Opportunity:
        """The deal's file as if it had all people, as they would be after saving."""
        account = None if self.account else self.opportunity.account
        return self.opportunity.model_copy(update={"people": self.people, "account": account})

    @cached_property
    def deal(self) -> Subject:
        """The deal as it would be after saving."""
        return Subject.of(self.now, self.settings, self.interpreter.today)

    @property
    def selected(self) -> Person | None:
        """The person under the cursor."""
        return self.people.get(self.cursor)

    @property
    def shared(self) -> bool:
        """Whether the selected person is in the account's file, for all deals of the customer."""
        return self.account is not None and self.cursor in self.account.people

    @property
    def row(self) -> int:
        """The number of the row under the cursor, from 0."""
        return self.rows.index(self.cursor) if self.cursor in self.people else 0

    # Moving

    def go(self, key: str) -> None:
        """Go to a person; to the first one if there is none with that id."""
        self.cursor = key if key in self.people else next(iter(self.positions), "")

    def move(self, by: int) -> None:
        """Move the cursor by some rows, stopping at the first and the last one."""
        if self.rows:
            self.go(self.rows[max(0, min(self.row + by, len(self.rows) - 1))])

    def matching(self, words: str) -> list[str]:
        """Return the ids of the people that match a search, those with a word that starts so first.

        Names are compared first, then titles.
        """
        wanted = folded(words.strip())
        ranks = ((key, _rank(wanted, key, self.people[key])) for key in self.rows if wanted)
        return [key for key, rank in sorted(ranks, key=lambda each: each[1]) if rank < _NO_MATCH]

    # Changing the selected person

    def change(self, **fields: Any) -> None:
        """Set fields of the selected person."""
        if self.selected:
            self.put(self.cursor, self.selected.model_copy(update=fields))

    def standing(self, key: StandingKey) -> None:
        """Set how the selected person stands with us; a supporter once more becomes a mentor."""
        again = key == "supporter" and self.selected and self.selected.status == key
        self.change(status="mentor" if again else key)

    def role(self, key: RoleKey) -> bool:
        """Give the selected person a role, or take it away; return whether the person has it."""
        before = self.selected.roles if self.selected else []
        others = [each for each in before if each != key]
        has = key not in before
        self.change(roles=[*others, key] if has else others)
        return has

    def leave(self) -> bool:
        """Say that the selected person has left, or has not; return whether the person has."""
        today = self.interpreter.today
        gone = bool(self.selected and self.selected.gone(today))
        self.change(left=None if gone else today)
        return not gone

    def add_evidence(self, entry: Evidence) -> None:
        """Add evidence for what the map says of the selected person."""
        if self.selected:
            self.change(evidence=[*self.selected.evidence, entry])

    def remove(self) -> None:
        """Take the selected person off the map; the cursor goes to the next one."""
        at = self.row
        if self.selected:
            self.put(self.cursor, None)
            self.move(min(at, len(self.rows) - 1) - self.row)

    def add(self, boss: str | None, line: str) -> None:
        """Add the person in a line, who reports to `boss`, or change one on the map.

        Raises:
            WrongCall: the line is wrong.
        """
        self.make(added(line, boss, self.now, self.interpreter))

    def make(self, made: Change) -> None:
        """Make a change to a person, and go there."""
        self.put(made.key, made.after if isinstance(made.after, Person) else None)

    def put(self, key: str, person: Person | None) -> None:
        """Add a person, change one or take one off the map, and go there."""
        self._put(put(self.unsaved, key, self.in_files.get(key), person))
        self.go(key)

    # Saving

    def resume(self, state: Unsaved) -> None:
        """Restore what an earlier session left."""
        self._put(state)
        self.go(next(iter(state), self.cursor))

    def saved(self, opportunity: Opportunity, account: Account | None = None) -> None:
        """Go on from what was written."""
        self.adopt(opportunity, account, {})

    def adopt(self, opportunity: Opportunity, account: Account | None, unsaved: Unsaved) -> None:
        """Go on from what the files have now, with these changes; nothing before can be undone."""
        self.opportunity, self.account = opportunity, account
        self.unsaved, self._past = unsaved, []
        self._refresh("in_files")
        self.go(self.cursor)


_NO_MATCH = 4


def _rank(wanted: str, key: str, person: Person) -> int:
    """Return how well a person matches a search, 0 the best."""
    name, title = (folded(each or "") for each in (person.name, person.title))
    starts = (f" {name} {key}", f" {title}")
    for rank, words in enumerate(starts):
        if f" {wanted}" in words:
            return rank
    return 2 if wanted in name else 3 if wanted in title else _NO_MATCH
