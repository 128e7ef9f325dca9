"""`tas edit`."""

from __future__ import annotations

from tas_cli.commands.options import Formatted, Opportunity


def command(opportunity: Opportunity, *, output: Formatted = "text") -> int:
    """Edit a deal's file in your editor, then check it.

    tas uses the editor that VISUAL or EDITOR names; if neither is set, it offers the editors that
    are installed. Afterwards it reports errors and warnings as `tas check` does. Exit status: 1 if
    the file has errors or the editor failed.
    """
    from tas_cli.commands.editing import edit  # noqa: PLC0415 - see options.py

    return edit(opportunity, output)
