"""TAS504: a file whose name gives no id."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS504",
    name="file-name",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "The name of the file is the id of the deal, which you type on the command line and "
        "see in reports. An id of small letters, digits and hyphens works everywhere without "
        "quotes."
    ),
    bad="The file is called `National Manufacturing (new).yaml`.",
    good="The file is called `national-manufacturing.yaml`.",
    instead="Rename it: small letters, digits and hyphens, with a letter or a digit first.",
    about_content=False,
)
