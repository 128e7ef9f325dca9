"""`tas strategy`."""

from __future__ import annotations

from tas_cli.commands.options import At, Evidenced, Formatted, Opportunity


def command(
    opportunity: Opportunity,
    *,
    at: At = None,
    evidenced: Evidenced = False,
    output: Formatted = "text",
) -> None:
    """Recommend a strategy: why, and what would change it.

    Unknown cells are never guessed. If they matter, tas lists the strategies still possible and
    what to find out next.
    """
    from tas_cli.commands.deal_pages import print_strategy  # noqa: PLC0415 - see options.py

    print_strategy(opportunity, at, output, evidenced=evidenced)
