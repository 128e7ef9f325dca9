"""TAS613: the informal decision criteria are +, and we have met nobody of the inner circle."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.model.person import Person
from tas_cli.rules.on_map import mapped, may_be_inner, plus, unbacked, unmet
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import mapped_deals
from tas_cli.rules.subject import Subject


def _fits(subject: Subject, person: Person) -> bool:
    return may_be_inner(subject, person) and not unmet(person)


_MEYER = 'meyer: {name: "Joan Meyer", influence: 5, coverage: %s}'

RULE = Rule(
    code="TAS613",
    name="inner-circle-unmet",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "The inner circle knows how a decision is really made. If #14 is +, you should have met "
        "somebody in it: influence 5, unless `bands` in tas.yaml says otherwise. A missing "
        "influence or contact counts in your favor, and a map without influences is not checked."
    ),
    bad=mapped(_MEYER % "none", plus("informal_decision_criteria")),
    good=mapped(_MEYER % "brief", plus("informal_decision_criteria")),
    instead=(
        "Enter who in the inner circle you have met (`tas people ID meyer influence=5 "
        "coverage=brief`). If nobody, rate #14 unknown: `tas rate ID 14=u`."
    ),
    asked_of=mapped_deals,
    check=unbacked(
        "informal_decision_criteria",
        "influence",
        _fits,
        "we have met nobody in the inner circle",
    ),
)
