"""Saving a challenge: all grades and points at once, after asking about those of others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tas_cli.challenge.forms import Forms
from tas_cli.challenge.session import Clash, in_words
from tas_cli.edits.challenge import edits
from tas_cli.method.plan import score_columns
from tas_cli.model.opportunity import Opportunity
from tas_cli.source.edit import Edit
from tas_cli.tui.choice import BACK, Option
from tas_cli.tui.session_app import Ask, Ways
from tas_cli.views.challenge import question

_MOST_NAMED = 6


class Saving(Forms):
    """Writes the session with the edits of `tas challenge`."""

    async def save(self, *, close: bool = False) -> None:
        """Write what is not saved yet."""
        session = self.session
        if session.given:
            by = f" by {session.entered.by}" if session.entered.by else ""
            words = f"Saved {in_words(session.entered)} ({session.entered.role}{by})."
            doubts = [*session.doubts]
            written = await self.write(partial(self._plan, close=close))
            if written is None:
                return
            session.saved(written.now)
            self.notes += [words, *doubts]
            self.show(words)
        else:
            self.show("Nothing to save.")
        if close:
            await self.close()

    def _plan(self, now: Opportunity, *, close: bool) -> list[Edit]:
        found = [*self.session.clashes(now)]
        if found:
            ways: Ways = {
                Option("s", "save mine"): partial(self._save_over, now, close=close),
                Option("t", "take theirs"): partial(self._take_theirs, now, found),
                BACK: None,
            }
            lines = [line for each in found[:_MOST_NAMED] for line in _in_words(each)]
            title = "Somebody else has changed these grades"
            raise Ask(partial(self.ask, title, lines, ways, careful=True))
        return [*edits(now, self.session.entered)]

    async def _save_over(self, now: Opportunity, *, close: bool) -> None:
        self.session.adopt(now)
        await self.save(close=close)

    def _take_theirs(self, now: Opportunity, found: list[Clash]) -> None:
        self.session.adopt(now)
        self.session.drop(found)
        self.show("Theirs taken. Press s to save the rest." if self.session.given else "")


def _in_words(clash: Clash) -> Iterator[str]:
    """Yield a question, and its grade before, theirs and mine."""
    yield question(clash.row.category, clash.row.question)
    column = score_columns()[clash.column].title
    before, theirs = (each or "none" for each in (clash.before, clash.theirs))
    yield f"  {column} was {before}, is now {theirs}; yours is {clash.mine}"
