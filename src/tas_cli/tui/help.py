"""The help: what the keys do and what the marks mean."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from tas_cli.tui.keys import Key, Table, bindings, help_lines
from tas_cli.tui.widgets import ink, words
from tas_cli.views.page import DIM, HEADING

_SIGNS = 17
"""The usual width of the column of keys."""


class Help(ModalScreen[None]):
    """What the keys of a table do, under the headings of the table."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        [Key("escape,enter,q,f1,H,question_mark,ctrl+c,space", "close")]
    )

    def __init__(self, table: Table) -> None:
        super().__init__(classes="dialog")
        self._table = table

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with VerticalScroll(classes="box wide help"):
            for heading, keys in self._table.items():
                yield words(self, ink((heading, HEADING)))
                lines = help_lines(keys)
                width = max([_SIGNS, *(len(signs) + 2 for signs, _ in lines)])
                for signs, about in lines:
                    yield words(self, ink((f"{signs:<{width}}", "bold"), about))
            closing = "Esc closes this. tas keeps a draft until you save or discard."
            yield words(self, ink((closing, DIM)))

    def action_close(self) -> None:
        """Go back to the main screen."""
        self.dismiss(None)
