"""`tas meeting`."""

from __future__ import annotations

from inspect import cleandoc
from typing import Annotated

import typer

from tas_cli.commands.completion import people as people_on_map
from tas_cli.commands.completion_names import outcomes
from tas_cli.commands.options import DryRun, Formatted, How, Link, Opportunity, Text
from tas_cli.edits.meeting_forms import listed

Lines = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="LINE", help="What you learned: '4 + Reserve approved'.", show_default=False
    ),
]
With = Annotated[
    Text,
    typer.Option(
        "--with",
        metavar="NAMES",
        help="Whom you met: Ann Ruiz, CFO, Jo Park.",
        autocompletion=people_on_map,
    ),
]
When = Annotated[
    Text, typer.Option(metavar="DATE", help="The day of the meeting: 2 Dec, fri; today by default.")
]
By = Annotated[
    Text, typer.Option(metavar="NAME", help="Who writes this down; the owner by default.")
]
Shown = Annotated[
    list[str] | None,
    typer.Option(
        "--outcome",
        metavar="OUTCOME",
        help="An outcome that the meeting shows; repeatable.",
        autocompletion=outcomes,
    ),
]
Tactics = Annotated[
    list[int] | None,
    typer.Option(
        "--tactic",
        metavar="N",
        help="A tactic that the meeting was, by its number: it is done; repeatable.",
    ),
]
From = Annotated[
    Text,
    typer.Option(
        "--from",
        metavar="FILE",
        help="Read these lines from a file, YAML or a table; - is standard input.",
    ),
]
Replace = Annotated[
    bool,
    typer.Option(
        "--replace", help="Do not ask before removing evidence of a rating changed that day."
    ),
]
Plain = Annotated[bool, typer.Option("--plain", help="Ask line by line instead of full screen.")]


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    lines: Lines = None,
    *,
    people: With = None,
    when: When = None,
    link: Link = None,
    by: By = None,
    shown: Shown = None,
    tactic: Tactics = None,
    file: From = None,
    replace: Replace = False,
    plain: Plain = False,
    dry_run: DryRun = False,
    output: Formatted = "text",
) -> None:
    """Write down a meeting: what you learned, what comes next.

    Say once whom you met and when, then write a line for each thing you learned. On a terminal,
    tas asks for them; in a script, put them after the deal or into a file. One save, one undo.

    Example: tas meeting acme --with "M. Kessler, CFO" "4 + Reserve approved" "next 10 Dec Kessler"
    """
    from tas_cli.commands.meeting_call import MeetingCall, carry_out  # noqa: PLC0415 - see options.py

    confirmed = (shown or [], tactic or [])
    call = MeetingCall(lines or [], people, when, link, by, *confirmed, file, replace, plain)
    carry_out(opportunity, call, How(None, dry_run, output))


_FILE = """
A file for --from has the same lines, and perhaps whom and when above them:
  with: M. Kessler, CFO
  when: 2 Dec
  4 + Reserve approved"""
command.__doc__ = f"{cleandoc(command.__doc__ or '')}\n\n\b\nLines:\n{listed()}\n\n\b{_FILE}"
