"""TAS614: the current relationship is +, and we have met half of those who decide, or fewer."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.on_map import claims, contradicted, mapped, names_of, plus, unmet
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import mapped_deals
from tas_cli.rules.subject import Subject

_CRITERION = "current_relationship"
_ROLES = {"decision_maker", "evaluator"}


def _check(subject: Subject) -> Iterator[Finding]:
    """Look for contact with most of them: more than half."""
    asked = [key for key, each in subject.present.items() if _ROLES & {*each.roles}]
    missing = [key for key in asked if unmet(subject.present[key])]
    if missing and claims(subject, _CRITERION) and 2 * len(missing) >= len(asked):
        yield contradicted(
            subject,
            _CRITERION,
            f"we have not met {len(missing)} of {len(asked)} evaluators and decision-makers: "
            f"{names_of(subject, missing)}",
        )


_PEOPLE = """\
meyer: {name: "Joan Meyer", roles: [decision_maker], coverage: %s}
prado: {name: "Luis Prado", roles: [evaluator], coverage: none}
hall: {name: "Ed Hall", roles: [evaluator], coverage: in_depth}
"""

RULE = Rule(
    code="TAS614",
    name="deciders-unmet",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "A relationship with a customer is a relationship with people, above all with those who "
        "evaluate and decide. If #9 is +, you should have met more than half of them. Somebody "
        "whose contact is not filled in counts as met."
    ),
    bad=mapped(_PEOPLE % "none", plus(_CRITERION)),
    good=mapped(_PEOPLE % "brief", plus(_CRITERION)),
    instead=(
        "Meet them, and enter it (`tas people ID meyer coverage=brief`). If your relationship is "
        "with others only, rate #9 unknown: `tas rate ID 9=u`."
    ),
    asked_of=mapped_deals,
    check=_check,
)
