"""What the declarations of commands share: arguments, options, formats.

Help and completion load only a command's declaration and its imports. The work itself is in other
modules, which a command imports when it is called.
"""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

import typer

from tas_cli.commands.completion import competitors, opportunities

Format = Literal["text", "json"]
PageFormat = Literal["text", "json", "markdown"]
Text = str | None
"""An option's text; None if it is left out."""

Opportunity = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="The deal's short name or path.", autocompletion=opportunities
    ),
]
Formatted = Annotated[Format, typer.Option("--format", help="Output format.")]
Paged = Annotated[PageFormat, typer.Option("--format", help="Output format.")]
Evidenced = Annotated[
    bool, typer.Option("--evidenced", help="Treat our + ratings without evidence as unknown.")
]
At = Annotated[
    Text, typer.Option("--at", metavar="DATE", help="Show the deal as of this day: 1 Nov, -2w.")
]
Versus = Annotated[
    Text,
    typer.Option(
        "--vs",
        metavar="COMPETITOR",
        help="Show only this competitor.",
        autocompletion=competitors,
    ),
]
Remembered = Annotated[
    bool, typer.Option("--no-cache", help="Read every file; do not use the cache.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show the change without saving it.")]
On = Annotated[
    Text,
    typer.Option(
        "--date", metavar="DATE", help="The date to record: 20 Nov, fri, -3d; today by default."
    ),
]
Who = Annotated[Text, typer.Option(metavar="TEXT", help="Who said or did it, and their role.")]
When = Annotated[
    Text, typer.Option(metavar="DATE", help="When it was said or seen: 20 Nov, fri, -3d.")
]
Link = Annotated[Text, typer.Option(metavar="URL", help="Link to the source.")]


class How(NamedTuple):
    """How to make an edit: its day, as typed; whether only to show it; the output format."""

    on: Text
    dry_run: bool
    output: PageFormat
