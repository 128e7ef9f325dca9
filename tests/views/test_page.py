"""A page: the same values as text for a terminal and as markdown, and harmless in both."""

from __future__ import annotations

import re
from io import StringIO
from operator import mul
from typing import TYPE_CHECKING

import pytest
from any_results import WORDS, acts
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from tas_cli.views.markdown.page import markdown
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    NUMBER,
    PLUS,
    STRONG,
    Column,
    Hint,
    On,
    Page,
    Table,
    Title,
    cells,
    item,
    items,
    line,
    paragraph,
    section,
)
from tas_cli.views.safe import safe
from tas_cli.views.terminal.page import text
from tas_cli.views.terminal.screen import BLUE, GREEN, ORANGE, PURPLE, RED, Screen
from tas_cli.views.terminal.wrapping import ink, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

COLORS = re.compile(r"\x1b\[[0-9;]+m")
MEANS_NOTHING = {"text", "code_inline", "strong_open", "strong_close", "hardbreak", "softbreak"}
"""What markdown may make of words from a file."""

PAGE: Page = (
    Title("Cranes", ("Harbour", "as of today")),
    paragraph("Shown: ", ("Qualify", STRONG), "."),
    paragraph(""),
    GAP,
    Table(
        (Column("Who"), Column("What", On.DOCUMENT), Column("Sum", right=True)),
        (cells("kim", "all of it", ("5", MINUS)), cells("lee", "some", "12")),
    ),
    section("To do", items([item("one", mark=("!", MINUS), below=["why"]), item("two")], 2, "•")),
    section("In order", items([item("first"), item("second")], 4, NUMBER)),
    section("Nothing", items([]), paragraph("")),
    Hint("tas actions"),
)


def test_text() -> None:
    """On a terminal a line sets off a section, and empty sections are left out."""
    assert text(PAGE, Screen()).splitlines() == [
        "Cranes · Harbour · as of today",
        "Shown: Qualify.",
        "",
        "Who Sum",
        "kim   5",
        "lee  12",
        "",
        "To do",
        "! one",
        "    why",
        "• two",
        "",
        "In order",
        " 1  first",
        " 2  second",
        "tas actions",
    ]


def test_markdown() -> None:
    """Markdown has the same as headings, a table and lists; hints are only for a terminal."""
    assert markdown(PAGE).splitlines() == [
        "## Cranes",
        "",
        "Harbour · as of today  ",
        "Shown: **Qualify**.",
        "",
        "| Who | What | Sum |",
        "| --- | --- | ---: |",
        "| kim | all of it | 5 |",
        "| lee | some | 12 |",
        "",
        "### To do",
        "",
        "- **!** one",
        "  - why",
        "- two",
        "",
        "### In order",
        "",
        "1. first",
        "2. second",
    ]


def test_a_fact_is_beside_its_heading() -> None:
    """On a terminal and in markdown."""
    page = [section("Can we win?", paragraph("Yes."))._replace(fact="we are ahead")]
    assert "Can we win? · we are ahead" in text(page, Screen(80))
    assert "### Can we win? · we are ahead" in markdown(page)


def test_every_meaning_has_a_style() -> None:
    """Colors are escape sequences around the words only; trailing blanks are dropped."""
    out = text([line(("+", PLUS), " ", ("late ", MINUS), ("  ", DIM))], Screen(color=True))
    assert out == "\x1b[1;38;5;28m+\x1b[0m \x1b[1;38;5;160mlate\x1b[0m\n"


def test_ascii() -> None:
    """An ASCII-only terminal gets a stand-in for each mark, the one for a cut included."""
    table = Table((Column("Deal", most=6),), (cells("– a long name"),))
    assert text([table], Screen(unicode=False, cut=True)).splitlines()[1] == "- a l~"


@pytest.mark.parametrize(
    ("width", "cut", "head"),
    [
        (80, False, ["Id", "Customer", "Sum"]),
        (80, True, ["Id", "Customer", "Sum"]),
        (24, True, ["Id", "Customer", "Sum"]),
        (22, True, ["Id", "Sum"]),
        (22, False, ["Id", "Customer", "Sum"]),
    ],
)
def test_a_narrow_terminal(width: int, cut: bool, head: Sequence[str]) -> None:  # noqa: FBT001
    """Columns shrink, then go; in a pipe nothing is lost."""
    table = Table(
        (Column("Id"), Column("Customer"), Column("Sum", right=True)),
        (cells("a-long-short-name", "Harbour", "100"),),
        squeezed=(("Id", 10),),
        dropped=("Customer",),
    )
    heads, row = text([table], Screen(width, cut=cut)).splitlines()
    assert heads.split() == head
    assert cut is False or cell_len(row) <= width


def test_the_last_column_is_wrapped() -> None:
    """The words of the last column continue below their beginning."""
    table = Table((Column("N"), Column("What")), (cells("1", "word " * 12),), wrapped=True)
    assert text([table], Screen(40)).splitlines() == [
        "N What",
        "1 word word word word word word word",
        "  word word word word word",
    ]


def test_the_last_column_keeps_some_room() -> None:
    """On a narrow terminal the others are cut and left out until it has twenty cells."""
    columns = (Column("Name"), Column("Likely"), Column("What"))
    row = cells("a very long name", "50%", "word " * 6)
    table = Table(columns, (row,), squeezed=(("Name", 8),), dropped=("Likely",), wrapped=True)
    assert text([table], Screen(36, cut=True)).splitlines() == [
        "Name     Likely What",
        "a very … 50%    word word word word",
        "                word word",
    ]
    assert text([table], Screen(30, cut=True)).splitlines() == [
        "Name     What",
        "a very … word word word word",
        "         word word",
    ]


