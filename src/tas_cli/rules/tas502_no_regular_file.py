"""TAS502: a pipe, a device or a folder in the place of a file."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS502",
    name="no-regular-file",
    severity=Severity.ERROR,
    since="0.1.0",
    why=("Reading a pipe or a device can wait for ever, so only ordinary files are read."),
    bad="There is a pipe or a device whose name ends in .yaml.",
    good="There is an ordinary file with that name.",
    instead="Take it away, or put an ordinary file in its place.",
    about_content=False,
)
