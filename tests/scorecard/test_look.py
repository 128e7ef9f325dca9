"""What the screen shows: at every size, without color, in ASCII, and for hostile files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from leaping import press, screen
from score_app import CHOSEN, NEW, RATED, Deal
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.widgets import Input

from tas_cli.method.catalogue import criteria
from tas_cli.scorecard.layout import layout

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion
    from textual.pilot import Pilot

SIZES = [(80, 24), (160, 50), (60, 40), (200, 24), (100, 30), (66, 24)]


DEFENDED = """\
incumbent: us
assessments:
  - date: 2026-11-02
    ratings:
      formal_decision_criteria: {us: "+", x: "+"}
      solution_fit: {us: "+", x: "+"}
      sales_resource_requirements: {us: "+", x: "+"}
      unique_business_value: {us: "+", x: "+"}
      inside_support: {us: "-"}
      executive_credibility: {us: "-"}
"""
"""We defend our position whatever the event; two ratings would reopen the question."""


class Svg(SingleFileSnapshotExtension):
    """Keep a snapshot as a picture that a browser can show."""

    file_extension = "svg"
    _write_mode = WriteMode.TEXT


def picture(app: object) -> str:
    """Return the screen as a picture without fonts to load, equal for equal screens."""
    svg = app.export_screenshot(title="tas score", simplify=True)  # type: ignore[attr-defined]
    svg = re.sub(r"terminal-\d+-", "t-", svg)
    svg = re.sub(r"\s*@font-face \{.*?\}\n", "\n", svg, flags=re.DOTALL)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def _start(name: str) -> str:
    return re.escape(name[:7])


def seen(deal: Deal, *keys: str, size: tuple[int, int] = (80, 24), **options: bool) -> str:
    """Return the screen's text after the given keys."""
    return on_the_way(deal, keys, size=size, **options)[0]


def on_the_way(
    deal: Deal, *stations: tuple[str, ...], size: tuple[int, int] = (80, 24), **options: bool
) -> list[str]:
    """Return the screen's text after each group of keys in one session."""
    texts: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        for keys in stations:
            await press(pilot, *keys)
            texts.append(screen(app))

    app = deal.app(**options)  # type: ignore[arg-type]
    deal.drive(steps, size, app)
    return texts


@pytest.mark.parametrize("size", SIZES)
def test_all_criteria_are_in_view(deal: Deal, size: tuple[int, int]) -> None:
    """From 24 lines on, the twenty criteria, the outcome and the keys fit on one screen."""
    shown = seen(deal, size=size)
    for criterion in criteria():
        assert re.search(
            rf"\b{criterion.number} +({_start(criterion.short)}|{_start(criterion.title)})", shown
        )
    assert "F1" in shown
    assert re.search(r"Undecided: |Undecided between |Recommended: ", shown)
    assert "#1 Customer's" in shown
    assert "Balance" in shown or size[0] < 80


def test_a_key_without_a_meaning_says_so(deal: Deal) -> None:
    """A key that does nothing names the help; it is forgotten with the next key."""
    shown = seen(deal, "w")
    assert "w does nothing here. F1 lists the keys." in shown
    assert "does nothing" not in seen(deal, "w", "down")


