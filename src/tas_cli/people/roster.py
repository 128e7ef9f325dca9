"""Everybody in the order of the map, a line each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rich.text import Text
from textual import events

from tas_cli.people.entry import EXAMPLE
from tas_cli.people.session import Session
from tas_cli.tui.widgets import PickedView, clipped, ink, page, scrolled
from tas_cli.views import map_cells as cell
from tas_cli.views.cells import greyed
from tas_cli.views.map_rows import Row, tree
from tas_cli.views.page import DIM, HEADING, PENDING, STRONG, Words

_TITLED, _WORDED = 70, 50
"""The widths from which a line has the title, and more than name, standing and influence."""
_LEVELS = 5
"""To how many levels the branches of the tree are drawn."""
_EMPTY: tuple[Words, ...] = (
    (" Nobody is on the map yet. Press a to add somebody in one line:",),
    ("",),
    (f"   {EXAMPLE}",),
    ("",),
    (("   name, title  roles, how they stand with us, influence, contact", DIM),),
    ("",),
    (" What you do not know, leave out. F1 has all words and keys.",),
)


class Cells(NamedTuple):
    """The cells of a line; `proven` marks an entry with evidence."""

    name: Words
    title: Words
    proven: Words
    roles: Words
    with_us: Words
    influence: Words
    contact: Words


_HEAD = Cells(("Name",), ("Title",), ("✓",), ("Role",), ("", "With us"), ("Infl.",), ("Contact",))
_SIGN = 3
"""The width of a cell with the sign alone."""


class Roster(PickedView[Session]):
    """The people, the one under the cursor marked; with more than fit, it scrolls."""

    def draw(self, width: int, height: int) -> Text:
        """Return the heads of the columns, and the lines that fit."""
        session = self.session
        if not session.rows:
            return page([clipped(ink(*words), width) for words in _EMPTY[:height]])
        room = max(1, height - 1)
        self._top = scrolled(self._top, session.row, room, len(session.rows))
        letters = cell.rival_letters(session.deal)
        branches = {each.key: each for each in tree(session.positions, _LEVELS)}
        widths = _widths(width)
        lines = [ink("  ", (_joined(_HEAD, widths).plain, HEADING))]
        for key in session.rows[self._top : self._top + room]:
            here, new = key == session.cursor, key in session.unsaved
            mark = ink(("▸" if here else " ", STRONG), ("*" if new else " ", PENDING))
            lines.append(mark + _joined(self._cells(branches[key], letters, here=here), widths))
        return page([clipped(line, width) for line in lines[:height]])

    def _cells(self, row: Row, letters: Mapping[str, str], *, here: bool) -> Cells:
        deal = self.session.deal
        person = deal.people[row.key]
        found = Cells(
            ((cell.name_of(row.key, person), STRONG * here),),
            (cell.job(person),),
            ("✓" if person.evidence else "",),
            (cell.role_letters(person),),
            cell.standing(person, cell.backed_letters(person, letters), deal.day),
            (cell.dots(person.influence),),
            cell.contact(person, deal),
        )
        if person.gone(deal.day):
            found = Cells(*(tuple(greyed(each)) for each in found))
        return found._replace(name=((row.branch, DIM), *found.name))

    def on_click(self, event: events.Click) -> None:
        """Go to the clicked person."""
        at = self._top + event.y - 1
        if event.y and at < len(self.session.rows):
            self._pick(self.session.rows[at])


def _widths(width: int) -> tuple[int, ...]:
    """Return the width of each cell in a line of this width, 0 for those without room."""
    proven, roles, with_us, influence, contact = 2, 6, 15, 6, 9
    if width < _WORDED:
        return (max(8, width - 11), 0, 0, 0, _SIGN, 6, 0)
    left = width - sum((2, proven, roles, with_us, influence, contact))
    title = left * 2 // 5 if width >= _TITLED else 0
    return (left - title, title, proven, roles, with_us, influence, contact)


def _joined(cells: Cells, widths: tuple[int, ...]) -> Text:
    """Return the cells that have room, each in its width, with a gap after it."""
    line = Text()
    for words, width in zip(cells, widths, strict=True):
        if width:
            shown = words[:1] if width <= _SIGN else words
            text = clipped(ink(*shown), max(2, width - 1))
            text.pad_right(width - text.cell_len)
            line.append_text(text)
    return line
