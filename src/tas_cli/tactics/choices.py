"""The list of suggestions: what is picked, what it is about, who does it, by when."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual import events

from tas_cli.tactics.session import Session
from tas_cli.tui.widgets import PickedView, clipped, ink, page, scrolled
from tas_cli.views.cells import fit
from tas_cli.views.page import DIM, HEADING, PENDING, STRONG, Part
from tas_cli.views.words import short_date

_BEFORE = 8
"""The cells before the words: the cursor, the box, and the letter of the kind."""
_OWNER, _DAY, _DATE = 10, 7, 12
"""The widths of an owner, of a day, and of a day with its year: 31 Dec 2027."""
_WIDE = 66
"""The width from which a line says who does it, and by when."""


class Choices(PickedView[Session]):
    """The suggestions, the one under the cursor marked; with more than fit, it scrolls."""

    def draw(self, width: int, height: int) -> Text:
        """Return the heads of the columns, the lines that fit, and what is not among them."""
        session, rest = self.session, _rest(self.session)
        room = max(1, height - 1 - bool(rest))
        self._top = scrolled(self._top, session.at, room, len(session.rows))
        shown = range(self._top, min(self._top + room, len(session.rows)))
        lines = [_heads(session, width), *(_line(session, at, width) for at in shown)]
        if not shown:
            lines.append(ink(("  Nothing is suggested any more.", DIM)))
        if rest:
            lines.append(ink((f"  {rest}", DIM)))
        return page([clipped(line, width) for line in lines[: max(1, height)]])

    def on_click(self, event: events.Click) -> None:
        """Go to the clicked line."""
        at = self._top + event.y - 1
        if event.y and at < len(self.session.rows):
            self._pick(at)


def _rest(session: Session) -> str:
    """Return how many suggestions are not in the list, and why."""
    left, covered = len(session.found.left_out), len(session.found.covered)
    parts = (
        f"{left} more of the same kinds: m shows them." * bool(left),
        f"{covered} covered by open tactics." * bool(covered),
    )
    return " ".join(filter(None, parts))


def _widths(session: Session, width: int) -> tuple[int, int, int]:
    """Return the widths of the words, the owner and the day; 0 for those without room."""
    years = {each.due.year for each in session.taken}
    due = _DATE if years - {session.interpreter.today.year} else _DAY
    owner, due = (_OWNER, due) if width >= _WIDE else (0, 0)
    return max(0, width - _BEFORE - owner - due), owner, due


def _heads(session: Session, width: int) -> Text:
    counts = f"{len(session.rows)} suggested, {len(session.taken)} picked"
    room, *others = _widths(session, width)
    words = _cells((counts, "Who", "Due"), (room + _BEFORE - 2, *others))
    return ink((f"  {words}", HEADING))


def _line(session: Session, at: int, width: int) -> Text:
    """Return a suggestion; who does it and by when stand only beside what is picked."""
    suggestion, widths = session.rows[at], _widths(session, width)
    tactic, taken = session.tactic(suggestion), session.pick(suggestion).taken
    due = short_date(tactic.due, session.interpreter.today)
    whose = (tactic.owner or "nobody", due) if taken else ("", "")
    box: Part = ("[x]", PENDING) if taken else ("[ ]", DIM)
    here = at == session.at
    mark: Part = ("▸ " if here else "  ", STRONG)
    what = (_cells((tactic.what,), widths[:1]), STRONG * here)
    return ink(mark, box, f" {suggestion.key[0]} ", what, _cells(whose, widths[1:]))


def _cells(words: Sequence[str], widths: Sequence[int]) -> str:
    """Return words, each in its width with a gap behind it; those without a width are left out."""
    cells = zip(words, widths, strict=True)
    return "".join(f"{fit(each, width - 1)} " for each, width in cells if width)
