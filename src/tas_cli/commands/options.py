"""What the declarations of commands share: arguments, options, formats.

Help and completion load only a command's declaration and its imports. The work itself is in other
modules, which a command imports when it is called.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

import typer

from tas_cli.commands.completion import competitors, opportunities, people

Format = Literal["text", "json"]
PageFormat = Literal["text", "json", "markdown"]
_COMPLETING = "_TAS_COMPLETE"
"""The variable that the shell sets when it asks for completion."""
Offers = Callable[[str], Iterable[str | tuple[str, str]]]
"""What completion offers for the beginning of a word."""
Text = str | None
"""An option's text; None if it is left out."""


def _deal_picked() -> str:
    """Return the deal that a person picks if the call names none; in completion, none."""
    if _COMPLETING in os.environ:
        return ""
    return str(_asking().deal_picked())


def deal_or_picked(named: Text) -> str:
    """Return the deal that a call names, or that a person picks if it names none."""
    return named or _deal_picked()


def _asking() -> Any:
    """Return the module that talks to a person: most calls lack nothing."""
    from tas_cli.commands import asking  # noqa: PLC0415 - see above

    return asking


def picked(what: str, offers: Offers, more: str = "", form: str = "") -> Callable[[], str]:
    """Return what gives a missing argument: a person picks one of those that completion offers.

    Without a terminal the refusal lists them; `more` is the command that lists all of many, `form`
    how to write the argument.
    """

    def ask() -> str:
        if _COMPLETING in os.environ:
            return ""
        talk = _asking()
        return str(talk.chosen(what, talk.offered(offers("")), more, form).key)

    return ask


def picked_value(what: str, offers: Offers, form: str, more: str = "") -> Callable[[], list[str]]:
    """Return the same for arguments NAME=VALUE: a person picks a name, and types the value."""

    def ask() -> list[str]:
        name = picked(what, offers, more, form)()
        if not name:
            return []
        return [f"{name}={_asking().ask_for_words(name)}"]

    return ask


Opportunity = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="The deal's short name or path; on a terminal part of its name, or pick one.",
        default_factory=_deal_picked,
        show_default=False,
        autocompletion=opportunities,
    ),
]
MaybeOpportunity = Annotated[
    Text,
    typer.Argument(
        metavar="ID",
        help="The deal's short name or path; on a terminal part of its name, or pick one.",
        show_default=False,
        autocompletion=opportunities,
    ),
]
"""The same for a call that need not name a deal: then `deal_or_picked` asks for one."""
Formatted = Annotated[Format, typer.Option("--format", help="Output format.")]
Paged = Annotated[PageFormat, typer.Option("--format", help="Output format.")]
Owner = Annotated[
    Text, typer.Option(metavar="NAME", help="Only this owner's deals: short name or full name.")
]
Customer = Annotated[
    Text, typer.Option(metavar="TEXT", help="Only customers whose name contains this text.")
]
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
PictureFile = Annotated[
    Path | None,
    typer.Option("--output", metavar="FILE", help="Draw the picture to this file, as svg."),
]
Force = Annotated[
    bool, typer.Option("--force", help="With --output: replace a file that tas did not draw.")
]
PagePath = Annotated[
    Path | None,
    typer.Option("--output", metavar="FILE", help="Write the page of HTML to this file."),
]
Opened = Annotated[bool, typer.Option("--open", help="Open the page in your browser.")]
ForcePage = Annotated[
    bool, typer.Option("--force", help="With --output: replace a file that tas did not write.")
]
ShowPeople = Annotated[
    bool,
    typer.Option("--people", help="Also show how people stand, and how you deal with them."),
]
Redacted = Annotated[
    bool,
    typer.Option("--redact", help="Leave out names of people, amounts and free text, to share it."),
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
Who = Annotated[
    Text,
    typer.Option(
        metavar="TEXT",
        help="Who said or did it: name and role, or a short name of the map.",
        autocompletion=people,
    ),
]
When = Annotated[
    Text, typer.Option(metavar="DATE", help="When it was said or seen: 20 Nov, fri, -3d.")
]
Link = Annotated[Text, typer.Option(metavar="URL", help="Link to the source.")]


class PageFile(NamedTuple):
    """Where a page is to go, as typed: its file, and whether to open it and to replace another."""

    file: Path | None
    opened: bool
    force: bool


class How(NamedTuple):
    """How to make an edit: its day, as typed; whether only to show it; the output format."""

    on: Text
    dry_run: bool
    output: PageFormat


Expect = Annotated[
    str | None,
    typer.Option(
        metavar="TEXT", help="For scripts: change the record only if one of its fields is TEXT."
    ),
]
