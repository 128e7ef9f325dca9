"""Challenging a plan on the full screen: keys, means, points, saving, drafts, and every size."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import leaping
import pytest
import yaml
from fullscreen import Terminal
from hypothesis import given, settings
from hypothesis import strategies as st
from leaping import press, screen
from workspaces import HEAD, write

from tas_cli.challenge.app import ChallengeApp
from tas_cli.challenge.session import Session
from tas_cli.edits.challenge import Entered, edits
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.plan import Point
from tas_cli.reading.read import read_opportunity
from tas_cli.tui.session_app import OpenDeal
from tas_cli.typed.interpreter import Interpreter
from tas_cli.workspace import open_workspace
from tas_cli.writing import look, update

if TYPE_CHECKING:
    from collections.abc import Sequence

    from syrupy.assertion import SnapshotAssertion
    from textual.pilot import Pilot

TODAY = date(2026, 11, 23)
TEXT = (
    HEAD
    + """\
owner: nicole
challenges:
  - date: 2026-11-20   # a comment that stays
    by: kim
    role: team
    scores: {customer_issues: {objective: "5 4 4", urgency: "5 5 5"}}
    points: [{what: The board may wait, owner: kim}]
"""
)
SPOILER = Entered(TODAY, "lena", "spoiler", {})
CATEGORY = "423311254"
"""The nine grades of a category."""
Keys = "Sequence[str]"


class Deal:
    """A deal in a workspace of its own, and the screen on which its plan is challenged."""

    def __init__(self, folder: Path, text: str = TEXT) -> None:
        self.folder = write(folder, {"tas.yaml": "tas: 1\n", "opportunities/a.yaml": text})
        self.path = self.folder / "opportunities/a.yaml"

    @property
    def text(self) -> str:
        """The current text of the file."""
        return self.path.read_text(encoding="utf-8")

    @property
    def challenges(self) -> Any:
        """The challenges in the file, as texts."""
        return yaml.load(self.text, Loader=yaml.BaseLoader)["challenges"]  # noqa: S506 - text

    def app(self, start: Entered = SPOILER, *, color: bool = True, ascii: bool = False) -> Any:  # noqa: A002
        """Open the screen on the file in its current state."""
        found = read_opportunity(self.path.read_bytes(), "a.yaml").value
        assert found is not None
        workspace = open_workspace(self.folder)
        session = Session(found, workspace.settings, Interpreter(TODAY), start)
        deal = OpenDeal("a", self.path, workspace)
        return ChallengeApp(deal, session, color=color, ascii_only=ascii)

    def seen(
        self, *stations: Sequence[str], size: tuple[int, int] = (80, 24), app: Any = None
    ) -> list[str]:
        """Return the screen's text after each group of keys in one session; a draft stays."""
        return leaping.seen(app or self.app(), *stations, size=size)


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder for drafts, in a terminal that asks for nothing special."""
    monkeypatch.setenv("TAS_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("TAS_TODAY", TODAY.isoformat())
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def deal(tmp_path: Path) -> Deal:
    """A deal whose team has scored two questions, and raised a point."""
    return Deal(tmp_path / "deals")


def test_a_spoiler_scores_a_category_in_at_most_30_keys(deal: Deal) -> None:
    """Nine digits and one key save a category; only the new challenge is added."""
    keys = [*CATEGORY, "ctrl+s"]
    assert len(keys) <= 30
    app = deal.app()
    deal.seen(keys, app=app)
    assert app.notes == ["Saved 9 grades (spoiler by lena)."]
    added = {"objective": "4 2 3", "urgency": "3 1 1", "why_now": "2 5 4"}
    assert deal.challenges[1] == {
        "date": "2026-11-23",
        "by": "lena",
        "role": "spoiler",
        "scores": {"customer_issues": added},
    }
    assert deal.text.startswith(TEXT)


def test_means_have_a_color_and_its_word_with_each_key(deal: Deal) -> None:
    """A mean changes with each grade; a complete category says its means."""
    first, more, done = deal.seen("4", ["2", "3", *"3112"], "54")
    for shown, mean in ((first, "4.0 green - -"), (more, "3.0 yellow 1.5 red 2.0 red")):
        line = next(each for each in shown.splitlines() if "Mean" in each)
        assert " ".join(line.split()) == f"Mean {mean}"
    assert "Mean: 3.0 yellow, 2.7 yellow, 2.7 yellow" in done.splitlines()[-1]
    assert "9 unsaved" in done


def test_tab_after_the_last_grade_of_a_category_skips_none(deal: Deal) -> None:
    """The ninth grade leads to the next category already; Tab again goes on from there."""
    for keys, at in (((), 3), (("tab",), 3), (("tab", "tab"), 6), (("down", "tab"), 6)):
        app = deal.app()

        async def steps(
            pilot: Pilot[None], app: Any = app, keys: Any = keys, expected: int = at
        ) -> None:
            await press(pilot, *CATEGORY, *keys)
            assert app.session.at == expected, keys
            app.drafts.drop()

        leaping.run(app, steps)


def test_undoing_a_role_says_so(deal: Deal) -> None:
    """The sheet does not show who scores, so the line at the bottom does."""
    assert "Undone: now as the team, by lena" in deal.seen(["4", "r", "r", "u"])[0]


def test_a_digit_that_is_not_a_grade_is_refused(deal: Deal) -> None:
    """Nothing is given, and the cursor stays."""
    assert "Grades are from 1 (low) to 5 (high)." in deal.seen("960")[0]


def test_grades_are_left_out_taken_back_and_undone(deal: Deal) -> None:
    """- leaves one out, Backspace takes back the one before, Del the one under the cursor."""
    app = deal.app()

    async def steps(pilot: Pilot[None]) -> None:
        for keys, scores in (
            (["4", "minus", "3"], "4 - 3"),
            (["backspace"], "4 - -"),
            (["5"], "4 - 5"),
            (["u"], "4 - -"),
            (["home", "delete"], None),
            (["u", "left", "1"], "1 - -"),
            (["end", "up", "right", "right", "5", "backspace", "home", "3"], "3 - -"),
        ):
            await press(pilot, *keys)
            given = app.session.entered.scores.get("customer_issues", {}).get("objective")
            assert (given and _figures(given)) == scores, keys
        assert app.session.given == 1
        app.drafts.drop()

    leaping.run(app, steps)


def _figures(given: Any) -> str:
    return " ".join(str(each or "-") for each in dict(given).values())


def test_grades_of_the_file_are_there_and_the_same_again_is_no_change(deal: Deal) -> None:
    """Who scored earlier that day goes on from there, and only what differs is written."""
    app = deal.app(Entered(date(2026, 11, 20), "kim", "team", {}))
    same, changed, _ = deal.seen("544", "554", ["ctrl+s"], app=app)
    assert "no changes" in same
    assert "1 unsaved" in changed
    scores = {"objective": "5 4 4", "urgency": "5 5 4"}
    assert [each["scores"]["customer_issues"] for each in deal.challenges] == [scores]


def test_role_and_name_change_with_a_key_each_and_a_dependent_spoiler_is_doubted(
    deal: Deal,
) -> None:
    """The head has both; what is not saved goes with them; the doubt is said while scoring."""
    app = deal.app(Entered(TODAY, "lena", "team", {}))
    before, after, _ = deal.seen("4", ["w", "<nicole>", "enter", "r"], ["ctrl+s"], app=app)
    assert "team: lena, 23 Nov" in before
    assert "spoiler: nicole, 23 Nov" in after
    said = "nicole is not an independent spoiler: owns the deal."
    assert said in after
    assert app.notes == ["Saved 1 grade (spoiler by nicole).", said]
    assert (deal.challenges[1]["by"], deal.challenges[1]["role"]) == ("nicole", "spoiler")


def test_the_comparison_has_what_is_not_saved_and_the_largest_differences_on_top(
    deal: Deal,
) -> None:
    """The key v shows both sides instead of the sheet; a digit there changes nothing."""
    shown, digit, back = deal.seen(["4", "1", "3", "1", "v"], "5", "v")
    lines = [each.split()[:3] for each in shown.splitlines() if each.startswith((" Conf", " Impl"))]
    assert lines[:2] == [["Confidence", "5", "1"], ["Implications", "4", "1"]]
    assert "4 unsaved" in digit
    assert "Press v to go back" in digit
    assert "[" in back


def test_the_plan_can_be_read_and_escape_goes_back_to_the_grades(deal: Deal) -> None:
    """The key p shows its page, from which no key changes a grade, and Esc does not leave."""
    shown, back = deal.seen(["4", "p", "4", "backspace", "delete"], ["escape", "p", "p"])
    assert "Challenged" in shown
    assert "1 unsaved" in shown
    assert "▸ What does" in back
    assert " 4 *         [·]" in back


def test_without_a_spoiler_the_comparison_says_so(deal: Deal) -> None:
    """There is nothing to compare yet."""
    assert "Nobody has scored as the spoiler yet." in deal.seen("v")[0]


POINT = ["a", "<What if the state waits?>", "enter", "<Ask Ruiz>", "enter", "enter", "<fri>"]


def test_a_point_is_added_with_one_key_and_saved_with_the_grades(deal: Deal) -> None:
    """Text, advice, owner, date as typed; the cursor stays; it can be changed, or taken away."""
    app = deal.app()
    deal.seen(
        ["4", *POINT, "ctrl+s", "a", "<Second>", "ctrl+s", "2", "end", "up", "delete"],
        ["up", "enter", "<What if it waits?>", "ctrl+s", "s", "ctrl+s"],
        app=app,
    )
    assert app.notes == ["Saved 2 grades and 1 point (spoiler by lena)."]
    assert deal.challenges[1]["points"] == [
        {
            "what": "What if it waits?",
            "recommendation": "Ask Ruiz",
            "owner": "nicole",
            "due": "2026-11-27",
        }
    ]


def test_a_draft_is_kept_and_offered(deal: Deal) -> None:
    """What was entered comes back with its role and name; discarded, nothing does."""
    deal.seen(["4", "2", *POINT, "ctrl+s"])
    app = deal.app(Entered(TODAY, "x", "team", {}))
    offered, resumed, left = deal.seen((), "r", ["q", "d"], app=app)
    assert "Spoiler by lena, 2026-11-23: 2 grades and 1 point, not saved." in offered
    assert "spoiler: lena" in resumed
    assert "3 unsaved" in resumed
    assert left == ""
    assert app.notes == ["Discarded 2 grades and 1 point."]
    assert "Unsaved draft" not in deal.seen(())[0]
    assert deal.text == TEXT


STEPS = st.one_of(
    st.tuples(st.just("grade"), st.sampled_from((None, 1, 3, 5))),
    st.tuples(st.just("move"), st.integers(-4, 4), st.integers(-1, 1)),
    st.tuples(st.just("turn"), st.sampled_from((-1, 1))),
    st.tuples(st.just("identify"), st.sampled_from(("team", "spoiler")), st.just("kim")),
    st.tuples(st.just("raise_point"), st.builds(Point, what=st.sampled_from(("One", "Two")))),
    st.sampled_from((("step",), ("undo",))),
)


@settings(max_examples=25)
@given(steps=st.lists(STEPS, max_size=15))
def test_a_save_writes_what_was_shown(steps: list[tuple[Any, ...]]) -> None:
    """Whatever is done, the file says after saving what the screen showed before."""
    with tempfile.TemporaryDirectory() as folder:
        deal = Deal(Path(folder))
        session = deal.app(Entered(date(2026, 11, 20), "kim", "team", {})).session
        for name, *arguments in steps:
            getattr(session, name)(*arguments)
        if session.given:
            seen = look(deal.path, open_workspace(deal.folder), Opportunity)
            written = update(seen, lambda now: edits(now, session.entered))
            assert written.now.challenges == session.now.challenges
        while session.undo():
            pass
        assert session.given == 0


@pytest.mark.parametrize(("answer", "grade"), [("s", "4 2 3"), ("t", "1 2 3")])
def test_grades_changed_meanwhile_are_asked_about(deal: Deal, answer: str, grade: str) -> None:
    """The same person's grades in another window are not overwritten unasked."""
    theirs = "scores: {customer_issues: {objective: {confidence: 1}}}"
    by_other = f"  - {{date: 2026-11-23, by: lena, role: spoiler, {theirs}}}\n"
    app = deal.app()

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *"423")
        deal.path.write_text(TEXT + by_other)
        await press(pilot, "s")
        assert "Confidence was none, is now 1; yours is 4" in screen(app)
        await press(pilot, answer, "ctrl+s")

    leaping.run(app, steps)
    assert deal.challenges[1]["scores"]["customer_issues"]["objective"] == grade


