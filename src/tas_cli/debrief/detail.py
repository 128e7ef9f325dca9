"""The details of the row under the cursor, in full."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from tas_cli.debrief.questions import GROUP, answer
from tas_cli.debrief.session import Session
from tas_cli.method.catalogue import debrief_communication, debrief_questions
from tas_cli.tui.widgets import SessionView, ink, page, wrapped
from tas_cli.views.briefing import evidence_of, last_communication
from tas_cli.views.page import DIM

_ABOUT = {
    "present": "Who answers and who sits in. Separate names with commas.",
    "earlier": "Press Space if it is done. Otherwise it stays open.",
    "step": "Press c to confirm the step, r to reset it and say why.",
    "action": "Press e to edit it, Backspace to remove it.",
    "add": (
        "What someone will do before the next debrief. Press Enter here, or press a from anywhere."
    ),
    "verdict": "Your judgment, for whoever opens the deal next.",
}


class Detail(SessionView[Session]):
    """The row under the cursor: its full text, its evidence, or what the question is about."""

    def draw(self, width: int, height: int) -> Text:
        """Return as much as fits."""
        lines = [
            line
            for text in _texts(self.session)
            for line in wrapped(text, width - 1, first=" ", indent=" ")
        ]
        rule = "-" if getattr(self.app, "ascii_only", False) else "─"
        return page([ink((rule * width, DIM)), *lines[: height - 1]])


def _texts(session: Session) -> Iterator[Text]:
    row = session.row
    yield ink(*answer(session, row))
    if row.kind in _ABOUT:
        yield ink((_ABOUT[row.kind], DIM))
        return
    if row.kind == "communication":
        for line in (debrief_communication().about, *last_communication(session.brief)):
            yield ink((line, DIM))
        return
    state = session.brief.state(session.answers.claimed)
    if row.kind == "outcome" and state is not None:
        for line in evidence_of(session.brief, state, row.key):
            yield ink(("• ", DIM), line)
        if row.key not in session.answers.outcomes:
            yield ink(
                (
                    "Press Enter to accept the sign in parentheses, or + – ? to judge it yourself.",
                    DIM,
                )
            )
        return
    yield ink((debrief_questions()[GROUP[row.kind] - 1].about, DIM))
