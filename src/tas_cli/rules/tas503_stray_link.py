"""TAS503: a link that leads nowhere or out of the workspace."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS503",
    name="stray-link",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "A link out of the workspace could show, or change, a file that nobody meant to "
        "share. One that leads nowhere has lost its deal."
    ),
    bad="A link in `opportunities/` leads to a file in your home folder.",
    good=("The file itself stands in `opportunities/`, or the link stays inside the workspace."),
    instead="Copy the file or folder into the workspace, or remove the link.",
    about_content=False,
)
