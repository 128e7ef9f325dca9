"""People on the map who speak in evidence: every page calls them by name and title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import meridian
import pytest
from rich.cells import cell_len
from workspaces import write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion


@pytest.fixture
def mapped(tas: Tas, tmp_path: Path) -> Tas:
    """A deal with a map, on its day."""
    return tas.at(write(tmp_path, meridian.FILES)).env(TAS_TODAY=meridian.TODAY)


PAGES = [
    ("show", meridian.ID, "--evidence"),
    ("prep", meridian.ID, "--format", "markdown"),
    ("show", meridian.ID, "--since", "2026-10-01"),
    ("prep", meridian.ID),
    ("prep", meridian.ID, "--with", "nair, pell, okafor"),
    ("outcome", meridian.ID),
    ("debrief", meridian.ID, "--prepare"),
    ("log", meridian.ID),
    ("today", "--owner", "nicole"),
]


@pytest.mark.parametrize("call", PAGES)
def test_a_page_has_names(mapped: Tas, call: tuple[str, ...]) -> None:
    """Where somebody speaks, or will be met, the name and the title are shown."""
    out = mapped(*call).out
    assert not re.search(
        r"(?:\d{4}-\d\d-\d\d,?|[:;+]|(?<!-)with) (?:okafor|pell|ruiz|nair|kessler)\b", out
    )
    assert re.search(r"Elena\s+Ruiz,\s+COO|Martin\s+Kessler,\s+CFO|Priya\s+Nair,\s+CNO", out)


def test_somebody_is_one_voice(mapped: Tas) -> None:
    """Short name, name and initial are one speaker; JSON keeps what the file says."""
    found = mapped("prep", meridian.ID, "--format", "json").json
    spoken = {each["who"]: each for each in found["voices"]}
    assert len(spoken) == len(found["voices"]) == 7
    ruiz = spoken["Elena Ruiz, COO"]
    assert {each["who"] for each in ruiz["said"]} == {"Elena Ruiz, COO", "ruiz", "ruiz; nair"}
    assert [each["who"] for each in ruiz["outcomes"]] == ["ruiz", "ruiz"]
    assert "Martin Kessler, CFO" in spoken


def test_a_name_off_the_map_stays_as_written(mapped: Tas, tmp_path: Path) -> None:
    """Without the people, the same words are shown as they stand in the file."""
    text = meridian.DEAL.partition("people:")[0]
    write(tmp_path, {f"opportunities/{meridian.ID}.yaml": text})
    out = mapped("show", meridian.ID, "--evidence").out
    assert "2026-10-08, okafor: Did what" in out
    assert "2026-10-22, ruiz; nair: An hour" in out


@pytest.mark.parametrize("person", ["kessler", "ruiz", "hart", "pell"])
def test_a_meeting_with_somebody(mapped: Tas, page: SnapshotAssertion, person: str) -> None:
    """Who that is, what to leave with, what was said, what to ask, and how to deal with them."""
    out = mapped("prep", meridian.ID, "--with", person).out
    assert max(map(cell_len, out.splitlines())) <= 80
    assert out == page


@pytest.mark.parametrize(
    ("deal", "person"),
    [
        ("national-manufacturing", "meyer"),
        ("national-manufacturing", "Karl Berger"),
        ("wuersch-praezision", "neffe"),
        ("tamarind-telecom", "signer"),
    ],
)
def test_a_meeting_in_the_examples(
    tas: Tas, page: SnapshotAssertion, deal: str, person: str
) -> None:
    """A supporter, somebody against us, an enemy outside, and somebody without a name."""
    assert tas("prep", deal, "--with", person).out == page


@pytest.mark.parametrize(
    ("entry", "guarded"),
    [
        ("status: enemy", True),
        ("status: non_supporter", True),
        ("status: supporter, rivals: {sap: supporter}", True),
        ("status: neutral, rivals: {sap: mentor}", True),
        ("status: neutral, rivals: {sap: neutral}", False),
        ("status: supporter, rivals: {gone: mentor}", False),
        ("status: supporter", False),
    ],
)
def test_the_other_side_is_not_asked_who_is_for_us(
    tas: Tas, tmp_path: Path, entry: str, *, guarded: bool
) -> None:
    """With somebody against us or for a competitor in the race, the page begins with a caution."""
    deal = (
        "tas: 1\nname: Deal\ncustomer: Customer\n"
        "competitors:\n  sap: {name: SAP}\n"
        "  gone: {name: Gone, out: {date: 2026-10-01, reason: Price}}\n"
        f"people:\n  kim: {{name: Kim Lee, title: VP Operations, influence: 4, {entry}}}\n"
        "  ann: {name: Ann Ode, status: mentor, coverage: in_depth, influences: [kim]}\n"
    )
    tas = tas.at(write(tmp_path, {"opportunities/one.yaml": deal})).env(TAS_TODAY="2026-11-28")
    out = tas("prep", "one", "--with", "kim, ann").out
    caution = "Tell them nothing that you would not tell the competitor."
    assert out.splitlines()[1].startswith(caution) is guarded
    assert out.count(caution) == guarded
    found = tas("prep", "one", "--with", "kim, ann", "--format", "json").json
    asked = {each["criterion"] for each in found["with"]["ask"]}
    secret = {"inside_support", "political_alignment"}
    assert asked & secret == (set() if guarded else secret)
    whom = {each["criterion"]: each["people"] for each in (*found["ask"], *found["unknown"])}
    assert all(("kim" in whom[each]) is not guarded for each in secret)
    asks = tas("path", "one", "kim", "--format", "json").json["steps"][0]["ask"]
    known = "Do you still want us to win, and may Kim Lee know that?"
    assert asks[0] == ("Do you still want us to win?" if guarded else known)


def test_a_meeting_can_be_posted(mapped: Tas, page: SnapshotAssertion) -> None:
    """The same as markdown."""
    assert mapped("prep", meridian.ID, "--with", "nair", "--format", "markdown").out == page


@pytest.mark.parametrize(
    ("given", "mapped_people", "strangers"),
    [
        (["Kessler"], ["kessler"], []),
        (["martin kessler, CFO"], ["kessler"], []),
        (["CFO"], ["kessler"], []),
        (["kessler,hart"], ["kessler", "hart"], ["hart"]),
        (["ruiz and pell", "COO"], ["ruiz", "pell"], []),
        (["finance"], ["analyst"], ["finance"]),
        (["okafor"], ["okafor"], []),
        (["health"], [], ["health"]),
        (["Dana Ortiz, analyst; E. Ruiz"], ["ruiz"], ["Dana Ortiz, analyst"]),
    ],
)
def test_whom_a_call_means(
    mapped: Tas, given: list[str], mapped_people: list[str], strangers: list[str]
) -> None:
    """Short names, names and words of names or titles: on the map first, else as they are."""
    call = [part for each in given for part in ("--with", each)]
    met = mapped("prep", meridian.ID, "--format", "json", *call).json["with"]
    assert [each["person"] for each in met["mapped"]] == mapped_people
    assert met["strangers"] == strangers


def test_whom_to_ask_about_a_criterion(mapped: Tas) -> None:
    """Those whom it is about, then those who may know: no enemy, nobody gone or without a name."""
    found = mapped("prep", meridian.ID, "--format", "json").json
    whom = {each["criterion"]: each["people"] for each in (*found["ask"], *found["unknown"])}
    assert whom["political_alignment"] == ["ruiz", "nair", "adeyemi", "kessler", "hart"]
    assert whom["access_to_funds"] == ["adeyemi", "kessler", "whelan"]
    assert whom["future_revenue"] == []


def test_whom_to_ask_and_what_to_look_at_again(mapped: Tas) -> None:
    """The sheet names people for what is weak or unknown, and ratings whose source has left."""
    out = mapped("show", meridian.ID).out
    assert "\nWhom to ask\n• #3 and #4: Ruth Adeyemi, Martin Kessler, Tom Whelan\n" in out
    assert "• #14 and #15: Elena Ruiz, Priya Nair, Ruth Adeyemi\n" in out
    assert "has left)\n#7 Solution fit (Dan Okafor left on 2026-11-27)\n" in out
    before = mapped("show", meridian.ID, "--at", "2026-11-26").out
    assert "Whom to ask" in before
    assert "has left" not in before


def test_preparing_names_people_too(mapped: Tas, tmp_path: Path) -> None:
    """Without a meeting ahead: whom to ask, who can give an outcome, whose word is gone."""
    text = re.sub(r"^next:.*\n", "", meridian.DEAL, flags=re.MULTILINE)
    write(tmp_path, {f"opportunities/{meridian.ID}.yaml": text})
    out = " ".join(mapped("prep", meridian.ID).out.split())
    assert "#15 Political alignment: ask Elena Ruiz, Priya Nair, Ruth Adeyemi Who has" in out
    assert "ask whoever approves the spending (Ruth Adeyemi, Martin Kessler, Tom Whelan)" in out
    assert "still true? + #7 Solution fit (Dan Okafor left on 2026-11-27)" in out
    (orphan,) = mapped("prep", meridian.ID, "--format", "json").json["orphans"]
    assert (orphan["criterion"], orphan["people"]) == ("solution_fit", ["okafor"])


def test_the_strategy_and_the_debrief_name_people(mapped: Tas) -> None:
    """Both say whom to ask about what to find out next."""
    names = "Ask Elena Ruiz, Priya Nair, Ruth Adeyemi"
    out = " ".join(mapped("debrief", meridian.ID, "--prepare").out.split())
    assert f"{names}: Who has the most power" in out
    assert f"\n      {names}" in mapped("strategy", meridian.ID).out


@pytest.mark.parametrize("call", PAGES)
def test_people_of_the_account_are_the_same(mapped: Tas, tmp_path: Path, call: list[str]) -> None:
    """Every page is the same if the account's file has the people."""
    own = mapped(*call).out
    head, people, rest = meridian.DEAL.partition("people:\n")
    text = head.replace("customer: M", "account: meridian\ncustomer: M")
    account = f"tas: 1\nname: Meridian Health\n{people}{rest}"
    files = {f"opportunities/{meridian.ID}.yaml": text, "accounts/meridian.yaml": account}
    write(tmp_path, files)
    assert mapped(*call).out == own


