"""What the forms of the debrief are opened for: words, an action, a reset."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from pydantic import ValidationError

from tas_cli.debrief.answers import NOTHING_PREPARED
from tas_cli.debrief.defaults import suggestion
from tas_cli.debrief.fields import Field, Fields, Values, Wrong
from tas_cli.debrief.reset_dialog import ResetForm, ResetTo
from tas_cli.method.catalogue import debrief_communication
from tas_cli.model.debrief import CorrectiveAction
from tas_cli.model.process import Preparation
from tas_cli.scorecard.dialogs.form import Answer, Form
from tas_cli.tui.widgets import ink

if TYPE_CHECKING:
    from tas_cli.debrief.app import DebriefApp

Done = Callable[[Answer | None], None] | Callable[[Answer | None], Awaitable[None]]
"""What becomes of an answer; None where the form was left without one."""


class Forms:
    """Opens the forms, and puts what they take into the session."""

    def __init__(self, app: DebriefApp) -> None:
        self._app = app
        self._session = app.session

    async def edit(self) -> None:
        """Open the form for the row under the cursor."""
        match self._session.row.kind:
            case "present":
                await self._present()
            case "activity":
                await self._activity()
            case "preparation":
                await self._preparation()
            case "communication":
                await self._communication()
            case "step":
                await self.reset()
            case "action":
                await self.action(self._session.row.number)
            case "add":
                await self.action()
            case "verdict":
                await self.verdict()
            case _:
                self._app.show("Nothing to write here: the keys below answer it.")

    async def _present(self) -> None:
        given = ", ".join(self._session.answers.present) or self._session.owner or ""

        def done(values: Values | None) -> None:
            if values is not None:
                names = (name.strip() for name in values["present"].split(","))
                self._take(present=tuple(name for name in names if name))

        field = Field("present", "With", "names, with commas between them", given)
        await self._open(_form("Who answers, or sits in", field), done)

    async def _activity(self) -> None:
        given = self._session.answers.activity or ""

        def done(values: Values | None) -> None:
            if values is not None:
                self._take(activity=values["activity"] or None)

        field = Field("activity", "What", "what is being worked on", given)
        await self._open(_form("The activity, in your words", field), done)

    async def _preparation(self) -> None:
        given = self._session.answers.preparation
        given = given if given != NOTHING_PREPARED else self._session.proposed

        def done(values: Values | None) -> None:
            if values is not None:
                what, link = (values[key] or None for key in ("what", "link"))
                self._take(preparation=Preparation(what=what, link=link))

        fields = (
            Field("what", "What", "a plan, an agenda, a value proposition", given.what or ""),
            Field("link", "Link", "where it can be looked at", given.link or ""),
        )
        await self._open(Fields(ink("What is prepared", style="bold"), fields), done)

    async def _communication(self) -> None:
        given = self._session.answers.communication or ""

        def done(values: Values | None) -> None:
            if values is not None:
                self._take(communication=values["communication"] or None)

        field = Field("communication", "Said", "by whom, when, and what is next", given)
        await self._open(_form(debrief_communication().title, field), done)

    def _take(self, **changes: object) -> None:
        """Take an answer, and go on."""
        self._session.put(**changes)
        self._session.move(1)
        self._app.show()

    async def action(self, number: int | None = None) -> None:
        """Take a corrective action, new or one that was agreed on; an empty one is none."""
        before = None if number is None else self._session.answers.actions[number]
        owner = before.owner if before else self._session.brief.opportunity.owner

        def done(values: Values | None) -> None:
            if values and values["what"]:
                self._session.agree(action_of(values), number)
            elif values is not None and number is None:
                self._session.go_to("verdict")
            self._app.show()

        due = before.due.isoformat() if before and before.due else ""
        fields = (
            Field("what", "What", "what is to be done", before.what if before else ""),
            Field("owner", "Who", "who does it", owner or ""),
            Field("due", "By", "year-month-day", due),
        )
        await self._open(Fields(ink("A corrective action", style="bold"), fields, _wrong), done)

    async def verdict(self) -> None:
        """Take the verdict."""
        self._session.go_to("verdict")

        def done(values: Values | None) -> None:
            if values is not None:
                self._take(verdict=values["verdict"] or None)

        given = self._session.answers.verdict or ""
        await self._open(_form("The verdict", Field("verdict", "It is", "", given)), done)

    async def reset(self) -> None:
        """Take the step to work on instead, and why."""
        session = self._session
        advice = suggestion(session.brief, session.answers)

        def done(reset: ResetTo | None) -> None:
            if reset is not None:
                session.reset(*reset)
                self._app.show()

        to = session.answers.reset_to or advice.reset_to
        await self._open(ResetForm(session.brief, to, advice.why, session.answers.reason), done)

    async def _open(self, form: Form[Answer], done: Done[Answer]) -> None:
        """Open a form, ready for what was typed ahead."""
        await self._app.push_screen(form, done)
        form.begin()


def _form(title: str, field: Field) -> Fields:
    return Fields(ink(title, style="bold"), (field,))


def action_of(values: Values) -> CorrectiveAction:
    """Return a corrective action; what is empty is left out."""
    return CorrectiveAction.model_validate({key: text for key, text in values.items() if text})


def _wrong(values: Values) -> Wrong | None:
    """Say what is wrong with an action: a date that is none, or words for a day alone."""
    if not values["what"]:
        return Wrong("what", "Say what is to be done; or Esc.") if values["due"] else None
    try:
        action_of(values)
    except ValidationError:
        return Wrong("due", "Write the day as year-month-day, such as 2026-12-01.")
    return None
