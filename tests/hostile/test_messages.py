"""Arguments and file names cannot forge a line that a CI service would obey."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

FORGED = "A\n::error file=x::Z\r::warning::Y\n##[error]X"
CALLS = [
    ("{}",),
    ("show", "{}"),
    ("show", "{}.yaml"),
    ("show", "d1", "{}"),
    ("show", "d1", "--vs", "{}"),
    ("show", "d1", "--at", "{}"),
    ("show", "d1", "--format", "{}"),
    ("show", "d1", "--{}"),
    ("explain", "{}"),
    ("check", "{}"),
    ("check", "--select", "{}"),
    ("check", "--changed-since", "{}"),
    ("check", "--output", "tas.yaml/{}"),
    ("check", "--jobs", "{}"),
    ("board", "--team", "{}"),
    ("board", "--{}"),
    ("rate", "d1", "{}"),
    ("rate", "d1", "5={}"),
    ("rate", "d1", "--from", "{}"),
    ("set", "d1", "{}=1"),
    ("set", "d1", "amount={}"),
    ("answer", "d1", "{}=no"),
    ("step", "d1", "{}"),
    ("actions", "done", "{}", "1"),
    ("actions", "{}"),
    ("debrief", "d1", "--answers", "{}"),
]


def obeyed(text: str) -> list[str]:
    """Return the lines that a CI service takes for commands."""
    return [line for line in text.splitlines() if line.lstrip().startswith("::") or "##[" in line]


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_an_argument_stays_on_its_line(tas: Tas, ground: Path, call: tuple[str, ...]) -> None:
    """A line break in an argument is escaped in every message that repeats the argument."""
    assert ground.is_dir()
    result = tas(*(word.format(FORGED) for word in call))
    assert result.status in (1, 2)
    assert obeyed(result.out + result.err) == []
    assert "A\\n" in result.err or "Usage: " in result.err


NAMED = "::error file=x::Z"
BARE = HEAD + "assessments: [{date: 2026-11-02, ratings: {solution_fit: {us: -}}}]\n"


@pytest.mark.parametrize(
    "call", ["check", "check --fix --dry-run", "check --fix", "list", "board", "actions"]
)
def test_a_file_name_that_reads_like_a_command(tas: Tas, ground: Path, call: str) -> None:
    """A file whose name reads like a command is named harmlessly, from any folder."""
    folder = write(ground / "opportunities", {f"{NAMED}.yaml": BARE, f"{NAMED}2.yaml": "a: ["})
    result = tas.at(folder)(*call.split())
    assert "file=x::Z" in result.out + result.err
    assert obeyed(result.out + result.err) == []
