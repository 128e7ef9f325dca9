"""The command line, one module for each command; typer only here.

`COMMANDS` is the list in the order of help: a module is loaded when its command is called.
"""

from __future__ import annotations

from typing import NamedTuple


class Command(NamedTuple):
    """A command's name, which is also its module's, and its line in `tas --help`."""

    name: str
    summary: str


COMMANDS = (
    Command("init", "Make a workspace: settings, an example, schemas for your editor."),
    Command("new", "Start an opportunity file."),
    Command("show", "Show the scorecard: where the deal is weak, unknown, and who leads."),
    Command("strategy", "Walk the decision tree: what to do, why, and what would change it."),
    Command("list", "List the opportunities, one line each."),
    Command("check", "Check the files, and say what to write instead."),
    Command("explain", "Explain a criterion, a strategy, a step or a check."),
    Command("schema", "Print or write the JSON Schemas for editors."),
)
