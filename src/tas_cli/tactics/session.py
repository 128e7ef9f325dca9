"""The session: which suggestions are picked, in which words, who does them, by when. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, Literal, NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.board.suggestion import Suggestion
from tas_cli.board.suggestions import MOST, Suggestions, suggestions
from tas_cli.board.taking import Taking, outdated
from tas_cli.model.account import Account
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.tui.undoing import Undoing
from tas_cli.typed.interpreter import Interpreter

Own = Literal["owner", "due"]
"""What a tactic can have of its own, in place of what all have."""


class Pick(NamedTuple):
    """What somebody makes of a suggestion; None leaves what it has without."""

    taken: bool = False
    what: str | None = None
    owner: str | None = None
    due: date | None = None


Picks = Mapping[str, Pick]
"""What somebody makes of suggestions, by their keys."""


@dataclass
class Session(Undoing):
    """Suggestions being picked; every change to `picks` can be undone.

    `opportunity` is the file as the user has seen it. `owner` and `due` are those of a tactic that
    has none of its own; at most `most` of a kind are shown. The cursor is on the row `at`.
    """

    KEPT: ClassVar = ("picks",)

    opportunity: Opportunity
    account: Account | None
    settings: Settings
    interpreter: Interpreter
    owner: str | None
    due: date
    most: int | None = MOST
    at: int = 0
    picks: Picks = field(default_factory=dict)

    # What there is

    @cached_property
    def deal(self) -> DealOnDay:
        """The deal as of today."""
        return self.on_day(self.opportunity)

    @cached_property
    def found(self) -> Suggestions:
        """What the deal suggests."""
        return suggestions(self.deal, self.most)

    @property
    def rows(self) -> tuple[Suggestion, ...]:
        """The suggestions that are shown, the most urgent first."""
        return self.found.shown

    @property
    def selected(self) -> Suggestion | None:
        """The suggestion under the cursor; None if nothing is suggested."""
        return self.rows[self.at] if self.rows else None

    def on_day(self, now: Opportunity) -> DealOnDay:
        """Return the deal with another content, as of today."""
        today = self.interpreter.today
        return DealOnDay.of(now, self.settings, today, account=self.account)

    def pick(self, suggestion: Suggestion) -> Pick:
        """Return what was made of a suggestion so far."""
        return self.picks.get(suggestion.key, Pick())

    def tactic(self, suggestion: Suggestion) -> Taking:
        """Return the tactic that a suggestion would become."""
        pick = self.pick(suggestion)
        owner, due = pick.owner or self.owner, pick.due or self.due
        return Taking(suggestion, pick.what or suggestion.what, owner, due)

    @property
    def taken(self) -> list[Taking]:
        """The tactics to add, in the order of the list."""
        return [self.tactic(each) for each in self.found.open if self.pick(each).taken]

    # Moving

    def go(self, at: int) -> None:
        """Put the cursor on a row, the first or the last one if there is none with that number."""
        self.at = max(0, min(at, len(self.rows) - 1))

    def show_all(self) -> int:
        """Show all suggestions; return how many that adds. The cursor stays on its own."""
        here, left = self.selected, len(self.found.left_out)
        self.most = None
        self._refresh("found")
        self.go(self.rows.index(here) if here else 0)
        return left

    # Picking

    def toggle(self) -> None:
        """Pick the suggestion under the cursor, or do not, and go to the next one."""
        if self.selected:
            taken = not self.pick(self.selected).taken
            self._change([self.selected], taken=taken)
            self.go(self.at + 1)

    def take_first(self, number: int) -> None:
        """Pick the first ones of the list, and none after them."""
        others = self._changed(self.found.open, taken=False)
        first = {each.key: others[each.key]._replace(taken=True) for each in self.rows[:number]}
        self._put({**others, **first})

    def take_all(self) -> bool:
        """Pick all that are shown, or none if all are; return whether they are picked now."""
        taken = not all(self.pick(each).taken for each in self.rows)
        self._change(self.rows, taken=taken)
        return taken

    def concerned(self, name: Own) -> list[Suggestion]:
        """Return which tactics the next owner or day is for.

        All that are picked and have none of their own; only the one under the cursor if it has, or
        if no others wait for one.
        """
        here = self.selected
        if here is None or getattr(self.pick(here), name) is not None:
            return [here] if here else []
        waiting = [each for each in self.found.open if self._waits(each, name)]
        return waiting or [here]

    def _waits(self, suggestion: Suggestion, name: Own) -> bool:
        pick = self.pick(suggestion)
        return pick.taken and getattr(pick, name) is None

    def set(self, concerned: Iterable[Suggestion], **fields: Any) -> None:
        """Set what tactics have of their own, and pick them."""
        self._change(concerned, taken=True, **fields)

    # The file

    def resume(self, state: Picks) -> int:
        """Restore what an earlier session left; return how many are not suggested any more."""
        left_out = {each.key for each in self.found.left_out}
        if not left_out.isdisjoint(state):
            self.show_all()
        known = {each.key for each in self.rows}
        kept = {key: each for key, each in state.items() if key in known}
        self._put(kept)
        return len(state) - len(kept)

    def outdated(self, now: Opportunity) -> Iterator[str]:
        """Yield the keys of what is picked, but not suggested by the deal as it is now."""
        picked = [each.suggestion for each in self.taken]
        return outdated(picked, suggestions(self.on_day(now)))

    def adopt(self, now: Opportunity) -> None:
        """Go on from the file's present content; what it does not suggest is no longer taken."""
        self.opportunity = now
        self._refresh("deal", "found")
        self.go(self.at)

    def _changed(self, every: Iterable[Suggestion], **fields: Any) -> Picks:
        changed = {each.key: self.pick(each)._replace(**fields) for each in every}
        return {**self.picks, **changed}

    def _change(self, every: Iterable[Suggestion], **fields: Any) -> None:
        self._put(self._changed(every, **fields))
