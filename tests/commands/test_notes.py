"""`tas notes`: show and keep what is worth remembering about a deal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from changes import DEAL, Deal
from rich.cells import cell_len

from tas_cli.commands import COMMANDS
from tas_cli.nouns import catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

NOTES = """\
notes:
  - date: 2026-11-02
    by: nicole
    text: >-
      The CFO is on leave until January, her deputy signs up to 250,000
      and asks for two offers; Raj will find out who that is
  - date: 2026-11-20
    text: |
      They moved | again,
      # to the harbour
"""


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal with two notes, in a workspace where git knows the user."""
    tas.env(GIT_CONFIG_COUNT="1", GIT_CONFIG_KEY_0="user.name", GIT_CONFIG_VALUE_0="Nicole")
    return Deal(tas, tmp_path, DEAL + NOTES)


def test_page(deal: Deal, page: SnapshotAssertion) -> None:
    """The notes are in a table within 80 columns, with their full text."""
    out = deal.tas("notes", "a").out
    assert max(map(cell_len, out.splitlines())) <= 80
    assert out == page


def test_markdown(deal: Deal, page: SnapshotAssertion) -> None:
    """The notes can be posted to a channel."""
    assert deal.tas("notes", "a", "--format", "markdown").out == page


def test_the_first_note(tas: Tas, tmp_path: Path) -> None:
    """A deal without notes says how to write one; the first note creates the key."""
    deal = Deal(tas.env(GIT_CONFIG_COUNT="0"), tmp_path)
    assert deal.tas("notes", "a").out.splitlines() == [
        "a: no notes",
        "",
        'Add: `tas notes a text="…"`',
    ]
    printed = deal.tas("notes", "a", "They moved to the harbour", "by=raj", "date=2026-11-20")
    assert printed.out.splitlines() == [
        "a: note 1 added.",
        "  date          2026-11-20",
        "  by            raj",
        "  text          They moved to the harbour",
        "Saved opportunities/a.yaml",
    ]
    assert deal.changes() == [
        "+ notes:",
        "+   - {date: 2026-11-20, by: raj, text: They moved to the harbour}",
    ]
    assert deal.tas("notes", "a", "1", "--remove").status == 0
    assert deal.untouched


def test_a_note_is_of_today_and_of_the_user(deal: Deal) -> None:
    """By default a note is dated today and is by the git user, under the team's name for them."""
    (deal.path.parent.parent / "tas.yaml").write_text("team: {nic: {name: nicole}}\n")
    after = deal.tas("notes", "a", "text=Now", "--format", "json").json["after"]
    assert after == {"date": "2026-11-23", "by": "nic", "text": "Now"}


def test_other_commands_show_no_notes(deal: Deal) -> None:
    """Notes change nothing in how a deal is shown and checked."""
    plain = Deal(deal.tas, deal.path.parent.parent / "plain")
    for call in (["show", "a"], ["strategy", "a"], ["check"], ["prep", "a"]):
        shown = [each.tas.at(each.path.parent.parent)(*call).out for each in (deal, plain)]
        assert shown[0] == shown[1]


def test_every_noun_has_its_command() -> None:
    """Each declared noun has its command, with the summary it declares."""
    declared = {noun.command: noun.about for noun in catalogue.NOUNS}
    assert {each.name: each.summary for each in COMMANDS if each.name in declared} == declared


def test_a_single_word_gets_the_command_for_a_note(tas: Tas, deal: Deal) -> None:
    """A single word could be a number or a note, so the message gives the call that adds a note."""
    refused = tas("notes", "a", "hello")
    assert refused.status == 2
    assert "To add one: `tas notes a text=hello`." in refused.err
    assert deal.changes() == []
