"""What the dialogs are opened for: evidence, notes, the search, the strategy, the answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from rich.text import Text

from tas_cli.method.catalogue import strategies, tree
from tas_cli.method.cells import CellKey
from tas_cli.model.evidence import Evidence
from tas_cli.scorecard.dialogs.answer import Answered, AnswerForm
from tas_cli.scorecard.dialogs.choose import ChooseForm, Chosen
from tas_cli.scorecard.dialogs.evidence import EvidenceForm
from tas_cli.scorecard.dialogs.find import Find
from tas_cli.scorecard.dialogs.form import Answer, Form
from tas_cli.scorecard.dialogs.note import NoteForm
from tas_cli.scorecard.finding import matching
from tas_cli.tui.widgets import ink
from tas_cli.views.page import SIGN, SIGN_STYLE
from tas_cli.views.words import numbered, party_name

if TYPE_CHECKING:
    from tas_cli.scorecard.app import ScorecardApp

Done = Callable[[Answer | None], None] | Callable[[Answer | None], Awaitable[None]]
"""What becomes of an answer; None where the form was left without one."""


class Forms:
    """Opens the forms, and puts what they take into the session."""

    def __init__(self, app: ScorecardApp) -> None:
        self._app = app
        self._session = app.session

    async def evidence(self) -> None:
        """Take evidence for the cell just rated, or under the cursor."""
        place = self._session.target

        def done(entry: Evidence | None) -> None:
            if entry is not None:
                self._session.add_evidence(place, entry)
                self._app.show(f"Evidence added to {self._named(place).plain}.")

        await self._open(EvidenceForm(self._named(place), self._session.day), done)

    async def note(self) -> None:
        """Take a note on the cell just rated, or under the cursor."""
        place = self._session.target
        before = self._session.state(place).note or ""

        def done(note: str | None) -> None:
            if note is not None and note != before:
                self._session.set_note(place, note)
                self._app.show()

        await self._open(NoteForm(self._named(place), before), done)

    async def find(self) -> None:
        """Find a criterion; the cursor follows the search, and returns where it is broken off."""
        before = self._session.cursor

        def done(stay: bool | None) -> None:  # noqa: FBT001 - the screen's result
            self._app.grid.found = ()
            if not stay:
                self._session.go(before)
            self._app.show()

        await self._open(Find(self._search), done)

    async def choose(self, then: Callable[[], Awaitable[None]] | None = None) -> None:
        """Take the strategy to follow; with `then`, its reason is missing, and what waits for it.

        What waits is not done where no reason is given.
        """

        async def done(chosen: Chosen | None) -> None:
            if chosen is not None:
                self._session.choose(*chosen)
                self._app.show(self._chosen(chosen))
                if then is not None:
                    await then()
            elif then is not None:
                self._app.show("Not saved.")

        pending = self._session.unsaved.choice is not None
        form = ChooseForm(self._session.advice, pending=pending, why=then is not None)
        await self._open(form, done)

    def _chosen(self, chosen: Chosen) -> str:
        new = self._session.unsaved.choice is not None
        title = strategies()[chosen.strategy].title
        return f"Chosen: {title}{', not saved yet' if new else ', as the file has it'}."

    async def answer(self) -> None:
        """Take an answer to a question of the tree."""

        def done(answered: Answered | None) -> None:
            if answered is not None:
                self._session.answer(*answered)
                title = tree().steps[answered.step].title
                what = f"your answer is {answered.answer}" if answered.answer else "taken back"
                self._app.show(f"{title}: {what}.")

        await self._open(AnswerForm(self._session.advice, self._session.unsaved.answers), done)

    async def _open(self, form: Form[Answer], done: Done[Answer]) -> None:
        """Open a form, ready for what was typed ahead."""
        await self._app.push_screen(form, done)
        form.begin()

    def _search(self, words: str, at: int) -> str:
        found = matching(words)
        self._app.grid.found = {each.key for each in found}
        if found:
            self._app.go(found[at % len(found)].key)
        else:
            self._app.show()
        if not words.strip():
            return ""
        return f"{at % len(found) + 1} of {len(found)}" if found else "no criterion"

    def _named(self, place: CellKey) -> Text:
        """Return a cell's name with its sign: #12 Executive credibility, Us +."""
        rating = self._session.state(place).rating
        name = f"{numbered(place[0])}, {party_name(self._session.opportunity, place[1])} "
        return ink(name, (SIGN[rating], SIGN_STYLE[rating]))
