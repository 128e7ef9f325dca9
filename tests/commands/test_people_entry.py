"""`tas people`: people entered in a few words, and found by name."""

from __future__ import annotations

import re
import shlex
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from changes import DEAL, Deal
from cli import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from workspaces import opportunity

from tas_cli.edits.short_form import short_form
from tas_cli.method.people import adaptabilities, coverages, roles, standings
from tas_cli.model.person import Person
from tas_cli.nouns.people import PEOPLE
from tas_cli.refusals import WrongCall

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion


PEOPLE_KEY = """\
people:
  adeyemi: {name: Ruth Adeyemi, title: CEO}
  kessler: {name: Martin Kessler, title: CFO, roles: [user], status: enemy}
  a-ruiz: {name: Ana Ruiz}
  e-ruiz: {name: Élena Ruiz}
"""


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal with four people, two of whom have the same last name."""
    return Deal(tas, tmp_path, DEAL + PEOPLE_KEY)


def _people(deal: Deal) -> dict[str, Person]:
    return opportunity(deal.text).people


def _means(words: str) -> dict[str, str]:
    return dict(short_form(PEOPLE, words.split()))


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (
            "A = 4 brief",
            {"roles": "approver", "status": "neutral", "influence": "4", "coverage": "brief"},
        ),
        ("DS", {"roles": "decision_maker,sponsor"}),
        ("ds", {"roles": "decision_maker,sponsor"}),
        ("D,S", {"roles": "decision_maker,sponsor"}),
        ("S D S", {"roles": "sponsor,decision_maker"}),
        ("DE", {"roles": "decision_maker,evaluator"}),
        ("US", {"roles": "user,sponsor"}),
        ("X", {"status": "enemy"}),
        ("-", {"status": "non_supporter"}),
        ("–", {"status": "non_supporter"}),
        ("non-supporter", {"status": "non_supporter"}),
        ("++ mul", {"status": "mentor", "coverage": "multiple"}),
        ("In-Depth", {"coverage": "in_depth"}),
        ("p pragmatist", {"adaptability": "pragmatist"}),
        ("<adeyemi", {"reports_to": "adeyemi"}),
        ("< adeyemi 3", {"reports_to": "adeyemi", "influence": "3"}),
    ],
)
def test_words(words: str, meant: dict[str, str]) -> None:
    """A sign, letter, digit, word or its beginning stands for one value of one field."""
    assert _means(words) == meant


def test_every_choice() -> None:
    """Each role, status, contact and attitude has its sign, its word and each clear beginning."""
    fields = {
        "roles": {each.letter: key for key, each in roles().items()},
        "status": {each.sign: key for key, each in standings().items()},
        "adaptability": {each.letter: key for key, each in adaptabilities().items()},
        "coverage": {key: key for key in coverages()},
    }
    every = [key for names in fields.values() for key in names.values()]
    letters = {letter.casefold() for names in fields.values() for letter in names}
    for field, names in fields.items():
        for sign, key in names.items():
            assert _means(sign) == _means(key) == _means(key.upper()) == {field: key}
            for end in range(1, len(key)):
                part = key[:end].rstrip("_")
                if sum(each.startswith(part) for each in every) == 1 and not letters >= {*part}:
                    assert _means(part) == {field: key}, part


def test_all_roles_together() -> None:
    """Role letters can be joined in any number, in capitals always."""
    for number in range(1, 6):
        for some in combinations(roles().values(), number):
            joined = "".join(each.letter for each in some)
            assert _means(joined) == {"roles": ",".join(each.key for each in some)}


@pytest.mark.parametrize(
    ("words", "message", "advice"),
    [
        ("n", "'n' can mean neutral, non_supporter or none.", "Write more of it."),
        ("in", "'in' can mean in_depth or innovator.", "Write more of it."),
        ("de", "can mean decision_maker and evaluator or decision_maker.", "Write DE, or more"),
        ("breif", "'breif' is not short for a field of a person.", "Did you mean brief?"),
        ("6", "'6' is not short", "influence 1 2 3 4 5;"),
        ("<", "'<' is not short", "reports_to <ID;"),
        ("+ -", "status is given twice: supporter and non_supporter.", ""),
        ("status", "'status' is not short", "FIELD=VALUE"),
    ],
)
def test_wrong_words(words: str, message: str, advice: str) -> None:
    """A word that means nothing or several things is refused, with what it could be."""
    with pytest.raises(WrongCall) as refused:
        short_form(PEOPLE, words.split())
    assert message in refused.value.message
    assert advice in refused.value.advice


def test_in_one_call(deal: Deal) -> None:
    """The words survive the command line, signs included, beside FIELD=VALUE."""
    for sign, status in (("=", "neutral"), ("-", "non_supporter"), ("+", "supporter")):
        done = deal.tas("people", "a", "kessler", "A", sign, "4", "brief", "rank=5", "<adeyemi")
        assert done.status == 0, done.err
        assert _people(deal)["kessler"].model_dump(exclude_defaults=True, mode="json") == {
            "name": "Martin Kessler",
            "title": "CFO",
            "roles": ["approver"],
            "status": status,
            "influence": 4,
            "coverage": "brief",
            "rank": 5,
            "reports_to": "adeyemi",
        }


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("kessler", "kessler"),
        ("Martin", "kessler"),
        ("martin kessler", "kessler"),
        ("Martin Kessler, CFO", "kessler"),
        ("elena", "e-ruiz"),
        ("ANA", "a-ruiz"),
        ("CFO", "kessler"),
        ("ceo", "adeyemi"),
        ("M. Kessler", "kessler"),
    ],
)
def test_found_by_name(deal: Deal, typed: str, key: str) -> None:
    """A name, or a part that only one person has, finds that person, whatever its case."""
    done = deal.tas("people", "a", typed, "2", "--format", "json")
    assert (done.status, done.json["key"]) == (0, key)
    assert _people(deal)[key].influence == 2
    assert len(_people(deal)) == 4


@pytest.mark.parametrize(
    ("name", "key", "stored", "title"),
    [
        ("Dan Okafor, Dir. flow, east", "okafor", "Dan Okafor", "Dir. flow, east"),
        ("Peter Kessler, CIO", "p-kessler", "Peter Kessler", "CIO"),
        ("Bea Ruiz", "ruiz", "Bea Ruiz", None),
        ("Jane Smith CFO", "smith", "Jane Smith", "CFO"),
        ("Jane Smith VP Operations", "smith", "Jane Smith", "VP Operations"),
        ("Joe CIO Hart", "hart", "Joe CIO Hart", None),
        ("Martin Kesler Jones", "jones", "Martin Kesler Jones", None),
        ("José Müller Jr.", "muller", "José Müller Jr.", None),
    ],
)
def test_added_by_name(deal: Deal, name: str, key: str, stored: str, title: str | None) -> None:
    """A name with a title adds a person under the last name, or a longer one if that is taken."""
    done = deal.tas("people", "a", name, "E", "--format", "json")
    assert done.status == 0, done.err
    added = _people(deal)[key]
    assert (added.name, added.title, added.roles) == (stored, title, ["evaluator"])


def test_many_of_one_name(deal: Deal) -> None:
    """Everybody gets a short name of their own."""
    rows = "".join(f"{first} Kessler,VP\n" for first in ("Mia", "Max", "Mia Lou", "Mia Eve"))
    (deal.path.parent / "people.csv").write_text(f"Name,Title\n{rows}", encoding="utf-8")
    assert deal.tas("people", "a", "--from", str(deal.path.parent / "people.csv")).status == 0
    assert [*_people(deal)][4:] == [
        "m-kessler",
        "max-kessler",
        "mia-kessler",
        "mia-kessler-2",
    ]


def test_a_chosen_short_name(deal: Deal) -> None:
    """A short name beside a new name is taken as it is, though it is part of another name."""
    assert deal.tas("people", "a", "ruth", "name=Ruth Klein", "brief").status == 0
    assert _people(deal)["ruth"].name == "Ruth Klein"
    assert _people(deal)["adeyemi"].name == "Ruth Adeyemi"


def test_the_same_person_again(deal: Deal) -> None:
    """A name that is there changes that person; with a title, the title too."""
    assert deal.tas("people", "a", "adeyemi", "Ruth Adeyemi, Chair", "5").status == 0
    changed = _people(deal)["adeyemi"]
    assert (changed.name, changed.title, changed.influence) == ("Ruth Adeyemi", "Chair", 5)


@pytest.mark.parametrize(
    ("words", "stored"),
    [
        (("status=+",), {"status": "supporter"}),
        (("status=-",), {"status": "non_supporter"}),
        (("status=++",), {"status": "mentor"}),
        (("rivals.x-sys=+", "rivals.x-sys=="), {"rivals": {"x-sys": "neutral"}}),
        (("rivals.x-sys=X",), {"rivals": {"x-sys": "enemy"}}),
        (("adaptability=v",), {"adaptability": "visionary"}),
        (("approach=neutralize",), {"approach": {"strategy": "neutralize"}}),
        (("boss=Ruth",), {"reports_to": "adeyemi"}),
        (("manager=CEO",), {"reports_to": "adeyemi"}),
        (("contact=brief",), {"coverage": "brief"}),
        (("standing=-", "with_us=+"), {"status": "supporter"}),
        (("champion",), {"roles": ["sponsor"]}),
        (("roles=champion,DM",), {"roles": ["sponsor", "decision_maker"]}),
        (("roles=D,S",), {"roles": ["decision_maker", "sponsor"]}),
        (("roles=+DS",), {"roles": ["user", "decision_maker", "sponsor"]}),
        (("roles=-U",), {}),
    ],
)
def test_signs_behind_a_field(deal: Deal, words: tuple[str, ...], stored: dict[str, Any]) -> None:
    """The signs and letters of short words mean the same behind FIELD=, where it has the values."""
    assert deal.tas("people", "a", "Bo Frey", "U").status == 0
    for each in words:
        assert deal.tas("people", "a", "frey", each).status == 0
    frey = _people(deal)["frey"].model_dump(exclude_defaults=True, mode="json")
    if "roles=-U" not in words:
        stored = {"roles": ["user"], **stored}
    assert frey == {"name": "Bo Frey", **stored}


def test_references_by_name(deal: Deal) -> None:
    """Fields that take people understand their names."""
    words = ("reports_to=Ruth Adeyemi", "influences=+ana,Élena", "conflicts=Martin Kessler")
    assert deal.tas("people", "a", "kessler", *words[:2]).status == 0
    assert deal.tas("people", "a", "adeyemi", words[2]).status == 0
    people = _people(deal)
    assert people["kessler"].reports_to == "adeyemi"
    assert people["kessler"].influences == ["a-ruiz", "e-ruiz"]
    assert people["adeyemi"].conflicts == ["kessler"]


@pytest.mark.parametrize(
    ("words", "message", "advice"),
    [
        (("kesler", "A"), "there is no person 'kesler'.", "Did you mean kessler?"),
        (("nowak", "A"), "there is no person 'nowak'.", '`tas people a nowak "First Last, title"`'),
        (("A", "=", "4"), "which person?", "`tas people a KEY A`"),
        (("brief",), "which person?", "KEY"),
        (("Martin Kesler", "A"), "there is no person 'Martin Kesler'.", "Did you mean kessler?"),
        (("ruiz", "A"), "there is no person 'ruiz'.", "Did you mean"),
        (("kessler", "A", "Berlin"), "'Berlin' is not short for", "roles U E D A S;"),
        (("kessler", "reports_to=Ruiz"), "reports_to: 'Ruiz' is not", ""),
        (("kessler", "4", "influence=5"), "influence is given twice.", ""),
        (("CIO", "brief"), "there is no person 'CIO'.", 'name and title: "First Last, CIO"'),
        (("Head of IT", "brief"), "there is no person 'Head of IT'.", "a it 'name=Head of IT'`"),
        (("Kesler", "brief"), "there is no person 'Kesler'.", "Did you mean kessler?"),
        (("Ruiz, COO",), "there is no person 'Ruiz, COO'.", "Did you mean a-ruiz?"),
        (("Rudy Adeyemi",), "there is no person", "adeyemi 'name=Rudy Adeyemi'`"),
        (("Bob Kessler, CFO",), "there is no person", "Did you mean kessler? To add it:"),
        (("Bob Kessler CFO",), "there is no person", "`tas people a b-kessler 'name=Bob"),
        (("Sam", "Lee,", "VP", "Ops", "4"), "'Lee,' is not short", 'quotes: "Sam Lee, VP Ops".'),
        (("Sam", "Lee", "brief"), "'Lee' is not short", 'quotes: "Sam Lee".'),
        (("kessler", "boss=adeyemi", "reports_to=adeyemi"), "reports_to is given twice.", ""),
        (("kessler", "approach=foo"), "no field 'approach'.", "Fields: approach.strategy,"),
        (("kessler", "knows well"), "rename kessler to 'knows well'.", "a kessler 'name=knows"),
        (
            ("Martin", "knows well", "4"),
            "rename kessler to 'knows well'.",
            "FIELD=VALUE; to rename:",
        ),
        (("martin", "Tom Frey, CFO"), "rename kessler to 'Tom Frey, CFO'.", ""),
    ],
)
def test_refused(deal: Deal, words: tuple[str, ...], message: str, advice: str) -> None:
    """A word or a name that means nothing changes nothing, and the refusal says what to do."""
    before = deal.text
    refused = deal.tas("people", "a", *words)
    assert refused.status == 2
    assert message in refused.err
    assert advice in " ".join(refused.err.split())
    assert deal.text == before


def test_the_list(deal: Deal, page: SnapshotAssertion) -> None:
    """The list shows roles and standing by the signs that one types, in 80 columns."""
    deal.tas("people", "a", "Sam Hart, adviser to the board and its committees", "DS", "++", "5")
    shown = deal.tas("people", "a").out
    assert shown == page
    assert max(map(len, shown.splitlines())) <= 80


def test_somebody_unknown(deal: Deal) -> None:
    """Somebody who is not identified needs no name, and is identified by one."""
    assert deal.tas("people", "a", "analyst", "unidentified=yes", "E", "none").status == 0
    assert _people(deal)["analyst"].roles == ["evaluator"]
    assert deal.tas("people", "a", "cfo", "unidentified=yes").status == 0
    assert _people(deal)["cfo"].unidentified == "yes"
    assert deal.tas("people", "a", "analyst", "Dana Ortiz, Finance").status == 0
    identified = _people(deal)["analyst"]
    assert (identified.name, identified.title) == ("Dana Ortiz", "Finance")
    assert identified.unidentified is None


def test_what_follows_a_last_name(deal: Deal) -> None:
    """A word such as Jr. is not the last name of two people who are alike."""
    for name in ("Ed Frey Jr.", "Eva Hahn Jr."):
        assert deal.tas("people", "a", name).status == 0
    assert {"frey", "hahn"} <= _people(deal).keys()


def test_who_left(deal: Deal) -> None:
    """The list says when somebody left, and has that column only where somebody did."""
    assert "Left" not in deal.tas("people", "a").out
    assert deal.tas("people", "a", "kessler", "left=2026-11-20").status == 0
    head, *rows = deal.tas("people", "a").out.splitlines()[2:]
    (line,) = (each for each in rows if "kessler" in each)
    assert line.index("2026-11-20") == head.index("Left")


def test_a_role_is_not_a_title(deal: Deal) -> None:
    """A word that needs no field does not mean somebody whose title has it."""
    assert deal.tas("people", "a", "Bo Hahn, User lead").status == 0
    refused = deal.tas("people", "a", "user", "4")
    assert (refused.status, "which person?" in refused.err) == (2, True)
    assert deal.tas("people", "a", "lead", "4").status == 0


def test_evidence(deal: Deal) -> None:
    """Evidence is added to a person's, once, alone or with fields."""
    for _ in range(2):
        done = deal.tas("people", "a", "kessler", "--evidence", "Said no", "--who", "Raj")
        assert done.status == 0, done.err
    done = deal.tas(
        "people", "a", "CFO", "4", "--link", "https://a.example", "--when", "2026-11-01"
    )
    assert (done.status, "Evidence added: https://a.example\n" in done.out) == (0, True)
    kessler = _people(deal)["kessler"]
    assert kessler.influence == 4
    assert [each.model_dump(exclude_none=True, mode="json") for each in kessler.evidence] == [
        {"who": "Raj", "what": "Said no"},
        {"when": "2026-11-01", "link": "https://a.example"},
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("kessler", "--who", "Raj"), "a name alone is not evidence."),
        (("kessler", "--evidence", " "), "the evidence is empty."),
        (("kessler", "--evidence", "x", "--when", "2099-01-01"), "--when"),
        (("kessler", "--evidence", "x", "--remove"), "cannot be combined with --remove."),
        (("--evidence", "x"), "which person?"),
        (("nowak", "--evidence", "x"), "person"),
        (("--from-evidence", "--evidence", "x"), "evidence are for one person."),
    ],
)
def test_wrong_evidence(deal: Deal, words: tuple[str, ...], message: str) -> None:
    """What is no evidence, or for nobody, changes nothing."""
    refused = deal.tas("people", "a", *words)
    assert (refused.status, deal.untouched) == (2, True)
    assert message in refused.err


