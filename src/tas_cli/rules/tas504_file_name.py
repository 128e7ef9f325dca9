"""TAS504: a file whose name cannot serve as a short name."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS504",
    name="file-name",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "The file's name is the deal's short name: you type it in commands and see it in "
        "reports. Lowercase letters, digits and hyphens work everywhere without quotes."
    ),
    bad="The file is called `National Manufacturing (new).yaml`.",
    good="The file is called `national-manufacturing.yaml`.",
    instead=(
        "Rename the file: lowercase letters, digits and hyphens, starting with a letter or digit."
    ),
    about_content=False,
)
