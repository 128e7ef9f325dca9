"""Every command prints exactly the keys declared for it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from cli import ROOT, Tas
from declared import undeclared
from jsonschema import Draft202012Validator

from tas_cli.commands import COMMANDS

NM = "national-manufacturing"
READ = [
    *(f"{command} {NM}" for command in ("show", "strategy", "prep", "step", "notes")),
    *(f"{command} {NM}" for command in ("evidence", "assessments", "competitors")),
    f"map {NM}",
    f"show {NM} --history --evidenced",
    f"show {NM} --at 2026-01-15",
    f"show {NM} --since 2026-01-15",
    f"show {NM} kestrel-rail",
    f"strategy {NM} --as x-sys",
    f"debrief {NM} --prepare",
    f"debrief {NM} --last",
    *(
        "list",
        "list --status all",
        "list --group close",
        "today",
        "today --owner samuel",
        "board",
        "board --by step",
        "board --rollout",
        "board --closed 2026",
        "board --trend 3",
        "board --rep samuel",
        "actions --all",
        "check",
    ),
    *("check --statistics", "explain", "explain roles", "schema --write", "site --output site"),
]
"""Calls that change no deal."""
WRITE = [
    f"rate {NM} 5=+ --replace",
    f"rate {NM} 5=? --dry-run",
    f"set {NM} amount=900000 expected_close=2027-05-31 owner=tomas",
    f"choose {NM} fragment --reason because --by nicole",
    f"answer {NM} compelling_event=yes --because x",
    f"outcome {NM} key_sponsor_named --who 'Ann Beck' --evidence 'named him'",
    f"step {NM} proof",
    f"debrief {NM} --by martha --confirm --nothing-shown --action 'Call her' --verdict good",
    f"debrief {NM} --last",
    f"actions done {NM} 1",
    f"notes {NM} 'text=They called' by=nicole",
    f"notes {NM}",
    f"notes {NM} 1 --remove",
    f"rate {NM} 5= --replace",
    f"evidence {NM} 7 1 who=",
    f"evidence {NM} 7 'More of it'",
    f"assessments {NM} 2026-06-15 by=",
    f"competitors {NM} x-sys id=xs out=2026-11-20",
    f"competitors {NM} y name=Y",
    f"people {NM} 'Ann Lee, CFO' A = 4",
    f"people {NM} --from-evidence",
    f"people {NM}",
    f"choose {NM} none",
    f"step {NM} none",
    f"rename {NM} {NM}",
    f"edit {NM}",
    f"close {NM} lost --reason price",
    f"show {NM}",
    "new fresh --name Fresh --customer Water",
    "undo --list",
    "undo --dry-run",
    "undo",
    "undo --redo",
    "undo --forget",
    "init elsewhere",
]
"""Calls that run one after the other in a copy of the examples."""


@pytest.fixture
def examples(tas: Tas, tmp_path: Path) -> Tas:
    """Call in a copy of the examples."""
    for folder in ("opportunities", "accounts"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "tas.yaml", tmp_path)
    return tas.at(tmp_path).env(EDITOR="true", VISUAL="", GIT_AUTHOR_NAME="nicole")


@pytest.mark.parametrize("call", READ)
def test_output_of_pages(examples: Tas, call: str) -> None:
    """For the examples every page has all the declared keys, and no others."""
    assert undeclared(examples, call) == []


def test_output_of_changes(examples: Tas) -> None:
    """The same is true of the output of every change."""
    assert {call: found for call in WRITE if (found := undeclared(examples, call))} == {}


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_is_declared(tas: Tas, command: str) -> None:
    """A command has a schema of its JSON if it prints any."""
    declared = tas("schema", "--json", command).status == 0
    assert declared == ("json" in tas(command, "--help").out)


def test_the_document_of_a_schema(tas: Tas) -> None:
    """A schema's document says what it is and has its own version."""
    schema = json.loads(tas("schema", "--json", "strategy").out)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == "urn:tas-cli:json:strategy:1"
    assert schema["properties"]["version"] == {"const": 1}
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (["--json", "score"], "Use one of"),
        (["--json", ""], "Use one of"),
        (["--json", "../explain"], "Use one of"),
        (["--json", "show", "--write"], "cannot be combined"),
        (["settings", "--json", "show"], "cannot be combined"),
    ],
)
def test_a_wrong_call(tas: Tas, call: list[str], words: str) -> None:
    """Asking for a command without JSON, or for two things, is an error."""
    refused = tas("schema", *call)
    assert refused.status == 2
    assert words in refused.err