def test_documented(tas: Tas, tmp_path: Path) -> None:
    """The calls and the table in docs/people.md work as they are."""
    page = (ROOT / "docs/people.md").read_text(encoding="utf-8")
    deal = Deal(tas, tmp_path, DEAL.replace("Cranes ", "Acme "))
    deal.path.rename(deal.path.with_name("acme.yaml"))
    for line in re.findall(r"^tas (people acme .*)$", page, re.MULTILINE):
        done = tas(*shlex.split(line))
        assert (done.status, done.err) == (0, ""), line
    (table,) = re.findall(r"```csv\n(.*?)```", page, re.DOTALL)
    (tmp_path / "people.csv").write_text(table, encoding="utf-8")
    assert tas("people", "acme", "--from", "people.csv").status == 0
    people = opportunity(deal.path.with_name("acme.yaml").read_text(encoding="utf-8")).people
    assert [*people] == ["adeyemi", "kessler", "analyst", "ruiz", "nair"]
    assert people["analyst"].name == "Dana Ortiz"
    assert people["nair"].reports_to == "ruiz"


@given(st.lists(st.text("UEDASXIVPCL-=+<12345brief_ ,.x", min_size=1, max_size=6), max_size=5))
@settings(max_examples=300, deadline=None)
def test_any_words(words: list[str]) -> None:
    """Whatever the words, they mean values that a person can have, or are refused in words."""
    try:
        meant = dict(short_form(PEOPLE, words))
    except WrongCall:
        return
    fields = {name: text.split(",") if name == "roles" else text for name, text in meant.items()}
    fields.pop("reports_to", None)
    assert Person.model_validate(fields).name is None


def test_completion(deal: Deal) -> None:
    """After a person, the shell is offered the words that need no field."""
    assert {"neutral", "in_depth", "approver", "title="} <= deal.tas.offered(
        "tas people a kessler "
    )
    for line in ("people a ", "meeting a --with ", "rate a 5=+ --who "):
        assert {"kessler", "a-ruiz"} <= deal.tas.offered(f"tas {line}"), line