SIZES = [(80, 24), (60, 20), (40, 15), (30, 8), (20, 5), (120, 40)]


@pytest.mark.parametrize(
    ("size", "ascii_only"), [*((each, False) for each in SIZES), ((80, 24), True)]
)
def test_the_cursor_is_in_view_at_every_size(
    deal: Deal, size: tuple[int, int], *, ascii_only: bool
) -> None:
    """The row under the cursor is shown with its grades; the whole category where it fits."""
    app = deal.app(ascii=ascii_only)
    keys = (["home"], ["tab"], ["tab"], ["shift+tab"], ["end"], ["up"], ["v"])
    *shown, compared = deal.seen(*keys, size=size, app=app)
    for each in (*shown, compared):
        assert not ascii_only or each.isascii()
    for each in shown:
        assert ("▸" in each) or (">" in each and ascii_only)
    if size[1] >= 20:
        assert "Mean" in shown[1]
        assert "2 Is there an opportunity?" in shown[1]


def test_the_sheet_looks_as_last_reviewed(deal: Deal, snapshot: SnapshotAssertion) -> None:
    """The sheet, a point in full, and both roles compared, at 80 columns."""
    shown = deal.seen(["4", "2", *POINT, "ctrl+s"], ["end", "up"], ["v"], size=(80, 30))
    assert "\n=====\n".join(shown) == snapshot


