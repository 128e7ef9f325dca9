"""The checks of people, at the edges that the oracle's drawn deals do not name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from workspaces import HEAD, day, opportunity, write

from tas_cli.model.settings import Settings
from tas_cli.rules.subject import Subject
from tas_cli.rules.topics import rule

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

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


DEAL = """\
account: harbour
competitors: {x: {}}
people:
  a: {name: A, reports_to: b, influences: [c, z], rivals: {x: enemy, y: enemy}}
  c: {via: c}
  d: {title: Clerk}
  e: {unidentified: yes}
"""
ACCOUNT = """\
tas: 1
name: Harbour
people:
  b: {name: B, reports_to: a, rivals: {w: enemy}}
  c: {name: C, conflicts: [d]}
  f: {reports_to: g}
  g: {name: G, reports_to: f}
"""


def found_in(tas: Tas, root: Path, files: dict[str, str]) -> list[str]:
    """Return the file, the code and the place of what is found in a workspace about people."""
    found = tas.at(write(root, {"tas.yaml": "", **files}))("check", "--format", "json").json
    return [
        " ".join((each["file"].partition("/")[0], each["code"], ".".join(map(str, each["path"]))))
        for each in found["diagnostics"]
        if each["code"].startswith("TAS6")
    ]


def test_a_deal_and_its_account(tas: Tas, tmp_path: Path) -> None:
    """Each file has the findings about its own lines; the ids and names of both count."""
    files = {"opportunities/acme.yaml": HEAD + DEAL, "accounts/harbour.yaml": ACCOUNT}
    assert found_in(tas, tmp_path, files) == [
        "accounts TAS601 people.b.reports_to",
        "accounts TAS601 people.c.conflicts",
        "accounts TAS603 people.f",
        "accounts TAS602 people.f.reports_to",
        "accounts TAS602 people.g.reports_to",
        "opportunities TAS602 people.a.reports_to",
        "opportunities TAS601 people.a.influences",
        "opportunities TAS601 people.a.rivals.y",
        "opportunities TAS603 people.d",
    ]


@pytest.mark.parametrize("account", [{}, {"accounts/harbour.yaml": "tas: 1\npeople: 5\n"}])
def test_an_account_that_cannot_be_used(tas: Tas, tmp_path: Path, account: dict[str, str]) -> None:
    """Nothing is concluded from a map that lacks the account's people."""
    found = found_in(tas, tmp_path, {"opportunities/acme.yaml": HEAD + DEAL, **account})
    assert found == ["opportunities TAS630 account"]


def test_a_competitor_of_the_deal_stands_with_somebody(tas: Tas, tmp_path: Path) -> None:
    """The key of a competitor's standing is the reference; an unknown one is refused by name."""
    text = f"{HEAD}competitors: {{x-sys: {{name: X-Sys}}}}\npeople: {{hart: {{name: Sam Hart}}}}\n"
    tas.at(write(tmp_path, {"tas.yaml": "", "opportunities/acme.yaml": text}))
    assert tas("people", "acme", "hart", "rivals.x-sys=supporter").status == 0
    refused = tas("people", "acme", "hart", "rivals.y-sys=enemy")
    assert refused.status == 2
    assert "rivals.y-sys: 'y-sys' is not in competitors" in refused.err


LINES = """\
account: harbour
people:
  a: {name: A, reports_to: b}
  b: {name: B}
  d: {name: D, reports_to: e}
  e: {name: E, reports_to: d}
"""
BOSSES = "tas: 1\nname: Harbour\npeople: {b: {reports_to: c}, c: {name: C}}\n"


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (("c", "reports_to=a"), "reports_to: this would be a ring: c > a > b > c."),
        (("c", "reports_to=c"), "reports_to: this would be a ring: c > c."),
        (("f", "name=F", "reports_to=f"), "reports_to: this would be a ring: f > f."),
        (("a", "reports_to=c"), ""),
        (("a", "reports_to=d"), ""),
        (("d", "rank=3"), ""),
        (("d", "reports_to="), ""),
    ],
)
def test_a_ring_is_refused(tas: Tas, tmp_path: Path, words: tuple[str, ...], refusal: str) -> None:
    """A new line up that closes a ring is refused, over both files; an old ring stops nothing."""
    files = {"opportunities/acme.yaml": HEAD + LINES, "accounts/harbour.yaml": BOSSES}
    result = tas.at(write(tmp_path, {"tas.yaml": "", **files}))("people", "acme", *words)
    assert (result.status, refusal in result.err) == (2 if refusal else 0, True), result.err
