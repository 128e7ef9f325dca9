"""Drafts in a session: what an earlier one left is offered, what this one changes is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_cli.scorecard.draft import Draft, Drafts
from tas_cli.scorecard.draft_files import discard
from tas_cli.scorecard.questions import draft_offer

if TYPE_CHECKING:
    from tas_cli.scorecard.app import ScorecardApp


class Drafting:
    """Keeps a draft of the session, once for each change of it."""

    def __init__(self, app: ScorecardApp) -> None:
        self._app = app
        self._session = app.session
        self._drafts = Drafts(app.subject.path)
        self._kept = app.session.unsaved
        self._due = False

    async def offer(self) -> None:
        """Offer what an earlier session left; say what of it cannot be read."""
        draft, damaged = self._drafts.waiting()

        def done(answer: str | None) -> None:
            if draft is not None and answer == "r":
                self._resume(draft)
            elif draft is not None and answer == "d":
                discard(draft.path)
                self._app.show("Draft discarded.")

        if draft is not None and draft.unsaved.number:
            await self._app.push_screen(draft_offer(draft, self._session), done)
        for path in damaged:
            await self._app.tell("A draft could not be read", f"It was set aside: {path}")

    def _resume(self, draft: Draft) -> None:
        lost = self._session.resume(draft.unsaved)
        rest = f"; the file has no place any more for {lost} of its entries" if lost else ""
        self._app.show(f"Draft resumed{rest}.")
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
        if self._kept is self._session.unsaved:
            return True
        self._kept = self._session.unsaved
        try:
            self._drafts.keep(self._session.unsaved, self._session.day)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            self._app.say(f"No draft can be kept: {reason}. Save often.")
            return False
        return True
