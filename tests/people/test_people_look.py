"""What the screen shows: at every size, without color, in ASCII, and for hostile files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from leaping import press, screen
from people_app import MERIDIAN, NEW, Deal
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tas_cli.people.layout import layout

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion
    from textual.pilot import Pilot

    from tas_cli.people.app import PeopleApp


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder for drafts, in a terminal that asks for nothing special."""
    monkeypatch.setenv("TAS_STATE_DIR", str(tmp_path / "state"))
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def deal(tmp_path: Path) -> Deal:
    """A deal with five people."""
    return Deal(tmp_path / "deals")


class Svg(SingleFileSnapshotExtension):
    """Keep a snapshot as a picture that a browser can show."""

    file_extension = "svg"
    _write_mode = WriteMode.TEXT


def picture(app: PeopleApp) -> str:
    """Return the screen as a picture without fonts to load, equal for equal screens."""
    svg = app.export_screenshot(title="tas map --edit", simplify=True)
    svg = re.sub(r"terminal-\d+-", "t-", svg)
    svg = re.sub(r"\s*@font-face \{.*?\}\n", "\n", svg, flags=re.DOTALL)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


@pytest.mark.parametrize(("name", "size"), [("small", (80, 24)), ("large", (120, 36))])
def test_pictures(
    deal: Deal, snapshot: SnapshotAssertion, name: str, size: tuple[int, int]
) -> None:
    """The main screen looks the way it did when last reviewed."""
    pictures: list[str] = []

    async def steps(pilot: Pilot[None], app: PeopleApp) -> None:
        await press(pilot, "down", "minus")
        pictures.append(picture(app))
        app.drafts.drop()

    deal.drive(steps, size)
    assert pictures[0] == snapshot(name=name, extension_class=Svg)


def test_the_grid_is_held_against_the_map(deal: Deal) -> None:
    """What the ratings about people say and whether the map agrees changes with each key."""
    before, after = deal.seen((), ("down", "minus"))
    assert "#11 + ok" in before
    assert "#11 + !" in after
    assert "no supporter on the map has influence 3 or more" in after
    assert "#14 –" in after


def test_the_details_say_how_to_deal_with_somebody(deal: Deal) -> None:
    """Approach, agenda, relations, competitors, whose word our ratings rest on, evidence."""
    everything = deal.seen(("down",), ("slash", *"whe", "enter"), ("minus",), size=(80, 40))
    ruiz, whelan, _ = (" ".join(each.split()) for each in everything)
    for words in (
        "leverage fits",
        "How to leverage: validate, confirm our value, ask for help. tas explain leverage",
        "Measured on Length of stay",
        "Personally To succeed Adeyemi",
        "Reports to Ruth Adeyemi, CEO",
        "Influences Ruth Adeyemi, CEO",
        "Last met Fri 20 Nov",
        "Their word carries #11 +",
        "5 weeks ago Martin Kessler, CFO: She will fight for it",
    ):
        assert words in ruiz
    assert "motivate or neutralize fits" in whelan
    assert "Carebridge: supporter" in whelan


def test_a_map_without_people_says_how_to_begin(tmp_path: Path) -> None:
    """Without people there is an example of a line; every key is harmless."""
    deal = Deal(tmp_path / "new", NEW)
    begun, keys, form = deal.seen(
        (), ("x", "1", "i", "A", "l", "t", "e", "delete", "down", "u"), ("enter",)
    )
    assert "Nobody is on the map yet. Press a to add somebody in one line:" in begun
    assert "Joan Meyer, COO  D S + 5 multiple" in begun
    assert "no changes" in keys
    assert "Add" in form.splitlines()[-3]


@pytest.mark.parametrize("size", [(80, 12), (60, 20), (40, 15), (30, 8), (20, 5), (120, 6)])
def test_a_small_screen_follows_the_cursor(tmp_path: Path, size: tuple[int, int]) -> None:
    """At any size, nothing is wider than the screen, and the selected person is visible."""
    many = "".join(f"  p{at}: {{name: Person {at}, title: Long title}}\n" for at in range(40))
    for shown in Deal(tmp_path / "many", f"{NEW}people:\n{many}").seen(
        ("home",), ("end",), ("pageup",), size=size
    ):
        assert "▸" in shown


@pytest.mark.parametrize("people", [1, 5, 9, 40])
def test_the_details_have_room_or_none(people: int) -> None:
    """The list has a line for each person if that leaves five for the details, else the rest."""
    for height in range(5, 60):
        shares = layout(80, height, people)
        listed = height - 2 - shares.verdict - shares.detail
        assert listed >= min(3, people + 1) or height < 8
        assert shares.detail >= 5 if height - shares.verdict >= 12 else shares.detail == 0
        assert listed <= max(2, people + 1) or not shares.detail
        assert layout(120, height, people).detail == 0


def test_a_click_selects_a_person(deal: Deal) -> None:
    """A click on a line goes to its person."""

    async def steps(pilot: Pilot[None], app: PeopleApp) -> None:
        await pilot.click("#roster", offset=(5, 4))
        assert app.session.cursor == "whelan"

    deal.drive(steps)


def test_ascii_terminals_get_ascii(deal: Deal) -> None:
    """On an ASCII-only terminal every screen uses only ASCII."""
    app = deal.app(ascii_only=True)

    async def steps(pilot: Pilot[None], app: PeopleApp) -> None:
        for keys in ((), ("x",), ("a",), ("escape", "enter"), ("escape", "f1"), ("escape", "q")):
            await press(pilot, *keys)
            shown = screen(app)
            assert shown.isascii(), [each for each in shown if not each.isascii()]
        app.drafts.drop()

    deal.drive(steps, app=app)


def test_no_color_has_no_color(deal: Deal) -> None:
    """With color off, no cell of the screen has any."""
    app = deal.app(color=False)

    async def steps(pilot: Pilot[None], app: PeopleApp) -> None:
        for keys in (("x",), ("enter",), ("escape", "a")):
            await press(pilot, *keys)
            for strip in app.screen._compositor.render_strips():  # noqa: SLF001
                for segment in strip.apply_filter(app._filters[-1], app.screen.styles.background):  # noqa: SLF001
                    style = segment.style
                    assert style is None or all(
                        color is None or color.is_default for color in (style.color, style.bgcolor)
                    )
        app.drafts.drop()

    deal.drive(steps, app=app)


HOSTILE = {
    "Elena Ruiz": r"[bold]x[/]",
    "COO": r"\e[31mred",
    "Length of stay": r"\u202eturned",
    "She will fight for it": "%s {0}",
    "Argued": "[@click=app.leave]x",
}


def test_hostile_texts_are_shown_harmlessly(tmp_path: Path) -> None:
    """A file's text is shown literally, and control characters by their codes."""
    content = MERIDIAN
    for words, text in HOSTILE.items():
        content = content.replace(words, f'"{text}"')
    deal = Deal(tmp_path / "hostile", content)
    shown = deal.seen(("down",), ("enter",), ("escape", "b"), size=(120, 40))
    for each in shown:
        assert each.replace("\n", "").isprintable()
        assert "\u202e" not in each
    assert "[bold]x[/]" in shown[0]
    assert "%s {0}" in shown[0]
