"""`tas map`: who decides, read by somebody who does not know the deal."""

from __future__ import annotations

import shlex
from datetime import date
from typing import TYPE_CHECKING, Any

import meridian as fixture
import pytest
from cli import ROOT, TODAY
from declared import undeclared
from workspaces import HEAD, opportunity, write

from tas_cli.assess.deal import DealOnDay
from tas_cli.model.settings import Settings
from tas_cli.views.map import page as map_page
from tas_cli.views.terminal.page import text
from tas_cli.views.terminal.screen import Screen

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

MERIDIAN = fixture.DEAL.replace(
    "    adaptability: visionary\n",
    "    adaptability: visionary\n    evidence: [{when: 2026-10-20, who: ruiz, what: 'Said so'}]\n",
)
DAY = date.fromisoformat(TODAY)
DEAL = "opportunities/flow.yaml"


@pytest.fixture
def meridian(tas: Tas, tmp_path: Path) -> Tas:
    """Call in a workspace with the deal of nine people."""
    return tas.at(write(tmp_path, {"tas.yaml": "tas: 1\n", DEAL: MERIDIAN}))


def at(tas: Tas, folder: Path, people: str, **files: str) -> Tas:
    """Call in a workspace with a deal that has these people, and other files."""
    more = {name: content for name, content in files.items() if name != "head"}
    head = files.get("head", "")
    return tas.at(write(folder, {DEAL: f"{HEAD}{head}people:\n{people}", **more}))


@pytest.mark.parametrize("options", ["", "--sort influence", "--format markdown"])
def test_page(meridian: Tas, page: SnapshotAssertion, options: str) -> None:
    """The map has everybody in one table, lanes beside it, and what it says below."""
    shown = meridian("map", "flow", *options.split())
    assert shown.status == 0, shown.err
    assert shown.out == page


@pytest.mark.parametrize("width", [60, 80, 120])
def test_page_on_a_terminal(page: SnapshotAssertion, width: int) -> None:
    """On a terminal the table fits its width; lanes without room are said in words."""
    deal = DealOnDay.of(opportunity(MERIDIAN), Settings(), DAY)
    shown = text(map_page("flow", deal, width=width), Screen(width, cut=True))
    assert max(map(len, shown.splitlines())) <= width
    assert shown == page


def test_plain_characters(page: SnapshotAssertion) -> None:
    """Without Unicode the same map is drawn in ASCII."""
    deal = DealOnDay.of(opportunity(MERIDIAN), Settings(), DAY)
    shown = text(map_page("flow", deal), Screen(unicode=False))
    assert shown.isascii()
    assert shown == page


def test_lines_for_a_screen_reader(meridian: Tas) -> None:
    """Where plain lines are asked for, everybody is a sentence, in the order asked for."""
    shown = meridian.env(ACCESSIBLE="1")("map", "flow", "--sort", "influence").out
    first, *_ = shown.partition("Martin Kessler, CFO: ")
    assert not set("◀●✕") & set(shown)
    assert "influences Ruth Adeyemi and Martin Kessler" in " ".join(first.split())


def test_json(meridian: Tas) -> None:
    """JSON has everybody with their position, and each insight with its people."""
    assert undeclared(meridian, "map flow") == []
    found = meridian("map", "flow", "--format", "json").json
    people = {each["key"]: each for each in found["people"]}
    assert (people["okafor"]["boss"], people["okafor"]["depth"]) == ("nair", 3)
    assert people["hart"]["outside"]
    assert people["kessler"]["band"] == "structure"
    assert (found["confirmed"], found["assumed"]) == (1, 8)
    assert found["for_us"] == ["ruiz", "nair", "okafor"]
    assert [each["kind"] for each in found["insights"]] == [
        *("unmet", "approvers", "unidentified", "carries", "leaving", "above_rank"),
    ]


EXAMPLES = (
    *("national-manufacturing", "cooperativa-vale-do-ipe"),
    *("tamarind-telecom", "wuersch-praezision", "flow"),
)


@pytest.mark.parametrize("deal", EXAMPLES)
def test_every_command_works(tas: Tas, tmp_path: Path, deal: str) -> None:
    """The command of each insight can be run as it is, once the reader has filled in a text."""
    name = f"opportunities/{deal}.yaml"
    content = MERIDIAN if deal == "flow" else (ROOT / name).read_text(encoding="utf-8")
    tas.at(write(tmp_path, {"tas.yaml": "tas: 1\n", name: content}))
    for each in tas("map", deal, "--format", "json").json["insights"]:
        _, *words = shlex.split(each["command"].replace("…", "Kim Beck"))
        ran = tas(*words, *(["--dry-run"] if words[0] == "people" else []))
        assert ran.status == 0, (each["command"], ran.err)


