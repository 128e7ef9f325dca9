"""Drafts in a session: offers the draft of an earlier session, and keeps one of this session."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from tas_cli.refusals import reason_of
from tas_cli.tui.choice import Option
from tas_cli.tui.draft_files import DraftFiles, discard
from tas_cli.words import counted

if TYPE_CHECKING:
    from tas_cli.tui.session_app import SessionApp

State = TypeVar("State")
_RESUME, _DISCARD, _LATER = Option("r", "resume"), Option("d", "discard"), Option("l", "later")


class Offer(NamedTuple, Generic[State]):
    """An earlier session's draft: the question about it, and the state to resume."""

    title: str
    lines: Sequence[str]
    state: State


class Drafts(Generic[State]):
    """Keeps a draft of a session after each change. Each kind of session has its own subclass.

    `State` holds everything unsaved. It is immutable, and each change makes a new object.

        class PlanDrafts(Drafts[Plan]):
            def state(self) -> Plan: return self._session.plan
            def written(self) -> Any: return self._session.plan.as_json() if … else None
            def read(self, data: bytes) -> Offer[Plan]: return Offer("A draft …", (), …)
    """

    BROKEN: tuple[type[Exception], ...] = (ValueError, KeyError, TypeError, AttributeError)
    """What `read` raises if a draft is broken: by default, what taking apart any JSON can raise."""

    def __init__(self, app: SessionApp, files: DraftFiles) -> None:
        self._app, self.files = app, files
        self._kept: State | None = None
        self._due = False

    def state(self) -> State:
        """Return the session's current state."""
        raise NotImplementedError

    def written(self) -> Any:
        """Return the state as JSON values, or None if nothing is unsaved."""
        raise NotImplementedError

    def read(self, data: bytes) -> Offer[State] | None:
        """Return what a draft offers, or None if it is empty; raise one of `BROKEN` if broken."""
        raise NotImplementedError

    async def offer(self) -> None:
        """Offer the draft of an earlier session, and report broken ones."""
        self._kept = self.state()
        found, damaged = self.files.waiting(self.read, self.BROKEN)
        if found is not None and found[1] is not None:
            await self._ask(found[0], found[1])
        for each in damaged:
            await self._app.inform("Cannot read a draft", f"It was moved to {each}")

    async def _ask(self, path: Path, offer: Offer[State]) -> None:
        def take_up() -> None:
            lost = self._app.session.resume(offer.state)
            left = f" Left out {counted(lost, 'change')} with no place in the file." if lost else ""
            self._app.restore()
            self._app.show(f"Draft resumed.{left}")
            if self.keep():
                discard(path)

        def forget() -> None:
            discard(path)
            self._app.show("Draft discarded.")

        answers = {_RESUME: take_up, _DISCARD: forget, _LATER: None}
        await self._app.ask(offer.title, offer.lines, answers)

    def keep_soon(self) -> None:
        """Keep the draft once the screen has been painted."""
        if not self._due:
            self._due = True
            self._app.call_after_refresh(self.keep)

    def keep(self) -> bool:
        """Keep the unsaved changes; if that fails, say so once and return False."""
        self._due = False
        if self._kept is self.state():
            return True
        self._kept = self.state()
        try:
            self.files.keep(self.written())
        except OSError as error:
            self._app.say(f"Cannot keep a draft: {reason_of(error)}. Save soon.")
            return False
        return True

    def drop(self) -> None:
        """Remove the draft: everything is saved or discarded."""
        self._kept = self.state()
        with suppress(OSError):
            self.files.keep(None)
