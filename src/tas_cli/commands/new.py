"""`tas new`."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tas_cli.commands.options import Format, Formatted
from tas_cli.commands.stop import WRONG_CALL, Stop

if TYPE_CHECKING:
    from tas_cli.source.compose import Draft
    from tas_cli.workspace import Workspace


def command(  # noqa: PLR0913 - its options
    name_id: Annotated[str, typer.Argument(metavar="ID", help="A short name: acme-crm.")],
    *,
    name: Annotated[str | None, typer.Option(help="What the deal is about.")] = None,
    customer: Annotated[str | None, typer.Option(help="The company that buys.")] = None,
    owner: Annotated[str | None, typer.Option(help="The rep who answers for it.")] = None,
    amount: Annotated[str | None, typer.Option(help="The order's value: 250000.")] = None,
    currency: Annotated[str | None, typer.Option(help="ISO 4217: USD, EUR.")] = None,
    close: Annotated[
        str | None, typer.Option(metavar="DATE", help="The expected close: 2027-03-31.")
    ] = None,
    competitor: Annotated[
        list[str] | None,
        typer.Option(metavar="ID=NAME", help="A competitor; the first one is the primary."),
    ] = None,
    incumbent: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Who holds a position: us, a competitor's id, nobody."),
    ] = None,
    output: Formatted = Format.text,
) -> None:
    """Start an opportunity file.

    Example: tas new acme-crm --name "CRM renewal" --customer Acme --competitor x-sys=X-Sys
    """
    from tas_cli.source.compose import Draft, compose  # noqa: PLC0415
    from tas_cli.workspace import open_workspace  # noqa: PLC0415

    _require({"--name": name, "--customer": customer})
    draft = Draft(
        name=name or "",
        customer=customer or "",
        owner=owner,
        amount=amount,
        currency=currency,
        expected_close=close,
        competitors=dict(map(_competitor, competitor or [])),
        incumbent=tuple(incumbent or ()),
    )
    workspace = open_workspace()
    path = _free_path(workspace, name_id)
    text = compose(draft, schema="../schemas/opportunity.schema.json")
    _check(text, draft)
    _write(path, text)
    shown = os.path.relpath(path)
    if output is Format.json:
        sys.stdout.write(json.dumps({"version": 1, "id": name_id, "file": shown}, indent=2) + "\n")
    else:
        sys.stdout.write(f"Made {shown}. Now rate it there, and then: tas show {name_id}\n")


def _require(options: dict[str, str | None]) -> None:
    missing = [option for option, value in options.items() if not (value or "").strip()]
    if missing:
        raise Stop(
            f"an opportunity needs {' and '.join(missing)}.",
            status=WRONG_CALL,
            help='For example: tas new acme-crm --name "CRM renewal" --customer Acme',
        )


def _competitor(text: str) -> tuple[str, str]:
    key, _, name = text.partition("=")
    return key.strip(), name.strip() or key.strip()


def _free_path(workspace: Workspace, name: str) -> Path:
    """Return where the file goes; stop where the id is none, or is taken anywhere."""
    from tas_cli.model.scalars import ID_PATTERN  # noqa: PLC0415
    from tas_cli.workspace import OPPORTUNITIES, opportunity_files, opportunity_id  # noqa: PLC0415

    if not re.fullmatch(ID_PATTERN, name):
        raise Stop(
            f"{name} is no id.",
            status=WRONG_CALL,
            help="Write small letters, digits and hyphens: acme-crm.",
        )
    taken = [path for path in opportunity_files(workspace) if opportunity_id(path) == name]
    if taken:
        raise Stop(f"there is {os.path.relpath(taken[0])} already; nothing was changed.")
    return workspace.root / OPPORTUNITIES / f"{name}.yaml"


def _check(text: str, draft: Draft) -> None:
    """Read the text back before it is written: what the options say must be valid, and arrive."""
    from tas_cli.reading.read import read_opportunity  # noqa: PLC0415

    reading = read_opportunity(text.encode(), "the new file")
    if reading.diagnostics:
        found = reading.diagnostics[0]
        raise Stop(f"{found.message}.", status=WRONG_CALL, help=(found.help or "") + ".")
    value = reading.value
    if value is None or (value.name, value.customer) != (draft.name, draft.customer):
        raise AssertionError("a text was not written as it was given")


def _write(path: Path, text: str) -> None:
    from tas_cli.source.save import create  # noqa: PLC0415

    try:
        create(path, text.encode())
    except FileExistsError:
        raise Stop(f"there is {path} already; nothing was changed.") from None
    except OSError as error:
        raise Stop(f"{path} cannot be written: {(error.strerror or str(error)).lower()}.") from None
