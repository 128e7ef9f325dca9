"""The checks of people, at the edges that the oracle's drawn deals do not name."""

from __future__ import annotations

from datetime import date

import pytest
from workspaces import HEAD, day, opportunity

from tas_cli.model.settings import Settings
from tas_cli.rules.departures import departures
from tas_cli.rules.subject import Subject
from tas_cli.rules.topics import rule

TODAY = day("2026-11-23")


def places(code: str, text: str) -> list[str]:
    """Return the places where a check finds something in a deal, as dotted paths."""
    subject = Subject(opportunity(f"{HEAD}{text}\n"), Settings(), TODAY)
    return [".".join(map(str, each.path)) for each in rule(code).findings(subject)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("TAS530", "people: {a: {left: 2027-01-15}}", []),
        ("TAS530", "people: {a: {last_met: 2026-11-24}}", ["people.a.last_met"]),
        ("TAS531", "people: {a: {rank: 1}, b: {rank: 1}}", []),
        ("TAS531", "people: {a: {name: A}, b: {name: A}}", ["people.b"]),
    ],
    ids=["notice given", "met tomorrow", "two without a name", "one name twice"],
)
def test_people_as_records(code: str, text: str, expected: list[str]) -> None:
    """Somebody may leave in the future, and two people without a name are two people."""
    assert places(code, text) == expected


SAID = """\
assessments:
  - date: 2026-10-05
    ratings:
      solution_fit: {{us: {{rating: "{sign}", evidence: [{evidence}]}}}}
{later}people:
  hart: {{name: Sam Hart, left: 2026-11-10}}
  ruiz: {{name: Elena Ruiz, left: 2026-11-20}}
  nair: {{name: Priya Nair, left: 2026-12-01}}
"""
AGAIN = '  - {{date: {day}, ratings: {{solution_fit: {{us: "{sign}"}}}}}}\n'


def behind(*who: str, sign: str = "+", later: str = "", again: str = "+") -> list[object]:
    """Return who left a rating behind that rests on the word of some speakers."""
    evidence = ", ".join(f'{{who: "{each}", what: x}}' if each else "{what: x}" for each in who)
    repeated = AGAIN.format(day=later, sign=again) if later else ""
    text = HEAD + SAID.format(sign=sign, evidence=evidence, later=repeated)
    found = departures(Subject(opportunity(text), Settings(), TODAY))
    assert all(each.criteria == ("solution_fit",) for each in found)
    return [item for each in found for item in (each.key, each.left)]


HART, RUIZ = ["hart", date(2026, 11, 10)], ["ruiz", date(2026, 11, 20)]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (behind("hart"), HART),
        (behind("Sam Hart, adviser"), HART),
        (behind("hart", sign="-"), HART),
        (behind("hart", sign="?"), []),
        (behind("hart; ruiz"), RUIZ),
        (behind("ruiz", "hart"), RUIZ),
        (behind("hart", "nair"), []),
        (behind("hart; Kim Lee"), []),
        (behind("hart", ""), []),
        (behind("Kim Lee"), []),
        (behind(), []),
        (behind("hart", later="2026-11-09"), HART),
        (behind("hart", later="2026-11-10"), []),
        (behind("hart", later="2026-11-09", again="-"), []),
    ],
)
def test_ratings_left_behind(found: list[object], expected: list[object]) -> None:
    """A rating is left behind if all who spoke for it have left, and nobody confirmed it since."""
    assert found == expected
