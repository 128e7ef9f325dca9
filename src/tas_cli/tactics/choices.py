"""The list of suggestions: what is picked, what it is about, who does it, by when."""

from __future__ import annotations

from collections.abc import Callable

from rich.text import Text
from textual import events

from tas_cli.board.suggestion import Suggestion
from tas_cli.tactics.session import Session
from tas_cli.tui.widgets import SessionView, clipped, ink, page, scrolled
from tas_cli.views.cells import fit
from tas_cli.views.page import DIM, HEADING, PENDING, STRONG, Part
from tas_cli.views.words import short_date

_BEFORE = 8
"""The cells before the words: the cursor, the box, and the letter of the kind."""
_OWNER, _DUE = 10, 7
_WIDE = 62
"""The width from which a line says who does it, and by when."""


class Choices(SessionView[Session]):
    """The suggestions, the one under the cursor marked; with more than fit, it scrolls."""

    def __init__(self, session: Session, pick: Callable[[int], None]) -> None:
        super().__init__(session)
        self._pick, self._top = pick, 0

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


def _heads(session: Session, width: int) -> Text:
    whose = fit("Who", _OWNER) + fit("Due", _DUE) if width >= _WIDE else ""
    counts = f"{len(session.rows)} suggested, {len(session.taken)} picked"
    room = max(0, width - _BEFORE - len(whose))
    return ink((" " * _BEFORE + fit(counts, room) + whose, HEADING))


def _line(session: Session, at: int, width: int) -> Text:
    suggestion = session.rows[at]
    here, taken = at == session.at, session.pick(suggestion).taken
    whose = _whose(session, suggestion) if width >= _WIDE else ""
    what = fit(session.tactic(suggestion).what, max(0, width - _BEFORE - len(whose) - 1))
    box: Part = ("[x]", PENDING) if taken else ("[ ]", DIM)
    mark: Part = ("▸ " if here else "  ", STRONG)
    return ink(mark, box, f" {suggestion.key[0]} ", (f"{what} ", STRONG * here), whose)


def _whose(session: Session, suggestion: Suggestion) -> str:
    """Return who does what is picked, and by when; the same width without."""
    if not session.pick(suggestion).taken:
        return " " * (_OWNER + _DUE)
    tactic = session.tactic(suggestion)
    due = short_date(tactic.due, session.interpreter.today)
    return f"{fit(tactic.owner or 'nobody', _OWNER - 1)} {fit(due, _DUE)}"
