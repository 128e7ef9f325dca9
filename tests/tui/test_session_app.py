"""A full screen built with the toolkit: a few words about a deal, which become its name."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

import leaping
import pytest
from leaping import screen
from textual.containers import Container
from textual.events import Key as Pressed
from workspaces import write

from tas_cli.source.edit import Edit, Put
from tas_cli.tui.choice import BACK, Option
from tas_cli.tui.draft_files import DraftFiles
from tas_cli.tui.drafts import Drafts, Offer
from tas_cli.tui.fields import Fields, FormLine, Values
from tas_cli.tui.head import Heading
from tas_cli.tui.keys import Key
from tas_cli.tui.session_app import TUI_CSS, Ask, OpenDeal, SessionApp, Ways
from tas_cli.tui.widgets import SessionView, ink
from tas_cli.words import counted
from tas_cli.workspace import open_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from rich.text import Text
    from textual.app import ComposeResult
    from textual.pilot import Pilot

    from tas_cli.model.opportunity import Opportunity

TABLE = {
    "Write": (
        Key("a", "add", "a", "add", "add a word"),
        Key("u", "undo", "u", "undo", "take the last one back"),
    ),
    "Leave": (
        Key("s", "save", "s", "save", "let them be the deal's name"),
        Key("q", "leave", "q", "quit", "leave"),
        Key("f1", "help", "F1", "help", "what the keys do"),
    ),
}


class Words:
    """The session: words that were added."""

    def __init__(self) -> None:
        self.said: tuple[str, ...] = ()

    def undo(self) -> bool:
        """Remove the last word."""
        before, self.said = self.said, self.said[:-1]
        return before != self.said

    def resume(self, state: tuple[str, ...]) -> int:
        """Restore words, but at most two."""
        self.said = state[:2]
        return len(state) - len(self.said)


class Shown(SessionView[Words]):
    """Shows the words."""

    def draw(self, width: int, height: int) -> Text:
        """Return the words to draw."""
        del width, height
        return ink("Words: ", " ".join(self.session.said))


class WordDrafts(Drafts[tuple[str, ...]]):
    """Keeps the words."""

    BROKEN = (ValueError,)

    def __init__(self, app: WordsApp) -> None:
        super().__init__(app, DraftFiles("words", str(app.deal.path)))
        self._words = app.session

    def state(self) -> tuple[str, ...]:
        """Return the words so far."""
        return self._words.said

    def written(self) -> Any:
        """Return the words as a list."""
        return list(self._words.said) or None

    def read(self, data: bytes) -> Offer[tuple[str, ...]]:
        """Return the words of a draft."""
        words = json.loads(data)
        return Offer("Words were not saved", words, tuple(words))


class WordsApp(SessionApp):
    """The application."""

    TABLE = TABLE
    CSS_PATH: ClassVar = [TUI_CSS]
    session: Words

    def __init__(self, deal: OpenDeal) -> None:
        super().__init__(deal)
        self.session = Words()
        self.drafts = WordDrafts(self)
        self.may_rename = False

    def body(self) -> ComposeResult:
        """Lay out the words."""
        with Container(id="body"):
            yield Shown(self.session)

    def heading(self) -> Heading:
        """Return how many there are."""
        number = len(self.session.said)
        return Heading("a deal", (number, counted(number, "word")))

    def fit(self, width: int, height: int) -> None:
        """Show all of it at every size."""
        del width, height
        self.show()

    async def action_add(self) -> None:
        """Add a word."""

        def take(values: Values) -> None:
            self.session.said += (values["word"],)
            self.show("Added.")

        await self.open(Fields(ink("A word"), [FormLine("word", "Word")]), take)

    async def save(self, *, close: bool = False) -> None:
        """Give the deal its name."""
        written = await self.write(self._plan)
        if written is not None:
            self.session.said = ()
            self.show(f"It is called {written.now.name}.")
            if close:
                await self.close()

    def _plan(self, now: Opportunity) -> list[Edit]:
        if now.name != "Cranes" and not self.may_rename:
            ways: Ways = {Option("m", "mine"): self._rename, BACK: None}
            raise Ask(partial(self.ask, f"It is {now.name} meanwhile", (), ways))
        return [Put(("name",), " ".join(self.session.said))]

    async def _rename(self) -> None:
        self.may_rename = True
        await self.save()


@pytest.fixture
def deal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OpenDeal:
    """A deal in a workspace of its own."""
    monkeypatch.setenv("TAS_STATE_DIR", str(tmp_path / "state"))
    text = "tas: 1\nname: Cranes\ncustomer: Harbour\n"
    root = write(tmp_path / "deals", {"tas.yaml": "tas: 1\n", "opportunities/a.yaml": text})
    return OpenDeal("a", root / "opportunities/a.yaml", open_workspace(root))


def seen(deal: OpenDeal, *keys: str, meanwhile: str = "") -> tuple[WordsApp, list[str]]:
    """Press keys and return the screen after each; `meanwhile` is the name's first new value."""
    app, screens = WordsApp(deal), []

    async def session() -> None:
        async with app.run_test(size=(60, 20)) as pilot:
            await pilot.pause()
            if meanwhile:
                deal.path.write_text(deal.path.read_text().replace("Cranes", meanwhile))
            await _press(pilot)

    async def _press(pilot: Pilot[None]) -> None:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
            screens.append(screen(app))

    leaping.drive(session())
    return app, screens


