"""`tas check`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tas_cli.commands.completion import opportunities
from tas_cli.commands.options import Format, Formatted, screen
from tas_cli.commands.stop import WRONG_CALL, Stop

if TYPE_CHECKING:
    from tas_cli.workspace import Deal, Loaded, Workspace


def command(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH…",
            help="Files, folders or ids; the whole workspace if left out.",
            autocompletion=opportunities,
        ),
    ] = None,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail, too.")] = False,
    output: Formatted = Format.text,
) -> int:
    """Check the files, and say what to write instead.

    Exit status 1 where errors were found.
    """
    from tas_cli.diagnostics import Severity  # noqa: PLC0415
    from tas_cli.workspace import is_workspace, load, open_workspace  # noqa: PLC0415

    workspace = open_workspace(paths[0] if paths and paths[0].exists() else None)
    if not paths and not is_workspace(workspace.root):
        raise Stop(
            "there is no workspace here: neither tas.yaml nor a folder opportunities.",
            status=WRONG_CALL,
            help="Go to one, name the files to check, or make one with `tas init`.",
        )
    loaded = load(workspace, _existing(paths, workspace) if paths else None, take=_let_go)
    summary = _summary(loaded)
    if output is Format.json:
        from tas_cli.views.json.diagnostics import diagnostics_json  # noqa: PLC0415

        sys.stdout.write(diagnostics_json(loaded.diagnostics, summary))
    else:
        from tas_cli.views.terminal.diagnostics import report  # noqa: PLC0415

        words = _in_words(summary)
        sys.stdout.write(report(loaded.diagnostics, loaded.texts, words, screen()))
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(found.severity in failing for found in loaded.diagnostics))


def _let_go(_deal: Deal) -> None:
    """Checking needs what is wrong with a deal, not the deal."""


def _existing(paths: list[Path], workspace: Workspace) -> list[Path]:
    """Return the paths that were named; an id stands for its file."""
    from tas_cli.workspace import NoOpportunity, TwoOpportunities, find  # noqa: PLC0415

    found = []
    for path in paths:
        if path.exists() or path.is_symlink():
            found.append(path)
            continue
        try:
            found.append(find(workspace, str(path)))
        except (NoOpportunity, TwoOpportunities):
            raise Stop(f"there is no file or opportunity {path}.", status=WRONG_CALL) from None
    return found


def _summary(loaded: Loaded) -> dict[str, int]:
    from tas_cli.diagnostics import Severity  # noqa: PLC0415

    counts = dict.fromkeys(Severity, 0)
    for found in loaded.diagnostics:
        counts[found.severity] += 1
    return {
        "files": loaded.files,
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
    }


def _in_words(summary: dict[str, int]) -> str:
    files = _counted(summary["files"], "file")
    if not summary["errors"] and not summary["warnings"]:
        return f"{files}, nothing wrong."
    errors, warnings = (
        _counted(summary["errors"], "error"),
        _counted(summary["warnings"], "warning"),
    )
    return f"{files}: {errors}, {warnings}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
