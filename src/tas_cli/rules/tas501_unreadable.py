"""TAS501: a file or folder that cannot be opened."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS501",
    name="unreadable",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "A file that cannot be opened cannot be checked, and its deals are missing from every list."
    ),
    bad="Your account does not have permission to read the file or the folder.",
    good="You can open the file in your editor.",
    instead="Ask the file's owner for access, or fix its permissions.",
    about_content=False,
)
