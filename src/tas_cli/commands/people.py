"""`tas people`: the command of a noun, which also takes people from a table and from evidence."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands import record
from tas_cli.commands.options import (
    DryRun,
    Expect,
    How,
    Link,
    Opportunity,
    Paged,
    Text,
    When,
    Who,
)

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

What = Annotated[
    Text,
    typer.Option(metavar="TEXT", help="What supports the entry; without any, it is assumed."),
]


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    words: record.Words = None,
    *,
    file: From = None,
    from_evidence: FromEvidence = False,
    evidence: What = None,
    who: Who = None,
    when: When = None,
    link: Link = None,
    remove: record.Remove = False,
    expect: Expect = None,
    dry_run: DryRun = False,
    output: Paged = "text",
) -> None:
    """List, add, change or remove people; the help is made from the noun's declaration."""
    from tas_cli.commands.people_call import EnteredCall, carry_out  # noqa: PLC0415 - see options.py

    how, details = How(None, dry_run, output), (evidence, who, when, link)
    if file is not None or from_evidence:
        changing = remove or any(text is not None for text in (expect, *details))
        carry_out(EnteredCall(opportunity, words or [], file, from_evidence, changing), how)
    else:
        record.run("people", opportunity, words, how, remove=remove, expect=expect, details=details)


command.__doc__ = record.help_of("people")