@pytest.mark.parametrize(
    "line",
    [
        "rate {} 4=+ --who k",
        "outcome {} proof_defined --who k",
        "meeting {} --with k",
        "prep {} --with k",
    ],
)
def test_completion_offers_people_of_the_map(mapped: Tas, line: str) -> None:
    """Wherever somebody can be named, the short names of the map are offered."""
    assert "kessler" in mapped.offered(f"tas {line.format(meridian.ID)}")


@pytest.mark.parametrize(
    ("people", "who", "offered"),
    [
        ("nair: {name: Priya Nair, roles: [sponsor]}", "nair", True),
        ("nair: {name: Priya Nair, roles: [sponsor]}", "P. Nair, CNO; Ann", True),
        ("nair: {name: Priya Nair, roles: [user]}", "nair", False),
        ("nair: {name: Priya Nair, roles: [sponsor], left: 2026-11-01}", "nair", False),
        ("ruiz: {name: Elena Ruiz}", "E. Ruiz", True),
        ("ruiz: {name: Elena Ruiz}", "Ann", False),
    ],
)
def test_the_word_of_a_sponsor(
    mapped: Tas, tmp_path: Path, people: str, who: str, *, offered: bool
) -> None:
    """What a sponsor on the map says, or whoever was recorded as one, may show an outcome."""
    text = meridian.DEAL.partition("people:")[0]
    write(tmp_path, {f"opportunities/{meridian.ID}.yaml": f"{text}people:\n  {people}\n"})
    result = mapped("meeting", meridian.ID, "--with", who, "--dry-run", "12 + Spoke for us")
    assert ("first_capabilities_embraced" in result.err) == offered


def test_where_influence_comes_from_is_asked_where_maps_say_so(mapped: Tas) -> None:
    """Once a map has a source of influence, those of others of weight are asked for."""
    asked = ("prep", meridian.ID, "--with", "kessler")
    heading = "Where the influence of Martin Kessler comes from"
    assert heading not in mapped(*asked).out
    mapped("people", meridian.ID, "ruiz", "sources.business_value=inner_circle")
    shown = mapped(*asked).out
    assert heading in shown
    assert "Who sets the policy?" in shown
    mapped("people", meridian.ID, "kessler", "sources.philosophy=structure")
    assert heading not in mapped(*asked).out
