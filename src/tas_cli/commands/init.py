"""`tas init`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from tas_cli.commands.options import Format, Formatted
from tas_cli.commands.stop import Stop


def command(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder; made if it is not there.")
    ] = Path(),
    *,
    output: Formatted = Format.text,
) -> None:
    """Make a workspace: settings, an example, schemas for your editor.

    What is there already stays as it is.
    """
    made, kept = [], []
    for name, data in _files():
        path = folder / name
        try:
            _create(path, data)
            made.append(str(path))
        except FileExistsError:
            kept.append(str(path))
    if output is Format.json:
        sys.stdout.write(json.dumps({"version": 1, "made": made, "kept": kept}, indent=2) + "\n")
        return
    _say(made, kept, folder)


def _files() -> Iterator[tuple[str, bytes]]:
    from tas_cli.commands.schema import Which, rendered  # noqa: PLC0415
    from tas_cli.source.packaged import template  # noqa: PLC0415

    yield "tas.yaml", template("tas.yaml")
    yield "opportunities/example.yaml", template("example.yaml")
    yield "schemas/opportunity.schema.json", rendered(Which.OPPORTUNITY).encode()
    yield "schemas/tas.schema.json", rendered(Which.SETTINGS).encode()
    yield ".vscode/settings.json", template("vscode-settings.json")
    yield ".vscode/extensions.json", template("vscode-extensions.json")
    yield ".gitignore", template("gitignore")


def _create(path: Path, data: bytes) -> None:
    from tas_cli.source.save import create  # noqa: PLC0415

    try:
        create(path, data)
    except FileExistsError:
        raise
    except OSError as error:
        raise Stop(f"{path} cannot be written: {(error.strerror or str(error)).lower()}.") from None


def _say(made: list[str], kept: list[str], folder: Path) -> None:
    from tas_cli.views.safe import safe  # noqa: PLC0415

    for path in made:
        sys.stdout.write(f"made  {safe(path)}\n")
    for path in kept:
        sys.stdout.write(f"kept  {safe(path)}, which was there\n")
    where = "" if folder == Path() else f"cd {safe(str(folder))} and then "
    sys.stdout.write(f"\nNow: {where}tas show example\n")
