"""`tas challenge`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from tas_cli.commands.completion_names import challenge_words
from tas_cli.commands.options import At, DryRun, How, On, Opportunity, Paged, Text

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="QUESTION=GRADES",
        help='Grades for a question: customer_issues.urgency="4 2 3"; or a category to be asked.',
        show_default=False,
        autocompletion=challenge_words,
    ),
]
Role = Annotated[
    Literal["team", "spoiler"] | None,
    typer.Option(help="Who scores: the plan's own team, or an outsider, the spoiler."),
]
By = Annotated[
    Text, typer.Option(metavar="NAME", help="Who scores; your git user name by default.")
]
From = Annotated[
    Text,
    typer.Option(
        "--from", metavar="FILE", help="Read a challenge from a YAML file; - is standard input."
    ),
]
Points = Annotated[
    list[str] | None,
    typer.Option("--point", metavar="TEXT", help="A challenge to answer: What if …? Repeatable."),
]
Recommendation = Annotated[
    Text, typer.Option(metavar="TEXT", help="With --point: what you recommend.")
]
Owner = Annotated[Text, typer.Option(metavar="NAME", help="With --point: who follows it up.")]
Due = Annotated[
    Text, typer.Option(metavar="DATE", help="With --point: when it is due: fri, +2w, 4 Dec.")
]
Edit = Annotated[bool, typer.Option("--edit", help="Score and raise points on a full screen.")]
Plain = Annotated[bool, typer.Option("--plain", help="Ask line by line instead of full screen.")]


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    words: Words = None,
    *,
    role: Role = None,
    by: By = None,
    on: On = None,
    point: Points = None,
    recommendation: Recommendation = None,
    owner: Owner = None,
    due: Due = None,
    file: From = None,
    at: At = None,
    edit: Edit = False,
    plain: Plain = False,
    dry_run: DryRun = False,
    output: Paged = "text",
) -> None:
    """Challenge the plan: score it, and compare team and spoiler.

    Each question gets three grades from 1 (low) to 5 (high): confidence, implications, actions;
    `tas explain challenge` lists the questions, and QUESTION= clears one. The team scores first,
    then a spoiler: somebody who knows the account a little and did not make the plan. Without
    anything to score, the page shows the mean of each category in red, yellow or green, and where
    both differ most.

    With --role or --edit on a terminal, a full-screen sheet opens: 1 to 5 gives a grade and moves
    on, `v` compares team and spoiler, `a` adds a point, F1 lists all keys. What the same person
    scores on the same day in the same role is one challenge. Points are action items:
    `tas actions` lists them, and takes their answer.

    Example: tas challenge acme --role spoiler urgency="4 2 3" --point "What if it is delayed?"
    """
    from tas_cli.commands.challenge_call import ChallengeCall, carry_out  # noqa: PLC0415 - see options.py

    texts = {"recommendation": recommendation, "owner": owner, "due": due}
    call = ChallengeCall(words or [], role, by, point or [], texts, file, at, edit, plain)
    carry_out(opportunity, call, How(on, dry_run, output))
