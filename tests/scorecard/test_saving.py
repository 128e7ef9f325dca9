"""Saving: exactly what was asked, nothing lost, and others' changes asked about."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from leaping import press, screen
from platformdirs import user_state_dir
from score_app import CHOSEN, RATED, TODAY, Deal
from textual.events import Paste

from tas_cli.scorecard.drafts import RatingDrafts
from tas_cli.source.private import state_folder
from tas_cli.tui.choice import Choice

if TYPE_CHECKING:
    from textual.pilot import Pilot

PLUS, MINUS, UNKNOWN = "plus", "minus", "question_mark"
ADDED = f"  - date: {TODAY}\n    ratings:\n"


def drafts(state: Path) -> list[Path]:
    """Return the existing drafts."""
    return sorted(state.rglob("*.json"))


@pytest.mark.parametrize(
    ("keys", "added"),
    [
        ((PLUS,), '      customer_project: {us: "+"}\n'),
        (("5", PLUS), '      compelling_event: {us: "+"}\n'),
        (("7", MINUS, "l", "6", UNKNOWN), None),
        (("5", "enter", "enter"), '      compelling_event: {us: "+"}\n'),
    ],
)
def test_a_save_adds_todays_assessment(
    deal: Deal, state: Path, keys: tuple[str, ...], added: str | None
) -> None:
    """The file gets one assessment with what was rated or confirmed now, and nothing else."""
    app = deal.press(*keys, "s")
    assert deal.text.startswith(RATED + ADDED)
    lines = deal.text.removeprefix(RATED + ADDED)
    if added is not None:
        assert lines.replace("\n        us:", " {us:").count("\n") >= 1
        assert '"+"' in lines
        assert lines.count("us:") == 1
    assert app.session.unsaved.cells == {}
    cells = "2 cells" if len(keys) == 5 else "1 cell"
    assert app.notes == [f"Saved {cells} in the assessment of {TODAY}."]
    assert drafts(state) == []


def test_a_second_save_joins_the_first(deal: Deal) -> None:
    """What is rated after a save goes into the same day's assessment."""
    deal.press(PLUS, "s", MINUS, "s")
    assert deal.text.count(f"date: {TODAY}") == 1
    assert "customer_project" in deal.text
    assert "business_profile" in deal.text


def test_saving_without_changes_leaves_the_file_alone(deal: Deal) -> None:
    """Saving or undoing everything leaves the file byte for byte."""
    deal.press("s", PLUS, "u", "s")
    assert deal.text == RATED


def test_a_wrong_sign_is_corrected_without_typing_the_evidence_again(deal: Deal) -> None:
    """Evidence entered in the session stays with the corrected sign, and E opens it again."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "7", PLUS, "e", *"Fast", "ctrl+s", "7", MINUS)
        assert "The evidence you entered stays, now for –. Press u to undo." in screen(app)
        await press(pilot, "7", "E", "end", *"er", "ctrl+s", "s")

    app = deal.app()
    deal.drive(steps, app=app)
    saved = deal.text.rpartition("solution_fit:")[2]
    assert 'rating: "-"' in saved
    assert "what: Faster" in saved


@pytest.mark.parametrize(
    ("answer", "rating"), [("m", '"+"'), ("M", '"+"'), ("t", '"?"'), ("T", '"?"')]
)
def test_a_conflict_is_asked_about(deal: Deal, answer: str, rating: str) -> None:
    """If the same cell was changed meanwhile, both values are shown, and the answer counts."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "7", PLUS, PLUS)
        theirs = ADDED + "".join(
            f"      {line}\n"
            for line in (
                "solution_fit: {us: '?'}",
                "sales_resource_requirements: {us: '-'}",
                "current_relationship: {us: '-'}",
            )
        )
        deal.path.write_text(RATED + theirs)
        await press(pilot, "s")
        shown = screen(app)
        assert "#7 Solution fit, Us: changed by someone else" in shown
        assert "theirs  ?" in shown
        assert "mine    +" in shown
        await press(pilot, answer)
        if answer in "mt":
            assert "#8" in screen(app)
            await press(pilot, answer)
        assert not isinstance(app.screen, Choice)

    app = deal.app()
    deal.drive(steps, app=app)
    assert f"solution_fit: {{us: {rating}}}".replace('"?"', "'?'") in deal.text.replace(
        "'+'", '"+"'
    )
    assert "current_relationship: {us: '-'}" in deal.text
    assert app.session.unsaved.cells == {}


