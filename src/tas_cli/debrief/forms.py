"""The debrief's forms: for a text answer, an action item and a reset."""

from __future__ import annotations

from tas_cli.debrief.answers import NOTHING_PREPARED, agreed_action
from tas_cli.debrief.defaults import advised, suggestion
from tas_cli.debrief.reset_form import ResetForm, ResetTo
from tas_cli.debrief.session import Session
from tas_cli.edits.texts import comma_separated
from tas_cli.method.catalogue import debrief_communication
from tas_cli.model.process import Preparation
from tas_cli.tui.fields import Fields, FormLine, Values, Wrong
from tas_cli.tui.lines import DATE
from tas_cli.tui.session_app import SessionApp
from tas_cli.tui.widgets import ink
from tas_cli.typed.interpreter import Interpreter

_WORDS = {
    "present": ("Who is in the debrief", "With", "names, separated by commas"),
    "activity": ("Current activity", "What", "what you are working on"),
    "communication": (debrief_communication().title, "Said", "who, when, and what is next"),
    "verdict": ("Verdict", "In short", ""),
}
"""The answers that are a line of text: the form's title, the field's name, a hint."""


class Forms(SessionApp):
    """Opens the forms and puts their results into the session."""

    session: Session

    async def action_edit(self) -> None:
        """Open the form for the row under the cursor."""
        match self.session.row.kind:
            case "present" | "activity" | "communication" | "verdict" as kind:
                await self._words(kind)
            case "preparation":
                await self._preparation()
            case "step":
                await self.action_reset()
            case "action":
                await self._action(self.session.row.number)
            case "add":
                await self._action()
            case _:
                self.show("Nothing to type here. Use the keys below.")

    async def _words(self, kind: str) -> None:
        """Take an answer that is a line of text."""

        def take(values: Values) -> None:
            self._take(kind, comma_separated(values[kind]) if kind == "present" else values[kind])

        given = getattr(self.session.answers, kind) or ""
        if kind == "present":
            given = ", ".join(given) or self.session.owner or ""
        title, label, hint = _WORDS[kind]
        await self.open(
            Fields(ink(title, style="bold"), [FormLine(kind, label, hint, given)]), take
        )

    async def _preparation(self) -> None:
        given = self.session.answers.preparation
        given = given if given != NOTHING_PREPARED else self.session.proposed

        def take(values: Values) -> None:
            kept = Preparation(what=values["what"] or None, link=values["link"] or None)
            self._take("preparation", kept)

        asked = (
            FormLine(
                "what",
                "What",
                "a plan, an agenda, a value proposition",
                given.what or "",
                ends=True,
            ),
            FormLine("link", "Link", "where to find it", given.link or ""),
        )
        await self.open(Fields(ink("Preparation", style="bold"), asked), take)

    def _take(self, kind: str, answer: object) -> None:
        """Record an answer and move on."""
        self.session.put(**{kind: answer or None if isinstance(answer, str) else answer})
        self.session.move(1)
        self.show()

    async def action_add(self) -> None:
        """Agree on an action item."""
        await self._action()

    async def _action(self, number: int | None = None) -> None:
        """Take an action item, new or already agreed on; ignore an empty one."""
        before = None if number is None else self.session.answers.actions[number]
        owner = before.owner if before else self.session.brief.opportunity.owner

        def take(values: Values) -> None:
            if values["what"]:
                self.session.agree(agreed_action(**values), number)
            elif number is None:
                self.session.go_to("verdict")
            self.show()

        due = before.due.isoformat() if before and before.due else ""
        asked = (
            FormLine("what", "What", "what to do", before.what if before else "", ends=True),
            FormLine("owner", "Who", "owner", owner or ""),
            FormLine("due", "By", value=due, kind=DATE),
        )
        brief = self.session.brief
        form = Fields(
            ink("Action item", style="bold"),
            asked,
            _wrong,
            interpreter=Interpreter(brief.day, dates=brief.settings.dates),
        )
        await self.open(form, take, self.show)

    async def action_verdict(self) -> None:
        """Take the verdict."""
        self.session.go_to("verdict")
        await self._words("verdict")

    async def action_reset(self) -> None:
        """Take the step to work on instead, and why."""
        session = self.session
        advice = suggestion(session.brief, session.answers)

        def take(reset: ResetTo) -> None:
            session.reset(*reset)
            self.show()

        to = session.answers.reset_to or advice.reset_to
        why = f"Suggested: {advised(session.brief, advice)} ({advice.why})."
        await self.open(ResetForm(session.brief, to, why, session.answers.reason), take)


def _wrong(values: Values) -> Wrong | None:
    """Return what is wrong with an action item: a due date without text."""
    empty = values["due"] and not values["what"]
    return Wrong("what", "Enter what to do, or press Esc.") if empty else None