def test_typed_words_are_saved(deal: OpenDeal) -> None:
    """A form takes a word, the screen shows it, undo removes it, and saving writes it."""
    _, screens = seen(deal, "a", *"No", "enter", "u", "a", *"Sluice", "enter", "s")
    assert "Words: No" in screens[3]
    assert "* 1 unsaved" in screens[3]
    assert "Words: No" not in screens[4]
    assert "It is called Sluice." in screens[-1]
    assert "name: Sluice\n" in deal.path.read_text()


def test_help_and_leaving_come_with_it(deal: OpenDeal) -> None:
    """The help has the table under its headings; leaving asks about unsaved words."""
    app, screens = seen(deal, "f1", "escape", "a", "x", "enter", "q", "d")
    assert "add a word" in screens[0]
    assert "Save 1 word before you leave?" in screens[5]
    assert not app.is_running
    assert "name: Cranes" in deal.path.read_text()


@pytest.mark.parametrize(("key", "kept"), [("r", 1), ("d", 0), ("l", 0)])
def test_a_draft_is_offered(deal: OpenDeal, key: str, kept: int) -> None:
    """An earlier session's draft is offered, and can be resumed, discarded or left."""
    seen(deal, "a", "x", "enter")
    app, _ = seen(deal, key)
    assert len(app.session.said) == kept
    again, screens = seen(deal, "f1")
    assert ("Words were not saved" in screens[0]) == (key != "d")
    assert again.session.said == ()


@pytest.mark.parametrize(
    ("words", "said"), [("xy", "Draft resumed."), ("xyz", "Draft resumed. Left out 1 change")]
)
def test_what_a_draft_has_lost_is_counted(deal: OpenDeal, words: str, said: str) -> None:
    """Where a change of a draft has no place any more, the message says so, and only then."""
    seen(deal, *(key for word in words for key in ("a", word, "enter")))
    app, screens = seen(deal, "r")
    assert (app.session.said, said in screens[0]) == (tuple("xy"), True)
    assert ("Left out" in screens[0]) == ("Left out" in said)


@pytest.mark.parametrize(("key", "name"), [("m", "x"), ("b", "Locks")])
def test_changes_by_somebody_else_are_asked_about(deal: OpenDeal, key: str, name: str) -> None:
    """A plan that must ask first is not carried out before the answer."""
    _, screens = seen(deal, "a", "x", "enter", "s", key, meanwhile="Locks")
    assert "It is Locks meanwhile" in screens[3]
    assert f"name: {name}\n" in deal.path.read_text()


def test_a_refusal_is_reported(deal: OpenDeal) -> None:
    """If the file cannot be written, a message says so, and the typed words stay."""
    app, screens = seen(deal, "a", "x", "enter", "s", "enter", meanwhile="[")
    assert "Not saved" in screens[3]
    assert app.session.said == ("x",)


def test_keys_typed_ahead_answer_a_question_once(deal: OpenDeal) -> None:
    """Two keys that arrive together give one answer: the second comes after the question."""
    app = WordsApp(deal)

    async def session() -> None:
        async with app.run_test(size=(60, 20)) as pilot:
            await pilot.press("a", "x", "enter", "q")
            question = app.screen
            for key in "bd":
                question.post_message(Pressed(key, key))
            await pilot.pause()
            assert app.screen is not question
            assert app.is_running

    leaping.drive(session())
    assert app.session.said == ("x",)
