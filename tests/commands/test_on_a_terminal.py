"""What a person sees on a real terminal, tested through a pseudo-terminal."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

import pexpect
import pytest
from cli import ROOT
from terminal import hurried, talk
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path


def screen(*arguments: str, columns: int, **env: str) -> str:
    """Run a command on a terminal of the given width and return its output."""
    inherited = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    child = pexpect.spawn(
        sys.executable,
        ["-m", "tas_cli", *arguments],
        cwd=str(ROOT),
        env={**inherited, "TAS_TODAY": "2026-11-23", "TERM": "xterm-256color", **env},
        dimensions=(24, columns),
        encoding="utf-8",
        timeout=60,
    )
    hurried(child)
    child.expect(pexpect.EOF)
    child.wait()
    child.close()
    assert child.exitstatus == 0
    assert isinstance(child.before, str)
    return child.before.replace("\r\n", "\n")


def plain(text: str) -> str:
    """Return a text without its colors."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 160])
def test_the_list_fits_and_keeps_the_ids(columns: int) -> None:
    """On a terminal no line wraps, and the id, which every command needs, is shown whole."""
    lines = plain(screen("list", columns=columns, NO_COLOR="")).splitlines()
    assert len(lines) == 15
    assert max(map(len, lines)) <= columns
    assert any(line.startswith("saint-evariste-assurances ") for line in lines)


def test_customers_are_shown_where_there_is_room() -> None:
    """A wide terminal shows the customer next to the id."""
    assert "National Manufacturing" in plain(screen("list", columns=160))
    assert "National Manufacturing" not in plain(screen("list", columns=80))


def test_a_terminal_gets_color_and_a_dumb_one_does_not() -> None:
    """Color depends on the terminal, NO_COLOR and TERM."""
    assert "\x1b[1;38;5;160m" in screen("show", "national-manufacturing", columns=80)
    for env in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b" not in screen("show", "national-manufacturing", columns=80, **env)


def test_each_balance_of_the_list_has_its_own_color() -> None:
    """A strong figure is green and a weak one red, whatever the other three are."""
    lines = screen("list", columns=160, NO_COLOR="").splitlines()
    (line,) = (line for line in lines if plain(line).startswith("hospital-san-ildefonso"))
    assert " 0  0 \x1b[1;38;5;160m–1\x1b[0m \x1b[1;38;5;28m+3\x1b[0m" in line


def test_a_page_that_does_not_fit_goes_through_the_pager() -> None:
    """The whole board is shown by the user's pager, the first screen is not; empty means none."""
    paged = {"PAGER": "sed s/^/paged:/", "TERM": "xterm", "NO_COLOR": "1", "LINES": "24"}
    assert screen("board", "--full", columns=80, **paged).startswith("paged:Board")
    assert screen("board", columns=80, **paged).startswith("Board")
    assert screen("board", "--full", columns=80, **paged | {"PAGER": ""}).startswith("Board")
    assert screen("board", "--full", columns=80, **paged, ACCESSIBLE="1").startswith("Board")


def test_a_refusal_is_folded_between_words(tmp_path: Path) -> None:
    """On a terminal, the lines of a long message end between words, and none is lost."""
    write(tmp_path, {"opportunities/a.yaml": HEAD})
    _, seen = talk(tmp_path, ["set", "a", "foo=x"])
    lines = [line.rstrip() for line in seen.splitlines()]
    assert len(lines) > 2
    assert max(map(len, lines)) <= 100
    assert "on_hold.since, on_hold.trigger, competitor:ID." in " ".join(seen.split())
