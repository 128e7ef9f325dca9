"""`tas debrief`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from tas_cli.commands.options import DryRun, How, On, Opportunity, Text

By = Annotated[
    Text,
    typer.Option(metavar="NAME", help="Who asks the questions; your git user name by default."),
]
Present = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="Who answers or attends; repeatable.")
]
Answers = Annotated[
    Text, typer.Option(metavar="FILE", help="Read answers from a JSON file; - is standard input.")
]
Claimed = Annotated[
    Text,
    typer.Option(metavar="STEP", help="Last step completed, according to the rep."),
]
Outcomes = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME=ANSWER",
        help="Outcome of that step: shown, not_shown or doubtful; repeatable.",
    ),
]
Activity = Annotated[
    Text, typer.Option(metavar="NAME", help="Current activity: its key, or your own words.")
]
Prepared = Annotated[Text, typer.Option(metavar="TEXT", help="What has been prepared for it.")]
Link = Annotated[Text, typer.Option(metavar="URL", help="Link to what has been prepared.")]
Communication = Annotated[
    Text,
    typer.Option(metavar="TEXT", help="Last exchange with the customer, and what comes next."),
]
Done = Annotated[
    list[str] | None,
    typer.Option(metavar="N", help="Number of an earlier action item that is done; repeatable."),
]
Confirm = Annotated[bool, typer.Option("--confirm", help="Confirm the current step.")]
NothingShown = Annotated[
    bool,
    typer.Option("--nothing-shown", help="With --confirm: confirm even if no outcome is shown."),
]
Reset = Annotated[Text, typer.Option(metavar="STEP", help="Reset the deal to this step.")]
Reason = Annotated[Text, typer.Option(metavar="TEXT", help="Why the deal is reset.")]
Action = Annotated[
    list[str] | None,
    typer.Option(metavar="WHAT|OWNER|DUE", help="An action item; repeatable."),
]
Verdict = Annotated[Text, typer.Option(metavar="TEXT", help="Your verdict, in your own words.")]
Plain = Annotated[bool, typer.Option("--plain", help="Ask line by line instead of full screen.")]
Prepare = Annotated[
    bool, typer.Option("--prepare", help="Print the sheet to read beforehand; ask nothing.")
]
Last = Annotated[bool, typer.Option("--last", help="Print the latest debrief.")]


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    *,
    on: On = None,
    by: By = None,
    present: Present = None,
    plain: Plain = False,
    answers: Answers = None,
    claimed: Claimed = None,
    outcome: Outcomes = None,
    activity: Activity = None,
    prepared: Prepared = None,
    link: Link = None,
    communication: Communication = None,
    done: Done = None,
    confirm: Confirm = False,
    nothing_shown: NothingShown = False,
    reset: Reset = None,
    reason: Reason = None,
    action: Action = None,
    verdict: Verdict = None,
    prepare: Prepare = False,
    last: Last = False,
    dry_run: DryRun = False,
    output: Annotated[
        Literal["text", "markdown", "json"],
        typer.Option("--format", help="Output format."),
    ] = "text",
) -> None:
    """Hold a four-question debrief (deal review), and record it.

    On a terminal, tas asks the questions in a full-screen form. If you give the answers as
    options, or as JSON with --answers, it asks nothing. The JSON is one object, such as {"step":
    "confirmed"}; options override it.

    A reset moves the deal back, as `tas step` does. A deal has at most one debrief per day.

    Example: tas debrief acme --outcome first_contacts_named=shown --confirm
    """
    from tas_cli.commands.debrief_call import Given, debrief  # noqa: PLC0415 - see options.py

    texts = {"by": by, "claimed": claimed, "activity": activity, "prepared": prepared}
    texts |= {"link": link, "communication": communication, "reset": reset, "reason": reason}
    lists = {"present": present, "outcome": outcome, "done": done, "action": action}
    given = Given(texts | {"verdict": verdict}, lists, confirm, nothing_shown, answers)
    pages = {"--prepare": prepare, "--last": last, "--plain": plain}
    debrief(opportunity, given, pages, How(on, dry_run, output))
