"""TAS516: `forecast_from` names a step that the sales process does not have."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.process import sales_process
from tas_cli.diagnostics import Finding, Severity
from tas_cli.model.settings import Settings
from tas_cli.reading.nearest import did_you_mean
from tas_cli.rules.rule import Rule


def _check(settings: Settings) -> Iterator[Finding]:
    wanted = settings.forecast_from
    if wanted is None:
        return
    known = [step.key for step in sales_process(settings)]
    for category, step in (("commit", wanted.commit), ("best_case", wanted.best_case)):
        if step not in known:
            yield Finding(
                f"`{step}` is not a step of your sales process, so no deal is evidenced as"
                f" {category.replace('_', ' ')}",
                ("forecast_from", category),
                did_you_mean(step, known, f"write one of: {', '.join(known)}"),
            )


RULE = Rule(
    code="TAS516",
    name="unknown-forecast-step",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "A deal is evidenced as commit or best case once the step named in `forecast_from` is "
        "complete by evidence. If there is no such step, no deal ever is."
    ),
    bad="""\
# tas.yaml
tas: 1
forecast_from: {commit: prove}
""",
    good="""\
# tas.yaml
tas: 1
forecast_from: {commit: proof, best_case: develop}
""",
    instead="Name a step of the method, or one of your own under `steps:`.",
    check_settings=_check,
)
