"""Saving what is picked: all tactics at once, if the deal still suggests them."""

from __future__ import annotations

from functools import partial

from tas_cli.board.taking import additions
from tas_cli.diagnostics import typeable
from tas_cli.model.opportunity import Opportunity
from tas_cli.source.edit import Edit
from tas_cli.tactics.session import Session
from tas_cli.tui.choice import BACK, Option
from tas_cli.tui.session_app import Ask, SessionApp, Ways
from tas_cli.words import counted, some


class Saving(SessionApp):
    """Writes the session with the edits of `tas plan --take`."""

    session: Session

    async def save(self, *, close: bool = True) -> None:
        """Add what is picked to the plan, and close."""
        number = len(self.session.taken)
        if not number:
            self.show("Nothing is picked. Space picks the selected one, a picks all.")
            return
        if await self.write(self._plan) is None:
            return
        name = typeable(self.deal.id)
        self.notes += [
            f"{self.deal.id}: {counted(number, 'tactic')} added.",
            f"`tas plan {name}` shows the plan, `tas tactics {name}` changes it.",
        ]
        if close:
            await self.close()

    def _plan(self, now: Opportunity) -> list[Edit]:
        gone = [*self.session.outdated(now)]
        if gone:
            ways: Ways = {Option("r", "leave them out"): partial(self._adopt, now), BACK: None}
            lines = [f"It does not suggest {some(gone)} any more."]
            raise Ask(
                partial(self.ask, "The deal has changed meanwhile", lines, ways, careful=True)
            )
        return additions(self.session.taken)

    def _adopt(self, now: Opportunity) -> None:
        self.session.adopt(now)
        self.share_out()
        self.show("Left out. Press w to add the rest." if self.session.taken else "")
