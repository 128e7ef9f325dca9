"""`tas debrief`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from tas_cli.commands.options import DryRun, How, On, Opportunity, Text

By = Annotated[Text, typer.Option(metavar="NAME", help="Who asks; git's user name if left out.")]
Present = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="Who answers, or sits in; repeatable.")
]
Answers = Annotated[
    Text, typer.Option(metavar="FILE", help="The answers as JSON; - is standard input.")
]
Claimed = Annotated[
    Text,
    typer.Option(metavar="STEP", help="The last step completed, as the rep tells it."),
]
Outcomes = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME=FOUND", help="An outcome of it: shown, not_shown or doubtful."),
]
Activity = Annotated[
    Text, typer.Option(metavar="NAME", help="What is being worked on: its key, or own words.")
]
Prepared = Annotated[Text, typer.Option(metavar="TEXT", help="What exists for it.")]
Link = Annotated[Text, typer.Option(metavar="URL", help="Where that can be looked at.")]
Communication = Annotated[
    Text,
    typer.Option(metavar="TEXT", help="What the customer and we last said, and what is next."),
]
Done = Annotated[
    list[str] | None,
    typer.Option(metavar="N", help="An earlier action that is done, by its number; repeatable."),
]
Confirm = Annotated[bool, typer.Option("--confirm", help="The step stands as the file has it.")]
NothingShown = Annotated[
    bool,
    typer.Option("--nothing-shown", help="Confirm it although none of its outcomes is shown."),
]
Reset = Annotated[Text, typer.Option(metavar="STEP", help="The step to work on instead.")]
Reason = Annotated[Text, typer.Option(metavar="TEXT", help="Why it is reset.")]
Action = Annotated[
    list[str] | None,
    typer.Option(metavar="WHAT|OWNER|DUE", help="An action item; repeatable."),
]
Verdict = Annotated[Text, typer.Option(metavar="TEXT", help="Your judgement, in words.")]
Plain = Annotated[bool, typer.Option("--plain", help="Ask one question after the other.")]
Prepare = Annotated[
    bool, typer.Option("--prepare", help="Print the sheet before the meeting, and ask nothing.")
]
Last = Annotated[bool, typer.Option("--last", help="Print the record of the latest debrief.")]


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
        typer.Option("--format", help="How to print it."),
    ] = "text",
) -> None:
    """Hold a debrief (deal review) in four questions, and record it.

    Full screen on a terminal; --plain asks line by line; with answers as options, or as JSON with
    --answers, nothing is asked. An option goes before what the JSON says. The JSON is one object,
    such as {"step": "confirmed"}; an unknown key is refused with a list of the keys.

    A reset moves the deal back as `tas step` does. A day has one debrief.

    Example: tas debrief acme-crm --outcome first_contacts_named=shown --confirm
    """
    from tas_cli.commands.debrief_call import Given, debrief  # noqa: PLC0415 - see options.py

    texts = {"by": by, "claimed": claimed, "activity": activity, "prepared": prepared}
    texts |= {"link": link, "communication": communication, "reset": reset, "reason": reason}
    lists = {"present": present, "outcome": outcome, "done": done, "action": action}
    given = Given(texts | {"verdict": verdict}, lists, confirm, nothing_shown, answers)
    pages = {"--prepare": prepare, "--last": last, "--plain": plain}
    debrief(opportunity, given, pages, How(on, dry_run, output))
