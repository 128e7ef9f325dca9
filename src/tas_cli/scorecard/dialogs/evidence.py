"""The form for evidence."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from pydantic import ValidationError
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Label

from tas_cli.model.evidence import Evidence
from tas_cli.scorecard.dialogs.form import Form
from tas_cli.scorecard.dialogs.words import words
from tas_cli.tui.field import Field
from tas_cli.tui.widgets import ink


class EvidenceForm(Form[Evidence]):
    """Takes a piece of evidence: what, who, when, link.

    Enter goes on; in an empty field, and in the last one, it adds the evidence.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,tab", "go(1)", priority=True, show=False),
        Binding("up,shift+tab", "go(-1)", priority=True, show=False),
    ]
    _FIELDS = (
        ("what", "What", "what was said, written or done"),
        ("who", "Who", "name and role"),
        ("when", "When", "year-month-day"),
        ("link", "Link", "where it can be looked up"),
    )

    def __init__(self, cell: Text, day: date) -> None:
        super().__init__(classes="dialog")
        self._cell, self._day = cell, day

    def compose(self) -> ComposeResult:
        """Lay out the fields."""
        with Vertical(classes="box"):
            yield words(self, ink("Evidence for ", style="bold") + self._cell)
            for key, label, hint in self._FIELDS:
                with Horizontal(classes="field"):
                    yield Label(label, markup=False)
                    value = self._day.isoformat() if key == "when" else ""
                    yield Field(value, hint, key)
            yield Label("", id="wrong", markup=False)
            yield words(
                self, ink(("Enter next, on an empty line add; Ctrl+S add; Esc cancel", "dim"))
            )

    async def action_go(self, by: int) -> None:
        """Go to another field."""
        await self.settled()
        self._go(by)

    def take_line(self) -> None:
        """Go on to the next field, or add what there is."""
        field = self.focused
        if isinstance(field, Field) and field.words and field.id != self._FIELDS[-1][0]:
            self._go(1)
        else:
            self.take_all()

    def _go(self, by: int) -> None:
        fields = list(self.query(Field))
        at = fields.index(self.focused) if isinstance(self.focused, Field) else 0
        self.set_focus(fields[(at + by) % len(fields)])

    def take_all(self) -> None:
        """Add the evidence; say so where it shows nothing, or where its date is none."""
        values = {each.id: each.words for each in self.query(Field)}
        try:
            entry = Evidence.model_validate({key: text for key, text in values.items() if text})
        except ValidationError:
            self.wrong("when", "Write the day as year-month-day, such as 2026-11-23.")
            return
        if entry.given:
            self.dismiss(entry)
        else:
            self.wrong("what", "Say what was said, written or done; or Esc.")
