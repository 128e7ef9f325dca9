"""Keys, forms and the mouse on the full screen; saving, leaving, conflicts and drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from debrief_app import BARE, CRANE, Deal
from leaping import press, screen
from textual import events

from tas_cli.debrief.reset_form import ResetForm
from tas_cli.tui.choice import Choice
from tas_cli.tui.fields import Fields
from tas_cli.tui.help import Help

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for drafts, on a fixed date."""
    folder = tmp_path / "state"
    monkeypatch.setenv("TAS_STATE_DIR", str(folder))
    monkeypatch.setenv("TAS_TODAY", "2026-11-23")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def deal(tmp_path: Path) -> Deal:
    """The crane deal."""
    return Deal(tmp_path / "deals")


CONFIRMED = ("c", "s", "s")
"""Keys that confirm and save without judging outcomes."""


def test_confirming_and_saving(deal: Deal, state: Path) -> None:
    """The record is written, the screen closes with a message, and no draft is left."""
    app = deal.press(*CONFIRMED)
    assert app.notes == ["Debrief on 2026-11-23: step confirmed."]
    entry = "{date: 2026-11-23, by: martha, claimed: develop, supported: qualify, step: confirmed}"
    assert deal.text == CRANE.replace("history:\n", f"  - {entry}\nhistory:\n")
    assert list(state.rglob("*.json")) == []
    assert not app.is_running


def test_a_step_nobody_decided_on(deal: Deal) -> None:
    """Saving without a verdict on the step goes to it and names the two keys."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "s")
        assert app.session.row.kind == "step"
        assert "Press c to confirm the step or r to reset it." in screen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ResetForm)

    app = deal.app()
    deal.drive(steps, app=app)
    assert deal.text == CRANE


def test_unjudged_outcomes_are_asked_about(deal: Deal) -> None:
    """Saving says how many outcomes are not judged; going back leads to the first of them."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "c", "s")
        assert "5 outcomes not judged. Save anyway?" in screen(app)
        await press(pilot, "b")
        assert app.session.row.kind == "outcome"

    app = deal.app()
    deal.drive(steps, app=app)
    assert deal.text == CRANE


def test_leaving(deal: Deal, state: Path) -> None:
    """Leaving asks only if something is unsaved, and discarding leaves nothing behind."""
    app = deal.press("q")
    assert not app.is_running

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "enter", "q")
        assert isinstance(app.screen, Choice)
        assert "Save 1 answer before you leave?" in screen(app)
        await press(pilot, "b", "ctrl+c", "d")

    app = deal.app()
    deal.drive(steps, app=app)
    assert deal.text == CRANE
    assert list(state.rglob("*.json")) == []


def test_free_text_answers(deal: Deal) -> None:
    """Activity, preparation and people take free text, and Esc cancels."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "e", *"Ann", "comma", *"Jan", "enter")
        assert app.session.answers.present == ["Ann", "Jan"]
        app.session.go_to("activity")
        await press(pilot, "e", *"Call", "enter", "e", "escape")
        assert app.session.answers.activity == "Call"
        app.session.go_to("preparation")
        await press(pilot, "e", *"Agenda", "enter", "ctrl+u", "enter")
        assert app.session.answers.preparation.what == "Agenda"
        assert app.session.answers.preparation.link is None

    app = deal.app()
    deal.drive(steps, app=app)


def test_forms_report_mistakes(deal: Deal) -> None:
    """A due date that is not a date and a reset without a reason are asked for again."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "a", *"Call", "enter", "enter", *"soon", "enter")
        assert "is not a date that tas can read." in screen(app)
        await press(pilot, "ctrl+u", *"tue")
        assert "= Tuesday 2026-11-24" in screen(app)
        await press(pilot, "enter")
        assert app.session.answers.actions[0].owner == "nicole"
        await press(pilot, "r", "enter", "enter", "enter")
        assert isinstance(app.screen, ResetForm)
        assert "Why? A few words are enough." in screen(app)
        await press(pilot, *"No", "enter")
        assert app.session.answers.reset_to == "develop"

    app = deal.app()
    deal.drive(steps, app=app)


