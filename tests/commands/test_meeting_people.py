"""`tas meeting` and the map: whom we met by short name, new people, contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from changes import DEAL, Deal
from workspaces import opportunity

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

ON_THE_MAP = """\
people:
  kessler: {name: Martin Kessler, title: CFO, coverage: brief}
  ruiz: {name: Elena Ruiz, title: COO, coverage: multiple}
  adeyemi: {name: Ruth Adeyemi}
  analyst: {title: Finance, unidentified: yes}
"""


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal with four people, one of them not identified."""
    return Deal(tas, tmp_path, DEAL + ON_THE_MAP)


@pytest.mark.parametrize(
    ("people", "who"),
    [
        ("kessler", "kessler"),
        ("Martin Kessler, CFO", "kessler"),
        ("M. Kessler", "kessler"),
        ("martin", "kessler"),
        ("kessler, ruiz", "kessler; ruiz"),
        ("Kessler, ruiz and Jo Park, CIO", "kessler; ruiz; Jo Park, CIO"),
        ("Kessler, CFO, ruiz", "kessler; ruiz"),
        ("Jo Park, CIO", "Jo Park, CIO"),
    ],
)
def test_whom_we_met(deal: Deal, people: str, who: str) -> None:
    """Evidence names those on the map by short name, however they were typed."""
    assert deal.tas("meeting", "a", "--with", people, "4 + Approved").status == 0
    (newest,) = [each for each in opportunity(deal.text).assessments if each.date.day == 23]
    assert newest.ratings["access_to_funds"]["us"].evidence[0].who == who


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ("Martin Kesler", "Martin Kesler is not on the map. Did you mean kessler?"),
        ("ruiz; adeyem", "adeyem is not on the map. Did you mean adeyemi?"),
        ("Elena Ruizz, COO", "Elena Ruizz, COO is not on the map. Did you mean ruiz?"),
        ("Jo Park, CIO", ""),
        ("kessler and Ruth Adeyemi", ""),
    ],
)
def test_a_mistyped_name_is_remarked_on(deal: Deal, people: str, said: str) -> None:
    """Before and after a meeting, a name that is nearly one of the map is said, and counts."""
    for call in (["prep", "a"], ["meeting", "a", "4 + Approved"]):
        done = deal.tas(*call, "--with", people)
        assert done.status == 0
        remarks = [line for line in done.err.splitlines() if "is not on the map" in line]
        assert remarks == ([said] if said else [])


def test_everywhere_in_a_line(deal: Deal) -> None:
    """The speaker of a line and the next meeting have short names; action items have names."""
    lines = (
        "4 + Approved ~ Elena Ruiz",
        "next 10 Dec Kessler, Ruth Adeyemi: demo",
        "they will check it",
        "Ruiz will call by fri",
        "we will send it @adeyemi",
    )
    done = deal.tas("meeting", "a", "--with", "kessler", *lines)
    assert (done.status, done.err.count("not on the team")) == (0, 0)
    now = opportunity(deal.text)
    assert now.assessments[-1].ratings["access_to_funds"]["us"].evidence[0].who == "ruiz"
    assert now.next is not None
    assert now.next.people == ["kessler", "adeyemi"]
    assert [each.owner for each in now.actions] == ["Martin Kessler", "Elena Ruiz", "Ruth Adeyemi"]


def _person(deal: Deal, key: str) -> dict[str, object]:
    person = opportunity(deal.text).people[key]
    return person.model_dump(exclude_defaults=True, mode="json")


@pytest.mark.parametrize(
    ("line", "key", "changed"),
    [
        ("analyst = Dana Ortiz", "analyst", {"name": "Dana Ortiz", "title": "Finance"}),
        ("analyst = Dana Ortiz, FP&A", "analyst", {"name": "Dana Ortiz", "title": "FP&A"}),
        ("new Sam Hart, adviser", "hart", {"name": "Sam Hart", "title": "adviser"}),
        ("New Sam Hart", "hart", {"name": "Sam Hart"}),
        (
            "adeyemi A = 5 title=CEO",
            "adeyemi",
            {
                "name": "Ruth Adeyemi",
                "title": "CEO",
                "roles": ["approver"],
                "status": "neutral",
                "influence": 5,
            },
        ),
        ("Ruth Adeyemi ++", "adeyemi", {"name": "Ruth Adeyemi", "status": "mentor"}),
    ],
)
def test_lines_about_people(deal: Deal, line: str, key: str, changed: dict[str, object]) -> None:
    """A line says who is new, who somebody is, or how somebody stands; twice is like once."""
    assert deal.tas("meeting", "a", line).status == 0
    assert _person(deal, key) == changed
    after = deal.text
    assert deal.tas("meeting", "a", line).status == 0
    assert deal.text == after
    assert not opportunity(after).notes


@pytest.mark.parametrize(
    "line",
    [
        "new budget round starts in May",
        "New VP Sales",
        "Kessler likes the trial",
        "Kessler is neutral",
        "Kesler likes the trial",
        "Price 4",
        "ruiz",
        "Hart = the board's adviser",
    ],
)
def test_notes_about_people(deal: Deal, line: str) -> None:
    """A sentence about somebody stays a note."""
    if line.startswith("Hart"):
        line = f"Fact: {line}"
    assert deal.tas("meeting", "a", line).status == 0
    now = opportunity(deal.text)
    assert [each.text for each in now.notes] == [line]
    assert len(now.people) == 4


