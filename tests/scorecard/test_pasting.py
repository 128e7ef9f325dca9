"""Pastes on the scorecard: nothing is lost silently."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from leaping import press, screen
from score_app import CHOSEN, FLANKING, RATED, Deal
from textual import events

from tas_cli.tui.field import LONGEST, Field
from tas_cli.tui.form import Form

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

THREE = "Ships wait\r\n  nine hours\tnow\u00a0\r\n\r\nsays Ann\n"
ONE = "Ships wait nine hours now says Ann"


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste a text like a terminal with bracketed paste."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


@pytest.mark.parametrize(
    ("text", "keys", "stored"),
    [
        (RATED, ("e",), f"what: {ONE}"),
        (RATED, ("e", "tab"), f"who: {ONE}"),
        (RATED, ("n",), 'note: "Ships wait\\n  nine hours\\tnow \\n\\nsays Ann"'),
        (CHOSEN, ("c", "1", "tab"), f"reason: {ONE}"),
        (FLANKING, ("a", "1", "n"), f"because: {ONE}"),
    ],
)
def test_a_paste_of_several_lines(
    tmp_path: Path, text: str, keys: tuple[str, ...], stored: str
) -> None:
    """A paste is kept whole: unchanged in a text area, joined in a one-line field."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1", *keys)
        await paste(pilot, THREE)
        assert "Ann" in screen(app)
        await press(pilot, "ctrl+s", "s")

    deal = Deal(tmp_path / "pasted", text)
    app = deal.app()
    deal.drive(steps, app=app)
    assert stored in deal.text


@pytest.mark.parametrize(
    ("keys", "most"), [(("e",), LONGEST), (("slash",), 60), (("c", "tab"), LONGEST)]
)
def test_a_paste_that_does_not_fit(deal: Deal, keys: tuple[str, ...], most: int) -> None:
    """What fits is kept, and the form says how much does not, even for a single key."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *keys, "a")
        await paste(pilot, "b" * (most + 6))
        field = app.screen.query(Field).first()
        assert field.value == "a" + "b" * (most - 1)
        message = f"Only {most} characters fit"
        assert f"{message}. The last 7 were left out." in screen(app)
        await press(pilot, "c")
        assert f"{message}." in screen(app)
        assert "left out" not in screen(app)

    app = deal.app()
    deal.drive(steps, app=app)


def test_a_note_that_is_too_long_stays_in_the_form(deal: Deal) -> None:
    """An overlong text is not cut: the form gives its length, and accepts it once shortened."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "plus", "n")
        await paste(pilot, "b" * (LONGEST + 1))
        assert screen(app).isascii()
        await press(pilot, "enter")
        assert f"A note has room for {LONGEST} characters; this one has 2001." in screen(app)
        await press(pilot, "backspace", "enter")
        assert not isinstance(app.screen, Form)
        assert len(app.session.state(("customer_project", "us")).note or "") == LONGEST

    app = deal.app(ascii_only=True)
    deal.drive(steps, app=app)


@pytest.mark.parametrize(("keys", "note"), [((), "One\n\nTwo"), (("s", "o"), "One\n\nTwoso")])
def test_a_note_of_several_lines_is_opened(
    tmp_path: Path, keys: tuple[str, ...], note: str
) -> None:
    """A text keeps its line breaks, even when continued; looking at it changes nothing."""
    noted = RATED.replace('{us: "?"}', '{us: {rating: "?", note: "One\\n\\nTwo"}}')
    app = Deal(tmp_path / "noted", noted).press("1", "2", "n", *keys, "enter")
    assert app.session.state(("executive_credibility", "us")).note == note
    assert bool(app.session.unsaved.cells) == bool(keys)


def test_a_paste_outside_a_field(deal: Deal) -> None:
    """On the grid a paste rates nothing; in a dialog's list a message says where to paste."""

    async def steps(pilot: Pilot[None]) -> None:
        await paste(pilot, "++--")
        assert app.session.unsaved.cells == {}
        await press(pilot, "c")
        await paste(pilot, THREE)
        assert "Press Tab, then paste into the reason." in screen(app)

    app = deal.app()
    deal.drive(steps, app=app)
