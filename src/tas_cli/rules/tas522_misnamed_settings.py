"""TAS522: settings in a file that tas does not read."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS522",
    name="misnamed-settings",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "Only `tas.yaml` is read as settings. Whatever is in `tas.yml` or `Tas.YAML` has no "
        "effect: the defaults apply, and nobody notices."
    ),
    bad="There is a `tas.yml` next to `opportunities/`, with or without a `tas.yaml`.",
    good="The settings are in `tas.yaml`.",
    instead=(
        "Rename the file to `tas.yaml`. If there is one already, move your settings into it. If "
        "`tas.yml` belongs to another program, switch this check off under `rules:`."
    ),
    about_content=False,
)
