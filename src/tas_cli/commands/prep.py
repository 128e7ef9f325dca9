"""`tas prep`."""

from __future__ import annotations

from tas_cli.commands.options import At, Opportunity, Paged


def command(opportunity: Opportunity, *, at: At = None, output: Paged = "text") -> None:
    """Prepare for a meeting: what to ask, and what to bring back.

    First the unknowns that decide the strategy, with questions to ask; then the outcomes that the
    step worked on lacks, and whom to get them from; what was agreed and is still to do; what is
    claimed without evidence; what would win most; ratings that nobody has looked at for long.
    """
    from tas_cli.commands.prep_page import print_prep  # noqa: PLC0415 - see options.py

    print_prep(opportunity, at, output)