def test_nobody(tas: Tas, tmp_path: Path) -> None:
    """Without people the map is a sentence with the commands that add the first."""
    tas.at(write(tmp_path, {DEAL: HEAD}))
    shown = tas("map", "flow")
    assert shown.status == 0
    first = 'Add the first: `tas people flow "Name, title"`'
    several = "Add several on a full screen: `tas map flow --edit`"
    assert shown.out.splitlines() == ["flow has nobody on the map yet.", first, several]
    assert undeclared(tas, "map flow") == []
    tas("rate", "flow", "5=+", "--evidence", "x", "--who", "Ann Lee, COO")
    assert "`tas people flow --from-evidence`" in tas("map", "flow").out


def test_only_what_is_filled_in(tas: Tas, tmp_path: Path) -> None:
    """A map of names alone has no empty columns, signs to explain, or advice."""
    shown = at(tas, tmp_path, "  a: {name: Ann Lee}\n  b: {name: Bo Li, reports_to: a}\n")
    assert shown("map", "flow").out.splitlines()[2:] == ["Name", "Ann Lee", "└ Bo Li"]


@pytest.mark.parametrize("output", ["text", "markdown"])
def test_somebody_who_left_is_gray(tas: Tas, tmp_path: Path, output: str) -> None:
    """Who has left stays on the map with the day, without influence or conflicts."""
    people = "  a: {name: Ann Lee, influences: [b], conflicts: [b], left: 2026-11-20}\n"
    tas = at(tas, tmp_path, f"{people}  b: {{name: Bo Li, reports_to: a}}\n")
    shown = tas.env(FORCE_COLOR="1")("map", "flow", "--format", output).out
    assert "left 20 Nov" in shown
    assert ("\x1b[2mAnn Lee" in shown) is (output == "text")
    assert not set("◀✕") & set(shown)
    assert "who took over?" in shown
    assert [each["gone"] for each in tas("map", "flow", "--format", "json").json["people"]] == [
        *(True, False),
    ]


def test_an_earlier_day(tas: Tas, tmp_path: Path) -> None:
    """`--at` shows how somebody stood with us on that day."""
    change = "{date: 2026-11-10, field: people.a.status, from: enemy, to: supporter}"
    tas = at(
        tas, tmp_path, "  a: {name: Ann Lee, status: supporter}\n", head=f"history: [{change}]\n"
    )
    assert "+ supporter" in tas("map", "flow").out
    assert "X enemy" in tas("map", "flow", "--at", "2026-11-09").out


@pytest.mark.parametrize("where", ["deal", "account"])
def test_a_day_before_anybody_came(tas: Tas, tmp_path: Path, where: str) -> None:
    """`--at` a day when nobody was on the map says when the first came, not how to add them."""
    people = (
        "people:\n  b: {name: Bo Li}\n  a: {name: Ann Lee}\n"
        "history:\n"
        "  - {date: 2026-11-02, field: people.gone, to: Gus Pell}\n"
        "  - {date: 2026-11-28, field: people.a.status, from: neutral}\n"
        "  - {date: 2026-11-20, field: people.a, to: Ann Lee}\n"
        "  - {date: 2026-11-25, field: people.b, to: Bo Li}\n"
    )
    shared = "tas: 1\nname: Harbour\n"
    deal, account = (people, "") if where == "deal" else ("", people)
    write(
        tmp_path,
        {DEAL: f"{HEAD}account: harbour\n{deal}", "accounts/harbour.yaml": shared + account},
    )
    tas = tas.at(tmp_path).env(TAS_TODAY="2026-11-30")
    said = "Nobody was on the map on 19 Nov; the first came on 20 Nov."
    assert tas("map", "flow", "--at", "2026-11-19").out.splitlines()[0] == said
    assert said in tas("map", "flow", "--at", "2026-11-19", "--format", "svg").err
    assert "Ann Lee" in tas("map", "flow", "--at", "2026-11-20").out


