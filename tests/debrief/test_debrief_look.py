"""What the screen shows: at every size, without color, in ASCII, and for hostile files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from debrief_app import BARE, CRANE, Deal
from leaping import press, screen
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.widgets import Input

from tas_cli.method.catalogue import criteria

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion
    from textual.pilot import Pilot


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder for drafts, on a fixed date."""
    monkeypatch.setenv("TAS_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("TAS_TODAY", "2026-11-23")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def deal(tmp_path: Path) -> Deal:
    """The crane deal."""
    return Deal(tmp_path / "deals")


class Svg(SingleFileSnapshotExtension):
    """Keep a snapshot as a picture that a browser can show."""

    file_extension = "svg"
    _write_mode = WriteMode.TEXT


def picture(app: object) -> str:
    """Return the screen as a picture without fonts to load, equal for equal screens."""
    svg = app.export_screenshot(title="tas debrief", simplify=True)  # type: ignore[attr-defined]
    svg = re.sub(r"terminal-\d+-", "t-", svg)
    svg = re.sub(r"\s*@font-face \{.*?\}\n", "\n", svg, flags=re.DOTALL)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


ANSWERED = ("enter", "x", "enter", "enter", "plus", "plus", "question_mark", "plus", "minus")


@pytest.mark.parametrize(
    ("name", "keys", "size"),
    [
        ("small", ANSWERED[:6], (80, 24)),
        ("large", ANSWERED, (160, 50)),
        ("side", ("tab",), (80, 24)),
        ("reset", (*ANSWERED, "r", "enter", *"Nobody confirmed"), (80, 24)),
        ("action", ("a", *"Call"), (80, 24)),
    ],
)
def test_pictures(
    deal: Deal, snapshot: SnapshotAssertion, name: str, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    """The main screens look the way they did when last reviewed."""
    pictures: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *keys)
        for field in app.screen.query(Input):
            field.cursor_blink = False
        await pilot.pause()
        pictures.append(picture(app))

    app = deal.app()
    deal.drive(steps, size, app)
    assert pictures[0] == snapshot(name=name, extension_class=Svg)


def test_a_large_screen_shows_everything(deal: Deal) -> None:
    """Next to the questions are the progress, the warnings, the unknowns and the grid."""
    shown = deal.seen(size=(160, 64))
    for words in ("Progress", "53 days (usually 45, 8 days over)", "moved twice", "Warnings from"):
        assert words in shown
    for words in ("TAS408", "Find out next", "Grid", "X-Sys new to +"):
        assert words in shown
    for criterion in criteria():
        assert f"{criterion.number:>2} {criterion.short[:15]}" in shown


def test_a_long_name_is_complete_where_there_is_room(tmp_path: Path) -> None:
    """The grid's columns fit a competitor's name and are separated from their neighbors."""
    deal = Deal(tmp_path / "deals", CRANE.replace("X-Sys", "Signalworks", 1))
    head = next(line for line in deal.seen(size=(160, 60)).splitlines() if "Grid  " in line)
    assert "Signalworks changes since" in head


def test_answers_and_proposals_differ_by_shape(deal: Deal) -> None:
    """Without color, a proposal is in brackets, an answer is not, and a done action is ticked."""
    shown = deal.seen(*ANSWERED[:6], size=(100, 30), color=False)
    assert "[x] Ask who" in shown
    assert "[ ] Meet" in shown
    assert re.search(r"  \+  The key sponsor", shown)
    assert "(?) The customer has confirmed how" in shown
    assert "(Present the solution" in shown


@pytest.mark.parametrize(
    "keys", [(), ("r",), ("a",), ("tab",), ("f1",), ("ctrl+p",), ("enter", "q")]
)
def test_no_color_has_no_color(deal: Deal, keys: tuple[str, ...]) -> None:
    """With color off, no cell of the screen has any."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *keys)
        for strip in app.screen._compositor.render_strips():  # noqa: SLF001
            for segment in strip.apply_filter(app._filters[-1], app.screen.styles.background):  # noqa: SLF001
                style = segment.style
                assert style is None or all(
                    color is None or color.is_default for color in (style.color, style.bgcolor)
                )

    app = deal.app(color=False)
    deal.drive(steps, app=app)


def test_ascii_terminals_get_ascii(deal: Deal) -> None:
    """On an ASCII-only terminal every screen uses only ASCII."""
    every = [(), ("r",), ("escape", "a"), ("escape", "tab"), ("tab", "f1"), ("escape", "ctrl+p")]
    every += [("escape", "end"), ("home", "enter", "q")]
    for shown in deal.on_the_way(*every, ascii_only=True):
        assert shown.isascii(), [character for character in shown if not character.isascii()]


@pytest.mark.parametrize("size", [(80, 12), (60, 20), (40, 15), (30, 8), (20, 5), (120, 6)])
def test_a_small_screen_follows_the_cursor(deal: Deal, size: tuple[int, int]) -> None:
    """At any size, nothing is wider than the screen, and the selected row is visible."""
    others = [("home", "tab"), ("tab", "f1"), ("escape", "r"), ("escape", "a")]
    home, end, *_ = deal.on_the_way(("home",), ("end",), *others, size=size)
    assert "▸" in home
    assert "▸" in end


def test_resizing_keeps_the_answers(deal: Deal) -> None:
    """The screen adapts to each new size without losing an answer."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "enter", "space")
        for size in [(160, 50), (60, 20), (200, 20), (30, 6), (80, 24)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert max(map(len, screen(app).split("\n"))) <= size[0]
        assert "2 unsaved" in screen(app)

    app = deal.app()
    deal.drive(steps, app=app)


@pytest.mark.parametrize(
    "text", [r"[bold]x[/]", "[@click=app.leave]x", r"\e[31mred", r"\u202e", "[/not-open]", "%s {0}"]
)
def test_hostile_texts_are_shown_harmlessly(tmp_path: Path, text: str) -> None:
    """A file's text is shown literally, and control characters by their codes."""
    quoted = f'"{text}"'
    content = CRANE.replace("Crane control ", f"{quoted} ").replace("Harbour of Emden", quoted)
    for words in ("Meet Ann Beck", "I carry this", "Agenda for 1 December", "On the way"):
        content = content.replace(f'"{words}"', quoted)
    deal = Deal(tmp_path / "hostile", content.replace("nicole\n", f"{quoted}\n", 1))
    stations = [(), ("e",), ("escape",), ("down",) * 4, (*("down",) * 6, "e")]
    stations += [("escape", "home", "tab"), ("tab", "enter", "q")]
    for shown in deal.on_the_way(*stations, size=(160, 50)):
        assert shown.replace("\n", "").isprintable()
        assert "\u202e" not in shown
        if text.startswith(("[", "%")):
            assert text[:6] in shown


def test_a_bare_file_has_a_screen(tmp_path: Path) -> None:
    """Without process, ratings or competitors, every question still has its line."""
    shown = Deal(tmp_path / "bare", BARE).seen(size=(160, 50))
    assert "none   evidenced: none" in shown
    assert "No sales step is recorded" in shown
    assert "(confirm: no step is claimed)" in shown
