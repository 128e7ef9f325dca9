"""The forms of the challenge's screen: a point, and who scores."""

from __future__ import annotations

from tas_cli.challenge.session import Session
from tas_cli.model.plan import Point
from tas_cli.tui.fields import Fields, FormLine, Values, Wrong
from tas_cli.tui.line_form import Entry
from tas_cli.tui.lines import DATE
from tas_cli.tui.session_app import SessionApp
from tas_cli.tui.widgets import ink
from tas_cli.views.page import STRONG


class Forms(SessionApp):
    """Opens the forms and puts their results into the session."""

    session: Session

    async def action_add(self) -> None:
        """Take a point."""
        await self._point(None)

    async def action_edit(self) -> None:
        """Change the point under the cursor; on a question, go on to the next grade."""
        row = self.session.row
        if row.category:
            self.session.step()
            self.show()
        elif row.point is None or self.session.is_unsaved(row):
            await self._point(row.point)
        else:
            self.show(f"Saved before. Change it with: tas actions {self.deal.id}")

    async def _point(self, number: int | None) -> None:
        session = self.session
        before = None if number is None else session.challenge.points[number]

        def take(values: Values) -> None:
            given = {key: text for key, text in values.items() if text}
            if values["what"]:
                session.raise_point(Point.model_validate(given), number)
                self.show("Point added, at the end of the sheet." if before is None else "")

        owner = before.owner if before else session.opportunity.owner
        due = before.due.isoformat() if before and before.due else ""
        recommended = (before and before.recommendation) or ""
        asked = (
            FormLine("what", "Point", "What if …?", before.what if before else "", ends=True),
            FormLine("recommendation", "Advice", "what you recommend", recommended),
            FormLine("owner", "Who", "who follows it up", owner or ""),
            FormLine("due", "By", value=due, kind=DATE),
        )
        title = ink("What could be wrong with this plan?", style=STRONG)
        await self.open(Fields(title, asked, _wrong, interpreter=session.interpreter), take)

    async def action_who(self) -> None:
        """Take who scores."""
        entered = self.session.entered

        def take(name: str) -> None:
            self.session.identify(entered.role, name)

        await self.open(
            Entry("Who scores", entered.by or "name", take, "take"), lambda _: self.show()
        )


def _wrong(values: Values) -> Wrong | None:
    """Return what is wrong with a point: a recommendation or a date without what it is about."""
    empty = (values["recommendation"] or values["due"]) and not values["what"]
    return Wrong("what", "Enter what could be wrong, or press Esc.") if empty else None
