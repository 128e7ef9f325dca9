"""What is to be known of the row under the cursor, at full length."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from tas_cli.debrief.questions import GROUP, answer
from tas_cli.debrief.session import Session
from tas_cli.method.catalogue import debrief_communication, debrief_questions
from tas_cli.tui.widgets import SessionView, ink, page, wrapped
from tas_cli.views.briefing import evidence_of, said_before
from tas_cli.views.page import DIM

_ABOUT = {
    "present": "Who answers, or sits in. Several with commas between them.",
    "earlier": "Space ticks it off; what is not done stays open.",
    "step": "c confirms the step as the file has it, r resets it and asks why.",
    "action": "e changes it, Backspace takes it away.",
    "add": "What somebody is to do until the next debrief: Enter, or a from anywhere.",
    "verdict": "Your judgement, for whoever looks at the deal next.",
}


class Detail(SessionView[Session]):
    """The row under the cursor: its words in full, evidence, or what the question is about."""

    def draw(self, width: int, height: int) -> Text:
        """Return as much of it as fits."""
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
        for line in (debrief_communication().about, *said_before(session.brief)):
            yield ink((line, DIM))
        return
    state = session.brief.state(session.answers.claimed)
    if row.kind == "outcome" and state is not None:
        for line in evidence_of(state, row.key):
            yield ink(("• ", DIM), line)
        if row.key not in session.answers.outcomes:
            yield ink(("Enter takes what is in brackets; + – ? say what was found.", DIM))
        return
    yield ink((debrief_questions()[GROUP[row.kind] - 1].about, DIM))
