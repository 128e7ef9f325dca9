"""TAS621: an approach that does not fit how somebody stands with us."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.approach import planned, proposed
from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.people import Approach, standings
from tas_cli.rules.command_lines import command
from tas_cli.rules.on_map import mapped, name_of
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import mapped_deals
from tas_cli.rules.subject import Subject

_ALWAYS = "motivate"
"""The approach that suits anybody: there is no harm in winning somebody over."""


def _check(subject: Subject) -> Iterator[Finding]:
    for key, person in subject.present.items():
        plan, fitting = planned(person), proposed(person)
        if person.status and plan and plan.key != _ALWAYS and plan not in fitting:
            yield Finding(
                f"the approach to {name_of(subject, key)} is {plan.key}, but `status` is "
                f"{person.status}",
                subject.person_path(key, "approach", "strategy"),
                f"{command('people', key, f'approach.strategy={fitting[0].key}')}, or correct how "
                f"they stand with us: {command('people', key, f'status={_fitting(plan)}')}",
            )


def _fitting(plan: Approach) -> str:
    """Return a standing that an approach is meant for."""
    return next(each.key for each in standings().values() if each.approach == plan.key)


_HALL = """\
hall: {name: "Ed Hall", status: enemy, influence: 2,
  approach: {strategy: %s}}
"""

RULE = Rule(
    code="TAS621",
    name="approach-against-standing",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "To leverage is to ask for help, so it is for supporters and mentors. To neutralize is for "
        "those who want you to lose. The opposite wastes support, or arms an enemy. To motivate "
        "suits anybody (our reading). Usually, one of the two entries is out of date."
    ),
    bad=mapped(_HALL % "leverage"),
    good=mapped(_HALL % "neutralize"),
    instead=(
        "Correct the approach (`tas people ID hall approach.strategy=neutralize`), or how the "
        "person stands with you: `tas people ID hall status=supporter`."
    ),
    asked_of=mapped_deals,
    check=_check,
)
