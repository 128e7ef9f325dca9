"""Saving a debrief: what is missing is asked for, and what others changed is looked at again."""

from __future__ import annotations

from dataclasses import replace

from tas_cli.debrief.answers import NOTHING_SHOWN, NotYet, held
from tas_cli.debrief.brief import brief
from tas_cli.debrief.forms import Forms
from tas_cli.edits.debrief import Held, Meanwhile, hold
from tas_cli.model.opportunity import Opportunity
from tas_cli.reading.team import newly_unknown
from tas_cli.refusals import Refused
from tas_cli.tui.choice import Option
from tas_cli.views.terminal.debrief import in_brief
from tas_cli.words import counted
from tas_cli.writing import look, update

_ROWS = {"outcomes": "claim", "done": "present", "claimed": "claim"}
_BACK = Option("b", "back")


class Saving(Forms):
    """Writes the debrief, and asks what must be asked before."""

    held: Opportunity
    """What the file held when it was read last."""

    async def save(self, *, close: bool = True) -> None:
        """Write the debrief and close; what is doubtful about it is asked about first."""
        del close
        await self._save()

    async def _save(self, *, nothing_shown: bool = False) -> None:
        answers = replace(self.session.answers, nothing_shown=nothing_shown)
        try:
            record = held(answers, self.session.brief)
        except NotYet as missing:
            if missing.about == NOTHING_SHOWN:
                await self._confirm_unshown(missing)
            else:
                self._go_to(missing)
            return
        if not self.session.unjudged:
            await self._write(record)
            return

        async def done(answer: str | None) -> None:
            if answer == "s":
                await self._write(record)
            else:
                self.session.go_to("outcome")
                self.show()

        number = counted(self.session.unjudged, "outcome")
        verb = "is" if self.session.unjudged == 1 else "are"
        options = (Option("s", "save without"), _BACK)
        await self.ask(f"{number} {verb} not judged.", (), options, done)

    async def _confirm_unshown(self, missing: NotYet) -> None:
        """Ask whether a step is confirmed of which nothing was shown."""

        async def done(answer: str | None) -> None:
            if answer == "s":
                await self._save(nothing_shown=True)
            else:
                self.session.go_to("step")
                self.show("Reset the step with r.")

        words = missing.message
        options = (Option("s", "save all the same"), _BACK)
        await self.ask(f"{words[:1].upper()}{words[1:]}", (), options, done)

    def _go_to(self, missing: NotYet) -> None:
        """Go to the answer that is missing, and say what it needs."""
        self.session.go_to(_ROWS.get(missing.about, "step"))
        words = "Confirm the step with c, or reset it with r."
        self.show(words if missing.about == "step" else missing.message)

    async def _write(self, record: Held) -> None:
        first, workspace = self.held, self.deal.workspace
        try:
            seen = look(self.deal.path, workspace)
            written = update(seen, lambda now: hold(first, now, record), settled=True)
        except Meanwhile as changed:
            await self._look_again(changed)
        except Refused as refused:
            await self.tell("Not saved", refused.message, refused.advice)
        else:
            self.notes += newly_unknown(written.was, written.now, workspace.settings)
            self.notes.append(f"Debrief of {record.entry.date}: {in_brief(record)}.")
            await self.close()

    async def _look_again(self, changed: Meanwhile) -> None:
        """Say what somebody else changed, and go on from what the file holds now."""

        def done(answer: str | None) -> None:
            if answer == "l":
                self._adopt()

        lines = (changed.message, "Your answers stay, as far as they have a place.")
        await self.ask("Not saved", lines, (Option("l", "look again"), _BACK), done)

    def _adopt(self) -> None:
        path, workspace = self.deal.path, self.deal.workspace
        self.held = look(path, workspace).opportunity
        self.session.adopt(brief(workspace, path, self.held, self.session.brief.day))
        self.show("As the file is now: confirm or reset the step, and save.")
