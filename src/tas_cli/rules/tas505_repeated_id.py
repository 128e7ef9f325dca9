"""TAS505: two files with the same short name."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS505",
    name="repeated-id",
    severity=Severity.ERROR,
    since="0.1.0",
    why="When two files have the same short name, tas cannot know which deal you mean.",
    bad=(
        "There are two files: `opportunities/north/kestrel.yaml` and "
        "`opportunities/south/kestrel.yaml`."
    ),
    good="The files are called `kestrel-north.yaml` and `kestrel-south.yaml`.",
    instead="Rename one of the files.",
    about_content=False,
)
