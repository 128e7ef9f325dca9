"""The commands in hints: each exists and does what its finding needs.

A hint has the deal's short name, so that its command can be copied.
"""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest
from examples import ACCOUNT, SETTINGS, TODAY
from workspaces import write

from tas_cli.commands.app import BY_NAME, load
from tas_cli.diagnostics import filled_in
from tas_cli.rules.catalogue import RULES
from tas_cli.rules.command_lines import command

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

    from tas_cli.rules.rule import Rule

COMMAND = re.compile(r"`tas ([a-z]+ [^`]+)`")
"""A command with arguments; a bare command name is only a mention."""
OF_DEALS = [each for each in RULES if each.about_content and each.check]
ASKS = {"debrief", "edit", "score"}
"""Commands that need a terminal: parsed here, but not run."""
OF_FILES = {"check", "explain", "schema"}
"""Commands that are not about a deal."""


MOST = 25
"""Words of a message; a question of the tree or two amounts take most of them."""


def findings(tas: Tas, folder: Path, declared: Rule) -> list[dict[str, str]]:
    """Return what a check of a rule's bad example finds."""
    bad = declared.bad.encode() if isinstance(declared.bad, str) else declared.bad
    deal, _, account = bad.partition(b"---\n" + ACCOUNT)
    accounts = {"accounts/harbor-line.yaml": account.partition(b"\n")[2]} if account else {}
    write(folder, {"tas.yaml": SETTINGS, "opportunities/acme.yaml": deal, **accounts})
    found = tas.at(folder)("check", "--select", declared.code, "--format", "json").json
    return list(found["diagnostics"])


def hints(tas: Tas, folder: Path, declared: Rule) -> list[str]:
    """Return how a rule's bad example can be fixed."""
    return [each["help"] or "" for each in findings(tas, folder, declared)]


def typed(line: str) -> list[str]:
    """Return a command's arguments as a user would type them, with every placeholder filled in."""
    arguments = shlex.split(line.replace("YYYY-MM-DD", TODAY))
    blank = {"amount": "300000", "profit": "90000", "formula": "240k / 3"}
    return [
        each.replace("…", blank.get(each.partition("=")[0], "900000" if "year" in each else "Yes"))
        for each in arguments
    ]


@pytest.mark.parametrize("declared", OF_DEALS, ids=lambda each: each.code)
def test_commands(tas: Tas, tmp_path: Path, declared: Rule) -> None:
    """Each command in a hint is about the deal, has known options, and runs."""
    for hint in hints(tas, tmp_path, declared):
        for line in COMMAND.findall(hint):
            name, *arguments = typed(line)
            assert name in BY_NAME, line
            context = load(name).make_context(name, [*arguments])
            assert "acme" in arguments or name in OF_FILES, line
            if name not in ASKS | OF_FILES:
                dry = ["--dry-run"] if "dry_run" in context.params else []
                result = tas(name, *arguments, *dry)
                assert (result.status, line) == (0, line), result.err


@pytest.mark.parametrize("declared", OF_DEALS, ids=lambda each: each.code)
def test_every_finding_has_a_fix(tas: Tas, tmp_path: Path, declared: Rule) -> None:
    """Every finding has a short message, and a hint that says how to fix it."""
    found = findings(tas, tmp_path, declared)
    assert all(each["help"] for each in found)
    assert [each["message"] for each in found if len(each["message"].split()) > MOST] == []


@pytest.mark.parametrize("declared", RULES, ids=lambda each: each.code)
def test_commands_on_pages(declared: Rule) -> None:
    """The commands on a rule's page exist and have known options."""
    for line in COMMAND.findall(declared.instead):
        name, *arguments = typed(line.replace(" DATE", f" {TODAY}"))
        assert name in BY_NAME, line
        assert load(name).make_context(name, arguments), line


def test_short_name() -> None:
    """The file gives the short name; for other files, and elsewhere in a hint, ID stays."""
    hint = f"{command('rate', '5=u')} or {command('actions done', '2')}; its ID stays"
    assert filled_in(hint, "opportunities/acme-2.yaml") == (
        "`tas rate acme-2 5=u` or `tas actions done acme-2 2`; its ID stays"
    )
    assert filled_in(hint, "opportunities/$(rm).yaml") == hint
    assert filled_in(hint, "-") == hint
    assert filled_in(None, "acme.yaml") is None


@pytest.mark.parametrize("harmful", ["$(rm)", "a b", "`x`", "x;y", "*", "?", "'"])
def test_harmless(harmful: str) -> None:
    """An argument that a shell would misread is left to the reader."""
    assert command("step", harmful) == '`tas step ID "…"`'
