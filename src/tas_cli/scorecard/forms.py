"""The scorecard's forms: evidence, notes, the search, the strategy, the answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from functools import partial

from rich.text import Text

from tas_cli.edits.choice import Answer, Choice
from tas_cli.edits.evidence_records import corrected
from tas_cli.method.catalogue import criteria, numbered, questions, strategies, tree
from tas_cli.method.cells import CellKey, cell_code
from tas_cli.model.evidence import Evidence
from tas_cli.nouns.evidence import PIECES
from tas_cli.nouns.noun import Record, records, texts_of, with_key
from tas_cli.scorecard.answer_form import AnswerForm
from tas_cli.scorecard.choose_form import ChooseForm
from tas_cli.scorecard.finding import matching
from tas_cli.scorecard.grid import Grid
from tas_cli.scorecard.session import Session
from tas_cli.tui.choice import BACK, Option
from tas_cli.tui.evidence_form import evidence_form, evidence_of
from tas_cli.tui.fields import Values
from tas_cli.tui.line_form import Find
from tas_cli.tui.note import NoteForm
from tas_cli.tui.record_form import RecordForm
from tas_cli.tui.session_app import Place, SessionApp
from tas_cli.tui.widgets import ink
from tas_cli.typed.interpreter import Interpreter
from tas_cli.views.page import SIGN, SIGN_STYLE
from tas_cli.views.words import party_name


class Forms(SessionApp):
    """Opens the forms and puts their results into the session."""

    session: Session

    @property
    def grid(self) -> Grid:
        """The grid."""
        return self.main.query_one(Grid)

    def go(self, criterion: str, message: str = "") -> None:
        """Go to a criterion."""
        self.session.go((criterion, self.session.cursor[1]))
        self.show(message)

    def places(self) -> Iterator[Place]:
        """Yield the criteria, so that the palette can go to each."""
        for each in criteria():
            question = questions()[each.question - 1].title
            yield f"#{each.number} {each.title}", partial(self.go, each.key), question

    async def action_evidence(self) -> None:
        """Take evidence for the cell just rated, or under the cursor."""
        place = self.session.target

        def take(values: Values) -> None:
            self.session.add_evidence(place, evidence_of(values))
            self.show(f"Evidence added to {self._named(place).plain}.")

        await self._ask_for_evidence(
            place, evidence_of({"when": str(self.session.day)}), "add", take
        )

    async def _ask_for_evidence(
        self, place: CellKey, given: Evidence, verb: str, take: Callable[[Values], None]
    ) -> None:
        """Open the form of a piece of evidence that is not saved yet."""
        title = ink("Evidence for ", style="bold") + self._named(place)
        reader = Interpreter(self.session.day, dates=self.session.settings.dates)
        await self.open(evidence_form(title, given, verb, reader), take)

    async def action_correct(self) -> None:
        """Change evidence of the cell just rated, or under the cursor; remove saved evidence.

        Evidence that was typed and is not saved yet comes first, the latest piece of it.
        """
        place = self.session.target
        if typed := self.session.typed(place):

            def take(values: Values) -> None:
                self.session.correct_evidence(place, evidence_of(values))
                self.show("Evidence changed; not saved yet.")

            await self._ask_for_evidence(place, typed[-1], "change", take)
            return
        if place in self.session.unsaved.changes:
            self.show("Save this cell first; then correct its saved evidence.")
            return
        found = with_key(records(PIECES, self.session.opportunity), cell_code(*place))[-9:]
        if not found:
            self.show("No saved evidence here. Press e to add some.")
        elif len(found) == 1:
            await self._correct(found[0])
        else:
            ways = {
                Option(str(at), "change"): partial(self._correct, each)
                for at, each in enumerate(found, 1)
            }
            lines = [f"{at}  {', '.join(_said(each))}" for at, each in enumerate(found, 1)]
            await self.ask("Which evidence?", lines, {**ways, BACK: None})

    async def _correct(self, record: Record) -> None:
        """Take the change to one piece of evidence, and save it at once."""
        deal, day = self.session.opportunity, self.session.day
        reader = Interpreter(day, dates=self.session.settings.dates)
        form = RecordForm(PIECES, deal, record.key, reader)

        async def take(_: Values) -> None:
            made = form.made
            written = made and await self.write(partial(corrected, made=made, day=day))
            if written:
                self.session.adopt(written.now)
                self.show(f"Saved: evidence {'changed' if made and made.after else 'removed'}.")

        await self.open(form, take)

    async def action_note(self) -> None:
        """Take a note on the cell just rated, or under the cursor."""
        place = self.session.target
        before = self.session.state(place).note or ""

        def take(note: str) -> None:
            if note != before:
                self.session.set_note(place, note)
                self.show()

        await self.open(NoteForm(ink("Note on ", style="bold") + self._named(place), before), take)

    async def action_find(self) -> None:
        """Find a criterion; the cursor follows the search, and goes back if it is canceled."""
        before = self.session.cursor

        def end(place: CellKey) -> None:
            self.grid.found = ()
            self.session.go(place)
            self.show()

        await self.open(
            Find(self._search, "number or word"),
            lambda _: end(self.session.cursor),
            lambda: end(before),
        )

    async def action_choose(self) -> None:
        """Choose the strategy to follow."""
        await self.choose()

    async def choose(self, then: Callable[[], Awaitable[None]] | None = None) -> None:
        """Take the strategy to follow.

        Pass `then` if its reason is missing: it is called once a reason has been given.
        """

        async def take(chosen: Choice) -> None:
            self.session.choose(chosen.chosen, chosen.variation, chosen.reason)
            self.show(self._chosen(chosen))
            if then is not None:
                await then()

        form = ChooseForm(
            self.session.deal, pending=self.session.unsaved.choice is not None, why=bool(then)
        )
        await self.open(form, take, partial(self.show, "Not saved.") if then else None)

    def _chosen(self, chosen: Choice) -> str:
        new = self.session.unsaved.choice is not None
        title = strategies()[chosen.chosen].title
        return f"Chosen: {title} ({'not saved yet' if new else 'as saved'})."

    async def action_answer(self) -> None:
        """Take an answer to a question of the tree."""

        def take(answered: Answer) -> None:
            self.session.answer(*answered)
            title = tree().steps[answered.step].title
            what = f"you answered {answered.answer}" if answered.answer else "override removed"
            self.show(f"{title}: {what}.")

        await self.open(AnswerForm(self.session.deal, self.session.unsaved.answers), take)

    def _search(self, words: str, at: int) -> str:
        found = matching(words)
        self.grid.found = {each.key for each in found}
        if found:
            self.go(found[at % len(found)].key)
        else:
            self.show()
        if not words.strip():
            return ""
        return f"{at % len(found) + 1} of {len(found)}" if found else "no match"

    def _named(self, place: CellKey) -> Text:
        """Return a cell's name with its sign, as in "#12 Executive credibility, Us +"."""
        rating = self.session.state(place).rating
        name = f"{numbered(place[0])}, {party_name(self.session.opportunity, place[1])} "
        return ink(name, (SIGN[rating], SIGN_STYLE[rating]))


def _said(record: Record) -> list[str]:
    """Return who said what, and when."""
    return [text for name in ("when", "who", "what") for text in texts_of(record.value, name)]
