"""Draws the map of a deal's people, to standard output or to a file."""

from __future__ import annotations

import sys
from pathlib import Path

from tas_cli.commands.map_page import deal_on_day
from tas_cli.commands.output_file import write_output
from tas_cli.commands.printing import print_page
from tas_cli.commands.replacing import PICTURE, refuse_output
from tas_cli.places import shown_name
from tas_cli.refusals import Refusal, WrongCall
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
        _refuse_name(file)
        refuse_output(file, force=force, ours=PICTURE)
    deal, then = deal_on_day(name, at)
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


def _refuse_name(file: Path) -> None:
    """Refuse a name that would make other programs take the picture for something else."""
    if file.suffix and file.suffix.lower() != ".svg":
        raise WrongCall(
            f"--output {file}: the picture is svg, not {file.suffix[1:]}.",
            f"Browsers and office programs open svg: --output {file.with_suffix('.svg')}.",
        )
