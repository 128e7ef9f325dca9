"""`tas rename`."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.options import DryRun, Formatted, How, Opportunity


def command(
    opportunity: Opportunity,
    new: Annotated[str, typer.Argument(metavar="NEW", help="The new short name: acme-crm.")],
    *,
    dry_run: DryRun = False,
    output: Formatted = "text",
) -> None:
    """Change a deal's short name and the name of its file.

    Unsaved drafts and the baseline of `tas check` follow. The deal's own name is a field:
    `tas set ID name="…"`.
    """
    from tas_cli.commands.renaming import rename  # noqa: PLC0415 - see options.py

    rename(opportunity, new, How(None, dry_run, output))
