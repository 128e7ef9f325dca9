"""TAS123: a threshold in the settings with more decimals than its currency has."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.model.settings import Settings
from tas_cli.rules.amounts import Amounts, future, too_fine
from tas_cli.rules.rule import Rule


def _check(settings: Settings) -> Iterator[Finding]:
    asked = settings.thresholds
    if asked is not None:
        amounts: Amounts = {("order_amount",): asked.order_amount, ("profit",): asked.profit}
        amounts |= future(asked.future_revenue)
        for each in too_fine(amounts, settings.currency):
            yield each._replace(path=("thresholds", *each.path))


RULE = Rule(
    code="TAS123",
    name="threshold-decimals",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "A threshold of 250.000 means 250, because the period is the decimal point. Every deal "
        "then meets it, so no check ever questions a + on #16, #17 or #18."
    ),
    bad="""\
# tas.yaml
tas: 1
thresholds: {order_amount: 250.000}
""",
    good="""\
# tas.yaml
tas: 1
thresholds: {order_amount: 250000}
""",
    instead="Write the digits without separators: 250000. Use a period only for decimals: 250.50.",
    about_content=False,
    check_settings=_check,
)