def test_a_summary_is_copied(deal: Deal) -> None:
    """Y copies the deal with unsaved ratings as plain text, without escape sequences."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "end", "minus", "y")
        assert "Summary copied" in screen(app)

    app = deal.app()
    deal.drive(steps, app=app)
    us = next(line for line in app.clipboard.splitlines() if line.startswith("Us "))
    assert us.split()[-2:] == ["–", "–1"]
    assert "Harbour" in app.clipboard
    assert "\x1b" not in app.clipboard


def test_long_text_about_a_criterion_scrolls(deal: Deal) -> None:
    """J scrolls down to what a rating claims, K back; another criterion starts at the top."""
    assert "more lines: Shift+J" in seen(deal)
    assert "What a rating claims" in seen(deal, *["J"] * 9)
    for keys in ([*["J"] * 9, *["K"] * 9], [*["J"] * 9, "down", "up"]):
        assert "#1 Customer's project" in seen(deal, *keys)


@pytest.mark.parametrize("width", [20, 40, 66, 80, 160, 300])
@pytest.mark.parametrize("height", [3, 10, 24, 25, 30, 50, 100])
@pytest.mark.parametrize("parties", [1, 2, 4, 12])
def test_the_parts_fit_the_screen(width: int, height: int, parties: int) -> None:
    """At any size, the grid and the panel share the width, and at least one party is shown."""
    shares = layout(width, height, parties)
    assert 1 <= shares.grid.columns <= parties
    assert shares.outcome >= 1
    if shares.beside:
        assert shares.grid.width + shares.panel <= width


@pytest.mark.parametrize("size", [(80, 12), (40, 15), (30, 8), (20, 5)])
def test_a_small_screen_follows_the_cursor(deal: Deal, size: tuple[int, int]) -> None:
    """If not everything fits, the cursor's cell is visible."""
    assert re.search(r"20 Strat.*\[", seen(deal, "end", size=size))


def test_many_competitors_scroll_sideways(tmp_path: Path) -> None:
    """Columns that do not fit come into view with the cursor."""
    names = ", ".join(f"c{number}: {{name: Firm{number}}}" for number in range(12))
    deal = Deal(tmp_path / "many", f"tas: 1\nname: n\ncustomer: c\ncompetitors: {{{names}}}\n")
    first = seen(deal)
    assert "Firm0" in first
    assert "Firm11" not in first.split("\n")[1]
    assert "▸" in first
    last = seen(deal, *["right"] * 12)
    assert "Firm…" in last.split("\n")[1]
    assert "◂" in last


def test_resizing_keeps_everything(deal: Deal) -> None:
    """The screen adapts to each new size without losing a rating."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "plus", "minus")
        for size in [(160, 50), (60, 20), (80, 24), (30, 6), (80, 24)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            shown = screen(app)
            assert max(map(len, shown.split("\n"))) <= size[0]
        assert "2 unsaved" in shown
        assert "[" in shown

    app = deal.app()
    deal.drive(steps, app=app)


def test_signs_and_changes_differ_by_shape(tmp_path: Path) -> None:
    """Without color: weak is on the left, strong on the right, unknown centered; new has a star."""
    deal = Deal(tmp_path / "two", RATED.replace(", z: {name: Zeta}", ""))
    shown = seen(deal, "plus", "minus", "question_mark", color=False)
    rows = {
        int(found[1]): line
        for line in shown.split("\n")
        if (found := re.match(r"[1-4 ] +(\d+) ", line))
    }
    assert "··+ *" in rows[1]
    assert "–·· *" in rows[2]
    assert "·?· *" in rows[3]
    assert "[· ·]" in rows[4]
    assert "3 unsaved" in shown


def test_a_wide_screen_has_names_in_full(tmp_path: Path) -> None:
    """If there is room, a party's column fits its name, and the next one is complete."""
    name = "Longacre Hargreaves"
    shown = seen(Deal(tmp_path / "long", RATED.replace("Zeta", name)), size=(160, 50))
    assert f"X-Sys {' ' * 14} {name}" in shown.split("\n")[1]
    assert f"Watch out: Nothing is known about {name} on #6-#15." in shown
    assert "Find out: you cannot beat a strategy that you have not seen." in " ".join(shown.split())


def test_changes_that_turn_the_strategy_are_shown(tmp_path: Path) -> None:
    """A rating that would reopen the question is named above the line that says so."""
    text = NEW + DEFENDED
    shown = seen(Deal(tmp_path / "turn", text), size=(160, 50))
    assert "Recommended: Defend." in shown
    assert " Would change it: #11, #12" in shown
    assert "#11 Inside support to + (strong): undecided" in shown
    assert "Compelling event unknown  either answer leads to Defend" in shown


