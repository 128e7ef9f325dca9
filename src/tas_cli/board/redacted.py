"""The lines of deals for sharing outside, without names of people, amounts and free text; pure.

A field of a line is private unless it is declared public here, as in `assess/redaction.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tas_cli.assess.disclosure import Disclosure
from tas_cli.assess.redaction import REDACTED
from tas_cli.board.actions import Due
from tas_cli.board.line import DealLine, Hold, Meeting, Then
from tas_cli.board.scope import Scope
from tas_cli.source.characters import folded

PUBLIC = frozenset(
    (
        "actions",
        "account",
        "ages",
        "asks",
        "assessed",
        "balances",
        "begun",
        "better",
        "called",
        "chosen",
        "claimed",
        "claimed_probability",
        "close",
        "competitors",
        "currency",
        "customer",
        "days",
        "debriefs",
        "ended",
        "file",
        "first",
        "forecast",
        "graded",
        "id",
        "lost_to",
        "met",
        "open_tactics",
        "overdue_actions",
        "overdue_tactics",
        "postponed",
        "probability",
        "proven",
        "rated",
        "reachable",
        "reasons",
        "recommended",
        "reviews",
        "signs",
        "signs_seen",
        "stale",
        "status",
        "step",
        "supported",
        "unknown",
        "unquestioned",
        "usual",
        "variation",
        "worse",
    )
)
"""The fields that hold no name of a person, amount or free text."""


def redacted(lines: Iterable[DealLine], scope: Scope) -> tuple[list[DealLine], Scope]:
    """Return lines and what they depend on, to be shared outside.

    A deal goes by its short name, its owner by a number in the order of the names. There are no
    amounts, so there is nothing to add up.
    """
    found = [*lines]
    owners = sorted({line.person for line in found if line.person}, key=folded)
    reps = {person: f"Rep {number}" for number, person in enumerate(owners, 1)}
    settings = Disclosure(redact=True).settings(scope.settings)
    return [_line(line, reps) for line in found], scope._replace(settings=settings)


def _line(line: DealLine, reps: Mapping[str, str]) -> DealLine:
    rep = reps.get(line.person or "")
    shown: dict[str, Any] = dict.fromkeys(DealLine._fields)
    shown |= {name: value for name, value in line._asdict().items() if name in PUBLIC}
    shown |= {
        "name": line.id,
        "owner": rep,
        "person": rep,
        "meeting": line.meeting and _meeting(line.meeting),
        "hold": line.hold and Hold(line.hold.since, _said(line.hold.trigger)),
        "choice": [*line.choice[:2], *map(_said, line.choice[2:])],
        "earlier": line.earlier and _then(line.earlier, reps),
        "agreed": [_due(each) for each in line.agreed],
        "tactics": [_due(each) for each in line.tactics],
    }
    return DealLine(**shown)


def _said(text: str | None) -> str | None:
    return text and REDACTED


def _meeting(meeting: Meeting) -> Meeting:
    people = [REDACTED] if meeting.people else []
    return Meeting(meeting.date, people, _said(meeting.what), REDACTED if people else "")


def _then(then: Then, reps: Mapping[str, str]) -> Then:
    person = then.person and reps.get(then.person, REDACTED)
    return then._replace(person=person, amount=None)


def _due(each: Due) -> Due:
    return each._replace(what=REDACTED, owner=_said(each.owner), answer=_said(each.answer))
