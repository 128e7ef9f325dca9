"""What can be wrong with a text before anybody looks at what it says."""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.diagnostics import Path
from tas_cli.source.nodes import Span

MAX_FAULTS = 200
"""More findings than that in one file help nobody."""


class Fault(NamedTuple):
    """A finding by place in the text; `mended` where the text could be read all the same."""

    code: str
    message: str
    span: Span
    help: str | None = None
    mended: bool = False
    path: Path = ()
