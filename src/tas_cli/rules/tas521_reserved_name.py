"""TAS521: a deal whose file has a name that means something already."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS521",
    name="reserved-name",
    severity=Severity.ERROR,
    since="0.2.0",
    why=(
        "Settings among the deals apply to nothing, and a deal called `tas` looks like settings: "
        "tas reads such a file as neither. `us` and `nobody` have a meaning in every file, and "
        "Windows cannot store a file called `con` or `aux`; for these names it is a warning."
    ),
    bad="There is `opportunities/tas.yaml`.",
    good="The settings are `tas.yaml`, beside `opportunities/`; the deal is `tas-renewal.yaml`.",
    instead="Rename the deal, or move the settings up one folder.",
    about_content=False,
)
