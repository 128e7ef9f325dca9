"""The command line: one module per command, and one for all nouns; typer is used only here.

`GROUPS` lists the commands in the order of `tas --help`. A module is loaded when it is called.
"""

from __future__ import annotations

from typing import NamedTuple


class Command(NamedTuple):
    """A command's name, its line in `tas --help`, and its module, if that has another name."""

    name: str
    summary: str
    module: str = ""


NOUN = "record"
"""The module for the commands of all nouns."""
ACCOUNT_NOUN = "account_record"
"""The same for those that only accounts have."""
GROUPS = {
    "Every week": (
        Command("today", "Show your day: what is due, and what matters in each deal."),
        Command("prep", "Prepare for a meeting: what to ask, and what to bring back."),
        Command("path", "Show the shortest way to a person, and what to ask on it."),
        Command("show", "Show the scorecard: weak spots, unknowns, and who leads."),
        Command("map", "Show who decides: authority, influence, and whom to meet next."),
        Command("log", "Show what changed in a deal, day by day: who wrote it down, and why."),
        Command("strategy", "Recommend a strategy: why, and what would change it."),
        Command("plan", "Show the plan: goals, the way back from the close date, tactics."),
        Command("list", "List deals, one line each."),
        Command("report", "Write a page of a deal or an account: to mail, print or open anywhere."),
        Command("explain", "Explain a criterion, strategy, step or check."),
    ),
    "Entering data": (
        Command("new", "Start a deal."),
        Command("meeting", "Write down a meeting: what you learned, what comes next."),
        Command("score", "Rate a deal on the full-screen scorecard."),
        Command("rate", "Rate criteria, confirm ratings, add evidence, import a table."),
        Command("outcome", "Record what the buyer did in a sales step, with evidence."),
        Command("step", "Show or set the deal's sales step."),
        Command("choose", "Choose a strategy, the recommended one or another."),
        Command("answer", "Override the derived answer to a question in the decision tree."),
        Command("set", "Change the amount, close date, owner and other basic fields."),
        Command("people", "List, add or change the people who can sway the decision."),
        Command("notes", "List, add or change notes on a deal.", NOUN),
        Command("close", "Close a deal as won, lost or disengaged, or reopen it."),
    ),
    "Plan and value": (
        Command("tactics", "List, add or change what you do to win: by whom, and by when."),
        Command("challenge", "Challenge the plan: score it, and compare team and spoiler."),
        Command("partners", "List, add or change business partners, and how each can help.", NOUN),
        Command(
            "signs", "List, add or change signs that you are not in control of the sale.", NOUN
        ),
        Command("value", "Show what a deal is worth to the customer: net value, payback, waiting."),
        Command("benefits", "List, add or change what the customer gains, in figures.", NOUN),
        Command("costs", "List, add or change what it costs the customer.", NOUN),
        Command(
            "propositions", "List, add or change the sentences that say what you are worth.", NOUN
        ),
    ),
    "Customers with several deals": (
        Command(
            "account",
            "Show a customer's account: its deals, people and needs. Start or change one.",
        ),
        Command("matrix", "Show all deals by time and potential, in the order to work them."),
        Command(
            "priorities",
            "List, add or change a customer's priorities, and what they mean for it and for you.",
            ACCOUNT_NOUN,
        ),
        Command(
            "swot",
            "List, add or change a customer's strengths, weaknesses, opportunities and threats.",
            ACCOUNT_NOUN,
        ),
        Command(
            "needs",
            "List, add or change what people at a customer need, and whether you meet it.",
            ACCOUNT_NOUN,
        ),
        Command(
            "conditions",
            "List, add or change conditions of working together, yours and theirs.",
            ACCOUNT_NOUN,
        ),
        Command(
            "alignment",
            "List, add or change how well your own side works together on a customer.",
            ACCOUNT_NOUN,
        ),
        Command(
            "potential-deals",
            "List, add or change deals that may come, and have no file yet.",
            ACCOUNT_NOUN,
        ),
    ),
    "Correcting": (
        Command("undo", "Take back the last change that tas made, or bring it back."),
        Command("evidence", "List, add, change or remove evidence for ratings.", NOUN),
        Command("assessments", "List assessments; re-date, merge or delete one.", NOUN),
        Command("competitors", "Add, rename or remove competitors, or take one out.", NOUN),
        Command("rename", "Change a deal's short name and the name of its file."),
    ),
    "Managing": (
        Command("board", "Show which deals to ask about, and what."),
        Command("site", "Write pages about all deals, reps and accounts, to publish in one place."),
        Command("debrief", "Hold a four-question debrief (deal review), and record it."),
        Command("diff", "Show what changed in each deal between commits, days or files."),
        Command("actions", "List the action items of all deals, or add, change or close one."),
    ),
    "Files and CI": (
        Command("check", "Check files, and show how to fix what is wrong."),
        Command("edit", "Edit a deal's file in your editor, then check it."),
        Command("schema", "Print or write the JSON Schemas for editors."),
    ),
    "Setting up": (
        Command("demo", "Take a ten-minute tour on example deals."),
        Command("init", "Set up a workspace: settings and editor support."),
    ),
}
"""The commands by heading, in the order of `tas --help`."""
COMMANDS = tuple(command for group in GROUPS.values() for command in group)
