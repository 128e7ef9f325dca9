"""TAS505: two files that give the same id."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS505",
    name="repeated-id",
    severity=Severity.ERROR,
    since="0.1.0",
    why="When two files share an id, nobody can say which deal you mean by it.",
    bad=(
        "There is `opportunities/north/kestrel.yaml` and also `opportunities/south/kestrel.yaml`."
    ),
    good="They are called `kestrel-north.yaml` and `kestrel-south.yaml`.",
    instead="Rename one of them.",
    about_content=False,
)
