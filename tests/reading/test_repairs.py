"""What people write who do not know YAML: they are shown the line as it should be."""

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
}


@pytest.mark.parametrize(("line", "meant"), MEANT.items(), ids=map(ascii, MEANT))
def test_line_as_it_should_be(line: str, meant: str) -> None:
    """The help holds the corrected line, and with that one nothing is wrong."""
    (found,) = read_opportunity(f"{HEAD}{line}\namount: 3\n".encode(), "f").diagnostics
    assert (found.code, found.line, found.help) == ("TAS101", 4, f"write `{meant}`")
    assert not read_opportunity(f"{HEAD}{meant}\namount: 3\n".encode(), "f").diagnostics


def test_no_break_space_is_named() -> None:
    """A character that looks like a space is named."""
    (found,) = read_opportunity(f"{HEAD}owner:\u00a0nicole\namount: 3\n".encode(), "f").diagnostics
    assert found.message == "U+00A0 (no-break space) stands in this line"
