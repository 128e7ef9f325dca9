"""Drafts in a session: what an earlier one left is offered, what this one answers is kept."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from tas_cli.debrief.draft import Draft, Drafts
from tas_cli.scorecard.dialogs.choice import Choice, Option
from tas_cli.scorecard.draft_files import discard
from tas_cli.tui.widgets import ink

if TYPE_CHECKING:
    from tas_cli.debrief.app import DebriefApp


class Drafting:
    """Keeps a draft of the answers, once for each change of them."""

    def __init__(self, app: DebriefApp) -> None:
        self._app = app
        self._session = app.session
        self._drafts = Drafts(app.subject.path, app.session.brief)
        self._kept = app.session.answers
        self._due = False

    async def offer(self) -> None:
        """Offer what an earlier session left; say what of it cannot be read."""
        draft, damaged = self._drafts.waiting(self._session.answers)
        if draft is not None:
            await self._offer(draft)
        for path in damaged:
            line = ink(f"It was set aside: {path}")
            ok = Choice("A draft could not be read", (line,), (Option("o", "ok"),))
            await self._app.push_screen(ok)

    async def _offer(self, draft: Draft) -> None:
        def done(answer: str | None) -> None:
            if answer == "r":
                self._resume(draft)
            elif answer == "d":
                discard(draft.path)
                self._app.show("Draft discarded.")

        options = (Option("r", "resume"), Option("d", "discard"), Option("l", "later"))
        line = ink("An earlier session ended before its answers were saved.")
        await self._app.push_screen(Choice("A draft was not saved", (line,), options), done)

    def _resume(self, draft: Draft) -> None:
        self._session.resume(draft.answers)
        self._app.show("Draft resumed.")
        if self.keep():
            discard(draft.path)

    def keep_soon(self) -> None:
        """Keep the draft after the screen has been painted."""
        if not self._due:
            self._due = True
            self._app.call_after_refresh(self.keep)

    def keep(self) -> bool:
        """Keep what is not saved; say so, once, where that cannot be done."""
        self._due = False
        if self._kept is self._session.answers:
            return True
        self._kept = self._session.answers
        try:
            self._drafts.keep(self._session.answers if self._session.given else None)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            self._app.say(f"No draft can be kept: {reason}.")
            return False
        return True

    def drop(self) -> None:
        """Leave no draft: the answers are saved, or not wanted."""
        self._kept = self._session.answers
        with suppress(OSError):
            self._drafts.keep(None)