def test_an_action_is_changed_and_removed(deal: Deal) -> None:
    """Enter opens an action with its text, Backspace removes it, and u restores it."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "a", *"Call", "ctrl+s", "up", "enter", "end", *"er", "ctrl+s")
        assert [each.what for each in app.session.answers.actions] == ["Caller"]
        await press(pilot, "up", "backspace")
        assert app.session.answers.actions == []
        await press(pilot, "u")
        assert len(app.session.answers.actions) == 1
        await press(pilot, "a", "enter")
        assert app.session.row.kind == "verdict"

    app = deal.app()
    deal.drive(steps, app=app)


def test_a_reset_to_another_step(deal: Deal) -> None:
    """Arrows move through the list of steps; the reason is saved with the reset."""
    deal.press("r", "up", "enter", *"Begin", "enter", "s", "s")
    assert "    step: reset\n    reset_to: qualify\n    reason: Begin\n" in deal.text
    assert "  step: qualify\n" in deal.text


def test_the_side_is_a_page_of_its_own_on_a_small_screen(deal: Deal) -> None:
    """Tab opens the side, which scrolls to the grid, and Enter returns to the questions."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "tab")
        assert "Warnings from tas check" in screen(app)
        assert "What can you show me" not in screen(app)
        await press(pilot, "pagedown", "pagedown", "pagedown", "up")
        assert "X-Sys new to +" in screen(app)
        await press(pilot, "tab")
        assert "What can you show me" in screen(app)
        assert app.session.at == 0

    app = deal.app()
    deal.drive(steps, app=app)


def test_the_mouse(deal: Deal) -> None:
    """A click selects a row but never judges it; the keys at the bottom are buttons."""

    async def steps(pilot: Pilot[None]) -> None:
        lines = screen(app).split("\n")
        line = next(at for at, each in enumerate(lines) if "has named a key sponsor" in each)
        for _ in range(2):
            await pilot.click(offset=(10, line))
            await pilot.pause()
            assert app.session.row.key == "key_sponsor_named"
        keys = screen(app).split("\n")[-1]
        assert "Use the keys below." in keys
        await press(pilot, "home", "end")
        keys = screen(app).split("\n")[-1]
        app.session.go_to("outcome")
        await pilot.click(offset=(keys.index("outcome"), 23))
        assert app.session.given == 0
        await pilot.click(offset=(keys.index("?"), 23))
        assert app.session.answers.outcomes == {"key_sponsor_named": "doubtful"}
        await pilot.click(offset=(keys.index("confirm"), 23))
        await pilot.pause()
        assert app.session.answers.step == "confirmed"
        app.session.go_to("activity")
        app.show()
        line = next(at for at, each in enumerate(screen(app).split("\n")) if "▸" in each)
        await pilot.click(offset=(10, line))
        await pilot.pause()
        assert isinstance(app.screen, Fields)

    app = deal.app()
    deal.drive(steps, app=app)


def test_help(deal: Deal) -> None:
    """F1 lists the keys on one screen of 80 by 24."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "f1")
        assert isinstance(app.screen, Help)
        assert "Esc closes this." in screen(app)
        assert "Answer" in screen(app)
        await press(pilot, "escape")

    app = deal.app()
    deal.drive(steps, app=app)


@pytest.mark.parametrize("key", ["plus", "space", "backspace", "u", "e"])
def test_a_key_without_effect_here(deal: Deal, key: str) -> None:
    """A key that does nothing on a row says why and changes nothing."""

    async def steps(pilot: Pilot[None]) -> None:
        app.session.go_to("claim")
        await press(pilot, key)
        assert not isinstance(app.screen, Fields)
        message = screen(app).split("\n")[-1].partition("   ")[0]
        assert message.endswith(".")
        assert app.session.given == 0

    app = deal.app()
    deal.drive(steps, app=app)


def test_somebody_changed_the_step_meanwhile(deal: Deal) -> None:
    """After a conflict nothing is written; the file is reread, and answers that still fit stay."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "v", *"Fine", "enter", "c")
        deal.write(CRANE.replace("step: solution", "step: develop"))
        await press(pilot, "s", "s")
        assert "was solution, is now develop" in " ".join(screen(app).replace("│", " ").split())
        await press(pilot, "l")
        assert app.session.answers.claimed == "qualify"
        assert app.session.answers.verdict == "Fine"
        await press(pilot, "c", "s", "s")

    app = deal.app()
    deal.drive(steps, app=app)
    assert "    claimed: qualify\n    supported: qualify\n    step: confirmed\n" in deal.text
    assert "    verdict: Fine\n" in deal.text


def test_somebody_else_saved_the_debrief(deal: Deal) -> None:
    """If somebody else saved a debrief that day, it is reported, and neither is lost."""
    other = CRANE.replace("debriefs:\n", "debriefs:\n  - {date: 2026-11-23, step: confirmed}\n")

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "c")
        deal.write(other)
        await press(pilot, "s", "s")
        assert "there is already a debrief on 2026-11-23" in screen(app)
        await press(pilot, "o")
        assert app.session.answers.step == "confirmed"

    app = deal.app()
    deal.drive(steps, app=app)
    assert deal.text == other


