"""`tas schema`: the JSON Schemas with which editors complete, explain and check the files."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tas_cli.commands.standard_error import say, unwritable
from tas_cli.kinds import KINDS, OPPORTUNITY, SCHEMAS, FileKind
from tas_cli.model.schema import schema_of
from tas_cli.places import find_root, shown_name
from tas_cli.refusals import WrongCall
from tas_cli.source.files import Unreadable, read_bytes
from tas_cli.source.packaged import json_schemas
from tas_cli.source.save import write_new_or_replace
from tas_cli.views.json.document import document


class Format(StrEnum):
    """The output formats; a schema is JSON in both."""

    TEXT = "text"
    JSON = "json"


_NAMES = [kind.name for kind in KINDS]
_KNOWN = " or ".join(_NAMES)


def command(
    which: Annotated[
        str | None,
        typer.Argument(
            metavar="KIND",
            help=f"Kind of file: {_KNOWN}. Default: opportunity.",
            autocompletion=lambda incomplete: [
                name for name in _NAMES if name.startswith(incomplete)
            ],
        ),
    ] = None,
    *,
    write: Annotated[
        bool, typer.Option("--write", help="Write all schemas to schemas/ in the workspace.")
    ] = False,
    printed_by: Annotated[
        str | None,
        typer.Option(
            "--json", metavar="COMMAND", help="Print the schema of a command's JSON output."
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - named like the option
        Format, typer.Option(help="Output format of --write; a schema is always JSON.")
    ] = Format.TEXT,
) -> None:
    """Print or write the JSON Schemas for editors.

    The first line of a file names its schema, so editors with a YAML extension complete and check
    it without any setup.
    """
    if printed_by is not None:
        if which or write:
            raise WrongCall("--json cannot be combined with other arguments.")
        sys.stdout.write(_of_output(printed_by))
    elif not write:
        sys.stdout.write(rendered(_kind(which or OPPORTUNITY.name)))
    elif which is not None:
        raise WrongCall("--write writes all schemas.", f"Leave out `{which}`.")
    else:
        _report(write_schemas(find_root(Path.cwd())), format)


def _report(written: dict[Path, bool], output: Format) -> None:
    if output is Format.JSON:
        files = {
            state: [shown_name(path) for path in written if written[path] is state]
            for state in (True, False)
        }
        sys.stdout.write(document({"written": files[True], "kept": files[False]}))
        return
    for path, is_new in written.items():
        state = "written" if is_new else "up to date"
        say(f"{shown_name(path)}: {state}")


def _kind(name: str) -> FileKind:
    for kind in KINDS:
        if kind.name == name:
            return kind
    raise WrongCall(f"there is no schema {name}.", f"Use {_KNOWN}.")


def _of_output(command: str) -> str:
    known = json_schemas()
    if command not in known:
        listed = ", ".join(known)
        raise WrongCall(f"{command} has no JSON output.", f"Use one of {listed}.")
    return known[command].read_text(encoding="ascii")


def rendered(kind: FileKind) -> str:
    """Return the schema for a kind of file as the text of a schema file."""
    return json.dumps(schema_of(kind), indent=2, ensure_ascii=True) + "\n"


def write_schemas(root: Path) -> dict[Path, bool]:
    """Write the schemas of a workspace, if they differ; return for each whether it was written.

    Raises:
        Refusal: a file cannot be written, or a link leads out of the workspace.
    """
    return {
        (path := root / SCHEMAS / kind.schema): _write(path, rendered(kind).encode("ascii"), root)
        for kind in KINDS
    }


def _write(path: Path, data: bytes, root: Path) -> bool:
    try:
        if _holds(path, data, root):
            return False
        write_new_or_replace(path, data, root)
    except OSError as error:
        raise unwritable(path, error) from None
    return True


def _holds(path: Path, data: bytes, root: Path) -> bool:
    with suppress(Unreadable):
        return read_bytes(path, root) == data
    return False
