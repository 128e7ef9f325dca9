"""What can be wrong with a text, whatever it says."""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.diagnostics import Path, Severity
from tas_cli.source.nodes import Span

MAX_FAULTS = 200
"""More findings than this in one file help nobody."""


NOWHERE = Span(0, 0)
"""The span of a fault in the file as a whole."""


class Fault(NamedTuple):
    """A finding by place in the text; `fixed` if the text could be read anyway.

    `instead` has the texts in the help that may replace the span: they are shown with the rest of
    their line.
    """

    code: str
    message: str
    span: Span
    help: str | None = None
    fixed: bool = False
    path: Path = ()
    severity: Severity = Severity.ERROR
    instead: tuple[str, ...] = ()
