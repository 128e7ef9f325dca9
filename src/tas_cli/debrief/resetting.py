"""The dialog for a reset: the step to work on instead, and why."""

from __future__ import annotations

from typing import NamedTuple

from rich.text import Text

from tas_cli.assess.briefing import Briefing
from tas_cli.scorecard.buttons import Key
from tas_cli.scorecard.dialogs.pick import Pick
from tas_cli.scorecard.ink import ink
from tas_cli.views.terminal.page import fit
from tas_cli.views.terminal.screen import DIM, STRONG


class ResetTo(NamedTuple):
    """The step to work on instead, and why."""

    step: str
    reason: str


class ResetForm(Pick[ResetTo]):
    """Takes a step and a reason; Enter on the step goes to the reason."""

    FIRST = 2
    HINTS = (
        Key("Up", "", "screen.go(-1)"),
        Key("Down", "", "screen.go(1)"),
        Key("", "step"),
        Key("Tab", "reason", "screen.switch"),
        Key("Enter", "reset", "screen.enter"),
        Key("Esc", "back", "screen.cancel"),
    )

    def __init__(self, brief: Briefing, to: str | None, why: str, reason: str | None) -> None:
        self._brief, self._why = brief, why
        keys = [step.key for step in brief.steps]
        at = keys.index(to) if to in keys else 0
        self.LINES = len(keys) + self.FIRST
        super().__init__([reason or ""] * len(keys), at)

    def text(self, width: int) -> list[Text]:
        """Return the question and the steps."""
        del width
        rows = [self._row(at) for at in range(len(self._brief.steps))]
        return [ink(("Reset the step to", STRONG)), ink((self._why, DIM)), *rows]

    def _row(self, at: int) -> Text:
        standing = self._brief.standing
        state, here = standing.states[at], at == self.at
        named = standing.working is not None and standing.working.key == state.step.key
        shown = f"{len(state.shown)} of {len(state.step.outcomes)} outcomes with evidence"
        return ink(
            ("▸ " if here else "  ", STRONG),
            (fit(f"{at + 1} {state.step.title}", 22), "bold reverse" if here else ""),
            (f" {shown}{', worked on now' if named else ''}", DIM),
        )

    def go(self, row: int) -> None:
        """Go to a row; the reason that was typed goes with it."""
        typed = self.reason
        super().go(row)
        if typed:
            self.reason = typed

    def take_all(self) -> None:
        """Take the step with its reason; ask for that first."""
        if not self.in_reason:
            self.ask_reason()
        elif self.reason is None:
            self.ask_reason("Why? A few words will do.")
        else:
            self.dismiss(ResetTo(self._brief.steps[self.at].key, self.reason))
