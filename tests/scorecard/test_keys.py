"""Keys on the screen: budgets, moving, dialogs, the mouse."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from leaping import press, screen
from score_app import NEW, TODAY, Deal
from textual.widgets import OptionList

from tas_cli.method.catalogue import US, criterion_keys
from tas_cli.scorecard.keys import TABLE
from tas_cli.tui.choice import Choice, Option
from tas_cli.tui.fields import Fields
from tas_cli.tui.help import Help
from tas_cli.tui.keys import listed, palette
from tas_cli.tui.line_form import Find

if TYPE_CHECKING:
    from textual.pilot import Pilot

PLUS, MINUS, UNKNOWN = "plus", "minus", "question_mark"


def test_a_first_assessment_takes_forty_one_keys(tmp_path: Path) -> None:
    """All our cells and one competitor's are rated and saved in at most 45 keys."""
    deal = Deal(tmp_path / "new", NEW)
    keys = [PLUS, MINUS, UNKNOWN, PLUS] * 10 + ["s"]
    assert len(keys) <= 45
    deal.press(*keys)
    ratings = [line for line in deal.text.splitlines() if "us:" in line or "x:" in line]
    assert sum(line.count('"') for line in ratings) == 2 * 40


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["1", "2", PLUS, "e"], ["enter", "enter", "s"]),
        (["slash", "1", "2", "enter", PLUS, "e"], ["ctrl+s", "s"]),
        (["1", "2", PLUS, "e"], ["ctrl+s", "s"]),
    ],
)
def test_a_change_with_evidence_takes_eight_keys(
    deal: Deal, before: list[str], after: list[str]
) -> None:
    """One criterion changed with evidence is saved in at most 8 keys plus the text."""
    assert len(before) + len(after) <= 8
    deal.press(*before, *"Won", *after)
    assert deal.text.endswith(
        f"""\
  - date: {TODAY}
    ratings:
      executive_credibility:
        us:
          rating: "+"
          evidence:
            - {{when: {TODAY}, what: Won}}
"""
    )