def test_a_conflict_can_be_put_off(deal: Deal) -> None:
    """Going back writes nothing and keeps what was rated."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "7", PLUS)
        deal.path.write_text(RATED + ADDED + "      solution_fit: {us: '?'}\n")
        await press(pilot, "s", "escape")
        assert "Not saved." in screen(app)
        assert len(app.session.unsaved.cells) == 1

    app = deal.app()
    deal.drive(steps, app=app)
    assert deal.text.endswith("solution_fit: {us: '?'}\n")


def test_changes_by_others_are_kept(deal: Deal) -> None:
    """Cells that others rated meanwhile stay, and show after saving."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "7", PLUS)
        deal.path.write_text(RATED + ADDED + "      customer_project: {us: '-'}\n")
        await press(pilot, "s")
        assert app.session.state(("customer_project", "us")).rating == "-"

    app = deal.app()
    deal.drive(steps, app=app)
    assert "customer_project: {us: '-'}" in deal.text
    assert "solution_fit" in deal.text.removeprefix(RATED)


def test_invisible_characters_are_not_stored(deal: Deal) -> None:
    """Spaces and marks from a pasted text are cleaned as in any other command."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "7", PLUS, "e")
        pilot.app.post_message(Paste("Too\u00a0fast\u00ad"))
        await press(pilot, "ctrl+s", "n")
        pilot.app.post_message(Paste("A\u200eB\x07"))
        await press(pilot, "enter", "s")

    deal.drive(steps)
    assert "what: Too fast}" in deal.text
    assert "note: AB\n" in deal.text


@pytest.mark.parametrize(
    ("answer", "kept"), [("r", False), ("b", True), ("escape", True), ("enter", True)]
)
def test_evidence_of_the_day_is_removed_only_after_a_yes(
    deal: Deal, answer: str, *, kept: bool
) -> None:
    """A new sign for a cell saved with evidence today asks first; its note stays."""
    deal.press("7", PLUS, "e", *"Fast", "ctrl+s", "n", *"Note", "enter", "s")
    before = deal.text

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "7", MINUS, "s")
        shown = screen(app)
        assert "The new ratings remove evidence added today" in shown
        assert "Fast" in shown
        await press(pilot, answer)

    app = deal.app()
    deal.drive(steps, app=app)
    assert (deal.text == before) is kept
    assert ("what: Fast" in deal.text) is kept
    assert "note: Note" in deal.text
    assert any("`tas undo` brings back" in note for note in app.notes) is not kept
    assert len(app.session.unsaved.cells) == kept


def test_a_rating_is_taken_back(deal: Deal) -> None:
    """A cell is never rated again, out of all assessments; u and Backspace bring it back first."""
    app = deal.press("5", "x")
    assert not app.session.state(("compelling_event", "us")).rated
    assert deal.press("l", "5", "x", "u", "s").session.unsaved.number == 0
    assert deal.text == RATED
    app = deal.press("d", "5", "x", "s")
    assert app.notes == ["Saved 1 rating taken back. `tas undo` brings back what was there."]
    assert deal.text == RATED.replace('{us: "+", x: "-"}', '{x: "-"}')


@pytest.mark.parametrize(("answer", "kept"), [("r", False), ("b", True)])
def test_a_rating_is_taken_back_with_its_evidence_only_after_a_yes(
    deal: Deal, answer: str, *, kept: bool
) -> None:
    """Evidence that would go with a rating is shown first."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "7", "x", "s")
        shown = screen(app)
        assert "Taking ratings back removes their evidence and notes" in shown
        assert "Too slow" in shown
        await press(pilot, answer)

    app = deal.app()
    deal.drive(steps, app=app)
    assert (deal.text == RATED) is kept
    assert ("Too slow" in deal.text) is kept
    assert app.session.unsaved.unrated == ([("solution_fit", "us")] if kept else [])


