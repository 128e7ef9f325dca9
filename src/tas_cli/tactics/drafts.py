"""Drafts of what is picked on the full screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tas_cli.source.paths import real
from tas_cli.source.private import parsed
from tas_cli.tactics.session import Pick, Picks
from tas_cli.today import parse_day
from tas_cli.tui.draft_files import DraftFiles
from tas_cli.tui.drafts import Drafts, Offer
from tas_cli.words import counted, some

if TYPE_CHECKING:
    from tas_cli.tactics.app import TacticsApp


class TacticsDrafts(Drafts[Picks]):
    """The drafts about the suggested tactics of a deal."""

    def __init__(self, app: TacticsApp) -> None:
        self._session = app.session
        super().__init__(app, DraftFiles("tactics", str(real(app.deal.path))))

    def state(self) -> Picks:
        """Return what is picked."""
        return self._session.picks

    def written(self) -> Any:
        """Return it as JSON values; None if nothing is picked."""
        if not self._session.taken:
            return None
        return {
            key: {**each._asdict(), "due": each.due and each.due.isoformat()}
            for key, each in self.state().items()
        }

    def read(self, data: bytes) -> Offer[Picks] | None:
        """Return what an interrupted session left, or None if it left nothing."""
        state = {str(key): _pick(each) for key, each in parsed(data).items()}
        taken = [key for key, each in state.items() if each.taken]
        about = f"{counted(len(taken), 'tactic')} picked, not saved: {some(taken)}"
        return Offer("Unsaved draft", [about], state) if state else None


def _pick(kept: Any) -> Pick:
    words = {name: str(kept[name]) for name in ("what", "owner") if kept[name]}
    due = parse_day(kept["due"]) if kept["due"] else None
    return Pick(taken=bool(kept["taken"]), due=due, **words)
