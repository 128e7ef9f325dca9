"""Prints the result of a command: as JSON, or as a page for a terminal or a document."""

from __future__ import annotations

import sys
from collections.abc import Callable

from tas_cli.commands.display import screen
from tas_cli.views.markdown.page import markdown
from tas_cli.views.page import Page
from tas_cli.views.terminal.page import text


def print_as(output: str, json: Callable[[], str], page: Callable[[], Page]) -> None:
    """Print the result in the format asked for; only that one is produced."""
    if output == "json":
        sys.stdout.write(json())
    else:
        print_page(page(), output)


def print_page(page: Page, output: str = "text") -> None:
    """Print a page, as text or as markdown."""
    sys.stdout.write(markdown(page) if output == "markdown" else text(page, screen()))


def print_csv(text: str) -> None:
    """Print csv as UTF-8 with its own line ends, whatever the system's are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
