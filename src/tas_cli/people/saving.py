"""Saving the people: all changes at once, after asking about those of others."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, Self

from tas_cli.assess.people import with_people_of
from tas_cli.edits.people_files import plans
from tas_cli.edits.remarks import remarks
from tas_cli.model.account import Account
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.person import Person
from tas_cli.people.session import Session
from tas_cli.people.unsaved import Clash, Unsaved, changes, clashes, rebased, yielded
from tas_cli.people.words import others_change, still_there
from tas_cli.tui.choice import BACK, Option
from tas_cli.tui.session_app import Ask, SessionApp, Ways
from tas_cli.words import counted
from tas_cli.workspace import Workspace, account_path
from tas_cli.writing import Seen, Written, look, update_together

_MOST_NAMED = 8


class Files(NamedTuple):
    """The deal's file and that of its account, if it has one, as they are at present."""

    deal: Seen[Opportunity]
    account: Seen[Account] | None

    @classmethod
    def at(cls, path: Path, workspace: Workspace, *, shared: bool) -> Self:
        """Read the file of a deal in order to change it, and its account's if that is `shared`."""
        deal = look(path, workspace, Opportunity)
        name = deal.value.account if shared else None
        account = account_path(workspace, name) if name else None
        return cls(deal, look(account, workspace, Account) if account else None)

    @property
    def people(self) -> dict[str, Person]:
        """The people of both."""
        return with_people_of(self.account and self.account.value, self.deal.value).people

    def write(self, unsaved: Unsaved, day: date) -> list[Written[Any]]:
        """Write changes to people, each to the file that has it; return what was written."""
        deal, account = self
        made = changes(rebased(unsaved, self.people))
        ours = plans(made, deal.value, account and account.value, day)
        return update_together([*zip(filter(None, self), ours, strict=False)])


class Saving(SessionApp):
    """Writes the session: what belongs to the deal to its file, the rest to the account's."""

    session: Session

    async def save(self, *, close: bool = False, over: dict[str, Person] | None = None) -> None:
        """Write the unsaved people; `over` are those of others that the user lets be replaced."""
        if self.session.unsaved:
            words = f"Saved {counted(len(self.session.unsaved), 'person', 'people')}."
            written = await self.attempt(partial(self._write, close=close, over=over))
            if written is None:
                return
            unsaved = self.session.unsaved
            self.session.saved(*(each.now for each in written))
            said = [words, *still_there(unsaved, self.session.people)]
            self.notes += said
            self.share_out()
            self.show(said[-1])
        else:
            self.show("Nothing to save.")
        if close:
            await self.close()

    def _write(self, *, close: bool, over: dict[str, Person] | None) -> list[Written[Any]]:
        shared = self.session.account is not None
        files = Files.at(self.deal.path, self.deal.workspace, shared=shared)
        found = [] if over == files.people else [*clashes(self.session.unsaved, files.people)]
        if found:
            raise Ask(partial(self._ask, files, found, close=close))
        written = files.write(self.session.unsaved, self.session.interpreter.today)
        was, now = written[0].was, written[0].now
        today = self.session.interpreter.today
        self.notes += remarks(was, now, self.deal.workspace.settings, today)
        return written

    async def _ask(self, files: Files, found: list[Clash], *, close: bool) -> None:
        """Ask whose changes to keep; theirs leave mine in all other fields, still to be saved."""
        ways: Ways = {
            Option("s", "save mine"): partial(self.save, close=close, over=files.people),
            Option("t", "take theirs"): partial(self._take_theirs, files, found),
            BACK: None,
        }
        lines = [*map(others_change, found[:_MOST_NAMED])]
        await self.ask("Somebody else has changed these people", lines, ways, careful=True)

    def _take_theirs(self, files: Files, found: list[Clash]) -> None:
        deal, account = files
        left = rebased(yielded(self.session.unsaved, found), files.people)
        self.session.adopt(deal.value, account and account.value, left)
        self.share_out()
        self.show("Theirs taken. Press s to save the rest." if left else "Theirs taken.")