def test_a_draft_keeps_what_was_taken_back(deal: Deal) -> None:
    """A rating taken back but not saved is offered at the next start; others' changes clash."""
    deal.press("5", "x")
    assert deal.press("r").session.unsaved.unrated == [("compelling_event", "us")]
    deal.path.write_text(RATED.replace('us: "+"', 'us: "?"'), encoding="utf-8")

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "r", "s")
        shown = screen(app)
        assert "changed by someone else" in shown
        assert "never rated" in shown
        await press(pilot, "m")

    app = deal.app()
    deal.drive(steps, app=app)
    assert deal.text == RATED.replace('{us: "+", x: "-"}', '{x: "-"}')


def test_saved_evidence_is_corrected(deal: Deal) -> None:
    """E opens the piece of the cell; it is saved at once, with what else is unsaved left alone."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "5", MINUS, "7", "E", "down", "down", "end", *"er", "ctrl+s")
        assert "Saved: evidence changed." in screen(app)

    app = deal.app()
    deal.drive(steps, app=app)
    assert deal.text == RATED.replace("Too slow", "Too slower")
    assert app.session.unsaved.number == 1
    assert app.session.state(("solution_fit", "us")).evidence[0].what == "Too slower"


def test_saved_evidence_is_removed_by_emptying_it(deal: Deal) -> None:
    """Emptying every line removes the piece, and the cell is its sign again."""
    cleared = ["ctrl+u", "down"] * 3
    deal.press("7", "E", *cleared, "ctrl+s")
    evidence = '{rating: "-", evidence: [{when: 2026-05-02, who: Ann, what: Too slow}]}'
    assert deal.text == RATED.replace(evidence, '"-"')


def test_one_of_several_pieces_is_picked(deal: Deal) -> None:
    """Where a cell has several pieces, a number picks one; without any, a message says so."""
    two = RATED.replace("what: Too slow}", "what: Too slow}, {who: Bo, what: Dear}")
    deal.path.write_text(two, encoding="utf-8")

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "5", "E")
        assert "No saved evidence here" in screen(app)
        await press(pilot, "7", "E")
        assert "2  Bo, Dear" in screen(app)
        await press(pilot, "2", "down", "end", *"b", "ctrl+s")
        await press(pilot, "7", PLUS, "E")
        assert "Save this cell first" in screen(app)

    app = deal.app()
    deal.drive(steps, app=app)
    assert deal.text == two.replace("who: Bo,", "who: Bob,")


def test_evidence_changed_by_somebody_else_is_not_overwritten(deal: Deal) -> None:
    """A correction of a piece that is different by now is refused, and nothing is written."""
    theirs = RATED.replace("Too slow", "Slow")

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "7", "E", "down", "down", "end", *"er")
        deal.path.write_text(theirs, encoding="utf-8")
        await press(pilot, "ctrl+s")
        assert "someone else has changed piece of evidence 7 1" in " ".join(screen(app).split())

    app = deal.app()
    deal.drive(steps, app=app)
    assert deal.text == theirs


def test_a_competitor_that_was_removed_meanwhile(deal: Deal) -> None:
    """A rating of a removed competitor is reported, and can be left out."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "7", PLUS, "l", "l", PLUS)
        deal.path.write_text(RATED.replace(", z: {name: Zeta}", ""))
        await press(pilot, "s")
        assert "no longer in the file" in screen(app)
        await press(pilot, "t")

    app = deal.app()
    deal.drive(steps, app=app)
    assert app.session.parties == ("us", "x")
    assert "solution_fit" in deal.text.split(TODAY)[1]


