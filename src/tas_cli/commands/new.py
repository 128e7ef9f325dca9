"""`tas new`."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from tas_cli.commands.days import interpreter_for, say_heard
from tas_cli.commands.folding import folded
from tas_cli.commands.guided import guided, offer_scorecard
from tas_cli.commands.inputs import all_given, given
from tas_cli.commands.options import Format, Formatted, Text
from tas_cli.commands.prompts import can_ask
from tas_cli.commands.short_names import check_id, taken
from tas_cli.commands.standard_error import say, unwritable
from tas_cli.edits.fields import competitors_named
from tas_cli.edits.remarks import remarks
from tas_cli.edits.starting import composed
from tas_cli.kinds import OPPORTUNITY
from tas_cli.reading.read import read_opportunity
from tas_cli.refusals import Refusal, WrongCall
from tas_cli.source.new_file import NewDeal
from tas_cli.source.save import create
from tas_cli.today import todays_date
from tas_cli.typed.interpreter import Interpreter
from tas_cli.views.json.document import document
from tas_cli.workspace import Workspace, open_workspace

Id = Annotated[
    Text,
    typer.Argument(metavar="ID", help="Short name for commands: acme-crm.", show_default=False),
]
Name = Annotated[Text, typer.Option(metavar="TEXT", help="What the deal is about.")]
Customer = Annotated[Text, typer.Option(metavar="TEXT", help="The company you are selling to.")]
Owner = Annotated[Text, typer.Option(metavar="NAME", help="The rep who owns the deal.")]
Amount = Annotated[Text, typer.Option(metavar="AMOUNT", help="Order value: 250000, 250k, 1.2M.")]
Currency = Annotated[Text, typer.Option(metavar="CODE", help="Three-letter currency code: USD.")]
Close = Annotated[
    Text, typer.Option(metavar="DATE", help="Expected close date: 2027-03-31, 31 Mar.")
]
Competitors = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME",
        help="A competitor: Their Name, or short-name=Their Name; repeatable. The first is the"
        " primary one.",
    ),
]
Incumbents = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ID", help="Who is in place today: us, a competitor's short name or nobody."
    ),
]


def command(  # noqa: PLR0913 - its options
    name_id: Id = None,
    *,
    name: Name = None,
    customer: Customer = None,
    owner: Owner = None,
    amount: Amount = None,
    currency: Currency = None,
    close: Close = None,
    competitor: Competitors = None,
    incumbent: Incumbents = None,
    output: Formatted = "text",
) -> int:
    """Start a deal.

    On a terminal, `tas new` alone asks for everything. If the short name, --name or --customer
    is missing, it asks for that. Defaults come from tas.yaml and git.

    Example: tas new acme --name "CRM renewal" --customer "Acme Corp"
    """
    draft = NewDeal(
        name=given(name, "--name") or "",
        customer=given(customer, "--customer") or "",
        owner=given(owner, "--owner"),
        amount=given(amount, "--amount"),
        currency=given(currency, "--currency"),
        expected_close=given(close, "--close"),
        competitors=_competitors(all_given(competitor, "--competitor")),
        incumbent=tuple(all_given(incumbent, "--incumbent")),
    )
    return _start(name_id, draft, output)


def _start(name_id: str | None, draft: NewDeal, output: Format) -> int:
    """Create the file, after asking for what is missing if there is somebody to ask."""
    workspace = open_workspace()
    interpreter = interpreter_for(workspace.settings, draft.currency or workspace.settings.currency)
    draft = _as_files_spell(draft, interpreter)
    say_heard(interpreter)
    needed = {"a short name": name_id, "--name": draft.name, "--customer": draft.customer}
    missing = [option for option, value in needed.items() if not value]
    if missing and not can_ask(output):
        raise WrongCall(
            f"a deal needs {_listed(missing)}.",
            'For example: tas new acme --name "CRM renewal" --customer "Acme Corp"',
        )
    if missing:
        name_id, draft = _asked(workspace, name_id, draft)
    key = name_id or ""
    path = _free_path(workspace, key)
    text = composed(draft)
    _write(path, text, workspace.root)
    now = read_opportunity(text.encode(), path.name).value
    for line in remarks(None, now, workspace.settings, todays_date()) if now else ():
        say(line)
    _report(key, os.path.relpath(path), output)
    return offer_scorecard(key) if missing else 0


def _as_files_spell(draft: NewDeal, interpreter: Interpreter) -> NewDeal:
    """Return a draft with its amount and date as files spell them.

    Raises:
        WrongCall: one of them can mean two things, or the date is not one.
    """
    close, amount = draft.expected_close, draft.amount
    return replace(
        draft,
        currency=draft.currency and interpreter.spelled("currency", draft.currency, "--currency"),
        amount=amount and interpreter.amount(amount, "--amount"),
        expected_close=close and str(interpreter.next_day(close, "--close")),
    )


def _listed(names: list[str]) -> str:
    """Return names as a sentence lists them."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _asked(workspace: Workspace, name_id: str | None, draft: NewDeal) -> tuple[str, NewDeal]:
    """Ask for what is missing, but first refuse invalid options."""
    if name_id:
        _free_path(workspace, name_id)
    composed(replace(draft, name=draft.name or "name", customer=draft.customer or "customer"))
    return guided(name_id, draft, workspace, partial(_free, workspace))


def _report(key: str, shown: str, output: Format) -> None:
    if output == "json":
        sys.stdout.write(document({"id": key, "file": shown}))
    else:
        to_rate = f"To rate it: `tas score {key}`, or `tas rate {key} 5=+`"
        sys.stdout.write(f"Created {shown}\n{folded(to_rate, sys.stdout)}\n")


def _competitors(texts: list[str]) -> dict[str, str]:
    """Return the names of competitors by id."""
    found: dict[str, str] = {}
    for text in texts:
        found |= competitors_named(text, found)
    return found


def _free_path(workspace: Workspace, name: str) -> Path:
    """Return the path of the new file.

    Raises:
        WrongCall: the id is invalid, or taken anywhere in the workspace.
    """
    check_id(name, "tas new")
    if there := taken(workspace, name):
        raise Refusal(f"{there} already exists.", "Choose another short name.")
    return workspace.root / OPPORTUNITY.folder / f"{name}.yaml"


def _free(workspace: Workspace, name: str) -> str:
    """Return the id if it can be used.

    Raises:
        WrongCall: it is invalid or taken.
    """
    check_id(name)
    if there := taken(workspace, name):
        raise WrongCall(f"{there} already exists.")
    return name


def _write(path: Path, text: str, root: Path) -> None:
    try:
        create(path, text.encode(), root)
    except FileExistsError:
        raise Refusal(f"{path} already exists.", "Choose another short name.") from None
    except OSError as error:
        raise unwritable(path, error) from None
