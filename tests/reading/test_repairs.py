"""What people write who do not know YAML: the finding shows the corrected line."""

from __future__ import annotations

import pytest
from workspaces import HEAD

from tas_cli.reading.read import read_opportunity

MEANT = {
    "owner: 'O'Brien'": 'owner: "O\'Brien"',
    "owner: a: b": 'owner: "a: b"',
    "owner: @nicole": 'owner: "@nicole"',
    "owner: `nicole`": 'owner: "`nicole`"',
    "owner: %nicole": 'owner: "%nicole"',
    'owner: "The "big" one"': "owner: 'The \"big\" one'",
    'owner: "C:\\Users\\new"': "owner: 'C:\\Users\\new'",
    'owner: "big" one': "owner: '\"big\" one'",
    'owner: "abc': 'owner: "abc"',
    "owner: “a: b”": 'owner: "a: b"',
    "owner nicole": "owner: nicole",
    "owner=nicole": "owner: nicole",
    "owner:nicole": "owner: nicole",
    "owner\uff1anicole": "owner: nicole",
    "owner:\u00a0nicole": "owner: nicole",
    "owner: 'O'Brien' # x": 'owner: "O\'Brien" # x',
    'owner: "x",': 'owner: "x"',
    "owner: | x": 'owner: "| x"',
    "owner: ]x": 'owner: "]x"',
    "owner: - x": 'owner: "- x"',
    "owner: *bold*": 'owner: "*bold*"',
    "- owner: x": "owner: x",
    "* owner: x": "owner: x",
    "closed: reason: x": "closed: {reason: x}",
    "owner=@nicole": 'owner: "@nicole"',
    "owner:\u00a0'O'Brien'": 'owner: "O\'Brien"',
}


@pytest.mark.parametrize(("line", "meant"), MEANT.items(), ids=map(ascii, MEANT))
def test_the_correct_line(line: str, meant: str) -> None:
    """The help has the corrected line, and with it nothing is wrong."""
    (found,) = read_opportunity(f"{HEAD}{line}\namount: 3\n".encode(), "f").diagnostics
    assert (found.code, found.line, found.help) == ("TAS101", 4, f"write `{meant}`")
    assert not read_opportunity(f"{HEAD}{meant}\namount: 3\n".encode(), "f").diagnostics


def test_no_break_space_is_named() -> None:
    """A character that looks like a space is named."""
    (found,) = read_opportunity(f"{HEAD}owner:\u00a0nicole\namount: 3\n".encode(), "f").diagnostics
    assert found.message == "this line contains U+00A0 (no-break space)"


ELSEWHERE: list[tuple[str, int, str]] = [
    ("incumbent: [us\nowner: x", 1, "incumbent: [us]"),
    ("competitors: {x: {name: X\nowner: y", 1, "competitors: {x: {name: X}}"),
    ("competitors: {x: {}", 1, "competitors: {x: {}}"),
    ("closed: {\n  reason: x\n", 2, "  reason: x}"),
    ("competitors: {\n  x: {}\n  y: {}\n}", 2, "  x: {},"),
    ('owner: "abc\namount: 3\ncurrency: "EUR"', 1, 'owner: "abc"'),
    ("owner: 'abc\namount: 3\n\n\ncurrency: 'EUR'", 1, "owner: 'abc'"),
    ("owner: x\n  amount: 3", 2, "amount: 3"),
    ("competitors:\n    x: {}\n  y: {}", 3, "    y: {}"),
    ("competitors:\n  x: {}\n   y: {}\nowner: z", 3, "  y: {}"),
    ("closed:\n  reason: x\n date: 2026-01-05", 3, "  date: 2026-01-05"),
    ("assessments:\n- date: 2026-01-05\n   by: x", 3, "  by: x"),
    ("assessments:\n  - date: 2026-01-05\n- date: 2026-01-06", 3, "  - date: 2026-01-06"),
    ("compelling_event\n  what: x", 1, "compelling_event:"),
    ("owner: x\n```", 2, ""),
    ("...\namount: 3", 1, ""),
]
"""What follows HEAD, which of its lines is wrong, and that line corrected."""


@pytest.mark.parametrize(("text", "number", "meant"), ELSEWHERE, ids=[t for t, *_ in ELSEWHERE])
def test_line_at_fault_is_found_where_the_parser_stops_later(
    text: str, number: int, meant: str
) -> None:
    """The finding is at the faulty line, after looking at its neighbors."""
    (found,) = read_opportunity(f"{HEAD}{text}\n".encode(), "f").diagnostics
    advice = f"write `{meant}`" if meant else "delete this line"
    assert (found.code, found.line, found.help) == ("TAS101", 3 + number, advice)
    lines = text.split("\n")
    lines[number - 1] = meant
    assert not read_opportunity(
        "\n".join([f"{HEAD}{lines[0]}", *lines[1:], ""]).encode(), "f"
    ).diagnostics


PASTED = {
    f"```yaml\n{HEAD}```\n": (1, "delete this line"),
    '{\n  "tas": 1,\n  "name": "a"\n  "customer": "c"\n}\n': (3, 'write `  "name": "a",`'),
    '{\n  "tas": 1,\n  "name": "a",\n  "customer": "c"\n': (4, 'write `  "customer": "c"}`'),
}


@pytest.mark.parametrize(("text", "shown"), PASTED.items())
def test_text_copied_from_elsewhere(text: str, shown: tuple[int, str]) -> None:
    """Markdown code fences, and near-JSON, get the first line to change."""
    (found,) = read_opportunity(text.encode(), "f").diagnostics
    assert (found.code, found.line, found.help) == ("TAS101", *shown)


TEXTS = {
    "owner: *bold": 'owner: "*bold"',
    "owner: !important deal # x": 'owner: "!important deal" # x',
    "owner: &co": 'owner: "&co"',
    "owner: &co {x: y}": None,
    "closed: &co\n  reason: x": None,
}


@pytest.mark.parametrize(("text", "meant"), TEXTS.items())
def test_text_that_yaml_misreads(text: str, meant: str | None) -> None:
    """If a text may be meant, it is shown in quotes next to the advice to avoid YAML's syntax."""
    (found,) = read_opportunity(f"{HEAD}{text}\n".encode(), "f").diagnostics
    assert found.code == "TAS111"
    assert (f"; if it is text, write `{meant}`" in (found.help or "")) == bool(meant)
    assert not meant or not read_opportunity(f"{HEAD}{meant}\n".encode(), "f").diagnostics


def test_every_suggested_line_can_be_read() -> None:
    """A line that no repair makes readable gets only the rule."""
    (found,) = read_opportunity(f"{HEAD}owner: }}{{ : ]: 'x\" y\n".encode(), "f").diagnostics
    assert "write `" not in (found.help or "")
