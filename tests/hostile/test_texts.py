"""Text input: invisible characters are dropped, and control characters are refused."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest
from calls import CALLS, adding
from changes import Deal
from terminal import talk
from workspaces import write

from tas_cli.nouns.account import OF_ACCOUNTS
from tas_cli.nouns.catalogue import OF_DEALS
from tas_cli.reading.read import read_opportunity

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

DOORS = {
    "set": ["set", "a", "name={}"],
    "set, another party": ["set", "a", "competitor:x-sys={}"],
    "evidence": ["rate", "a", "5=+", "--evidence", "{}"],
    "who": ["rate", "a", "5=+", "--evidence", "x", "--who", "{}"],
    "a piece of evidence": ["evidence", "a", "5", "what={}"],
    "its source": ["evidence", "a", "7", "1", "who={}"],
    "a line of a meeting": ["meeting", "a", "5 + {}"],
    "an action of a meeting": ["meeting", "a", "we will call {}"],
    "people of a meeting": ["meeting", "a", "5 + x", "--with", "{}"],
    "an action item": ["actions", "a", "what={}"],
    "its owner": ["actions", "a", "what=x", "owner={}"],
    "author": ["assessments", "a", "2026-11-02", "by={}"],
    "a competitor": ["competitors", "a", "x-sys", "name={}"],
    "note": ["rate", "a", "5=+", "--note", "{}"],
    "by": ["rate", "a", "5=+", "--by", "{}"],
    "choice": ["choose", "a", "develop", "--reason", "{}"],
    "answer": ["answer", "a", "three_to_one=no", "--because", "{}"],
    "a goal": ["plan", "a", "goal={}"],
    "a link of the value chain": ["value", "a", "solution={}"],
    "an item of the objective": ["plan", "a", "items={}=3"],
    "who agreed": ["plan", "a", "agreed={}"],
    "a point of a challenge": ["challenge", "a", "--point", "{}"],
    "a recommendation": ["challenge", "a", "--point", "Late", "--recommendation", "{}"],
    "end": ["close", "a", "lost", "--reason", "{}"],
    "outcome": ["outcome", "a", "key_sponsor_named", "--evidence", "{}"],
    "debrief": ["debrief", "a", "--by", "lena", "--reset", "qualify", "--reason", "{}"],
    "account": ["account", "b", "name={}"],
    "new": ["new", "b", "--name", "{}", "--customer", "x"],
    "new, another party": ["new", "b", "--name", "x", "--customer", "x", "--competitor", "y={}"],
}
"""The ways to give a text in a call; add a new option as a line, nouns are automatic."""
for noun in OF_DEALS:
    for text in (each.name for each in noun.fields if each.kind.error == "text"):
        if text in noun.elsewhere:
            continue
        others = [word for word in adding(noun, "a") if not word.startswith(f"{text}=")]
        known = "solution" if text == "slots." else "solution_fit"
        entry = known if text.endswith(".") else ""  # of a mapping by slots or criteria
        DOORS[f"{noun.key}, {text}"] = [*others, f"{text}{entry}={{}}"]

for noun in OF_ACCOUNTS:
    text, part = noun.main or "by", ["threats"] if noun.new else []
    given = (f"{text}=", "date=")
    others = [word for word in adding(noun, "k")[2:] if not word.startswith(given)]
    DOORS[noun.key] = [noun.command, "k", *part, *others, f"{text}={{}}"]


def _row(text: str) -> str:
    return f'criterion,rating,what\n5,+,"{text}"\n'


def _line(text: str) -> str:
    return json.dumps({"criterion": 5, "rating": "+", "note": text})


def _answers(text: str) -> str:
    return json.dumps({"by": "lena", "step": "reset", "reset_to": "qualify", "reason": text})


TABLES = {
    "csv": (["rate", "a", "--from", "-"], _row),
    "json lines": (["rate", "a", "--from", "-"], _line),
    "answers": (["debrief", "a", "--answers", "-"], _answers),
}
"""The same for standard input."""


_NO_TEXTS = {"step", "check", "rename", "site"}
"""Commands that write nothing the user typed."""


def test_every_command_that_takes_texts_is_attacked() -> None:
    """A new command that writes has a line in the table, or is listed as one without texts."""
    attacked = {arguments[0] for arguments in DOORS.values()} | _NO_TEXTS
    assert {call.command for call in CALLS if call.writes} <= attacked


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal, with room for a second one, and an account."""
    write(tmp_path, {"accounts/k.yaml": "tas: 1\nname: K\n"})
    return Deal(tas, tmp_path)


