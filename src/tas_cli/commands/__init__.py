"""The command line, one module for each command and one for all nouns; typer only here.

`COMMANDS` is the list in the order of help: a module is loaded when its command is called.
"""

from __future__ import annotations

from typing import NamedTuple


class Command(NamedTuple):
    """A command's name, and its line in `tas --help`; its module has that name, if no other."""

    name: str
    summary: str
    module: str = ""


NOUN = "record"
"""The module of every noun's command."""
COMMANDS = (
    Command("init", "Make a workspace: settings, an example, schemas for your editor."),
    Command("new", "Start an opportunity file."),
    Command("score", "Rate a deal on the full-screen scorecard."),
    Command("rate", "Rate cells, confirm them, and add evidence, from a line or a table."),
    Command("set", "Set plain fields: amount, close date, owner, competitors."),
    Command("choose", "Choose the strategy to follow, beside the recommended one."),
    Command("answer", "Answer a question of the strategy tree yourself, over the derived answer."),
    Command("outcome", "Record what the buyer did in a sales step, with the evidence."),
    Command("step", "See or say which sales step the deal works on, or go back to an earlier one."),
    Command("notes", "Keep notes on a deal, or list them.", NOUN),
    Command("close", "Close a deal as won, lost or disengaged, or reopen it."),
    Command("edit", "Edit the file in your editor, and check it afterwards."),
    Command("debrief", "Hold the four-question debrief of a deal, and keep its record."),
    Command("show", "Show the scorecard: where the deal is weak, unknown, and who leads."),
    Command("strategy", "Walk the decision tree: what to do, why, and what would change it."),
    Command("board", "Show a manager which deals and which reps need attention."),
    Command("actions", "List the corrective actions that debriefs agreed on, or close one."),
    Command("prep", "Prepare a call or a meeting: what to ask, and what to bring back."),
    Command("list", "List the opportunities, one line each."),
    Command("check", "Check the files, and say what to write instead."),
    Command("explain", "Explain a criterion, a strategy, a step or a check."),
    Command("schema", "Print or write the JSON Schemas for editors."),
)
