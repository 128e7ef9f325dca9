"""The one table of keys: what its screens do is bound, written, explained, and found by name."""

from __future__ import annotations

import re

import pytest
from textual.binding import Binding

from tas_cli.challenge.app import ChallengeApp
from tas_cli.debrief.app import DebriefApp
from tas_cli.debrief.reset_form import ResetForm
from tas_cli.meeting.app import MeetingApp
from tas_cli.people.app import PeopleApp
from tas_cli.scorecard.answer_form import AnswerForm
from tas_cli.scorecard.app import ScorecardApp
from tas_cli.scorecard.choose_form import ChooseForm
from tas_cli.tactics.app import TacticsApp
from tas_cli.tui.form import taking
from tas_cli.tui.keys import Key, bindings, help_lines, last_line, listed, palette
from tas_cli.tui.session_app import SessionApp

KEYS = (
    Key("plus,p", "rate('+')", "+", "rate", "rate the cell"),
    Key("minus,m", "rate('-')", "-", "rate", "rate the cell"),
    Key("s", "save", "s", "save", "save it"),
    Key("backspace", "clear", "Backspace", "", "take it away", rare=True),
    Key("", "", "*", "", "not saved yet"),
    Key("j", "go(1)", in_list=True),
    Key("f1", "help", "F1", "help", "this"),
)
SCREENS = pytest.mark.parametrize(
    "app", [ScorecardApp, DebriefApp, MeetingApp, PeopleApp, ChallengeApp, TacticsApp]
)


def test_bindings() -> None:
    """Each named key is bound to its owner's action, and a list's key to the list."""
    bound = [each for each in bindings(KEYS, "app.") if isinstance(each, Binding)]
    assert [(each.key, each.action) for each in bound] == [
        ("plus,p", "app.rate('+')"),
        ("minus,m", "app.rate('-')"),
        ("s", "app.save"),
        ("backspace", "app.clear"),
        ("j", "on_list('go(1)')"),
        ("f1", "app.help"),
    ]
    assert all(each.priority for each in bound)


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (40, "+ - rate  save  F1 help"),
        (21, "+- rate save F1 help"),
        (19, "+- rate save F1"),
        (14, "+ - s F1"),
    ],
)
def test_the_last_line(width: int, line: str) -> None:
    """The line has as many words as fit; a word shared by several keys appears once."""
    assert last_line(KEYS, width, "").plain == line


def test_spare_keys_go_before_words_do() -> None:
    """A spare key leaves the last line before the others lose their words; then all lose them."""
    keys = (Key("up", "go(-1)", "Up", "step", spare=True), *KEYS[2:3], KEYS[-1])
    assert last_line(keys, 40, "").plain == "Up step  save  F1 help"
    assert last_line(keys, 19, "").plain == "Up step save F1"
    assert last_line(keys, 14, "").plain == "save  F1 help"
    assert last_line(keys, 6, "").plain == "Up s F1"


@pytest.mark.parametrize(
    "keys", [ChooseForm.KEYS, AnswerForm.KEYS, ResetForm.KEYS, taking("next", "add")]
)
def test_forms_say_what_their_keys_do_at_40_columns(keys: tuple[Key, ...]) -> None:
    """A form on a narrow screen, whose border and margin take 4 columns, has words for its keys."""
    line = last_line(keys, 36, "screen.").plain
    for key in keys[-3:]:
        assert key.rare or f"{key.sign} {key.word}" in line


def test_a_word_for_several_keys_is_not_a_button() -> None:
    """A click on a key's own word presses the key; on a shared word it presses none."""
    line = last_line(KEYS, 40, "app.")
    pressed = {
        span.style.meta["@click"]: line.plain[span.start : span.end]
        for span in line.spans
        if not isinstance(span.style, str) and "@click" in span.style.meta
    }
    assert pressed == {
        "app.rate('+')": "+",
        "app.rate('-')": "-",
        "app.save": "ave",
        "app.help": " help",
    }


def test_help_and_palette() -> None:
    """Keys with one description share a line of the help; the palette has each by its name."""
    assert help_lines(KEYS) == [
        ("+  -", "rate the cell"),
        ("s", "save it"),
        ("Backspace", "take it away"),
        ("*", "not saved yet"),
        ("F1", "this"),
    ]
    assert [(name, action) for name, action, _ in palette(KEYS)] == [
        ("rate  +", "rate('+')"),
        ("rate  -", "rate('-')"),
        ("save  s", "save"),
        ("take it away  Backspace", "clear"),
        ("help  F1", "help"),
    ]


@SCREENS
def test_every_action_has_a_key_that_is_explained(app: type[SessionApp]) -> None:
    """Every action of an application is in its table, and each key of the table does something."""
    keys = [key for key in listed(app.TABLE) if key.names]
    named = {re.split(r"\W", key.action)[0] for key in keys}
    own = [each for each in app.__mro__ if each.__module__.startswith("tas_cli.")]
    actions = {name for each in own for name in vars(each) if name.startswith("action_")}
    assert actions - {"action_quit"} == {f"action_{name}" for name in named}
    explained = {key.action for key in keys if key.about and key.sign}
    moving = {key.action for key in keys if re.match(r"move|digit|turn|scroll", key.action)}
    assert {key.action for key in keys} == explained | moving


@SCREENS
def test_no_two_commands_share_a_description(app: type[SessionApp]) -> None:
    """Each command of the palette has a name and a description of its own."""
    found = palette(listed(app.TABLE))
    assert len({name for name, _, _ in found}) == len(found)
    assert len({about for _, _, about in found}) == len(found)
    assert all(name.strip() != about for name, _, about in found)


@SCREENS
def test_no_key_is_declared_twice(app: type[SessionApp]) -> None:
    """A name of a key is bound once."""
    names = [name for key in listed(app.TABLE) for name in key.names.split(",") if name]
    assert len(names) == len(set(names))