def test_a_file_that_broke_meanwhile_is_reported(deal: Deal, state: Path) -> None:
    """If the file cannot be written, the line to fix is named, and the draft stays."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, PLUS)
        deal.path.write_text(RATED + "  - [\n")
        await press(pilot, "s")
        shown = screen(app)
        assert "Not saved" in shown
        assert "crane.yaml:" in shown
        await press(pilot, "enter", "q", "s")
        assert "Not saved" in screen(app)
        await press(pilot, "enter")

    app = deal.app()
    deal.drive(steps, app=app)
    assert len(app.session.unsaved.cells) == 1
    assert len(drafts(state)) == 1


def test_a_draft_is_kept_and_resumed(deal: Deal, state: Path) -> None:
    """Unsaved ratings are offered at the next start, and can be saved from there."""
    deal.press("7", PLUS, "e", *"Fast", "ctrl+s", "n", *"Note", "enter", "l", MINUS)
    (kept,) = drafts(state)
    assert json.loads(kept.read_bytes())["day"] == TODAY
    assert not kept.is_relative_to(deal.path.parent.parent)
    assert kept.parent.stat().st_mode & 0o077 == 0

    async def steps(pilot: Pilot[None]) -> None:
        shown = screen(app)
        assert f"Unsaved draft from {TODAY}" in shown
        assert "2 cells: #7, #9 X-Sys" in shown or "2 cells: #7, #8 X-Sys" in shown
        await press(pilot, "r")
        assert "2 unsaved" in screen(app)
        assert len(drafts(state)) == 1
        await press(pilot, "s")

    app = deal.app()
    deal.drive(steps, app=app)
    assert drafts(state) == []
    added = deal.text.removeprefix(RATED)
    assert "what: Fast" in added
    assert "note: Note" in added


def test_undo_after_a_draft_was_resumed(deal: Deal) -> None:
    """Undo takes back a resumed draft's entries one by one, like new ones."""
    deal.press("plus", "minus")
    app = deal.press("r", "u")
    assert [cell.rating for cell in app.session.unsaved.cells.values()] == ["+"]
    assert deal.press("r", "u", "u").session.unsaved.number == 0


def test_a_draft_keeps_choice_and_answers(tmp_path: Path, state: Path) -> None:
    """Strategy and answers survive an interruption, with the base they were made on."""
    deal = Deal(tmp_path / "chosen", CHOSEN)
    keys = ("c", "6", "enter", *"lost", "enter", "a", "3", "y", *"so", "enter", "a", "2", "delete")
    unsaved = deal.press(*keys).session.unsaved
    assert unsaved.number == 3

    async def steps(pilot: Pilot[None]) -> None:
        shown = screen(app)
        assert "Strategy: Disengage; reason: lost" in shown
        assert "Three to one: yes; reason: so" in shown
        assert "Can we compete: no answer" in shown
        await press(pilot, "r")
        assert app.session.unsaved == unsaved
        await press(pilot, "s")

    app = deal.app()
    deal.drive(steps, app=app)
    assert drafts(state) == []
    assert "chosen: disengage   # bold" in deal.text
    assert "three_to_one: {answer: yes, because: so" in deal.text
    assert "can_compete" not in deal.text
    assert TODAY not in deal.text.split("strategy:")[0]


def test_a_draft_of_the_first_version_is_read(deal: Deal, state: Path) -> None:
    """A draft from before drafts had choices is offered like any other."""
    deal.press(PLUS)
    (kept,) = drafts(state)
    older = json.loads(kept.read_bytes()) | {"version": 1}
    del older["choice"], older["answers"]
    kept.write_text(json.dumps(older))
    assert len(deal.press("r").session.unsaved.cells) == 1


@pytest.mark.parametrize(("answer", "left"), [("d", 0), ("l", 1), ("escape", 1)])
def test_a_draft_is_discarded_or_put_off(deal: Deal, state: Path, answer: str, left: int) -> None:
    """Discarding removes the draft, postponing keeps it, even if the new session has its own."""
    deal.press(PLUS)
    deal.press(answer)
    assert len(drafts(state)) == left
    if left:
        deal.press(answer, MINUS)
        assert len(drafts(state)) == 2


