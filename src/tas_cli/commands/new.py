"""`tas new`."""

from __future__ import annotations

import json
import os
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tas_cli.commands.edit_support import all_given, can_ask, endings, given
from tas_cli.commands.options import Format, Formatted
from tas_cli.commands.stop import WRONG_CALL, Stop, say, unwritable

if TYPE_CHECKING:
    from tas_cli.commands.guided import Start
    from tas_cli.source.new_file import Draft
    from tas_cli.workspace import Workspace

_AN_ID = "Write small letters, digits and hyphens: acme-crm."


Id = Annotated[
    str | None,
    typer.Argument(metavar="ID", help="A short name: acme-crm.", show_default=False),
]
Name = Annotated[str | None, typer.Option(help="What the deal is about.")]
Customer = Annotated[str | None, typer.Option(help="The company that buys.")]
Owner = Annotated[str | None, typer.Option(help="The rep who answers for it.")]
Amount = Annotated[str | None, typer.Option(help="The order's value: 250000.")]
Currency = Annotated[str | None, typer.Option(help="ISO 4217: USD, EUR.")]
Close = Annotated[str | None, typer.Option(metavar="DATE", help="The expected close: 2027-03-31.")]
Competitors = Annotated[
    list[str] | None,
    typer.Option(metavar="ID=NAME", help="A competitor; the first one is the primary."),
]
Incumbents = Annotated[
    list[str] | None,
    typer.Option(metavar="ID", help="Who holds a position: us, a competitor's id, nobody."),
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
    output: Formatted = Format.text,
) -> int:
    """Start an opportunity file.

    Without an id, a name or a customer it asks on a terminal, and then for all that is left out;
    defaults come from tas.yaml and git.

    Example: tas new acme-crm --name "CRM renewal" --customer Acme --competitor x-sys=X-Sys
    """
    from tas_cli.edits.fields import typed  # noqa: PLC0415
    from tas_cli.source.new_file import Draft  # noqa: PLC0415

    with endings():
        draft = Draft(
            name=given(name, "--name") or "",
            customer=given(customer, "--customer") or "",
            owner=given(owner, "--owner"),
            amount=typed("amount", given(amount, "--amount") or "") or None,
            currency=given(currency, "--currency"),
            expected_close=given(close, "--close"),
            competitors=_competitors(all_given(competitor, "--competitor")),
            incumbent=tuple(all_given(incumbent, "--incumbent")),
        )
        return _start(name_id, draft, output)


def _start(name_id: str | None, draft: Draft, output: Format) -> int:
    """Make the file, after asking for what is missing where there is somebody to ask."""
    from tas_cli.edits.starting import composed  # noqa: PLC0415
    from tas_cli.reading.read import read_opportunity  # noqa: PLC0415
    from tas_cli.reading.team import newly_unknown  # noqa: PLC0415
    from tas_cli.workspace import open_workspace  # noqa: PLC0415

    workspace = open_workspace()
    missing = _missing(name_id, draft)
    if missing:
        if not can_ask(output):
            raise _needs(missing)
        name_id, draft = _asked(workspace, name_id, draft)
    key = name_id or ""
    path = _free_path(workspace, key)
    text = composed(draft)
    _write(path, text, workspace.root)
    now = read_opportunity(text.encode(), path.name).value
    for line in newly_unknown(None, now, workspace.settings) if now else ():
        say(line)
    _tell(key, os.path.relpath(path), output)
    return _offered(key) if missing else 0


def _asked(workspace: Workspace, name_id: str | None, draft: Draft) -> Start:
    """Ask for what is missing; what the options say wrong is said before that."""
    from tas_cli.commands.guided import guided  # noqa: PLC0415
    from tas_cli.edits.starting import composed  # noqa: PLC0415

    if name_id:
        _free_path(workspace, name_id)
    composed(replace(draft, name=draft.name or "name", customer=draft.customer or "customer"))
    return guided(name_id, draft, workspace, lambda key: _problem(workspace, key))


def _offered(key: str) -> int:
    from tas_cli.commands.guided import offer_scorecard  # noqa: PLC0415

    return offer_scorecard(key)


def _tell(key: str, shown: str, output: Format) -> None:
    if output is Format.json:
        sys.stdout.write(json.dumps({"version": 1, "id": key, "file": shown}, indent=2) + "\n")
    else:
        sys.stdout.write(f"Made {shown}. Rate it next: tas score {key}, or tas rate {key} 5=+\n")


def _missing(name_id: str | None, draft: Draft) -> list[str]:
    needed = {"an ID": name_id, "--name": draft.name, "--customer": draft.customer}
    return [option for option, value in needed.items() if not value]


def _needs(missing: list[str]) -> Stop:
    return Stop(
        f"an opportunity needs {' and '.join(missing)}.",
        status=WRONG_CALL,
        help='For example: tas new acme-crm --name "CRM renewal" --customer Acme',
    )


def _competitors(texts: list[str]) -> dict[str, str]:
    from tas_cli.edits.fields import several_competitors  # noqa: PLC0415

    pairs = [_competitor(each) for text in texts for each in several_competitors(text)]
    names = dict(pairs)
    if len(names) < len(pairs):
        raise Stop("a competitor's id is given twice.", status=WRONG_CALL, help="Write ID=NAME.")
    return names


def _competitor(text: str) -> tuple[str, str]:
    key, _, name = text.partition("=")
    return key.strip(), name.strip() or key.strip()


def _free_path(workspace: Workspace, name: str) -> Path:
    """Return where the file goes; stop where the id is none, or is taken anywhere."""
    from tas_cli.places import OPPORTUNITIES  # noqa: PLC0415

    if wrong := _no_id(name):
        raise Stop(wrong, status=WRONG_CALL, help=_AN_ID)
    if taken := _taken(workspace, name):
        raise Stop(f"there is {taken} already; nothing was changed.")
    return workspace.root / OPPORTUNITIES / f"{name}.yaml"


def _problem(workspace: Workspace, name: str) -> str:
    """Return what is wrong with an id that was answered, nothing where it is fine."""
    if wrong := _no_id(name):
        return f"{wrong} {_AN_ID}"
    taken = _taken(workspace, name)
    return f"There is {taken} already." if taken else ""


def _no_id(name: str) -> str:
    """Return why a name is no id, nothing where it is one."""
    from tas_cli.model.reserved import reserved  # noqa: PLC0415
    from tas_cli.model.scalars import ID_PATTERN  # noqa: PLC0415

    if re.fullmatch(ID_PATTERN, name) is None:
        return f"{name} is no id."
    meaning = reserved(name)
    return f"{name} is taken: {meaning}." if meaning else ""


def _taken(workspace: Workspace, name: str) -> str:
    """Return the file that has the id, nothing where none has."""
    from tas_cli.places import opportunity_id  # noqa: PLC0415
    from tas_cli.workspace import opportunity_files  # noqa: PLC0415

    paths = (path for path in opportunity_files(workspace) if opportunity_id(path) == name)
    return next(map(os.path.relpath, paths), "")


def _write(path: Path, text: str, root: Path) -> None:
    from tas_cli.source.save import create  # noqa: PLC0415

    try:
        create(path, text.encode(), root)
    except FileExistsError:
        raise Stop(f"there is {path} already; nothing was changed.") from None
    except OSError as error:
        raise unwritable(path, error) from None
