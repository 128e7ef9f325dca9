"""Where a page of HTML goes: to a file, to the browser, or in a pipe to standard output."""

from __future__ import annotations

import sys
from pathlib import Path

from tas_cli.commands.options import PageFile
from tas_cli.commands.output_file import write_output
from tas_cli.commands.printing import print_exactly, print_page
from tas_cli.commands.replacing import PAGE, refuse_output, refuse_suffix
from tas_cli.places import shown_name
from tas_cli.refusals import WrongCall
from tas_cli.source.paths import real
from tas_cli.views.page import paragraph


def refuse_other_formats(output: str, to: PageFile, *, redact: bool = False) -> None:
    """Refuse options of a page of HTML unless a call asks for one: by --format, or by a place.

    Raises:
        WrongCall: it asks for another format there, or has options that only a page has.
    """
    where = "--output" if to.file else "--open" if to.opened else ""
    if where and output not in ("text", "html"):
        raise WrongCall(f"{where} is for a page of HTML, not {output}.")
    if output != "html" and not where:
        given = "--redact" if redact else "--force"
        raise WrongCall(f"{given} is for a page of HTML.", "Add --format html.")


def give_page(page: str, name: str, to: PageFile) -> None:
    """Give a page of HTML; in a terminal it goes to NAME.html unless a file is named.

    Raises:
        WrongCall: the file is something else.
        Refusal: the file cannot be written.
    """
    if to.file is None and not to.opened and not sys.stdout.isatty():
        print_exactly(page)
        return
    file = to.file or Path(f"{name}.html")
    refuse_suffix(file, ".html", "the page", "Browsers")
    refuse_output(file, force=to.force, ours=PAGE)
    write_output(file, page)
    print_page((paragraph(f"Wrote {shown_name(file)}."),))
    if to.opened:
        open_page(file)


def open_page(file: Path) -> None:
    """Open a page in the user's browser."""
    import webbrowser  # noqa: PLC0415 - only for --open

    webbrowser.open(real(file).as_uri())
