"""Draws the map of a deal's people, to standard output or to a file."""

from __future__ import annotations

import sys
from pathlib import Path

from tas_cli.commands.map_page import deal_on_day, not_yet
from tas_cli.commands.output_file import write_output
from tas_cli.commands.printing import print_page
from tas_cli.commands.replacing import PICTURE, refuse_output, refuse_suffix
from tas_cli.places import shown_name
from tas_cli.refusals import Refusal
from tas_cli.views.map import counts
from tas_cli.views.page import paragraph
from tas_cli.views.svg.map import map_svg


def draw_map(name: str, at: str | None, file: Path | None, *, force: bool) -> None:
    """Draw who decides in a deal as of a day; with `force` any other file may be replaced.

    Raises:
        WrongCall: the file's name is not that of a picture as svg, or is taken.
        Refusal: there is nobody to draw, or the file cannot be written.
    """
    if file:
        refuse_suffix(file, ".svg", "the picture", "Browsers and office programs")
        refuse_output(file, force=force, ours=PICTURE)
    deal, then = deal_on_day(name, at)
    if said := not_yet(deal, then):
        raise Refusal(said, f"The map of today: `tas map {deal.id}`.")
    if not then.people:
        raise Refusal(
            f"{deal.id} has nobody on the map yet; nothing was drawn.",
            f'Add the first: `tas people {deal.id} "Ann Lee, CEO"`.',
        )
    drawn = map_svg(deal.id, then)
    if file is None:
        sys.stdout.write(drawn)
        return
    write_output(file, drawn)
    people, _ = counts(then)
    print_page((paragraph(f"Drew {people} to {shown_name(file)}."),))
