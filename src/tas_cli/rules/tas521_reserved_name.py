"""TAS521: a file with a reserved name."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS521",
    name="reserved-name",
    severity=Severity.ERROR,
    since="0.2.0",
    why=(
        "If there is a `tas.yaml` among the deals, it is read neither as settings nor as a "
        "deal. Other reserved names are warnings: `us` and `nobody` have a special meaning in "
        "every file, and Windows cannot store a file called `con` or `aux`."
    ),
    bad="There is a file `opportunities/tas.yaml`.",
    good=(
        "The settings are in `tas.yaml`, next to `opportunities/`. The deal is in "
        "`tas-renewal.yaml`."
    ),
    instead="Rename the deal's file, or move the settings up one folder.",
    about_content=False,
)
