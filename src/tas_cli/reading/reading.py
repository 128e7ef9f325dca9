"""The result of reading a file: its value, if it can be trusted, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from tas_cli.diagnostics import Diagnostic, Finding, Path, Severity
from tas_cli.model.base import FileModel
from tas_cli.source.faults import NOWHERE, Fault
from tas_cli.source.nodes import Mapping, Node, locate
from tas_cli.source.text import NO_TEXT, Text

Model = TypeVar("Model", bound=FileModel)


def no_tree(_: Path) -> Node:
    """Return the tree of a file that has none: an empty mapping."""
    return Mapping(NOWHERE)


@dataclass(frozen=True, slots=True)
class Reading(Generic[Model]):
    """The result of reading a file.

    `value` is None if an error makes the file untrustworthy as data. Signs that were corrected on
    the way are errors as well, but the value can be trusted.
    """

    file: str
    value: Model | None
    diagnostics: tuple[Diagnostic, ...] = ()
    text: Text = NO_TEXT
    tree: Callable[[Path], Node] = field(default=no_tree, compare=False, repr=False)
    """The part of the document's tree on a path."""

    def diagnostic(self, finding: Finding, code: str, severity: Severity) -> Diagnostic:
        """Return what a check found, with its place in this file.

        It has the check's severity unless the finding has one of its own.
        """
        message, path, help_, on_key, own = finding
        span = locate(self.tree(path), path, key=on_key)
        fault = Fault(code, message, span, help_, path=path, severity=own or severity)
        return diagnostic_of(fault, self.text, self.file)


def unreadable(fault: Fault, file: str) -> Diagnostic:
    """Return the diagnostic for a file that cannot be read at all."""
    return diagnostic_of(fault, NO_TEXT, file)


def diagnostic_of(fault: Fault, text: Text, file: str) -> Diagnostic:
    """Return a fault of a file as a diagnostic, with its place in the text."""
    length = len(text.content)
    start = text.position(min(fault.span.start, length))
    end = text.position(min(fault.span.end, length))
    return Diagnostic(
        code=fault.code,
        severity=fault.severity,
        message=fault.message,
        file=file,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        path=fault.path,
        help=fault.help,
    )