@given(
    st.lists(st.tuples(WORDS, st.sampled_from(["", PLUS, STRONG])), max_size=4), st.integers(4, 60)
)
def test_wrapping(words: list[tuple[str, str]], width: int) -> None:
    """Words are wrapped as rich wraps them, and keep their styles; commands have a rule."""
    words = [(part.replace("`", "'"), style) for part, style in words]
    lines = list(wrapped(ink(words), width))
    whole = Text("".join(safe(part) for part, _ in words))
    expected = [each.plain.rstrip() for each in whole.wrap(Console(file=StringIO()), width)]
    assert ["".join(part for part, _ in each).rstrip() for each in lines] == expected
    inked = [(letter, style) for each in lines for part, style in each for letter in part]
    assert inked == [(letter, style) for part, style in ink(words) for letter in part]


@pytest.mark.parametrize("width", range(4, 70))
def test_a_command_is_not_broken(width: int) -> None:
    """A command between backticks stays on a line if it fits on one; nothing else is lost."""
    command = "`tas rate acme 5=+`,"
    told = f"To rate it: {command} or ask `somebody else who knows much more about it` first"
    lines = ["".join(part for part, _ in each) for each in wrapped(ink([told]), width)]
    assert "".join(lines) == told
    assert max(len(line.rstrip()) for line in lines) <= width
    assert any(command in line for line in lines) == (width >= len(command))


def page_of(words: str) -> Page:
    """Return a page that has the words in every place."""
    strong = (words, STRONG)
    table = Table((Column("A", most=9), Column("B")), (cells(words, strong),), wrapped=True)
    listed = items([item(words, strong, mark=words, below=[words])], 4)
    return (Title(words, (words,)), paragraph(strong, words), table, section(words, listed))


@given(WORDS, st.integers(20, 100), st.booleans(), st.booleans())
def test_any_words_on_a_terminal(words: str, width: int, color: bool, cut: bool) -> None:  # noqa: FBT001
    """Whatever the words are, they act on no terminal and no runner."""
    out = text(page_of(words), Screen(width, color=color, cut=cut))
    assert not acts(COLORS.sub("", out))


@given(WORDS)
def test_any_words_in_markdown(words: str) -> None:
    """Whatever the words are, they never become markup, link, picture or mention."""
    tokens = MarkdownIt("gfm-like").parse(markdown(page_of(words)))
    inline = {child.type for token in tokens for child in token.children or ()}
    assert inline <= MEANS_NOTHING
    kinds = [token.type for token in tokens]
    assert kinds.count("heading_open") <= 2
    assert not {"html_block", "fence", "code_block", "blockquote_open", "hr"} & set(kinds)
    assert not re.search(r"@\w", "".join(token.content for token in tokens))


@pytest.mark.parametrize("ground", [0.0, 1.0], ids=["black", "white"])
@pytest.mark.parametrize("color", [GREEN, RED, ORANGE, BLUE, PURPLE])
def test_colors_are_readable_on_any_background(color: int, ground: float) -> None:
    """Each color has a contrast of more than 3.5 (WCAG asks for 3 in bold text) on both."""
    cube = color - 16
    levels = [(0, 95, 135, 175, 215, 255)[cube // step % 6] / 255 for step in (36, 6, 1)]
    linear = [((each + 0.055) / 1.055) ** 2.4 if each else 0.0 for each in levels]
    light = sum(map(mul, (0.2126, 0.7152, 0.0722), linear))
    lighter, darker = max(light, ground), min(light, ground)
    assert (lighter + 0.05) / (darker + 0.05) > 3.5


def test_a_command_is_never_broken() -> None:
    """An item's command follows its last line if it fits there, else it has one of its own."""
    page = [items([item("acme", below=["What now?"], command="tas debrief acme-and-sons")], 2, "•")]
    assert text(page, Screen(60)) == "• acme\n    What now? > tas debrief acme-and-sons\n"
    assert text(page, Screen(32)) == "• acme\n    What now?\n    > tas debrief acme-and-sons\n"
    assert "`tas debrief acme-and-sons`" in markdown(page)


@given(WORDS)
def test_a_command_in_markdown_is_harmless(words: str) -> None:
    """Whatever a command has in it, it stays text or code in markdown."""
    page = [items([item("acme", command=f"tas show {words}")], 2, "•")]
    tokens = MarkdownIt("commonmark").parse(markdown(page))
    kinds = {each.type for block in tokens for each in block.children or ()}
    assert kinds <= {"text", "code_inline", "softbreak"}


def test_a_column_that_folds_goes_on_below() -> None:
    """No word is lost, each cell stays in its column, and other cells are not repeated."""
    columns = (Column("N"), Column("Left", folds=True), Column("Right", folds=True), Column("End"))
    rows = (cells("1", "one two three four", "five six", "x"), cells("2", "one", "", "y"))
    squeezed = (("Left", 9), ("Right", 5))
    table = Table(columns, rows, squeezed=squeezed)
    assert text((table,), Screen(21, cut=True)).splitlines() == [
        "N Left      Right End",
        "1 one two   five  x",
        "  three     six",
        "  four",
        "2 one             y",
    ]
    assert text((table,), Screen()).splitlines()[1] == "1 one two three four five six x"
