"""TAS503: a broken link, or one that points outside the workspace."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS503",
    name="stray-link",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "A link that points outside the workspace could expose or change a file that nobody "
        "meant to share. A broken link leads to no deal at all."
    ),
    bad="A link in `opportunities/` points to a file in your home folder.",
    good="The file itself is in `opportunities/`, or the link points to a file in the workspace.",
    instead="Copy the file or folder into the workspace, or remove the link.",
    about_content=False,
)
