"""TAS611: executive credibility is +, and we know no executive well."""

from __future__ import annotations

from tas_cli.assess.people import against_us, known_well
from tas_cli.diagnostics import Severity
from tas_cli.model.person import Person
from tas_cli.rules.on_map import mapped, may_reach, plus, unbacked
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import mapped_deals
from tas_cli.rules.subject import Subject

_LEAST = 4
"""The rank from which on somebody is an executive."""


def _fits(_: Subject, person: Person) -> bool:
    known = person.coverage is None or known_well(person)
    return known and may_reach(person.rank, _LEAST) and not against_us(person)


_MEYER = 'meyer: {name: "Joan Meyer", rank: 5, coverage: %s}'

RULE = Rule(
    code="TAS611",
    name="plus-without-executive",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "Executives trust people they have dealt with more than once. If #12 is +, the map should "
        "show somebody of rank 4 or more whom you know more than briefly and who is not against "
        "you. A missing rank or contact counts in your favor, and a map without ranks is not "
        "checked."
    ),
    bad=mapped(_MEYER % "brief", plus("executive_credibility")),
    good=mapped(_MEYER % "multiple", plus("executive_credibility")),
    instead=(
        "Enter which executive you know, and how well (`tas people ID meyer rank=5 "
        "coverage=multiple`). If there is none, rate #12 unknown: `tas rate ID 12=u`."
    ),
    asked_of=mapped_deals,
    check=unbacked(
        "executive_credibility",
        "rank",
        _fits,
        f"nobody of rank {_LEAST} or more is known well and not against us",
    ),
)
