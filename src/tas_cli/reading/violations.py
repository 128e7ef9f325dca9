"""What reading finds in a document that breaks the format of its file."""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.diagnostics import Path


class Violation(NamedTuple):
    """A place in a document that breaks the format, and the code of the check.

    `on_key` points at the key that names the place rather than at its value; `meant` is the place
    that a misspelled key was meant for. `instead` has the texts in the help that may replace the
    value: they are shown with the rest of their line.
    """

    code: str
    message: str
    path: Path
    help: str | None = None
    on_key: bool = False
    meant: Path | None = None
    instead: tuple[str, ...] = ()
