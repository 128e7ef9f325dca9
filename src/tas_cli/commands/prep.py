"""`tas prep`."""

from __future__ import annotations

import sys

from tas_cli.commands.display import screen
from tas_cli.commands.everywhere import Paged, PageFormat
from tas_cli.commands.options import At, Opportunity, day_or_stop, open_deal


def command(opportunity: Opportunity, *, at: At = None, output: Paged = PageFormat.text) -> None:
    """Prepare a call or a meeting: what to ask, and what to bring back.

    First the unknowns that decide the strategy, with questions to ask; then the outcomes that the
    step worked on lacks, and whom to get them from; what was agreed and is still to do; what is
    claimed without evidence; what would win most; ratings that nobody has looked at for long.
    """
    from tas_cli.assess.deal import DealOnDay  # noqa: PLC0415
    from tas_cli.board.prep import prep  # noqa: PLC0415

    workspace, deal = open_deal(opportunity)
    day = day_or_stop(at, "--at")
    shown = prep(DealOnDay.of(deal.opportunity, workspace.settings, day))
    if output is PageFormat.json:
        from tas_cli.views.json.prep import prep_json  # noqa: PLC0415

        sys.stdout.write(prep_json(deal.id, deal.file, shown))
        return
    if output is PageFormat.markdown:
        from tas_cli.views.markdown import prep as markdown  # noqa: PLC0415

        sys.stdout.write(markdown.prep(deal.id, shown))
        return
    from tas_cli.views.terminal import prep as terminal  # noqa: PLC0415
    from tas_cli.views.terminal.head import Head  # noqa: PLC0415

    about = Head(deal.id, shown.deal.opportunity, day, workspace.settings.currency)
    sys.stdout.write(terminal.prep(about, shown, screen()))