def test_a_draft_survives_a_crash(deal: Deal, state: Path) -> None:
    """Unsaved answers are offered again, and are gone once saved."""
    first = deal.press("enter", "space")
    assert first.session.answers.done == [1]
    assert len(list(state.rglob("*.json"))) == 1
    again = deal.press("r", *CONFIRMED)
    assert "present: [nicole]" in deal.text
    assert "done: 2026-11-23" in deal.text
    assert again.notes
    assert list(state.rglob("*.json")) == []


@pytest.mark.parametrize(("key", "left"), [("d", 0), ("l", 1)])
def test_a_draft_is_discarded_or_left_for_later(
    deal: Deal, state: Path, key: str, left: int
) -> None:
    """A rejected draft is deleted; a postponed one stays."""
    deal.press("enter")
    app = deal.press(key, "q")
    assert app.session.given == 0
    assert len(list(state.rglob("*.json"))) == left


@pytest.mark.parametrize("content", ["{", "[]", '{"done": [Infinity]}', '{"x": 1}', "[" * 100_000])
def test_a_damaged_draft_is_set_aside(deal: Deal, state: Path, content: str) -> None:
    """An unreadable draft is reported, renamed, and no longer in the way."""
    deal.press("enter")
    (path,) = state.rglob("*.json")
    path.write_text(content)

    async def steps(pilot: Pilot[None]) -> None:
        assert "Cannot read a draft" in screen(app)
        await press(pilot, "enter", "enter")

    app = deal.app()
    deal.drive(steps, app=app)
    assert app.session.answers.present == ["nicole"]
    assert path.with_name(path.name + ".unreadable").read_text() == content


def test_a_debrief_without_drafts(deal: Deal, state: Path) -> None:
    """If drafts cannot be stored, the debrief continues and says so."""
    state.write_text("in the way")

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        await pilot.pause()
        assert "Cannot keep a draft" in screen(app)
        await press(pilot, *CONFIRMED)

    app = deal.app()
    deal.drive(steps, app=app)
    assert "step: confirmed\nhistory" in deal.text


def test_a_file_without_a_process(tmp_path: Path) -> None:
    """The screen works on a bare file: nothing is claimed, and the step is confirmed."""
    deal = Deal(tmp_path / "bare", BARE)
    deal.press("enter", "enter", "enter", "c", "s")
    assert deal.text == BARE + ("debriefs:\n  - {date: 2026-11-23, by: martha, step: confirmed}\n")


@pytest.mark.parametrize(
    ("keys", "kept"),
    [
        (("e",), "present"), (("v",), "verdict"), (("r",), "reason"),
        (("down",) * 9 + ("e",), "activity"), (("down",) * 10 + ("e", "tab"), "preparation"),
        (("a", "tab"), "actions"),
    ],
)  # fmt: skip
def test_a_paste_of_several_lines(deal: Deal, keys: tuple[str, ...], kept: str) -> None:
    """In every field of every form, pasted lines are joined and nothing is lost."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *keys)
        app.post_message(events.Paste("Ships wait\n  nine hours\n"))
        await pilot.pause()
        if kept == "actions":
            await press(pilot, "shift+tab", "x")
        await press(pilot, "ctrl+s")
        assert "Ships wait nine hours" in str(getattr(app.session.answers, kept))

    app = deal.app()
    deal.drive(steps, app=app)


def test_a_reason_can_be_typed_immediately(deal: Deal) -> None:
    """Text typed into the reset form is the reason, from the first letter on."""
    app = deal.press("r", *"just2", "up", *"k", "enter")
    assert app.session.answers.reason == "just2k"
    assert app.session.answers.reset_to == "qualify"


@pytest.mark.parametrize(("answer", "times"), [("s", 1), ("b", 0)])
def test_confirming_a_step_without_evidence_is_asked_about(
    deal: Deal, answer: str, times: int
) -> None:
    """A step with nothing shown has to be confirmed twice."""

    async def steps(pilot: Pilot[None]) -> None:
        app.session.put(outcomes=dict.fromkeys(app.session.outcomes, "not_shown"))
        await press(pilot, "c", "s")
        assert "No outcome of sales step Develop was shown" in screen(app)
        await press(pilot, answer)

    app = deal.app()
    deal.drive(steps, app=app)
    assert deal.text.count("not_shown") == 5 * times
