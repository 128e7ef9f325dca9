"""TAS820: a customer's priority without an executive, or without what follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.diagnostics import Finding, Severity
from tas_cli.model.account import Account
from tas_cli.rules.command_lines import TEXT, command
from tas_cli.rules.rule import Rule


def _check_account(account: Account, _: date) -> Iterator[Finding]:
    for at, each in enumerate(account.priorities):
        implied = each.means_for_them or each.means_for_us
        lacks = {"who is responsible for it": each.executive, "what it means": implied}
        missing = [what for what, known in lacks.items() if not known]
        if missing:
            fields = [] if each.executive else [f"executive={TEXT}"]
            fields += [] if implied else [f"means_for_them={TEXT}"]
            yield Finding(
                f"priority {at + 1} does not say {' or '.join(missing)}",
                ("priorities", at),
                command("priorities", str(at + 1), *fields),
            )


_ACCOUNT = """\
# accounts/harbor-line.yaml
tas: 1
name: Harbor Line
people: {ruiz: {name: Elena Ruiz, title: COO}}
priorities:
  - what: Fewer penalties for late ships
"""

RULE = Rule(
    code="TAS820",
    name="priority-incomplete",
    severity=Severity.INFO,
    since="0.2.0",
    why=(
        "A priority of the customer helps you once you know which executive answers for it, and "
        "what it means: first for the customer, then for us. Before that it is a headline."
    ),
    bad=_ACCOUNT,
    good=f"{_ACCOUNT}    executive: ruiz\n    means_for_them: Ships have to leave on time\n",
    instead=(
        "Ask, and enter it: `tas priorities ACCOUNT 1 executive=ruiz "
        'means_for_them="Ships have to leave on time"`.'
    ),
    check_account=_check_account,
)
