"""`tas tactics`: the command of a noun, which also makes a tactic of an action item."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands import record
from tas_cli.commands.options import DryRun, Expect, How, Opportunity, Paged, Text
from tas_cli.commands.record_completion import offered_from

_DONE = "done"
"""`tas tactics done ID N` marks a tactic done, as `tas actions done ID N` does an action item."""
_CLOSING = 2


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    words: record.Words = None,
    *,
    origin: Annotated[
        Text,
        typer.Option(
            "--from-action",
            metavar="N",
            help="Make a tactic of this action item, which is not open any more then.",
            autocompletion=offered_from,
        ),
    ] = None,
    remove: record.Remove = False,
    expect: Expect = None,
    dry_run: DryRun = False,
    output: Paged = "text",
) -> None:
    """List, add, change or remove tactics; the help is made from the noun's declaration."""
    if opportunity == _DONE and words and len(words) == _CLOSING:
        opportunity, words = words[0], [words[1], "done=today"]
    how = How(None, dry_run, output)
    record.run("tactics", opportunity, words, how, remove=remove, expect=expect, origin=origin)


command.__doc__ = f"{record.help_of('tactics')}\n\n`tas tactics done ID N` marks one done."
