"""`tas people --from` and `--from-evidence`: people from tables, and those whom evidence names."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from changes import DEAL, Deal
from hypothesis import given, settings
from hypothesis import strategies as st
from workspaces import opportunity

from tas_cli.assess.organization import rings
from tas_cli.edits.cells_of_csv import BadRow
from tas_cli.edits.people_entries import changed_people, entered
from tas_cli.edits.people_table import people_table

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Result, Tas
    from syrupy.assertion import SnapshotAssertion

    from tas_cli.model.person import Person

ON_THE_MAP = """\
people:
  adeyemi: {name: Ruth Adeyemi, title: CEO}   # since May
  kessler: {name: Martin Kessler, roles: [approver]}
"""
EXPORT = """\
Full Name,Job Title,Reports To,Email,Contact Role
Elena Ruiz,COO,"Adeyemi, Ruth",e@example.com,Decision Maker
Dan Okafor,Dir. flow,Priya Nair,,Business User
Priya Nair,CNO,ruiz,p@example.com,
Martin Kessler,CFO,,,Executive Sponsor
Ruth Adeyemi,Chair,,,
Gus Pell,Architect,Tom Whelan,,

"Confidential, do not distribute",,,,
"""


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal with two people."""
    return Deal(tas, tmp_path, DEAL + ON_THE_MAP)


def _people(deal: Deal) -> dict[str, Person]:
    return opportunity(deal.text).people


def _from(deal: Deal, table: str | bytes, *options: str) -> Result:
    path = deal.path.with_name("export.csv")
    path.write_bytes(table if isinstance(table, bytes) else table.encode())
    return deal.tas("people", "a", "--from", str(path), *options)


def test_an_export(deal: Deal, page: SnapshotAssertion) -> None:
    """New people are added, empty fields of the others filled in, and the rest is explained."""
    done = _from(deal, EXPORT)
    assert (done.status, done.err) == (0, "")
    assert done.out == page
    assert "\n".join(deal.changes()) == page(name="changes")


def test_other_alphabets(deal: Deal) -> None:
    """Names without a plain letter get short names, too; twice is like once."""
    table = "name,reports to\n李雷,韓梅\n韓梅,\nИван Котов,李雷\n—,\n"
    assert _from(deal, table).status == 0
    people = _people(deal)
    assert [*people][2:] == ["person", "person-2", "person-3"]
    assert people["person"].reports_to == "person-2"
    assert people["person-3"].reports_to == "person"
    assert "3 on the map already" in _from(deal, table).out
    assert deal.tas("people", "a", "Котов", "brief").status == 0
    assert _people(deal)["person-3"].coverage == "brief"


def test_in_an_account(deal: Deal) -> None:
    """In a deal with an account, roles go to the deal and the rest to the account's file."""
    deal.path.write_text(DEAL + "account: harbor\n")
    account = deal.path.parent.parent / "accounts" / "harbor.yaml"
    account.parent.mkdir()
    account.write_text("tas: 1\nname: Harbor\n" + ON_THE_MAP)
    done = _from(deal, EXPORT, "--format", "json")
    assert (done.status, done.json["shared"]["changed"]) == (0, True), done.err
    assert _people(deal)["ruiz"].model_dump(exclude_unset=True) == {"roles": ["decision_maker"]}
    assert "name: Elena Ruiz" in account.read_text()
    again = _from(deal, EXPORT)
    assert "6 on the map already" in again.out
    assert "Nothing to change in opportunities/a.yaml." in again.out
    alone = deal.tas(
        "people", "accounts/harbor.yaml", "--from", str(deal.path.with_name("export.csv"))
    )
    assert (alone.status, alone.err) == (0, "")


def test_again(deal: Deal) -> None:
    """The same table again changes nothing."""
    _from(deal, EXPORT)
    before = deal.text
    again = _from(deal, EXPORT, "--format", "json")
    assert (again.status, again.json["changed"], again.json["people"]) == (0, False, [])
    assert set(again.json["same"]) == {"ruiz", "okafor", "nair", "kessler", "adeyemi", "pell"}
    assert [each["number"] for each in again.json["left_out"]] == [7, 9]
    assert again.json["unused"] == ["Email"]
    assert deal.text == before