HOSTILE = r"[bold]x[/] \e[31mred \u202eturned [@click=app.leave]y %s"


def test_hostile_texts_are_shown_harmlessly(tmp_path: Path) -> None:
    """A file's text is shown literally, and control characters by their codes."""
    deal = Deal(tmp_path / "hostile", TEXT.replace("The board may wait", f'"{HOSTILE}"'))
    app = deal.app(Entered(date(2026, 11, 20), "kim", "team", {}))
    for shown in deal.seen(["end", "up"], ["p"], app=app):
        assert shown.replace("\n", "").isprintable()
        assert "[bold]x[/]" in shown


def test_a_click_goes_to_a_grade(deal: Deal) -> None:
    """A click in a column goes to that grade of the clicked question."""
    app = deal.app()

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.click("#sheet", offset=(56, 4))
        assert (app.session.row.question, app.session.column) == ("urgency", 1)
        await pilot.click("#sheet", offset=(5, 2))
        assert (app.session.row.question, app.session.column) == ("objective", 0)

    leaping.run(app, steps)


def test_no_color_has_no_color(deal: Deal) -> None:
    """With color off, the means say theirs in words, and no cell has any."""
    app = deal.app(color=False)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *"115")
        assert "1.0 red" in screen(app)
        for strip in app.screen._compositor.render_strips():  # noqa: SLF001
            for part in strip.apply_filter(app._filters[-1], app.screen.styles.background):  # noqa: SLF001
                colors = (part.style.color, part.style.bgcolor) if part.style else ()
                assert all(each is None or each.is_default for each in colors)
        app.drafts.drop()

    leaping.run(app, steps)


def test_the_sheet_opens_from_the_shell_and_leaves_the_terminal_in_order(deal: Deal) -> None:
    """A category named by the call has the cursor; typed in one go, it is saved."""
    terminal = Terminal(
        deal.folder,
        *("challenge", "a", "win", "--role", "spoiler", "--by", "lena"),
        TAS_TODAY=TODAY.isoformat(),
    )
    terminal.shows("Who inside wants us to win")
    terminal.type(f"{CATEGORY}\x13")
    assert terminal.left() == 0
    assert "Saved 9 grades (spoiler by lena)." in terminal.drawn.decode()
    assert terminal.out_of_order == []
    assert list(deal.challenges[1]["scores"]) == ["win"]
