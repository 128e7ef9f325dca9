"""`tas edit`."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from tas_cli.commands.changing import agreed, can_ask
from tas_cli.commands.display import screen
from tas_cli.commands.options import Format, Formatted, Opportunity, find_file
from tas_cli.commands.stop import WRONG_CALL, Stop

if TYPE_CHECKING:
    from tas_cli.workspace import Loaded, Workspace

_WINDOWS = os.name == "nt"


def command(opportunity: Opportunity, *, output: Formatted = Format.text) -> int:
    """Edit the file in your editor, and check it afterwards.

    The editor is what VISUAL or EDITOR names. Exit status 1 where the file has errors afterwards.
    """
    from tas_cli.diagnostics import Severity  # noqa: PLC0415

    workspace, path = find_file(opportunity)
    editor = _editor(output)
    before = _bytes(path, workspace)
    while True:
        _run(editor, path)
        loaded = _checked(workspace, path)
        changed = _bytes(path, workspace) != before
        _tell(loaded, path, output, changed=changed)
        broken = any(found.severity is Severity.ERROR for found in loaded.diagnostics)
        if not broken or not can_ask(output) or not _go_back(path):
            return int(broken)


def _editor(output: Format) -> list[str]:
    """Return the editor's words; it is run without a shell."""
    named = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    if not named and not can_ask(output):
        raise Stop(
            "there is no terminal for an editor, and neither VISUAL nor EDITOR names one.",
            status=WRONG_CALL,
            help="Set EDITOR, or use `tas rate` and `tas set`.",
        )
    with suppress(ValueError):
        words = shlex.split(named, posix=not _WINDOWS)
        return words or ["notepad" if _WINDOWS else "vi"]
    raise Stop(f"the editor {named!r} cannot be read: a quote is not closed.", status=WRONG_CALL)


def _bytes(path: Path, workspace: Workspace) -> bytes:
    from tas_cli.source.files import Unreadable, read_bytes  # noqa: PLC0415

    try:
        return read_bytes(path, workspace.root)
    except Unreadable as error:
        raise Stop(f"{path}: {error.fault.message}.", help=error.fault.help or "") from None


def _run(editor: list[str], path: Path) -> None:
    """Run the editor until it ends; Ctrl-C is its own business, as it has the terminal."""
    try:
        process = subprocess.Popen([*editor, str(path.absolute())])  # noqa: S603 - the user's own
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Stop(
            f"the editor {editor[0]} cannot be started: {reason}.",
            status=WRONG_CALL,
            help="Set VISUAL or EDITOR to one that can.",
        ) from None
    while True:
        with suppress(KeyboardInterrupt):
            status = process.wait()
            break
    if status:
        sys.stderr.write(f"The editor ended with status {status}.\n")


def _checked(workspace: Workspace, path: Path) -> Loaded:
    from tas_cli.workspace import load  # noqa: PLC0415

    return load(workspace, [path])


def _tell(loaded: Loaded, path: Path, output: Format, *, changed: bool) -> None:
    """Print what is wrong with the file now."""
    from tas_cli.places import opportunity_id, shown_name  # noqa: PLC0415

    if output is Format.json:
        from tas_cli.views.json.edited import edited_json  # noqa: PLC0415

        told = edited_json(opportunity_id(path), shown_name(path), loaded, changed=changed)
        sys.stdout.write(told)
        return
    from tas_cli.views.terminal.diagnostics import report  # noqa: PLC0415

    number = len(loaded.diagnostics)
    state = "changed" if changed else "as it was"
    wrong = f"{number} to mend" if number else "nothing wrong"
    summary = f"{shown_name(path)}: {state}, {wrong}."
    sys.stdout.write(report(loaded.diagnostics, loaded.texts, summary, screen()))
    sys.stdout.flush()


def _go_back(path: Path) -> bool:
    """Ask whether to open the editor once more."""
    from tas_cli.places import shown_name  # noqa: PLC0415

    try:
        return agreed("Go back to the editor?")
    except typer.Abort:
        raise Stop(f"{shown_name(path)} stays as it is, with errors.", status=130) from None
