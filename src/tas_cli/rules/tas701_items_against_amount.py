"""TAS701: an objective whose items do not add up to the deal's amount."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.plan import total
from tas_cli.diagnostics import Finding, Severity
from tas_cli.model.currencies import decimals
from tas_cli.rules.command_lines import TEXT, command
from tas_cli.rules.in_process import HEAD
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import planned_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Report a difference that the currency can express, if every item and the deal has an amount.

    | every item has an amount | the deal has one | difference, rounded | found |
    |---|---|---|---|
    | no, or no items | | | no |
    | yes | no | | no |
    | yes | yes | 0 | no |
    | yes | yes | any other | yes |
    """
    added = total(subject.opportunity)
    if added and round(added.gap, decimals(subject.currency)):
        gap = f"{subject.money(abs(added.gap))} {'less' if added.gap > 0 else 'more'}"
        yield Finding(
            f"the items of the objective add up to {subject.money(added.items)}, {gap} than the "
            "amount",
            ("strategy", "objective", "items"),
            f"{command('plan', f'items={TEXT}')}, or correct the amount: "
            f"{command('set', f'amount={TEXT}')}",
            on_key=True,
        )


_FRAME = """\
amount: 3000000
strategy:
  objective:
    what: "Service platform in all three plants"
    items:
      - {what: Licenses, amount: 500000}
      - {what: Rollout, amount: 1200000}
      - {what: "Service, three years", amount: %s}
"""

RULE = Rule(
    code="TAS701",
    name="items-against-amount",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "An objective is measurable when its parts add up to the order. If they do not, part of "
        "the amount is a hope, or part of the offer is missing from the forecast. Nothing is "
        "reported while an item has no amount."
    ),
    bad=HEAD + _FRAME % 800000,
    good=HEAD + _FRAME % 1300000,
    instead=(
        'Correct the items (`tas plan ID items="Licenses=500k, Rollout=1.2M, Service=1.3M"`) or '
        'the amount: `tas set ID amount="2.5M"`.'
    ),
    asked_of=planned_deals,
    check=_check,
)
