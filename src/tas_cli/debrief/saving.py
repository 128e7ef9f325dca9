"""Saving a debrief: asks for missing answers, and for another look at what others changed."""

from __future__ import annotations

from functools import partial

from tas_cli.debrief.answers import NOTHING_SHOWN, NotYet, record_of
from tas_cli.debrief.brief import brief
from tas_cli.debrief.forms import Forms
from tas_cli.edits.debrief import ChangedMeanwhile, Held, hold
from tas_cli.model.opportunity import Opportunity
from tas_cli.source.edit import Edit
from tas_cli.tui.choice import BACK, Option
from tas_cli.tui.session_app import Ask, Ways
from tas_cli.views.debriefed import in_brief
from tas_cli.words import counted
from tas_cli.writing import look

_ROWS = {"outcomes": "claim", "done": "present", "claimed": "claim"}


class Saving(Forms):
    """Writes the debrief, after asking what has to be asked first."""

    in_file: Opportunity
    """The content of the file when it was last read."""

    async def save(self, *, close: bool = True, nothing_shown: bool = False) -> None:
        """Write the debrief and close, asking first about anything doubtful."""
        del close
        answers = self.session.answers.but(nothing_shown=nothing_shown)
        try:
            record = record_of(answers, self.session.brief)
        except NotYet as missing:
            if missing.about == NOTHING_SHOWN:
                await self._confirm_unshown(missing)
            else:
                self._go_to(missing)
            return
        if not self.session.unjudged:
            await self._write(record)
            return

        number = counted(self.session.unjudged, "outcome")
        ways: Ways = {
            Option("s", "save anyway"): partial(self._write, record),
            BACK: partial(self._back_to, "outcome"),
        }
        await self.ask(f"{number} not judged. Save anyway?", (), ways)

    async def _confirm_unshown(self, missing: NotYet) -> None:
        """Ask whether to confirm a step although none of its outcomes was shown."""
        ways: Ways = {
            Option("s", "save anyway"): partial(self.save, nothing_shown=True),
            BACK: partial(self._back_to, "step", "Press r to reset the step."),
        }
        words = missing.message
        await self.ask(f"{words[:1].upper()}{words[1:]}", (), ways)

    def _back_to(self, kind: str, words: str = "") -> None:
        """Go to an answer and say what it needs."""
        self.session.go_to(kind)
        self.show(words)

    def _go_to(self, missing: NotYet) -> None:
        """Go to the missing answer and say what it needs."""
        words = "Press c to confirm the step or r to reset it."
        words = words if missing.about == "step" else missing.message
        self._back_to(_ROWS.get(missing.about, "step"), words)

    async def _write(self, record: Held) -> None:
        if await self.write(partial(self._plan, record)):
            self.notes.append(f"Debrief on {record.entry.date}: {in_brief(record)}.")
            await self.close()

    def _plan(self, record: Held, now: Opportunity) -> list[Edit]:
        try:
            return list(hold(self.in_file, now, record))
        except ChangedMeanwhile as changed:
            lines = (changed.message, "Your answers are kept where they still fit.")
            ways: Ways = {Option("l", "load the changes"): self._adopt, BACK: None}
            raise Ask(partial(self.ask, "Not saved", lines, ways)) from None

    def _adopt(self) -> None:
        path, workspace = self.deal.path, self.deal.workspace
        self.in_file = look(path, workspace, Opportunity).value
        self.session.adopt(
            brief(workspace, path, self.in_file, self.session.brief.day, self.session.brief.account)
        )
        self.show("Changes loaded. Confirm or reset the step again, then save.")
