"""The form for a note."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import TextArea

from tas_cli.source.characters import cleaned
from tas_cli.tui.field import LONGEST
from tas_cli.tui.form import Form, taking
from tas_cli.tui.widgets import words
from tas_cli.views.safe import safe


class NoteForm(Form[str]):
    """Takes a note, which may have several lines, typed or pasted.

    await app.open(NoteForm(ink("Note on this"), before), take)
    """

    def __init__(self, title: Text, note: str) -> None:
        super().__init__()
        self._title, self._note = title, note
        self._shown = "\n".join(safe(line) for line in note.split("\n")).strip()

    def compose(self) -> ComposeResult:
        """Lay out the field with the present note."""
        with Vertical(classes="box"):
            yield words(self, self._title)
            yield TextArea(
                self._shown, compact=True, highlight_cursor_line=False, tab_behavior="focus"
            )
            yield from self.foot(taking("keep"))

    def begin(self) -> None:
        """Focus the field, with the cursor at the end of the note."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        self.set_focus(area)

    def take_all(self) -> None:
        """Keep the note, exactly as it was if nothing was changed."""
        typed = cleaned(self.query_one(TextArea).text, refuse=False).strip()
        if len(typed) > LONGEST:
            self.say(f"A note has room for {LONGEST} characters; this one has {len(typed)}.")
        else:
            self.dismiss(self._note if typed == self._shown else typed)
