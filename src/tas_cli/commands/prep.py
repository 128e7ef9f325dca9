"""`tas prep`."""

from __future__ import annotations

from tas_cli.commands.options import At, Opportunity, Paged


def command(opportunity: Opportunity, *, at: At = None, output: Paged = "text") -> None:
    """Prepare for a meeting: what to ask, and what to bring back.

    The page starts with the unknowns that decide the strategy, and questions to ask about them.
    Then come outcomes missing in the current step and whom to ask about them, open action items,
    claims without evidence, changes that would help most, and ratings to re-check.
    """
    from tas_cli.commands.prep_page import print_prep  # noqa: PLC0415 - see options.py

    print_prep(opportunity, at, output)
