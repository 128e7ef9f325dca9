"""The dialog for a reset: the step to work on instead, and why."""

from __future__ import annotations

from typing import NamedTuple

from rich.text import Text

from tas_cli.assess.briefing import Briefing
from tas_cli.tui.form import taking
from tas_cli.tui.pick import Pick, picking
from tas_cli.tui.widgets import ink
from tas_cli.views.cells import fit
from tas_cli.views.page import DIM, STRONG, Part


class ResetTo(NamedTuple):
    """The step to work on instead, and why."""

    step: str
    reason: str


class ResetForm(Pick[ResetTo]):
    """Takes a step and a reason: the arrows move between steps, and typing enters the reason."""

    KEYS = (*picking("step"), *taking("reset", leave="back"))

    def __init__(self, brief: Briefing, to: str | None, why: str, reason: str | None) -> None:
        self._brief, self._why = brief, why
        keys = [step.key for step in brief.process]
        at = keys.index(to) if to in keys else 0
        super().__init__([reason or ""] * len(keys), at)

    def above(self, width: int) -> list[Text]:
        """Return the question."""
        del width
        return [ink(("Reset to which step?", STRONG)), ink((self._why, DIM))]

    def row(self, at: int, style: str) -> list[Part]:
        """Return a step."""
        standing = self._brief.standing
        state = standing.states[at]
        named = standing.working is not None and standing.working.key == state.step.key
        shown = f"{len(state.shown)} of {len(state.step.outcomes)} outcomes evidenced"
        title = (fit(f"{at + 1} {state.step.title}", 22), style)
        return [title, (f" {shown}{', current step' if named else ''}", DIM)]

    def begin(self) -> None:
        """Focus the reason, and keep the focus there."""
        self.ask_reason()

    async def action_go(self, by: int) -> None:
        """Go to another step."""
        await self.settled()
        self.go(self.at + by)

    def go(self, row: int) -> None:
        """Go to a row; all rows share the same reason."""
        self.at = max(0, min(row, len(self._brief.process) - 1))
        self.redraw()

    def take_all(self) -> None:
        """Take the step and the reason; ask for the reason if it is missing."""
        if self.reason is None:
            self.ask_reason("Why? A few words are enough.")
        else:
            self.dismiss(ResetTo(self._brief.process[self.at].key, self.reason))
