"""A text that a # cuts off is reported."""

from __future__ import annotations

import pytest
from examples import TODAY

from tas_cli.checking.examine import examine
from tas_cli.model.settings import Settings
from tas_cli.today import parse_day

NAMES = {
    "Deal #4": True,
    "Deal #4 of five": True,
    "Deal # four": False,
    "Deal  #four": False,
    '"Deal #4"': False,
    "Deal#4": False,
}


@pytest.mark.parametrize(("name", "warned"), NAMES.items())
def test_only_a_comment_that_continues_a_text_is_a_warning(name: str, *, warned: bool) -> None:
    """One space before the # and none after it: probably a text that continues."""
    found = examine(
        f"tas: 1\nname: {name}\ncustomer: c\n".encode(), Settings(), parse_day(TODAY)
    ).diagnostics
    assert [each.help for each in found if each.code == "TAS125"] == [
        f'write `name: "{name}"`; if it is a comment, put a space after the #'
    ] * warned


TEXTS: dict[str, list[str | int]] = {
    "owner: Maria #2": ["owner"],
    "closed:\n  reason: Lost to bid #2": ["closed", "reason"],
    "compelling_event:\n  what: Audit #2": ["compelling_event", "what"],
    "assessments:\n  - date: 2026-01-05\n  - by: Maria #2\n    date: 2026-01-06": [
        "assessments", 1, "by",
    ],
    "competitors:\n  x:\n    name: X-Sys #2": ["competitors", "x", "name"],
    "notes:\n  - date: 2026-01-05\n    text: Call #4 was bad": ["notes", 0, "text"],
    "debriefs:\n  - date: 2026-01-05\n    verdict: Like #2": ["debriefs", 0, "verdict"],
    "competitors:\n  x: {} #2": [],
    "amount: 3 #2": [],
    "# owner: Maria #2": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "path"), TEXTS.items())
def test_any_text_on_one_line_is_looked_at(text: str, path: list[str | int]) -> None:
    """The warning is at the text, anywhere in the file; after other values a # is a comment."""
    data = f"tas: 1\nname: n\ncustomer: c\n{text}\n".encode()
    found = examine(data, Settings(), parse_day(TODAY)).diagnostics
    assert [list(each.path) for each in found if each.code == "TAS125"] == [path] * bool(path)