def test_evidence_has_all_its_fields(deal: Deal) -> None:
    """Enter goes from field to field; what, who, when and link are saved as typed."""
    keys = [PLUS, "e", *"Yes", "enter", *"Bo", "enter", *"2 Nov", "enter", *"https:x"]
    deal.press(*keys, "enter", "s")
    assert '{when: 2026-11-02, who: Bo, what: "Yes", link: "https:x"}' in deal.text


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (["e", "enter"], "Enter what they said, wrote or did"),
        (["e", *"Yes", "tab", "tab", *"3/4", "ctrl+s"], "can mean 2026-04-03 or 2026-03-04"),
        (["e", *"Yes", "tab", "tab", *"2026-02-30", "ctrl+s"], "not a date on the calendar"),
    ],
)
def test_impossible_evidence_is_reported(deal: Deal, keys: list[str], message: str) -> None:
    """An empty form, or one with an invalid date, stays open and says what is missing."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *keys)
        assert isinstance(pilot.app.screen, Fields)
        assert message in screen(app)
        await press(pilot, "escape")
        assert not app.session.unsaved.cells

    app = deal.app()
    deal.drive(steps, app=app)


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        ([], (1, US)), (["down"], (2, US)), (["j", "j", "k"], (2, US)), (["l"], (1, "x")),
        (["right", "right", "left"], (1, "x")), (["l", "l", "l", "h"], (1, "x")),
        (["pagedown"], (6, US)), (["end"], (20, US)), (["end", "home"], (1, US)),
        (["7"], (7, US)), (["1", "7"], (17, US)), (["2", "1"], (1, US)), (["3", "5"], (5, US)),
        (["1", "2", "enter"], (12, US)), (["slash", *"fit", "enter"], (7, US)),
        (["slash", *"fit", "escape"], (1, US)), (["slash", *"revenue", "tab", "enter"], (17, US)),
        (["slash", *"zzz", "enter"], (1, US)), (["l", "slash", *"12", "enter"], (12, "x")),
        (["p"], (2, US)), (["m"], (2, US)), (["u"], (1, US)), ([PLUS, "u"], (1, US)),
        (["5", "enter"], (5, US)), (["5", "enter", "enter"], (6, US)), (["enter"], (1, US)),
    ],
)  # fmt: skip
def test_where_keys_lead(deal: Deal, keys: list[str], at: tuple[int, str]) -> None:
    """Keys put the cursor where a person expects it."""
    app = deal.press(*keys)
    assert app.session.cursor == (criterion_keys()[at[0] - 1], at[1])


def test_enter_after_a_number_does_not_rate(deal: Deal) -> None:
    """Enter ends a number, as in a search, without confirming the cell by accident."""
    assert deal.press("5", "enter").session.unsaved.cells == {}
    assert len(deal.press("5", "enter", "enter").session.unsaved.cells) == 1


@pytest.mark.parametrize("key", ["d", "tab"])
def test_the_next_deciding_unknown(deal: Deal, key: str) -> None:
    """A key goes to the unknown cells that decide the strategy."""
    app = deal.press(key)
    first = app.session.deal.decision.deciding[0]
    assert app.session.cursor == (first.criterion, first.party)


def test_a_note(deal: Deal) -> None:
    """A note belongs to the cell just rated, and can be changed before saving."""
    deal.press(PLUS, "n", *"abc", "enter", "n", *"d", "enter", "s")
    assert 'us: {rating: "+", note: abcd}' in deal.text or "note: abcd" in deal.text


def test_the_panel_names_the_cell_evidence_is_for(deal: Deal) -> None:
    """After a + the panel says that e is for the cell just rated, not for the next one."""
    app, shown = deal.app(), []

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1", "0", PLUS, "9", PLUS)
        shown.append(screen(app))
        await press(pilot, "9")
        shown.append(screen(app))

    deal.drive(steps, (160, 50), app)
    assert "#9 + has no evidence: e adds it" in shown[0]
    assert "! no evidence yet: press e" not in shown[0]
    assert "! no evidence yet: press e" in shown[1]


def test_the_panel_names_whom_to_ask(deal: Deal) -> None:
    """On the map, people with a part in the criterion are named above the questions."""
    people = "people: {ruiz: {name: Elena Ruiz, roles: [approver]}, nair: {name: Priya Nair}}"
    deal.path.write_text(f"{deal.text.rstrip()}\n{people}\n")
    app, shown = deal.app(), []

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "4", "enter")
        shown.append(screen(app))

    deal.drive(steps, (160, 50), app)
    assert "Ask Elena Ruiz" in shown[0]
    assert "Priya" not in shown[0]


def test_the_owner_makes_the_assessment(deal: Deal) -> None:
    """A new assessment is by the owner unless somebody else is named, as in `tas rate`."""
    deal.path.write_text(deal.text.replace("customer:", "owner: nicole\ncustomer:", 1))
    deal.press("1", PLUS, "s")
    assert f"  - date: {TODAY}\n    by: nicole\n" in deal.text


@pytest.mark.parametrize("key", ["f1", "H"])
def test_help(deal: Deal, key: str) -> None:
    """Help lists the keys, and closes again."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, key)
        assert isinstance(pilot.app.screen, Help)
        assert "still true: confirm" in screen(app)
        await press(pilot, "escape")
        assert "#1 Customer's project" in screen(app)

    app = deal.app()
    deal.drive(steps, app=app)


