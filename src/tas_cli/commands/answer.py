"""`tas answer`."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.completion_names import tree_steps
from tas_cli.commands.options import DryRun, Formatted, How, On, Opportunity, Text, picked_value


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    answers: Annotated[
        list[str],
        typer.Argument(
            metavar="QUESTION=ANSWER",
            help="Such as three_to_one=no; three_to_one= removes your answer.",
            default_factory=picked_value("question", tree_steps, "QUESTION=ANSWER"),
            show_default=False,
            autocompletion=tree_steps,
        ),
    ],
    *,
    because: Annotated[
        Text, typer.Option(metavar="TEXT", help="The reason for your answer.")
    ] = None,
    on: On = None,
    dry_run: DryRun = False,
    output: Formatted = "text",
) -> None:
    """Override the derived answer to a question in the decision tree.

    `tas explain three_to_one` shows the question, and how tas derives the answer from the ratings.
    """
    from tas_cli.commands.field_edits import answer  # noqa: PLC0415 - see options.py

    answer(opportunity, answers, because, How(on, dry_run, output))