def test_people_of_the_account(tas: Tas, tmp_path: Path) -> None:
    """The map has the account's people, too, and JSON says which file a field comes from."""
    shared = "tas: 1\nname: Harbour\npeople:\n  a: {name: Ann Lee, influence: 5}\n"
    people = "  a: {status: enemy}\n  b: {name: Bo Li}\n"
    files: Any = {"accounts/harbour.yaml": shared, "head": "account: harbour\n"}
    tas = at(tas, tmp_path, people, **files)
    assert "Ann Lee" in tas("map", "flow").out
    ann, bo = tas("map", "flow", "--format", "json").json["people"]
    assert ann["from"] == {"name": "account", "influence": "account", "status": "deal"}
    assert bo["from"] == {"name": "deal"}


LEFT = "  a: {name: Ann Lee, roles: [approver], left: 2026-11-01}\n"


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ("  a: {influence: 4, coverage: none, via: b}\n  b: {coverage: brief}\n", "met a (4).\n"),
        ("  a: {status: enemy, influence: 4}\n", "tas people flow a approach.strategy=neutralize"),
        (
            "  a: {status: enemy, influence: 4, approach: {strategy: neutralize}}\n",
            "tas prep flow --with a",
        ),
        ("  a: {name: Ann Lee, roles: [user]}\n", "No approver is on the map"),
        (
            "  a: {name: Ann Lee, roles: [approver], left: 2026-11-01}\n",
            'The only approver has left: Ann Lee.\n    > tas people flow "Name, title" A\n',
        ),
        (
            f"{LEFT}  b: {{name: Bo Li, roles: [approver], influence: 2, left: 2026-11-02}}\n",
            "All approvers have left: Bo Li and Ann Lee.\n",
        ),
        (
            f"{LEFT}  b: {{name: Bo Li, roles: [approver], coverage: brief}}\n",
            "We barely know an approver: Bo Li.\n",
        ),
    ],
)
def test_what_is_said(tas: Tas, tmp_path: Path, people: str, said: str) -> None:
    """The way in has to be open, and who is against us gets an approach before a meeting."""
    assert said in at(tas, tmp_path, people)("map", "flow").out


def test_evidence_is_marked_where_it_differs(tas: Tas, tmp_path: Path) -> None:
    """If every entry has evidence, or none has, the head says so instead of every row."""
    people = "  a: {name: Ann Lee, evidence: [{what: Said so}]}\n  b: {name: Bo Li}\n"
    assert "✓" in at(tas, tmp_path, people)("map", "flow").out
    shown = at(tas, tmp_path, people.replace("Bo Li", "Bo Li, evidence: [{what: Yes}]"))
    assert "✓" not in shown("map", "flow").out
    assert "2 confirmed" in shown("map", "flow").out


def test_a_competitor_out_of_the_race_has_no_letter(tas: Tas, tmp_path: Path) -> None:
    """Whoever stood for a competitor that has dropped out carries it no more."""
    head = "competitors: {ab: {name: Abel, out: {date: 2026-11-09}}}\n"
    shown = at(tas, tmp_path, "  a: {status: enemy, rivals: {ab: mentor}}\n", head=head)
    assert "X enemy" in shown("map", "flow").out


def test_letters_of_competitors_differ(tas: Tas, tmp_path: Path) -> None:
    """Competitors get as many letters as it takes to tell them apart, and not an enemy's X."""
    rivals = "competitors: {x-sys: {name: X-Sys}, ab: {name: Abel}, ac: {name: Acorn}}\n"
    people = "  a: {name: Ann Lee, status: enemy, rivals: {x-sys: mentor, ab: supporter}}\n"
    more = "  b: {name: Bo Li, rivals: {ac: supporter}}\n"
    shown = at(tas, tmp_path, people + more, head=rivals)("map", "flow").out
    assert "X XS AB enemy" in shown
    assert "AC backs Acorn." in shown


WRONG = ("<b>", "@all", "*Ann*", "[x](", "\x1b", "##[error]")


@pytest.mark.parametrize("output", ["text", "markdown", "json"])
def test_no_text_of_a_file_acts(tas: Tas, tmp_path: Path, output: str) -> None:
    """Names, titles and companies are data, whatever they say."""
    attack = r'"\e[31m*Ann* | @all <b>x</b> [x](http://e.example) ##[error]c"'
    person = f"name: {attack}, title: {attack}, company: {attack}, influence: 5, coverage: none"
    people = f"  a: {{{person}, influences: [b]}}\n  b: {{name: {attack}, conflicts: [a]}}\n"
    shown = at(tas, tmp_path, people)("map", "flow", "--format", output)
    assert shown.status == 0, shown.err
    wrong = WRONG if output == "markdown" else WRONG[-2:]
    assert not [each for each in wrong if each in shown.out]
