"""`tas NOUN`: one command for all kinds of records; the name it is called by selects the kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from tas_cli.commands.options import DryRun, Expect, How, Opportunity, Paged
from tas_cli.commands.record_completion import offered
from tas_cli.nouns.catalogue import noun as noun_of

_GRAMMAR = (
    "`tas {many} ID` lists the {of}'s {plural}. FIELD=VALUE adds one; to change one, put its"
    " number or short name first. An empty value clears a field."
)
_OF_LISTS = (
    " Separate the values of a list with commas; FIELD=+x adds to it, FIELD=-x removes from it."
)


def help_of(name: str, of: str = "deal") -> str:
    """Return the help for a noun's command, made from its declaration; `of` is what has them."""
    noun = noun_of(name)
    of_lists = _OF_LISTS if any(each.several for each in noun.fields) else ""
    grammar = noun.usage or _GRAMMAR.format(many=noun.command, of=of, plural=noun.plural) + of_lists
    fields = _listed("Fields:", {each.name: each.about for each in noun.fields})
    return "\n\n".join(
        (noun.about, grammar, fields, *([_listed(*noun.legend)] if noun.legend else []))
    )


def _listed(heading: str, found: Mapping[str, str]) -> str:
    """Return names and what they mean, a line each, under a heading."""
    width = max(14, *map(len, found))
    return "\n".join(
        ("\b", heading, *(f"  {name:<{width}}  {about}" for name, about in found.items()))
    )


Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="KEY FIELD=VALUE",
        help="A record's number or short name, and its new values.",
        autocompletion=offered,
    ),
]
Remove = Annotated[bool, typer.Option("--remove", help="Remove that record.")]


def command(  # noqa: PLR0913 - its options
    ctx: typer.Context,
    opportunity: Opportunity,
    words: Words = None,
    *,
    remove: Remove = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Also remove what depends on it, such as ratings.")
    ] = False,
    expect: Expect = None,
    dry_run: DryRun = False,
    output: Paged = "text",
) -> None:
    """List, add, change or remove records; the help of each noun is its own."""
    how, name = How(None, dry_run, output), str(ctx.info_name)
    run(name, opportunity, words, how, remove=remove, replace=replace, expect=expect)


def run(  # noqa: PLR0913 - the command's
    name: str,
    opportunity: str,
    words: list[str] | None,
    how: How,
    *,
    remove: bool,
    replace: bool = False,
    expect: str | None,
    details: tuple[str | None, ...] = (),
    origin: str | None = None,
) -> None:
    """Carry out the call of a noun's command; `details` are those of evidence.

    `origin` is the number of the record that becomes one of this noun.
    """
    from tas_cli.commands.record_call import Called, carry_out  # noqa: PLC0415 - see options.py

    noun = noun_of(name)
    call = Called(noun, opportunity, words or [], remove, replace, expect, details, origin)
    carry_out(call, how)
