"""Drafts of debriefs: an answer file (docs/json.md) for a deal and a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tas_cli.debrief.answer_file import answers, checked, document, written
from tas_cli.debrief.answers import Answers
from tas_cli.refusals import WrongCall
from tas_cli.source.paths import real
from tas_cli.tui.draft_files import DraftFiles
from tas_cli.tui.drafts import Drafts, Offer

if TYPE_CHECKING:
    from tas_cli.debrief.app import DebriefApp

_LEFT = "An earlier session ended before you saved your answers."


class AnswerDrafts(Drafts[Answers]):
    """The drafts of an opportunity's debrief on a day."""

    BROKEN = (WrongCall,)

    def __init__(self, app: DebriefApp) -> None:
        self._session = app.session
        about = f"{real(app.deal.path)} {app.session.brief.day}"
        super().__init__(app, DraftFiles("debriefs", about))

    def state(self) -> Answers:
        """Return the answers so far."""
        return self._session.answers

    def written(self) -> Any:
        """Return the answers in the format of an answer file."""
        return written(self._session.answers) if self._session.given else None

    def read(self, data: bytes) -> Offer[Answers]:
        """Return the answers in a draft."""
        session = self._session
        kept = answers(checked(document(data)), session.brief, session.answers)
        return Offer("Unsaved draft", [_LEFT], kept)
