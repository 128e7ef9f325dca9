"""The form for a record, made from its model, driven by keys in a host application."""

from __future__ import annotations

from typing import TYPE_CHECKING

import leaping
import pytest
import scratch
from leaping import press, screen
from scratch import LEADS, PROBES, Lead, Probe
from workspaces import HEAD, day, opportunity

import tas_cli.tui
from tas_cli.edits.records import edits
from tas_cli.source.edit import Insert, Put
from tas_cli.tui.fields import Values
from tas_cli.tui.full_screen import FullScreen
from tas_cli.tui.record_form import RecordForm
from tas_cli.typed.interpreter import Interpreter

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from tas_cli.model.opportunity import Opportunity
    from tas_cli.nouns.noun import Noun

TODAY = day("2026-11-23")
TEXT = f"""\
{HEAD}competitors: {{x-sys: {{name: X-Sys}}, z: {{}}}}
leads:
  first: {{name: Crane yard, kind: reset, tags: [reset], worth: 1200, rivals: {{z: reset}}}}
  second: {{name: Second}}
probes:
  - {{date: 2026-01-05, by: lena, what: "One, two"}}
"""


class Held(FullScreen):
    """An application that shows one form and keeps its result."""

    CSS_PATH = tas_cli.tui.__file__.replace("__init__.py", "tui.tcss")

    def __init__(self, form: RecordForm) -> None:
        super().__init__(ascii_only=False, color=False)
        self.form = form
        self.taken: list[Values | None] = []
        self.shown = ""

    async def on_mount(self) -> None:
        """Show the form."""
        await self.push_screen(self.form, self.taken.append)
        self.form.begin()

    def keep_draft(self) -> None:
        """Keep nothing."""


@pytest.fixture
def deal(monkeypatch: pytest.MonkeyPatch) -> Opportunity:
    """A deal with records of both scratch nouns."""
    scratch.declare(monkeypatch)
    return opportunity(TEXT)


def pressed(form: RecordForm, *keys: str) -> Held:
    """Show a form, press keys, and return the application in its final state."""
    app = Held(form)

    async def held() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, *keys)
            app.shown = screen(app)

    leaping.drive(held())
    return app


def typed(text: str) -> list[str]:
    """Return the keys that type a text."""
    return [{" ": "space", ":": "colon", "-": "minus", "+": "plus"}.get(key, key) for key in text]


SIX = Probe.model_validate({"date": "2026-11-22", "by": "ann", "what": "six"})
CASES: dict[str, tuple[Noun, str, list[str], list[Put | Insert]]] = {
    "a text": (
        PROBES,
        "1",
        ["down", "down", *typed("Four"), "enter"],
        [Put(("probes", 0, "what"), "Four", called="probe 1 (what)")],
    ),
    "a day on": (
        PROBES,
        "1",
        ["pagedown", "ctrl+s"],
        [Put(("probes", 0, "date"), "2026-01-06", called="probe 1 (date)")],
    ),
    "a new one": (
        PROBES,
        "",
        ["pageup", "enter", *typed("ann"), "enter", *typed("six"), "enter"],
        [
            Insert(
                ("probes",),
                Probe.model_validate({"date": "2026-11-22", "by": "ann", "what": "six"}),
            )
        ],
    ),
    "a choice turned": (
        LEADS,
        "first",
        ["tab"] * 4 + ["right", "ctrl+s"],
        [Put(("leads", "first", "kind"), "", called="lead first (kind)")],
    ),
    "a choice by its letter": (
        LEADS,
        "first",
        ["tab"] * 4 + ["c", "ctrl+s"],
        [Put(("leads", "first", "kind"), "confirmed", called="lead first (kind)")],
    ),
    "none": (
        LEADS,
        "first",
        ["tab"] * 4 + ["backspace", "ctrl+s"],
        [Put(("leads", "first", "kind"), "", called="lead first (kind)")],
    ),
    "a reference picked": (
        LEADS,
        "second",
        ["tab"] * 6 + ["f", "ctrl+s"],
        [Put(("leads", "second", "from_lead"), "first", called="lead second (from_lead)")],
    ),
    "several": (
        LEADS,
        "first",
        ["tab"] * 5 + typed("reset,confirmed") + ["ctrl+s"],
        [Insert(("leads", "first", "tags"), "confirmed")],
    ),
    "with a short name": (
        LEADS,
        "",
        [*typed("new-1"), "enter", *typed("New"), "ctrl+s"],
        [Put(("leads", "new-1"), Lead(name="New"), called="lead new-1")],
    ),
}


@pytest.mark.parametrize(("noun", "key", "keys", "wanted"), CASES.values(), ids=CASES)
def test_accepted_values(
    deal: Opportunity, noun: Noun, key: str, keys: list[str], wanted: list[Put | Insert]
) -> None:
    """Words, dates, choices and references are entered in their own ways and become a change."""
    given = {"date": TODAY.isoformat()} if noun is PROBES else {}
    made = pressed(RecordForm(noun, deal, key, Interpreter(TODAY), given), *keys).form.made
    assert made is not None
    assert list(edits(made)) == wanted


REFUSED: dict[str, tuple[Noun, str, list[str], str]] = {
    "no day": (PROBES, "1", [*typed("soon"), "ctrl+s"], "date soon is not a date"),
    "to come": (PROBES, "1", [*typed("2027-01-01"), "ctrl+s"], "is in the future"),
    "nothing": (PROBES, "1", ["up", "backspace", "ctrl+s"], "what is missing"),
    "no amount": (LEADS, "first", ["tab", *typed("many"), "ctrl+s"], "'many' is not an amount"),
    "no short name": (LEADS, "", ["tab", *typed("x"), "ctrl+s"], "cannot be the short name"),
    "no name": (LEADS, "", [*typed("a"), "tab", "tab", "ctrl+s"], "name is missing"),
}


@pytest.mark.parametrize(("noun", "key", "keys", "message"), REFUSED.values(), ids=REFUSED)
def test_refused_values(
    deal: Opportunity, noun: Noun, key: str, keys: list[str], message: str
) -> None:
    """A value the model refuses is refused in the model's words."""
    app = pressed(RecordForm(noun, deal, key, Interpreter(TODAY)), *keys)
    assert app.taken == []
    assert message in app.shown


def test_the_cursor_goes_to_the_first_mistake(deal: Opportunity) -> None:
    """The cursor goes to the faulty line, so that typing corrects it."""
    keys = [*typed("a"), "tab", "tab", "tab", "ctrl+s", *typed("Name"), "ctrl+s"]
    made = pressed(RecordForm(LEADS, deal, "", Interpreter(TODAY)), *keys).form.made
    assert made is not None
    assert list(edits(made)) == [Put(("leads", "a"), Lead(name="Name"), called="lead a")]


def test_look(deal: Opportunity, page: SnapshotAssertion) -> None:
    """Each field has a line with a hint at what it takes; a choice is between its arrows."""
    assert pressed(RecordForm(LEADS, deal, "first", Interpreter(TODAY))).shown + "\n" == page


@pytest.mark.parametrize("keys", [["escape"], ["ctrl+s"], ["tab", "tab", "tab", "ctrl+s"]])
def test_no_value_is_accepted(deal: Opportunity, keys: list[str]) -> None:
    """Esc cancels, and a form without changes does nothing either."""
    app = pressed(RecordForm(LEADS, deal, "first", Interpreter(TODAY)), *keys)
    assert len(app.taken) == 1
    assert app.form.made is None
