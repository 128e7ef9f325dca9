"""The page by which a rep prepares a call."""

from __future__ import annotations

from tas_cli.assess.deal import DealOnDay
from tas_cli.board import prep as preparation
from tas_cli.commands.display import print_as, screen
from tas_cli.commands.opening import open_deal
from tas_cli.commands.options import PageFormat, day_or_stop
from tas_cli.views.json.prep import prep_json
from tas_cli.views.markdown import prep as markdown


def print_prep(name: str, at: str | None, output: PageFormat) -> None:
    """Print what to ask, and what to bring back."""
    workspace, deal = open_deal(name)
    day = day_or_stop(at, "--at")
    shown = preparation.prep(DealOnDay.of(deal.opportunity, workspace.settings, day))

    def text() -> str:
        from tas_cli.views.terminal import head, prep  # noqa: PLC0415 - rich

        about = head.Head(deal.id, shown.deal.opportunity, day, workspace.settings.currency)
        return prep.prep(about, shown, screen())

    print_as(
        output,
        text=text,
        json=lambda: prep_json(deal.id, deal.file, shown),
        markdown=lambda: markdown.prep(deal.id, shown),
    )
