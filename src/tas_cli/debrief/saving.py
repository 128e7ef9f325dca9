"""Saving a debrief: what is missing is asked for, and what others changed is looked at again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tas_cli.debrief.answers import NOTHING_SHOWN, NotYet, held
from tas_cli.debrief.brief import brief
from tas_cli.edits.debrief import Held, Meanwhile, hold
from tas_cli.reading.team import newly_unknown
from tas_cli.scorecard.dialogs.choice import Choice, Option
from tas_cli.tui.widgets import ink
from tas_cli.views.terminal.debrief import in_brief
from tas_cli.words import counted
from tas_cli.writing import Refused, look, update

if TYPE_CHECKING:
    from tas_cli.debrief.app import DebriefApp

_ROWS = {"outcomes": "claim", "done": "present", "claimed": "claim"}


class Saving:
    """Writes the debrief, and asks what must be asked before."""

    def __init__(self, app: DebriefApp) -> None:
        self._app = app
        self._session = app.session

    async def save(self, *, nothing_shown: bool = False) -> None:
        """Write the debrief and close; what is doubtful about it is asked about first."""
        answers = replace(self._session.answers, nothing_shown=nothing_shown)
        try:
            record = held(answers, self._session.brief)
        except NotYet as missing:
            if missing.about == NOTHING_SHOWN:
                await self._confirm_unshown(missing)
            else:
                self._go_to(missing)
            return
        if not self._session.unjudged:
            await self._write(record)
            return

        async def done(answer: str | None) -> None:
            if answer == "s":
                await self._write(record)
            else:
                self._session.go_to("outcome")
                self._app.show()

        number = counted(self._session.unjudged, "outcome")
        verb = "is" if self._session.unjudged == 1 else "are"
        options = (Option("s", "save without"), Option("b", "back"))
        await self._app.push_screen(Choice(f"{number} {verb} not judged.", (), options), done)

    async def _confirm_unshown(self, missing: NotYet) -> None:
        """Ask whether a step is confirmed of which nothing was shown."""

        async def done(answer: str | None) -> None:
            if answer == "s":
                await self.save(nothing_shown=True)
            else:
                self._session.go_to("step")
                self._app.show("Reset the step with r.")

        words = missing.message
        options = (Option("s", "save all the same"), Option("b", "back"))
        await self._app.push_screen(Choice(f"{words[:1].upper()}{words[1:]}", (), options), done)

    def _go_to(self, missing: NotYet) -> None:
        """Go to the answer that is missing, and say what it needs."""
        kind = _ROWS.get(missing.about, "step")
        self._session.go_to(kind)
        words = "Confirm the step with c, or reset it with r."
        self._app.show(words if missing.about == "step" else f"{missing.message}")

    async def _write(self, record: Held) -> None:
        subject = self._app.subject
        first = subject.opportunity
        try:
            seen = look(subject.path, subject.workspace)
            written = update(seen, lambda now: hold(first, now, record), settled=True)
        except Meanwhile as changed:
            await self._look_again(changed)
        except Refused as refused:
            words = [ink(each) for each in (refused.message, refused.advice) if each]
            await self._app.push_screen(Choice("Not saved", words, [Option("o", "ok")]))
        else:
            settings = subject.workspace.settings
            self._app.notes += newly_unknown(written.was, written.now, settings)
            self._app.notes.append(f"Debrief of {record.entry.date}: {in_brief(record)}.")
            await self._app.close_saved()

    async def _look_again(self, changed: Meanwhile) -> None:
        """Say what somebody else changed, and go on from what the file holds now."""

        def done(answer: str | None) -> None:
            if answer == "l":
                self._adopt()

        options = (Option("l", "look again"), Option("b", "back"))
        lines = (ink(changed.message), ink("Your answers stay, as far as they have a place."))
        await self._app.push_screen(Choice("Not saved", lines, options), done)

    def _adopt(self) -> None:
        subject = self._app.subject
        now = look(subject.path, subject.workspace).opportunity
        self._app.subject = subject._replace(opportunity=now)
        day = self._session.brief.day
        self._session.adopt(brief(subject.workspace, subject.path, now, day))
        self._app.show("As the file is now: confirm or reset the step, and save.")
