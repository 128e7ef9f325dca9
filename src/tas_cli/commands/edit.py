"""`tas edit`."""

from __future__ import annotations

from tas_cli.commands.options import Formatted, Opportunity


def command(opportunity: Opportunity, *, output: Formatted = "text") -> int:
    """Edit a deal's file in your editor, then check it.

    The editor is what VISUAL or EDITOR names. Warnings are shown as `tas check` shows them. Exit
    status 1 where the file has errors afterwards, or the editor failed.
    """
    from tas_cli.commands.editing import edit  # noqa: PLC0415 - see options.py

    return edit(opportunity, output)
