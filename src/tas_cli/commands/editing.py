"""Opens a file in the user's editor, and checks it afterwards."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

import typer

from tas_cli.checking.report import Report
from tas_cli.commands.check_request import Wanted
from tas_cli.commands.checked import check_files
from tas_cli.commands.editors import found_editor
from tas_cli.commands.opening import find_file
from tas_cli.commands.options import Format
from tas_cli.commands.outputs import text_of
from tas_cli.commands.prompts import can_ask, confirmed
from tas_cli.commands.standard_error import say
from tas_cli.commands.text_report import findings_text
from tas_cli.diagnostics import Severity
from tas_cli.places import opportunity_id, shown_name
from tas_cli.refusals import Refusal, WrongCall, reason_of
from tas_cli.source.files import Unreadable, read_bytes
from tas_cli.today import todays_date
from tas_cli.views.findings import severities
from tas_cli.views.json.edited import edited_json
from tas_cli.workspace import Workspace

_WINDOWS = os.name == "nt"


def edit(name: str, output: Format) -> int:
    """Open the editor, reopen it while the user wants to fix errors, and return the exit status."""
    workspace, path = find_file(name)
    editor = _editor(output)
    before = _bytes(path, workspace)
    while True:
        failed = _run(editor, path)
        report = check_files([str(path)], Wanted(day=todays_date())).report
        changed = _bytes(path, workspace) != before
        _report(report, path, workspace, output, changed=changed)
        broken = report.count(Severity.ERROR) > 0
        if not broken or not can_ask(output) or not _go_back(path):
            return int(broken or failed)


def _editor(output: Format) -> list[str]:
    """Return the editor's command line, which is run without a shell."""
    named = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    if not named and not can_ask(output):
        raise WrongCall(
            "no editor to open: there is no terminal, and neither VISUAL nor EDITOR is set.",
            "Set EDITOR, or use `tas rate` and `tas set`.",
        )
    with suppress(ValueError):
        return shlex.split(named, posix=not _WINDOWS) or found_editor()
    raise WrongCall(f"the editor {named!r} has an unclosed quote.", "Correct VISUAL or EDITOR.")


def _bytes(path: Path, workspace: Workspace) -> bytes:
    try:
        return read_bytes(path, workspace.root)
    except Unreadable as error:
        raise Refusal(f"{path}: {error.fault.message}.", error.fault.help or "") from None


def _run(editor: list[str], path: Path) -> bool:
    """Run the editor until it exits, and return whether it failed.

    The editor handles Ctrl-C itself, since it has the terminal.
    """
    try:
        process = subprocess.Popen([*editor, str(path.absolute())])  # noqa: S603 - the user's own editor
    except OSError as error:
        raise WrongCall(
            f"cannot start the editor {editor[0]}: {reason_of(error)}.",
            "Set VISUAL or EDITOR to an installed editor.",
        ) from None
    while True:
        with suppress(KeyboardInterrupt):
            status = process.wait()
            break
    if status:
        sys.stderr.write(f"The editor exited with status {status}.\n")
    return status != 0


def _report(
    report: Report, path: Path, workspace: Workspace, output: Format, *, changed: bool
) -> None:
    """Print the findings in the file as it is now; hints are only counted."""
    if output == "json":
        document = edited_json(opportunity_id(path), shown_name(path), report, changed=changed)
        sys.stdout.write(document)
        return
    state = "changed" if changed else "unchanged"
    wrong = severities(report.diagnostics) if report.diagnostics else "no problems found"
    summary = f"{shown_name(path)}: {state}, {wrong}."
    shown = report.only(Severity.ERROR, Severity.WARNING)
    if len(shown.diagnostics) < len(report.diagnostics):
        summary += f" (To see the hints: tas check {opportunity_id(path)} --hints)"
    lines = partial(text_of, root=workspace.root)
    sys.stdout.write(findings_text(shown, lines, summary, plain=False))
    sys.stdout.flush()


def _go_back(path: Path) -> bool:
    """Ask whether to open the editor again."""
    try:
        return confirmed("Reopen the editor?")
    except typer.Abort:
        say(f"tas: {shown_name(path)} still has errors.")
        raise typer.Exit(130) from None
