"""What can be wrong with a text before anybody looks at what it says."""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.diagnostics import Path, Severity
from tas_cli.source.nodes import Span

MAX_FAULTS = 200
"""More findings than that in one file help nobody."""


NOWHERE = Span(0, 0)
"""The span of a fault that is about the file and not about its text."""


class Fault(NamedTuple):
    """A finding by place in the text; `fixed` if the text could be read anyway.

    `instead` are the texts in the help that may be written where the span is: they are shown with
    the rest of their line.
    """

    code: str
    message: str
    span: Span
    help: str | None = None
    fixed: bool = False
    path: Path = ()
    severity: Severity = Severity.ERROR
    instead: tuple[str, ...] = ()
