"""The forms of the screen for suggested tactics, each of one line."""

from __future__ import annotations

from tas_cli.board.suggestion import Suggestion
from tas_cli.tactics.saving import Saving
from tas_cli.tactics.session import Own
from tas_cli.today import parse_day
from tas_cli.tui.fields import Fields, FormLine, Values
from tas_cli.tui.lines import DATE
from tas_cli.tui.widgets import ink
from tas_cli.typed.interpreter import day_named
from tas_cli.views.page import STRONG
from tas_cli.words import counted

_NAMES: dict[Own, str] = {"owner": "Owner", "due": "Due date"}
_REST = {"all": "", "the": " that have none of their own"}


class Forms(Saving):
    """Opens the forms and puts their results into the session."""

    async def action_edit(self) -> None:
        """Take other words for the selected suggestion; none are those suggested."""
        here = self.session.selected
        if here is None:
            return
        asked = FormLine("what", "Do", here.what, self.session.tactic(here).what, adds=True)

        def take(values: Values) -> None:
            self.session.set([here], what=values["what"] or None)
            self.show()

        await self.open(Fields(ink(("In your own words", STRONG)), [asked]), take)

    async def action_own(self, name: Own) -> None:
        """Take an owner or a day, for all picked that have none, or for the selected one."""
        concerned = self.session.concerned(name)
        if not concerned:
            return

        def take(values: Values) -> None:
            words = values[name] or None
            own = parse_day(words) if words and name == "due" else words
            self.session.set(concerned, **{name: own})
            now = self.session.tactic(concerned[0])
            said = (
                f"due {day_named(now.due)}" if name == "due" else f"owner {now.owner or 'nobody'}"
            )
            self.show(f"{counted(len(concerned), 'tactic')}: {said}")

        await self.open(self._asking(name, concerned), take)

    def _asking(self, name: Own, concerned: list[Suggestion]) -> Fields:
        """Return the form, headed by the tactic, or by how many it is for."""
        tactic, session = self.session.tactic(concerned[0]), self.session
        if name == "due":
            asked = FormLine(name, "By when", value=tactic.due.isoformat(), kind=DATE)
        else:
            asked = FormLine(name, "Who", "name", tactic.owner or "")
        title = ink((tactic.what, STRONG))
        if len(concerned) > 1:
            every = "all" if len(concerned) == len(session.taken) else "the"
            title = ink(
                (f"{_NAMES[name]} for {every} {len(concerned)} picked", STRONG), _REST[every]
            )
        return Fields(title, [asked], interpreter=session.interpreter)