def _files(deal: Deal) -> str:
    """Return the text of all deals, after checking that each can be read."""
    texts = [path.read_bytes() for path in sorted(deal.path.parent.iterdir())]
    assert all(read_opportunity(text, "x").value for text in texts)
    texts += [path.read_bytes() for path in deal.path.parent.parent.glob("accounts/*.yaml")]
    return "".join(text.decode() for text in texts)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "text",
    [
        "Acme\u00a0Ltd", "Acme\u202fLtd", "Acme\u3000Ltd", "Acme Ltd\u00a0", "\u200eAcme Ltd",
        "Ac\u00adme Ltd", "\u202aAcme Ltd\u202c", "\ufeffAcme Ltd", "Acme\u200b Ltd", "Acme Ltd\r",
    ],
)  # fmt: skip
@pytest.mark.parametrize("door", DOORS)
def test_invisible_characters_are_not_stored(deal: Deal, door: str, text: str) -> None:
    """Other spaces become ordinary ones, and invisible marks are dropped."""
    result = deal.tas(*(each.replace("{}", text) for each in DOORS[door]))
    assert result.status == 0, result.err
    assert "Acme Ltd" in _files(deal)
    assert "\\u" not in _files(deal)


@pytest.mark.parametrize("door", TABLES)
def test_tables_are_cleaned_too(deal: Deal, monkeypatch: pytest.MonkeyPatch, door: str) -> None:
    """Tables from a spreadsheet or a script are cleaned in the same way."""
    arguments, form = TABLES[door]
    data = form("Ac\u00adme\u00a0Ltd\u200e").encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    result = deal.tas(*arguments)
    assert result.status == 0, result.err
    assert "Acme Ltd" in _files(deal)


def test_setting_the_same_text_plus_a_mark_changes_nothing(deal: Deal) -> None:
    """A name that looks the same is the same: it adds no history."""
    assert "Nothing to change" in deal.tas("set", "a", "owner=nicole\u200b").out
    assert deal.untouched


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\x1b[31mb", "contains U+001B (control character)"),
        ("a\x07", "contains U+0007 (control character)"),
        ("a\x9bb", "contains U+009B (control character)"),
        ("a\ufff9b", "contains U+FFF9 (interlinear annotation anchor)"),
    ],
)
@pytest.mark.parametrize("door", [*DOORS, *TABLES])
def test_a_control_character_is_refused(
    deal: Deal, monkeypatch: pytest.MonkeyPatch, door: str, text: str, message: str
) -> None:
    """A control character is named and the call refused, and nothing is written."""
    arguments, form = TABLES.get(door, (DOORS.get(door, []), _row))
    data = form(text).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    result = deal.tas(*(each.replace("{}", text) for each in arguments))
    assert (result.status, result.out) == (2, "")
    assert message in result.err
    assert deal.untouched
    assert not (deal.path.parent / "b.yaml").exists()


@pytest.mark.parametrize(
    "text", ["one\ntwo", "one\ttwo", "👩\u200d🚀", "می\u200cخواهم", "❤\ufe0f", "é"]
)
def test_visible_characters_are_stored_unchanged(deal: Deal, text: str) -> None:
    """Line breaks, tabs, and the joiners of emoji and Persian are kept."""
    assert deal.tas("rate", "a", "5=+", "--note", text).status == 0
    cells = deal.tas("show", "a", "--format", "json").json["questions"][0]["criteria"][4]["cells"]
    assert cells["us"]["note"] == text


def test_an_answer_on_a_terminal_is_cleaned(tmp_path: Path) -> None:
    """Text pasted at a prompt is cleaned like an option."""
    write(tmp_path, {"opportunities/a.yaml": "tas: 1\nname: x\ncustomer: y\n"})
    status, seen = talk(
        tmp_path, ["close", "a", "lost"], ("Why did you lose", "Too\u00a0dear\u00ad")
    )
    assert status == 0, seen
    assert "reason: Too dear}" in (tmp_path / "opportunities/a.yaml").read_text()