def test_the_palette_finds_keys_by_words(deal: Deal) -> None:
    """Ctrl+P lists what the keys do, and the criteria; Enter runs the selected one."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, PLUS, "ctrl+p")
        assert app.screen.query_one(OptionList).option_count == len(palette(listed(TABLE))) + 20
        assert "still true: confirm the rating as of today" in screen(app)
        await press(pilot, "escape", "ctrl+p", *"undo")
        assert "undo  u" in screen(app)
        await press(pilot, "enter")
        assert app.screen is app.main
        assert not app.session.unsaved.cells
        await press(pilot, "ctrl+p", *"political", "enter")
        assert app.session.cursor[0] == "political_alignment"
        await press(pilot, "e", "ctrl+p")
        assert isinstance(app.screen, Fields)

    app = deal.app()
    deal.drive(steps, app=app)


def test_the_mouse(deal: Deal) -> None:
    """A click on a cell moves the cursor, and the keys at the bottom are buttons."""

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.click("#grid", offset=(36, 5))
        await pilot.pause()
        assert app.session.cursor == ("compelling_event", "x")
        await pilot.click("#grid", offset=(10, 12))
        assert app.session.cursor == ("executive_credibility", "x")
        await pilot.click("#keys", offset=(1, 0))
        await pilot.pause()
        assert app.session.unsaved.cells[("executive_credibility", "x")].rating == "+"

    app = deal.app()
    deal.drive(steps, app=app)


def test_a_search_shows_its_matches(deal: Deal) -> None:
    """While typing, the screen says how many criteria match."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "slash", *"revenue")
        assert isinstance(app.screen, Find)
        assert "1 of 2" in screen(app)
        await press(pilot, *"zz")
        assert "no match" in screen(app)
        await press(pilot, "escape")

    app = deal.app()
    deal.drive(steps, app=app)


@pytest.mark.parametrize("key", ["a", "q", "z", "Q", "7"])
def test_a_question_takes_whatever_key_an_option_has(deal: Deal, key: str) -> None:
    """Each option is chosen by its own key; any other key does nothing."""
    taken: list[str | None] = []

    async def steps(pilot: Pilot[None]) -> None:
        await app.push_screen(
            Choice("So?", (), (Option(key, "so"), Option("b", "back"))), taken.append
        )
        await press(pilot, "x")
        assert isinstance(app.screen, Choice)
        await press(pilot, key)

    app = deal.app()
    deal.drive(steps, app=app)
    assert taken == [key]


@pytest.mark.parametrize("key", ["q", "ctrl+c", "ctrl+q"])
def test_leaving_asks_only_where_something_is_not_saved(deal: Deal, key: str) -> None:
    """Without changes the scorecard closes right away; with changes it asks."""
    assert deal.press(key).return_code == 0

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, PLUS, key)
        assert isinstance(app.screen, Choice)
        assert "Save one cell before you leave?" in screen(app)
        await press(pilot, "escape")
        assert not isinstance(app.screen, Choice)
        assert app.session.unsaved.cells

    app = deal.app()
    deal.drive(steps, app=app)


@pytest.mark.parametrize(("answer", "saved"), [("s", True), ("enter", True), ("d", False)])
def test_leaving_saves_or_discards(
    deal: Deal,
    state: Path,
    answer: str,
    saved: bool,  # noqa: FBT001 - a table
) -> None:
    """Saving writes the file, discarding leaves it; neither leaves a draft."""
    before = deal.text
    app = deal.press(PLUS, "q", answer)
    assert app.return_code == 0
    assert (deal.text != before) == saved
    assert list(state.rglob("*.json")) == []


@pytest.mark.no_cover
@pytest.mark.parametrize("width", [60, 80])
def test_clicking_a_word_of_the_last_line_does_not_rate(deal: Deal, width: int) -> None:
    """Clicks in the last line rate only on + – ? and Enter, not on its other words."""

    async def steps(pilot: Pilot[None]) -> None:
        line = screen(app).split("\n")[-1]
        for column in range(width):
            app.session.go(("compelling_event", US))
            await pilot.click("#keys", offset=(column, 0))
            await pilot.pause()
            if app.session.unsaved.cells:
                rating.append(line[column])
            await press(pilot, *["escape"] * (app.screen is not app.screen_stack[0]))
            app.session.saved(app.session.opportunity)
            app.show()
            if not app.is_running:
                break

    rating: list[str] = []
    app = deal.app()
    deal.drive(steps, (width, 24), app)
    assert "".join(rating) in ("+–?Enter", "+–?Enter still true")


def test_a_message_leaves_the_way_out_in_view(deal: Deal) -> None:
    """Beside a message the keys that save, leave and help stay visible at 80 columns."""
    app, shown = deal.app(), []

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "z")
        shown.append(screen(app).splitlines()[-1])

    deal.drive(steps, (80, 24), app)
    assert "z does nothing here." in shown[0]
    assert all(word in shown[0] for word in ("save", "quit", "F1"))
