"""Drafts of challenges: what was entered, as a file for `tas challenge --from` has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tas_cli.challenge.session import in_words
from tas_cli.edits.challenge import Entered, document
from tas_cli.model.plan import Challenge
from tas_cli.source.paths import real
from tas_cli.source.private import parsed
from tas_cli.tui.draft_files import DraftFiles
from tas_cli.tui.drafts import Drafts, Offer

if TYPE_CHECKING:
    from tas_cli.challenge.app import ChallengeApp


class ChallengeDrafts(Drafts[Entered]):
    """The drafts about the challenges of a deal."""

    def __init__(self, app: ChallengeApp) -> None:
        self._session = app.session
        super().__init__(app, DraftFiles("challenges", str(real(app.deal.path))))

    def state(self) -> Entered:
        """Return what is entered."""
        return self._session.entered

    def written(self) -> Any:
        """Return it as JSON values; None if everything is saved."""
        return document(self.state()) if self._session.given else None

    def read(self, data: bytes) -> Offer[Entered]:
        """Return what an interrupted session left."""
        kept = Challenge.model_validate(parsed(data))
        state = Entered(kept.date, kept.by, kept.role, kept.scores, tuple(kept.points))
        by = f" by {kept.by}" if kept.by else ""
        about = f"{kept.role.capitalize()}{by}, {kept.date}: {in_words(state)}, not saved."
        return Offer("Unsaved draft", [about], state)