def test_a_draft_of_another_day_is_saved_as_of_today(deal: Deal) -> None:
    """An older draft shows its date and where saving will put it."""
    deal.press(PLUS)

    async def steps(pilot: Pilot[None]) -> None:
        shown = screen(app)
        assert f"Unsaved draft from {TODAY}" in shown
        assert "Saving adds it to today's assessment (2026-11-25)." in shown
        await press(pilot, "r", "s")

    app = deal.app(today="2026-11-25")
    deal.drive(steps, app=app)
    assert "- date: 2026-11-25" in deal.text
    assert f"- date: {TODAY}" not in deal.text


def test_a_draft_knows_its_base(deal: Deal) -> None:
    """A cell that changed after the draft was started is asked about when saving."""
    deal.press("7", PLUS)
    deal.path.write_text(RATED + ADDED + "      solution_fit: {us: '?'}\n")

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "r", "s")
        assert "changed by someone else" in screen(app)
        await press(pilot, "t")

    app = deal.app()
    deal.drive(steps, app=app)


def _draft(choice: str = "null", answers: str = "[]") -> bytes:
    """Return a draft with the given content."""
    return (
        f'{{"version": 2, "day": "{TODAY}", "process": 1, "cells": [],'
        f' "choice": {choice}, "answers": {answers}}}'
    ).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"version": 2}', b'{"version": 1}',
        b'{"version": 1, "day": "x", "process": 1, "cells": []}',
        b'{"version": 1, "day": "2026-11-23", "process": 1, "cells": [{}]}',
        (b'{"version": 1, "day": "2026-11-23", "process": 1, "cells": [{"criterion": "a", "party":'
        b' "us", "now": {"rating": "!"}, "base": {"rating": "?"}}]}'),
        b"[" * 100_000,
        b'{"version": 2, "day": "2026-11-23", "process": Infinity, "cells": []}',
        b'{"version": 2, "day": "2026-11-23", "process": 1e400, "cells": []}',
        _draft(choice='{"now": {"chosen": "nonsense"}, "base": null}'),
        _draft(choice='{"now": {}, "base": null}'),
        _draft(choice="[1]"),
        _draft(answers='[{"step": "three_to_one", "answer": "maybe", "base": null}]'),
        _draft(answers='[{"step": "three_to_one", "answer": "no", "because": 3, "base": null}]'),
        _draft(answers="3"),
    ],
)  # fmt: skip
def test_a_damaged_draft_is_set_aside(deal: Deal, content: bytes) -> None:
    """An unreadable draft is reported, renamed, and no longer in the way."""
    earlier = RatingDrafts(deal.app()).files
    earlier.keep({})
    kept = earlier.own
    kept.write_bytes(content)

    async def steps(pilot: Pilot[None]) -> None:
        assert "Cannot read a draft" in screen(app)
        await press(pilot, "enter", PLUS, "s")

    app = deal.app()
    deal.drive(steps, app=app)
    assert kept.with_name(kept.name + ".unreadable").read_bytes() == content
    assert "customer_project" in deal.text


def test_a_draft_that_cannot_be_kept_does_not_stop_the_session(
    deal: Deal, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the state folder cannot be written, that is reported, and rating and saving work."""
    state.write_text("a file in the way")
    monkeypatch.setenv("TAS_STATE_DIR", str(state))

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, PLUS)
        assert "Cannot keep a draft" in screen(app)
        await press(pilot, "s")

    app = deal.app()
    deal.drive(steps, app=app)
    assert "customer_project" in deal.text


def test_drafts_are_by_file(deal: Deal, tmp_path: Path) -> None:
    """A draft belongs to one file, by whatever path, and to no other."""
    deal.press(PLUS)
    link = tmp_path / "link.yaml"
    link.symlink_to(deal.path)
    assert deal.offered(link)
    assert not deal.offered(tmp_path / "other.yaml")


@pytest.mark.parametrize("named", ["", "/somewhere"])
def test_the_state_folder(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    """Without the variable, drafts are in the user's state folder, as platformdirs names it."""
    monkeypatch.delenv("TAS_STATE_DIR")
    monkeypatch.setenv("XDG_STATE_HOME", named)
    assert state_folder() == Path(user_state_dir("tas", appauthor=False))
