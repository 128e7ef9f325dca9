"""What is wrong with a file, and where: every module reports it in this form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Any, NamedTuple

Path = tuple[str | int, ...]
"""A place in a document: the keys and indexes that lead to it from the root."""


class Severity(StrEnum):
    """How serious a finding is.

    An error means that the file cannot be trusted as data, a warning that the deal breaks the
    method. An info is a hint.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """The severity as a number, 0 for the most severe."""
        return list(Severity).index(self)


class Finding(NamedTuple):
    """What a check found at a place in a document, before its line is looked up.

    The caller knows which check it is. `on_key` points at the key that names the place rather than
    at its value. `severity` is given where it is lower than the check's own.
    """

    message: str
    path: Path
    help: str | None = None
    on_key: bool = False
    severity: Severity | None = None


class Diagnostic(NamedTuple):
    """One finding in one file.

    Lines and columns count from 1, columns in code points; the end is exclusive. `file` is the
    path as it was given or found, `path` the place in the document, `help` how to fix it.
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


_SEVERITY = {str(severity): severity for severity in Severity}


def recalled(fields: Sequence[Any], file: str | None = None) -> Diagnostic:
    """Return the diagnostic with these fields, as JSON keeps them.

    If `file` is given, it replaces the file that is kept with it.
    """
    code, severity, message, known, *place, path, help_ = fields
    named = known if file is None else file
    advice = help_ if file is None else filled_in(help_, file)
    return Diagnostic._make(
        (code, _SEVERITY[severity], message, named, *place, tuple(path), advice)
    )


DEAL = "ID"
"""The placeholder for a deal in a hint's command until its file is known."""
_COMMAND_ON_DEAL = re.compile(rf"(?<=`tas )([a-z]+(?:-[a-z]+)*(?: done)?) {DEAL}(?=[ `])")
_SHORT_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


def filled_in(advice: str | None, file: str) -> str | None:
    """Return a hint with the short name of a file's deal; unchanged if the file has none."""
    if advice is None or f" {DEAL}" not in advice:
        return advice
    name = typeable(re.split(r"[/\\]", file)[-1].rpartition(".")[0])
    return _COMMAND_ON_DEAL.sub(rf"\1 {name}", advice)


def typeable(name: str) -> str:
    """Return a deal's short name for use in a command; ID if a shell could misread the name."""
    return name if _SHORT_NAME.fullmatch(name) else DEAL


def in_order(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Sort findings the way every output shows them."""
    return sorted(diagnostics, key=lambda found: found.sort_key)