@pytest.mark.parametrize("key", ["e", "n", "c", "a", "ctrl+p"])
def test_no_color_has_no_color(deal: Deal, key: str) -> None:
    """With color off, no cell of the screen has any."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "plus", key)
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
    asked = [("escape", key) for key in ("f1", "slash", "n", "c", "a", "ctrl+p")]
    every = [(), ("e",), *asked, ("escape", "plus", "q")]
    for shown in on_the_way(deal, *every, ascii_only=True):
        assert shown.isascii(), [character for character in shown if not character.isascii()]


HOSTILE = [
    r"[bold]x[/]",
    "[@click=app.leave]x",
    r"\\x1b[31mred",
    r"\\u202e",
    "[/not-open]",
    "%s {0}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_shown_harmlessly(tmp_path: Path, text: str) -> None:
    """A file's text is shown literally, and control characters by their codes."""
    quoted = '"' + text.replace("\\\\", "\\") + '"'
    content = f"""\
tas: 1
name: {quoted}
customer: {quoted}
competitors: {{x: {{name: {quoted}}}}}
assessments:
  - date: 2026-05-04
    ratings:
      customer_project:
        us: {{rating: "+", note: {quoted}, evidence: [{{who: {quoted}, what: {quoted}}}]}}
        x: "+"
"""
    deal = Deal(tmp_path / "hostile", content)
    stations = [(), ("l",), ("e",), ("escape", "h", "n"), ("escape", "l", "minus", "q")]
    for shown in on_the_way(deal, *stations, size=(160, 50)):
        assert shown.replace("\n", "").isprintable()
        assert "\u202e" not in shown
        if text.startswith(("[", "%")):
            assert text[:6] in shown


@pytest.mark.parametrize("width", [20, 60, 79, 80, 100, 160])
def test_every_key_has_a_place_in_the_line_of_keys(deal: Deal, width: int) -> None:
    """The key line explains each key from 80 columns on; below that it only lists the keys."""
    last = seen(deal, size=(width, 24)).split("\n")[-1]
    assert len(last) <= width
    if width >= 80:
        for does in (
            "rate",
            "Enter still true",
            "evidence",
            "choose",
            *(["answer"] if width >= 100 else []),
            "save",
            "quit",
            "F1",
        ):
            assert does in last
    elif width > 32:
        assert last.strip() == "+ – ? Enter e n c a u / d s q F1"


def test_help_is_on_one_screen(deal: Deal) -> None:
    """At 80 by 24 the whole help is visible, from the first line to the last."""
    shown = seen(deal, "f1")
    assert "rate it favorable" in shown
    assert "choose a strategy" in shown
    assert "Esc closes this." in shown


@pytest.mark.parametrize(
    ("name", "keys", "size"),
    [
        ("small", ("plus", "minus", "5", "l"), (80, 24)),
        ("large", ("7", "minus", "question_mark", "l"), (160, 50)),
        ("evidence", ("7", "plus", "e", *"Fast"), (80, 24)),
        ("leaving", ("7", "plus", "q"), (80, 24)),
        ("choose", ("c", "2", "l"), (80, 24)),
        ("answer", ("a", "3", "n", *"They see us as equals"), (80, 24)),
        ("palette", ("ctrl+p", *"evi"), (80, 24)),
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

    if name in ("choose", "answer"):
        deal.path.write_text(CHOSEN)
    app = deal.app()
    deal.drive(steps, size, app)
    assert pictures[0] == snapshot(name=name, extension_class=Svg)
    assert "@font-face" not in pictures[0]


def test_the_file_is_untouched_by_looking(deal: Deal) -> None:
    """Looking around changes nothing."""
    seen(deal, "l", "d", "f1", "escape", "slash", "5", "escape", "end", "q")
    assert deal.text == RATED
