"""The form for a note."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from tas_cli.scorecard.dialogs.form import LONGEST, Form
from tas_cli.scorecard.dialogs.words import words
from tas_cli.scorecard.ink import ink


class NoteForm(Form[str]):
    """Takes a note of one line."""

    def __init__(self, cell: Text, note: str) -> None:
        super().__init__(classes="dialog")
        self._cell, self._note = cell, note

    def compose(self) -> ComposeResult:
        """Lay out the field, with the note that there is."""
        with Vertical(classes="box"):
            yield words(self, ink("Note on ", style="bold") + self._cell)
            yield Input(self._note, compact=True, max_length=LONGEST, select_on_focus=False)
            yield words(self, ink(("Enter keep; Esc cancel", "dim")))

    def take_all(self) -> None:
        """Keep the note."""
        self.dismiss(self.query_one(Input).value.strip())
