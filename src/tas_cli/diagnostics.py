"""What is wrong with a file, and where: the one shape in which every room reports it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

Path = tuple[str | int, ...]
"""A place in a document: the keys and indexes that lead to it from the root."""


class Severity(StrEnum):
    """How bad a finding is.

    An error means that the file cannot be trusted as data, a warning that the method is broken,
    an info is a hint.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Finding(NamedTuple):
    """Something to say about a place in a document, before anybody looks up its line.

    `on_key` points at the key that names the place rather than at its value; `mended` says that
    the document can be read all the same; `meant` is the place that a misspelt key was meant for.
    `severity` is given where it is lower than the rule's own. `instead` are the texts in the help
    that may be written at the place: they are shown with the rest of their line.
    """

    code: str
    message: str
    path: Path
    help: str | None = None
    on_key: bool = False
    mended: bool = False
    meant: Path | None = None
    severity: Severity | None = None
    instead: tuple[str, ...] = ()


class Diagnostic(NamedTuple):
    """One finding in one file.

    Lines and columns count from 1, columns in code points; the end is exclusive. `file` is the
    path as it was given or found, `path` the place in the document, `help` what to write instead.
    """

    code: str
    severity: Severity
    message: str
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    path: Path = ()
    help: str | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """The order of output: file, line, column, code."""
        return (self.file, self.line, self.column, self.code, self.message)


def in_order(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Sort findings the way that every output shows them."""
    return sorted(diagnostics, key=lambda found: found.sort_key)
