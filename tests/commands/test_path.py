"""`tas path`: the way to a person as a user asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from declared import undeclared
from rich.cells import cell_len
from workspaces import write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

DEAL = """\
tas: 1
name: Patient flow platform
customer: Meridian Health
account: meridian
people:
  ruiz:
    status: supporter
    approach: {strategy: leverage, what: Ask for the board, owner: nicole, due: 2026-12-04}
  nair: {name: Priya Nair, title: CNO, reports_to: ruiz, status: mentor, coverage: in_depth,
    influence: 4}
  okafor: {name: Dan Okafor, title: Director, status: supporter, coverage: multiple,
    influence: 5, influences: [adeyemi], left: 2026-11-20}
  analyst: {title: Finance analyst, unidentified: yes, reports_to: kessler, coverage: none}
  whelan: {name: Tom Whelan, title: CIO, status: non_supporter, coverage: multiple, influence: 3,
    influences: [hart, nobody]}
  hart: {name: Sam Hart, unidentified: no, company: Hart & Co, influence: 5, coverage: none,
    via: ruiz}
history:
  - {date: 2026-11-10, field: people.ruiz.status, from: neutral, to: supporter}
"""
ACCOUNT = """\
tas: 1
name: Meridian Health
people:
  adeyemi: {name: Ruth Adeyemi, title: CEO, status: neutral, coverage: brief, influence: 5}
  ruiz: {name: Elena Ruiz, title: COO, reports_to: adeyemi, influences: [adeyemi, kessler],
    coverage: brief, influence: 5}
  kessler: {name: Martin Kessler, title: CFO, status: neutral, coverage: brief,
    agenda: {business: Margin back to 2.5 %}, sources: {track_record: structure}}
"""


@pytest.fixture
def meridian(tas: Tas, tmp_path: Path) -> Tas:
    """A deal that shares its people with the account."""
    files = {"opportunities/flow.yaml": DEAL, "accounts/meridian.yaml": ACCOUNT}
    return tas.at(write(tmp_path, files))


def steps(tas: Tas, person: str, *options: str) -> list[str]:
    """Return whom the way to a person goes over, the person last."""
    result = tas("path", "flow", person, "--format", "json", *options)
    assert result.status == 0, result.err
    return [each["person"] for each in result.json["steps"]]


@pytest.mark.parametrize("person", ["kessler", "hart", "analyst", "nair"])
@pytest.mark.parametrize("output", ["text", "markdown", "json"])
def test_pages(meridian: Tas, page: SnapshotAssertion, person: str, output: str) -> None:
    """A way with what to ask on it, or who could open one, and the commands for both."""
    result = meridian("path", "flow", person, "--format", output)
    assert (result.status, result.err) == (0, "")
    if output == "text":
        assert max(map(cell_len, result.out.splitlines())) <= 80
    assert result.out == page


@pytest.mark.parametrize("person", ["kessler", "hart"])
def test_the_document_has_the_declared_keys(meridian: Tas, person: str) -> None:
    """With a way and without one, every key is declared, and no declared one is missing."""
    assert undeclared(meridian, f"path flow {person}") == []


@pytest.mark.parametrize("typed", ["kessler", "Martin Kessler", "martin", "M. KESSLER", "cfo"])
def test_a_person_goes_by_name_or_part_of_it(meridian: Tas, typed: str) -> None:
    """The short name, the name, an initial, or part of the name or title are all understood."""
    assert steps(meridian, typed) == ["nair", "ruiz", "kessler"]


def test_the_way_is_that_of_the_day(meridian: Tas) -> None:
    """As of an earlier day, somebody was not for us yet, and who has left since was there."""
    assert steps(meridian, "adeyemi", "--at", "2026-11-15") == ["okafor", "adeyemi"]
    assert steps(meridian, "kessler", "--at", "2026-11-05") == []


FOR_US = "status: supporter, coverage: multiple"
WORDS = [
    ("a: {reports_to: b}", "There is no supporter or mentor whom we know well, to start from."),
    (f"a: {{{FOR_US}}}", "No line leads from the supporters and mentors whom we know well to Bo."),
    ("a: {influences: [b], status: mentor}", "For us, but not within reach yet. > tas path d a"),
    ("a: {influences: [b]}", "Neither for us nor within reach yet. > tas path d a"),
    (f"a: {{influences: [b], {FOR_US}}}", "With us: unknown. Find out before you choose"),
    ("b: {approach: {message: Call us, due: 2027-01-04}, coverage: multiple}", "Message: Call us"),
    (
        "b: {approach: {what: Lunch, due: 2027-01-04}, coverage: multiple}",
        "Lunch (due Mon 4 Jan 20",
    ),
    ("b: {status: non_supporter, coverage: multiple}", "reinforce) or Neutralize (find the"),
]


@pytest.mark.parametrize(("entry", "said"), WORDS)
def test_what_is_missing_or_planned(tas: Tas, tmp_path: Path, entry: str, said: str) -> None:
    """The page says why there is no way, what somebody lacks, and how to deal with the person."""
    bo = "" if entry.startswith("b") else "  b: {name: Bo}\n"
    entry = entry.replace("b: {", "b: {name: Bo, ")
    text = f"tas: 1\nname: A\ncustomer: B\npeople:\n{bo}  {entry}\n"
    found = tas.at(write(tmp_path, {"opportunities/d.yaml": text}))("path", "d", "bo")
    assert said in " ".join(found.out.split()), found.err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Keslser", "Did you mean kessler?"),
        ("xyz", "Use one of adeyemi, ruiz, kessler, nair, analyst, whelan, hart."),
        ("an", "several people have 'an' in their names.\n  Use one of analyst, whelan."),
        ("", "which person?\n  Use one of adeyemi, ruiz"),
        ("okafor", "Dan Okafor, Director, left on 2026-11-20."),
    ],
)
def test_who_is_not_found_is_said(meridian: Tas, typed: str, said: str) -> None:
    """A mistyped, ambiguous or missing name lists who is meant; nobody leads to who has left."""
    result = meridian("path", "flow", typed)
    assert result.status == 2
    assert said in result.err


def test_a_map_without_people_says_how_to_begin(tas: Tas, tmp_path: Path) -> None:
    """A deal without people has no way to anybody, but the command that adds the first."""
    tas.at(write(tmp_path, {"opportunities/flow.yaml": "tas: 1\nname: A\ncustomer: B\n"}))
    result = tas("path", "flow", "ruiz")
    assert result.status == 2
    assert 'Add the first: `tas people flow "First Last, title"`.' in result.err


def test_completion_offers_the_people(meridian: Tas) -> None:
    """After the deal come the short names of its people, the account's among them."""
    assert meridian.offered("tas path flow ") == {
        *("adeyemi", "ruiz", "kessler", "nair", "okafor", "analyst", "whelan", "hart")
    }
    assert meridian.offered("tas people flow kess") == {"kessler"}
