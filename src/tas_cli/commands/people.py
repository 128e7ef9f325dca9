"""`tas people`: the command of a noun, which also takes people from a table and from evidence."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands import record
from tas_cli.commands.options import DryRun, Expect, How, Opportunity, Paged, Text

From = Annotated[
    Text,
    typer.Option(
        "--from",
        metavar="FILE",
        help="Add people from a CSV table: name, title, reports to; - is standard input.",
    ),
]
FromEvidence = Annotated[
    bool,
    typer.Option(
        "--from-evidence",
        help="Add the people whom evidence names: all of them, or those you name.",
    ),
]


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    words: record.Words = None,
    *,
    file: From = None,
    from_evidence: FromEvidence = False,
    remove: record.Remove = False,
    expect: Expect = None,
    dry_run: DryRun = False,
    output: Paged = "text",
) -> None:
    """List, add, change or remove people; the help is made from the noun's declaration."""
    from tas_cli.commands.people_call import EnteredCall, carry_out  # noqa: PLC0415 - see options.py

    how = How(None, dry_run, output)
    if file is not None or from_evidence:
        changing = remove or expect is not None
        carry_out(EnteredCall(opportunity, words or [], file, from_evidence, changing), how)
    else:
        record.run("people", opportunity, words, how, remove=remove, expect=expect)


command.__doc__ = record.help_of("people")
