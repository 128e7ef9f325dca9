"""Prints the result of a command: as JSON, or as a page for a terminal or a document."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from tas_cli.commands.display import has_pager, height, screen
from tas_cli.views.markdown.page import markdown
from tas_cli.views.page import Page
from tas_cli.views.terminal.page import text


def print_as(
    output: str, json: Callable[[], str], page: Callable[[], Page], *, paged: bool = False
) -> None:
    """Print the result in the format asked for; only that one is produced.

    A page that may be long is `paged`: on a terminal on which it does not fit, a pager shows it.
    """
    if output == "json":
        sys.stdout.write(json())
    elif paged and output == "text" and has_pager():
        _show(text(page(), screen()))
    else:
        print_page(page(), output)


def _show(shown: str) -> None:
    """Print a text, or show it in the user's pager if it does not fit on the terminal."""
    if shown.count("\n") < height():
        sys.stdout.write(shown)
        return
    from pydoc import pager  # noqa: PLC0415 - only for long pages

    os.environ.setdefault("LESS", "FRX")  # colors; nothing is cleared
    pager(shown)


def print_page(page: Page, output: str = "text") -> None:
    """Print a page, as text or as markdown."""
    sys.stdout.write(markdown(page) if output == "markdown" else text(page, screen()))


def print_exactly(text: str) -> None:
    """Print csv or a calendar as UTF-8 with its own line ends, whatever the system's are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