def test_without_a_map(tas: Tas, tmp_path: Path) -> None:
    """In a deal without people, a meeting changes none, and such a line is a note."""
    deal = Deal(tas, tmp_path)
    done = deal.tas("meeting", "a", "--with", "M. Kessler, CFO", "2 - Yes", "new Sam Hart, adviser")
    assert (done.status, done.err) == (0, "")
    assert "people:" not in deal.text
    assert [each.text for each in opportunity(deal.text).notes] == ["new Sam Hart, adviser"]


def test_known_better(deal: Deal) -> None:
    """Those we met have the day; closer contact is offered, and never recorded unasked."""
    done = deal.tas("meeting", "a", "--with", "kessler, ruiz, adeyemi", "2 - Yes")
    assert done.err.splitlines() == [
        (
            "Martin Kessler: brief contact > multiple contacts?"
            ' If so, add the line "kessler multiple".'
        ),
        'Ruth Adeyemi: no contact > brief contact? If so, add the line "adeyemi brief".',
    ]
    met = {key: _person(deal, key).get("last_met") for key in opportunity(deal.text).people}
    assert met == dict.fromkeys(("kessler", "ruiz", "adeyemi"), "2026-11-23") | {"analyst": None}
    assert _person(deal, "kessler")["coverage"] == "brief"
    same = deal.tas("meeting", "a", "--with", "kessler, ruiz", "2 - Yes")
    stated = deal.tas("meeting", "a", "--with", "analyst", "analyst brief")
    assert (same.err, stated.err) == ("", "")
    again = deal.tas("meeting", "a", "--with", "kessler", "2 - Yes", "kessler multiple")
    assert (again.status, again.err) == (0, "")
    assert _person(deal, "kessler")["coverage"] == "multiple"
    deal.tas("meeting", "a", "--with", "kessler", "--when", "2026-11-02", "4 + Earlier")
    assert _person(deal, "kessler")["last_met"] == "2026-11-23"


@pytest.mark.parametrize(("answer", "coverage"), [("", "multiple"), ("n", "brief")])
def test_asked_about_contact(
    deal: Deal, monkeypatch: pytest.MonkeyPatch, answer: str, coverage: str
) -> None:
    """On a terminal, a person says whether the contact is closer now."""
    monkeypatch.setattr("tas_cli.commands.meeting_call.can_ask", lambda _output: True)
    monkeypatch.setattr("builtins.input", lambda: answer)
    done = deal.tas("meeting", "a", "--with", "kessler", "we will call")
    assert "Martin Kessler: brief contact > multiple contacts? [Y/n]" in done.out
    assert _person(deal, "kessler")["coverage"] == coverage


def test_with_an_account(deal: Deal) -> None:
    """In a deal with an account both files are written, and one undo takes both back."""
    deal.path.write_text(DEAL + "account: harbor\n")
    account = deal.path.parent.parent / "accounts" / "harbor.yaml"
    account.parent.mkdir()
    account.write_text("tas: 1\nname: Harbor\n" + ON_THE_MAP)
    before = account.read_text(), deal.text
    done = deal.tas("meeting", "a", "--with", "kessler", "kessler + 5", "4 + Yes")
    assert "Saved accounts/harbor.yaml" in done.out
    assert "influence: 5" in account.read_text()
    assert _person(deal, "kessler") == {"status": "supporter"}
    assert deal.tas("undo").status == 0
    assert (account.read_text(), deal.text) == before
    account.write_text("tas: [")
    refused = deal.tas("meeting", "a", "--with", "kessler", "4 + Yes")
    assert refused.status == 0
    assert "kessler" in deal.text


def test_two_new_people_of_one_name(deal: Deal) -> None:
    """Everybody new gets a short name of their own, and later lines know it."""
    lines = ("new Ann Hart, CIO", "new Bob Hart, legal", "4 + Yes ~ Bob Hart")
    assert deal.tas("meeting", "a", *lines).status == 0
    now = opportunity(deal.text)
    assert (now.people["hart"].name, now.people["b-hart"].name) == ("Ann Hart", "Bob Hart")
    assert now.assessments[-1].ratings["access_to_funds"]["us"].evidence[0].who == "b-hart"


def test_wrong_lines_about_people(deal: Deal) -> None:
    """Who is known cannot be identified as somebody else, and a status is given once."""
    refused = deal.tas("meeting", "a", "kessler = Dana Ortiz")
    assert refused.status == 2
    assert "line 1: kessler is Martin Kessler already." in refused.err
    for line in ("kesler X", "kesslr + 5 brief", "Adeyem coverage=brief"):
        mistyped = deal.tas("meeting", "a", line)
        assert mistyped.status == 2
        assert f"line 1: {line.split()[0]} is not on the map." in mistyped.err
        assert "Did you mean " in mistyped.err
    assert "status is given twice" in deal.tas("meeting", "a", "kessler + -").err
    assert deal.untouched


def test_a_table(deal: Deal, tmp_path: Path) -> None:
    """In a table of ratings, the speakers on the map have short names as well."""
    path = tmp_path / "t.csv"
    path.write_text("criterion,rating,evidence,who\n4,+,Yes,Elena Ruiz\n2,-,No,\n")
    assert deal.tas("meeting", "a", "--with", "Kessler", "--from", str(path)).status == 0
    ratings = opportunity(deal.text).assessments[-1].ratings
    who = {key: each["us"].evidence[0].who for key, each in ratings.items()}
    assert who == {"business_profile": "kessler", "access_to_funds": "ruiz"}
