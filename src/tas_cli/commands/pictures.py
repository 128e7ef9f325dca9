"""Gives a picture to standard output or, with --output, to a file, alike for all commands."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tas_cli.commands.output_file import write_output
from tas_cli.commands.printing import print_page
from tas_cli.commands.replacing import PICTURE, refuse_output, refuse_suffix
from tas_cli.places import shown_name
from tas_cli.refusals import WrongCall
from tas_cli.views.page import paragraph


class Picture(NamedTuple):
    """A picture as an SVG document, and what was drawn, in words: 9 people."""

    svg: str
    what: str


class To(NamedTuple):
    """Where a picture goes: a file, if one is named; with `force` any other may be replaced."""

    file: Path | None
    force: bool = False


def is_picture(output: str, to: To) -> bool:
    """Return whether a call asks for a picture: by --format, or by a file to draw it to.

    Raises:
        WrongCall: it asks for another format in that file.
    """
    if to.file and output not in ("text", "svg"):
        raise WrongCall(
            f"--output draws a picture, as svg, not {output}.", f"Use `--format {output} > FILE`."
        )
    return output == "svg" or to.file is not None


def give_picture(to: To, draw: Callable[[], Picture]) -> None:
    """Draw a picture to standard output or to a file.

    Raises:
        WrongCall: the file's name is not that of a picture as svg, or is taken.
        Refusal: there is nothing to draw, or the file cannot be written.
    """
    if to.file:
        refuse_suffix(to.file, ".svg", "the picture", "Browsers and office programs")
        refuse_output(to.file, force=to.force, ours=PICTURE)
    picture = draw()
    if to.file is None:
        sys.stdout.write(picture.svg)
        return
    write_output(to.file, picture.svg)
    print_page((paragraph(f"Drew {picture.what} to {shown_name(to.file)}."),))
