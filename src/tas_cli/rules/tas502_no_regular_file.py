"""TAS502: a pipe, a device or a folder instead of a file."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS502",
    name="no-regular-file",
    severity=Severity.ERROR,
    since="0.1.0",
    why="Reading a pipe or a device can hang forever, so tas reads only regular files.",
    bad="There is a pipe or a device with a name that ends in .yaml.",
    good="There is a regular file with that name.",
    instead="Remove it, or replace it with a regular file.",
    about_content=False,
)
