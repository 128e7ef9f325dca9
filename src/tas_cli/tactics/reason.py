"""Why the suggestion under the cursor is made, and the tactic that it would become."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from tas_cli.board.suggestion import Suggestion
from tas_cli.method.plan import tactic_kinds
from tas_cli.tactics.session import Session
from tas_cli.tui.scrolling import ScrolledView
from tas_cli.tui.widgets import ink, page, wrapped
from tas_cli.typed.interpreter import day_named
from tas_cli.views.page import DIM, STRONG, Part
from tas_cli.views.suggestions import with_whom


class Reason(ScrolledView[Session]):
    """One suggestion in full."""

    KEY = "Shift+J"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._shown = session.selected

    def draw(self, width: int, height: int) -> Text:
        """Return the lines that fit."""
        here = self.session.selected
        if self._shown != here:
            self._shown = here
            self.to_top()
        if here is None or not height:
            return Text()
        lines = [
            line
            for words in _lines(self.session, here)
            for line in wrapped(ink(*words), width - 1, first=" ", indent=" ")
        ]
        return page(self.window(lines, height))


def _lines(session: Session, suggestion: Suggestion) -> Iterator[list[Part]]:
    """Yield the tactic, why it is suggested, who does it and by when, and what its kind means."""
    tactic, kind = session.tactic(suggestion), tactic_kinds()[suggestion.kind]
    yield [(tactic.what, STRONG), (f"  {suggestion.key}", DIM)]
    if tactic.what != suggestion.what:
        yield [("Suggested: ", DIM), suggestion.what]
    for reason in (*suggestion.reasons, with_whom(suggestion, session.deal)):
        if reason:
            yield [reason]
    yield [("Owner ", DIM), tactic.owner or "nobody", (", due ", DIM), day_named(tactic.due)]
    yield [(f"{kind.title}: {kind.about}", DIM)]
