"""`tas NOUN`: the one command of all records; which of them it is about, its name says."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.display import print_as
from tas_cli.commands.edit_support import Target, change, print_result, target
from tas_cli.commands.inputs import all_given, given
from tas_cli.commands.opening import open_deal, user
from tas_cli.commands.options import DryRun, How, Opportunity, Paged, PageFormat, today_or_stop
from tas_cli.commands.record_completion import offered
from tas_cli.commands.stop import WRONG_CALL, Stop
from tas_cli.edits import record_words
from tas_cli.edits.records import Change, Written, edits, make_sure
from tas_cli.nouns.catalogue import noun as noun_of
from tas_cli.nouns.noun import Noun, records
from tas_cli.views import records as views
from tas_cli.views.json.records import listed_json, written_json

_GRAMMAR = (
    "With the deal alone, its {many} are listed. FIELD=VALUE adds one; with a number or a short"
    " name before it, it changes that one. An empty value takes a field away."
)
_OF_LISTS = (
    " Values of a list have commas between them; FIELD=+x adds to a list, FIELD=-x takes away."
)


def help_of(name: str) -> str:
    """Return the help of a noun's command, made from its declaration."""
    noun = noun_of(name)
    of_lists = _OF_LISTS if any(each.several for each in noun.fields) else ""
    grammar = _GRAMMAR.format(many=noun.key) + of_lists
    fields = "\n".join(f"  {each.name:<14}  {each.about}" for each in noun.fields)
    return f"{noun.about}\n\n{grammar}\n\n\b\nFields:\n{fields}"


def command(  # noqa: PLR0913 - its options
    ctx: typer.Context,
    opportunity: Opportunity,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="KEY FIELD=VALUE",
            help="The number or short name of one, and what it is to be.",
            autocompletion=offered,
        ),
    ] = None,
    *,
    remove: Annotated[bool, typer.Option("--remove", help="Take that one away.")] = False,
    expect: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", help="Change it only where a field of it says this: for scripts."
        ),
    ] = None,
    dry_run: DryRun = False,
    output: Paged = "text",
) -> None:
    """List, add, change or remove records; the help of each noun is its own."""
    noun = noun_of(str(ctx.info_name))
    asked = record_words.words_of(noun, all_given(words, "FIELD=VALUE"))
    if not asked.assignments and not remove:
        if expect is not None or dry_run:
            raise Stop("--expect and --dry-run need a change.", status=WRONG_CALL)
        _list(noun, opportunity, asked.key, output)
        return
    if output == "markdown":
        raise Stop("--format markdown is for the list.", status=WRONG_CALL)
    to = target(opportunity)
    made = _removal(noun, to, asked) if remove else _change(noun, to, asked)
    if expect is not None:
        make_sure(made, given(expect, "--expect") or "")
    how = How(None, dry_run, output)
    written = change(to, lambda now: edits(now, made), how)
    told = Written(to.id, written, made, dry_run)
    print_result(written, how, json=lambda: written_json(told), page=lambda: views.written(told))


def _list(noun: Noun, name: str, key: str, output: PageFormat) -> None:
    """Print all of a deal's records, or the one of that id or number."""
    _, deal = open_deal(name)
    one = record_words.existing(noun, deal.opportunity, key) if key else None
    held = [one] if one else records(noun, deal.opportunity)
    print_as(
        output,
        json=lambda: listed_json(noun, deal.id, deal.file, held),
        page=lambda: views.records(views.Listed(noun, deal.id, deal.file, held)),
    )


def _removal(noun: Noun, to: Target, asked: record_words.Words) -> Change:
    if asked.assignments:
        raise Stop("--remove takes no FIELD=VALUE.", status=WRONG_CALL)
    return record_words.removal(noun, to.opportunity, asked.key)


def _change(noun: Noun, to: Target, asked: record_words.Words) -> Change:
    """Return what the words ask for; what is new is of today, and of the user."""
    day = today_or_stop()
    new = {} if asked.key else {"date": day.isoformat(), "by": user(to.workspace) or ""}
    first = {name: text for name, text in new.items() if noun.field(name)}
    return record_words.change(noun, to.opportunity, asked, first, day)
