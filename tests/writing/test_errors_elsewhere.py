"""An error in the file blocks only the edits it affects, and the line to fix is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from changes import Deal
from workspaces import HEAD

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

RATED = """\
incumbent: x
assessments:
  - date: 2026-11-02
    ratings:
      solution_fit: {us: "+", x: "-", z: "?"}
"""


def _competitors(x: str) -> str:
    return f"{HEAD}competitors:\n  x: {x}\n  z: {{name: Z}}\n{RATED}"


WRONG = {
    "name-no-text": _competitors("{name: 12}"),
    "unknown-key": _competitors("{nmae: X}"),
    "no-mapping": _competitors("[X]"),
    "twice": _competitors("{name: X}\n  x: {name: Y}"),
    "no-id": _competitors("{name: X}\n  Y Sys: {name: Y}"),
    "reserved": _competitors("{name: X}\n  us: {name: Y}"),
    "in-capitals": _competitors("{name: X}").replace("  x: {name", "  X: {name"),
    "a-list-of-ids": f"{HEAD}competitors: [x, z]\n{RATED}",
    "a-list-of-names": f"{HEAD}competitors:\n  - X Systems\n{RATED}",
    "assessment-without-date": _competitors("{}").replace("2026-11-02", ""),
    "assessment-on-no-day": _competitors("{}") + "  - {date: 2026-02-30, ratings: {}}\n",
    "assessment-that-is-a-text": _competitors("{}") + "  - later\n",
    "cell-without-rating": _competitors("{}").replace('z: "?"', "z: {note: so}"),
    "history": _competitors("{}") + "history:\n  - {date: 2026-01-01}\n  - {date: x, field: y}\n",
    "note-without-text": _competitors("{}") + "notes:\n  - {date: 2026-01-01}\n  - {text: x}\n",
    "debrief-without-date": _competitors("{}") + "debriefs: [{by: lena}]\n",
    "action-without-what": _competitors("{}")
    + "debriefs: [{date: 2026-01-01, actions: [{owner: x}, {what: y}]}]\n",
    "name-missing": _competitors("{}").replace("name: Cranes\n", ""),
    "customer-no-text": _competitors("{}").replace("customer: Harbour", "customer: 12"),
    "anchor": _competitors("&a {name: X}"),
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_an_error_elsewhere_does_not_block_an_edit(tas: Tas, tmp_path: Path, text: str) -> None:
    """We and each competitor can be rated, and a field set; only that is written."""
    deal = Deal(tas, tmp_path, text)
    wrong = tas("check", "--format", "json").json["diagnostics"]
    for call in (("rate", "a", "5=+"), ("rate", "a", "5:z=-"), ("rate", "a", "5:x=?")):
        result = tas(*call)
        assert result.status == 0, result.err
    result = tas("set", "a", "profit=12")
    assert result.status == 0, result.err
    assert not [line for line in deal.changes() if line.startswith("- ")]
    assert '+       compelling_event: {us: "+", z: "-", x: "?"}' in deal.changes()
    still = tas("check", "--format", "json").json["diagnostics"]
    assert {each["message"] for each in still} == {each["message"] for each in wrong}


@pytest.mark.parametrize("text", [WRONG["name-no-text"], WRONG["in-capitals"]])
def test_consequences_of_an_error_are_not_reported(tas: Tas, tmp_path: Path, text: str) -> None:
    """A competitor with an error in its declaration is not also reported as undeclared."""
    Deal(tas, tmp_path, text)
    [found] = tas("check", "--format", "json").json["diagnostics"]
    assert found["line"] == 5


BLOCKED = {
    "inside-of-it": (
        WRONG["no-mapping"].replace("Cranes", "12"),
        ("set", "a", "competitor:x=X"),
        "opportunities/a.yaml:5:6: TAS107",
    ),
    "a-cell": (
        WRONG["name-no-text"].replace('us: "+"', 'us: {rating: "+", evidence: none}'),
        ("rate", "a", "7=+", "--evidence", "so", "--date", "2026-11-02"),
        "opportunities/a.yaml:11:50: TAS107",
    ),
    "another-version": (
        "name: 12\nassessments: -\ntas: 2\n",
        ("set", "a", "amount=1"),
        "opportunities/a.yaml:3:6: TAS115",
    ),
    "no-version": (
        "name: 12\ncustomer: –\n",
        ("set", "a", "amount=1"),
        "TAS106: `tas` is missing",
    ),
    "a-second-document": (
        HEAD + "amount: -\n---\nx: y\n",
        ("set", "a", "amount=1"),
        "opportunities/a.yaml:5:1: TAS111",
    ),
}


@pytest.mark.parametrize(("text", "call", "message"), BLOCKED.values(), ids=BLOCKED)
def test_the_line_to_fix_is_the_blocking_one(
    tas: Tas, tmp_path: Path, text: str, call: tuple[str, ...], message: str
) -> None:
    """The line that is in the way is named, however many other errors come before it."""
    deal = Deal(tas, tmp_path, text)
    result = tas(*call)
    assert result.status == 1
    assert message in result.err.splitlines()[0]
    assert "Fix that line first" in result.err
    assert deal.untouched


def test_fixing_one_error_may_show_another(tas: Tas, tmp_path: Path) -> None:
    """An error that was hidden by another one does not block fixing that one."""
    deal = Deal(tas, tmp_path, WRONG["name-missing"].replace("incumbent: x", "incumbent: nobdy"))
    result = tas("set", "a", "name=Cranes")
    assert result.status == 0
    assert "`nobdy` is not a declared competitor" in result.err
    assert deal.changes() == ["+ name: Cranes"]