def test_dry_run(deal: Deal) -> None:
    """A dry run shows the lines of the file, and saves nothing."""
    shown = _from(deal, EXPORT, "--dry-run")
    assert "+    name: Elena Ruiz" in shown.out
    assert deal.untouched


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("head", ["", "sep={}\r\n"])
def test_spreadsheets(encoding: str, delimiter: str, head: str) -> None:
    """Separators, encodings and line ends of spreadsheets are understood."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows([["Name", "Title"], ["Zoë Lund", "VP, IT; x"]])
    data = (head.format(delimiter) + text.getvalue()).encode(encoding)
    (only,) = people_table(data).entries
    assert (only.name, only.title) == ("Zoë Lund", "VP, IT; x")


@pytest.mark.parametrize(
    ("header", "row", "name", "title", "boss"),
    [
        ("First Name,Last Name,Job title", "Ana,Ruiz,COO", "Ana Ruiz", "COO", ""),
        ("Person - Name,Person - Job title", "Ana Ruiz,COO", "Ana Ruiz", "COO", ""),
        ("Contact: Full Name*,Manager", "Ana Ruiz,Jo Park", "Ana Ruiz", "", "Jo Park"),
        ("NAME,POSITION,Reports-To", '"Ruiz, Ana",COO,"Park, Jo"', "Ana Ruiz", "COO", "Jo Park"),
        ("Employee name,Role", "Ana Ruiz,Head of IT", "Ana Ruiz", "Head of IT", ""),
        ("Last name", "Ruiz", "Ruiz", "", ""),
    ],
)
def test_headers(header: str, row: str, name: str, title: str, boss: str) -> None:
    """Columns go by the names that programs and people give them, whatever the spelling."""
    (only,) = people_table(f"{header}\n{row}\n".encode()).entries
    assert (only.name, only.title, only.boss) == (name, title, boss)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("", "row 1: no column has names; the first row has: none."),
        ("Email\nx\n", "row 1: no column has names; the first row has: Email."),
        ("name\n", "the table has nobody in it."),
        ("name,full name\na,b\n", "row 1: two columns mean the same: name and full name."),
        ("name,manager\nA B,C D\nC D,E F\nE F,A B\n", "row 4: these people report to one another"),
        ("name\na\x07b\n", "row 2: a cell contains"),
        ("name,title\nA B,CFO,x\n", "row 2: 3 cells, but 2 columns."),
        (b"name\nJos\xe9\n", "the table is not UTF-8."),
        ("name\n" + "A B\n" * 201, "the table has 201 people; at most 200"),
    ],
)
def test_refused(deal: Deal, table: str | bytes, message: str) -> None:
    """A table that cannot be right is refused as a whole, with the row."""
    refused = _from(deal, table)
    assert refused.status == 2
    assert message in refused.err
    assert deal.untouched


def test_options_that_contradict(deal: Deal) -> None:
    """A table is the only source in its call, and its report is no document."""
    for extra in (
        ("Ana Ruiz",),
        ("--from-evidence",),
        ("--format", "markdown"),
        ("--remove",),
        ("--expect", "x"),
    ):
        assert _from(deal, EXPORT, *extra).status == 2
    assert deal.untouched


_NAMES = st.lists(
    st.tuples(
        st.sampled_from(["Ana", "Ben", "Cem", "Dov"]), st.sampled_from(["Ruiz", "Park", "Ito"])
    ),
    min_size=1,
    max_size=12,
    unique=True,
)


@given(_NAMES, st.data())
@settings(max_examples=60, deadline=None)
def test_any_table(names: list[tuple[str, str]], data: st.DataObject) -> None:
    """Everybody in a table gets a short name; none reports to himself; twice is like once."""
    full = [" ".join(each) for each in names]
    bosses = [data.draw(st.sampled_from(["", *full])) for _ in full]
    rows = "".join(f"{name},{boss}\n" for name, boss in zip(full, bosses, strict=True))
    table = people_table(f"name,manager\n{rows}".encode())
    try:
        first = entered({}, table.entries)
    except BadRow:
        return
    people = changed_people({}, first.changes)
    assert sorted(each.name or "" for each in people.values()) == sorted(full)
    assert not [*rings(people)]
    for name, boss in zip(full, bosses, strict=True):
        person = next(each for each in people.values() if each.name == name)
        expected = "" if boss == name else boss
        assert (people[person.reports_to].name if person.reports_to else "") == expected
    again = entered(people, table.entries)
    assert (again.changes, set(again.same)) == ((), set(people))


HEARD = (
    ("5=+", "Sam Hart, board adviser; M. Kessler"),
    ("7=+", "Hart"),
    ("7=+", "Sam Hart, board adviser, phone call"),
    ("6=-", "Bo Li, CIO"),
    ("8=+", "nicole"),
    ("9=+", "CFO"),
    ("10=+", "RFP"),
)


@pytest.fixture
def heard(deal: Deal) -> Deal:
    """The same deal, with evidence from people, from us, from a role and from a document."""
    for rating, who in HEARD:
        assert deal.tas("rate", "a", rating, "--evidence", "x", "--who", who).status == 0
    return deal


def test_from_evidence(heard: Deal, page: SnapshotAssertion) -> None:
    """Those whom evidence names, and who are not on the map, are added; twice is like once."""
    done = heard.tas("people", "a", "--from-evidence")
    assert done.status == 0
    assert done.out == page
    added = {key: (each.name, each.title, each.roles) for key, each in _people(heard).items()}
    assert added["hart"] == ("Sam Hart", "board adviser", [])
    assert added["li"] == ("Bo Li", "CIO", ["evaluator"])
    assert added.keys() == {"adeyemi", "kessler", "hart", "li", "raj"}
    again = heard.tas("people", "a", "--from-evidence")
    assert "a: nobody to add" in again.out
    assert "Nothing to change" in again.out


def test_who_could_be_several(deal: Deal) -> None:
    """A name that two people on the map have adds nobody."""
    assert deal.tas("people", "a", "Ruth Klein, CIO").status == 0
    rated = deal.tas("rate", "a", "5=+", "--evidence", "x", "--who", "Ruth")
    assert rated.status == 0, rated.err
    assert deal.tas("people", "a", "--from-evidence", "--format", "json").json["people"] == [
        {"key": "raj", "before": None, "after": _plain(deal, "raj")}
    ]


def _plain(deal: Deal, key: str) -> dict[str, object]:
    return _people(deal)[key].model_dump(mode="json", by_alias=True)


def test_picked(heard: Deal) -> None:
    """Only those named in the call are added."""
    assert heard.tas("people", "a", "--from-evidence", "hart").status == 0
    assert _people(heard).keys() == {"adeyemi", "kessler", "hart"}
    refused = heard.tas("people", "a", "--from-evidence", "kessler")
    assert refused.status == 2
    assert "evidence names no 'kessler' who is not on the map." in refused.err
    assert "It names: li, raj." in refused.err


@pytest.mark.parametrize(
    ("answer", "added"), [("", {"hart", "li", "raj"}), ("li, hart", {"hart", "li"}), ("n", set())]
)
def test_asked(heard: Deal, monkeypatch: pytest.MonkeyPatch, answer: str, added: set[str]) -> None:
    """On a terminal, a person says whom to add."""
    monkeypatch.setattr("tas_cli.commands.people_call.can_ask", lambda _output: True)
    monkeypatch.setattr("builtins.input", lambda: answer)
    done = heard.tas("people", "a", "--from-evidence")
    assert done.status == (0 if added else 130)
    assert "3 to add" in done.out
    assert _people(heard).keys() - {"adeyemi", "kessler"} == added


@pytest.mark.parametrize(("answer", "saved"), [("", True), ("n", False)])
def test_asked_about_a_table(
    deal: Deal, monkeypatch: pytest.MonkeyPatch, answer: str, *, saved: bool
) -> None:
    """On a terminal, a person sees what a table means before it is saved."""
    monkeypatch.setattr("tas_cli.commands.people_call.can_ask", lambda _output: True)
    monkeypatch.setattr("builtins.input", lambda: answer)
    out = _from(deal, EXPORT).out
    assert "4 to add, 1 to complete" in out
    assert ("Saved opportunities/a.yaml" in out) is saved
    assert deal.untouched is not saved
