"""TAS610: inside support is +, and the map has no supporter of weight."""

from __future__ import annotations

from tas_cli.assess.people import for_us
from tas_cli.diagnostics import Severity
from tas_cli.model.person import Person
from tas_cli.rules.on_map import mapped, may_reach, plus, unbacked
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import mapped_deals
from tas_cli.rules.subject import Subject

_LEAST = 3
"""The influence with which a supporter's word counts at home."""


def _fits(_: Subject, person: Person) -> bool:
    return for_us(person) and may_reach(person.influence, _LEAST)


_MEYER = 'meyer: {name: "Joan Meyer", status: supporter, influence: %d}'

RULE = Rule(
    code="TAS610",
    name="plus-without-supporter",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "Inside support is somebody who wants you to win and can do something about it. If #11 is "
        "+, the map should show a supporter or mentor with influence 3 or more who has not left. A "
        "supporter whose influence is not filled in counts, and a map on which nobody has a "
        "`status` is not checked."
    ),
    bad=mapped(_MEYER % 2, plus("inside_support")),
    good=mapped(_MEYER % 3, plus("inside_support")),
    instead=(
        "Enter who supports you (`tas people ID meyer status=supporter influence=4`). If nobody of "
        "weight does, rate #11 unknown: `tas rate ID 11=u`."
    ),
    asked_of=mapped_deals,
    check=unbacked(
        "inside_support",
        "status",
        _fits,
        f"no supporter on the map has influence {_LEAST} or more",
    ),
)
