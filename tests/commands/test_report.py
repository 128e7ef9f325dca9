"""`tas report`: a deal's page as one file, which replaces nothing but pages."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from cli import ROOT
from meridian import DEAL
from workspaces import HEAD, write

from tas_cli.rules.tas401_burning_issue_unrated import RULE

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

FILES = {"tas.yaml": "tas: 1\n", "opportunities/flow.yaml": DEAL, "opportunities/a.yaml": HEAD}


@pytest.fixture
def ground(tas: Tas, tmp_path: Path) -> Path:
    """Call in a workspace with a deal of nine people, and one with the required keys alone."""
    tas.at(write(tmp_path, FILES))
    return tmp_path


@pytest.mark.parametrize("deal", ["flow", "a"])
def test_a_page_goes_to_a_pipe_or_to_a_file(tas: Tas, ground: Path, deal: str) -> None:
    """Both are the same, and a later page takes the place of an earlier one."""
    shown = tas("report", deal).out
    assert shown.startswith("<!doctype html>")
    for _ in range(2):
        written = tas("report", deal, "--output", "mail/deal.html")
        assert (written.status, written.out) == (0, "Wrote mail/deal.html.\n")
        assert (ground / "mail/deal.html").read_text(encoding="utf-8") == shown


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("notes.html", "is not a page written by tas"),
        ("opportunities/deal.html", "reserved for files of the workspace"),
        ("deal.pdf", "the page is html, not pdf"),
    ],
)
def test_a_page_replaces_nothing_else(tas: Tas, ground: Path, file: str, why: str) -> None:
    """A file that is no page of ours stays."""
    (ground / "notes.html").write_text("<!doctype html><p>mine")
    refused = tas("report", "flow", "--output", file)
    assert refused.status == 2
    assert why in refused.err
    assert (ground / "notes.html").read_text() == "<!doctype html><p>mine"


@pytest.mark.usefixtures("ground")
def test_only_the_parts_asked_for_are_there(tas: Tas) -> None:
    """`--only` takes names of parts, and names them all where it meets another."""
    assert 'id="grid"' in tas("report", "flow", "--only", "grid").out
    refused = tas("report", "flow", "--only", "gird")
    assert refused.status == 2
    assert "grid" in refused.err


RUN = """
import sys
from contextlib import redirect_stdout
from io import StringIO
from tas_cli.__main__ import run
with redirect_stdout(StringIO()):
    for call in sys.argv[1:]:
        assert run(call.split()) in (0, 1), call
print(*sys.modules)
"""


def test_only_pages_load_the_library_of_templates() -> None:
    """The other commands that show deals start without it, as textual is for full screens only."""
    deal = "national-manufacturing"
    calls = [f"{each} {deal}" for each in ("show", "map", "plan", "value", "prep", "strategy")]
    calls += ["list", "board", "check", "today", "matrix", "report --help"]
    result = subprocess.run(
        [sys.executable, "-c", RUN, *calls], cwd=ROOT, capture_output=True, check=True
    )
    loaded = set(result.stdout.decode().split())
    assert "tas_cli.views.show" in loaded
    assert not loaded & {"jinja2", "markupsafe", "textual"}


ACCOUNT = """
tas: 1
name: Harbour
people:
  kim: {name: Kim Roe, title: CFO, influence: 5, coverage: none}
"""
DEAL_OF = f"""{HEAD}account: harbour
amount: {{}}
expected_close: {{}}
people: {{{{kim: {{{{roles: [{{}}], status: {{}}}}}}}}}}
"""


@pytest.fixture
def harbour(tas: Tas, tmp_path: Path) -> Path:
    """Call in a workspace with an account of two deals, and one deal of somebody else."""
    files = {
        **FILES,
        "accounts/harbour.yaml": ACCOUNT,
        "opportunities/north.yaml": DEAL_OF.format(
            "3000000", "2027-02-01", "approver", "supporter"
        ),
        "opportunities/south.yaml": DEAL_OF.format("500000", "2027-01-10", "user", "enemy"),
    }
    files = {
        name: text.replace("Cranes", name.split("/")[1].removesuffix(".yaml").title())
        if name.startswith("opp")
        else text
        for name, text in files.items()
    }
    tas.at(write(tmp_path, files))
    return tmp_path


def test_the_page_of_an_account_begins_with_the_answer(tas: Tas, harbour: Path) -> None:
    """How many deals are open, what they are worth, what closes next, and whom nobody has met."""
    page = tas("report", "--account", "harbour").out
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page.split("</header>")[1]))
    assert text.strip().startswith(
        "2 open deals, worth USD 3.5M. Next to close: South, 2027-01-10 (in 48 days)."
        " Of weight, and never met: Kim Roe."
    )
    assert "None of us has met Kim Roe" in text
    assert "Meridian" not in page
    assert re.findall(r'<a href="#(\w+)"', page.split("</nav>")[0].split("<nav")[-1]) == []
    ids = re.findall(r'<section id="(\w+)"', page)
    assert ids == ["deals", "people"]
    written = tas("report", "--account", "harbour", "--output", "harbour.html")
    assert written.out == "Wrote harbour.html.\n"
    assert (harbour / "harbour.html").read_text(encoding="utf-8") == page


def test_owners_go_by_number_only_where_all_deals_are_listed(tas: Tas, harbour: Path) -> None:
    """Rep 1 is one person on all pages of a site, so a redacted account has no owners."""
    deal = harbour / "opportunities/north.yaml"
    deal.write_text(deal.read_text() + "owner: nicole\n")
    assert "nicole" in tas("report", "--account", "harbour").out
    page = tas("report", "--account", "harbour", "--redact").out
    assert ("Rep 1" in page, ">Owner<" in page) == (False, False)
    assert "Rep 1" in tas("board", "--format", "html", "--redact").out


def test_what_may_come_is_beside_the_deals_by_time_and_potential(tas: Tas, harbour: Path) -> None:
    """What is planned for a deal is there, and what would start one that may come."""
    account, deal = harbour / "accounts/harbour.yaml", harbour / "opportunities/north.yaml"
    more = "potential_deals: [{what: Pier, amount: 9, when: 2027-12-01, trigger: Votes}]\n"
    account.write_text(account.read_text() + more)
    deal.write_text(deal.read_text() + "tactics: [{what: Ask the board, due: 2026-12-01}]\n")
    page = tas("report", "--account", "harbour").out
    part = re.sub(r"<[^>]+>", " ", page.split('id="potential"')[1])
    assert page.count(' id="potential"') == 1
    assert "Ask the board" in part
    assert "Trigger: Votes" in part


@pytest.mark.usefixtures("harbour")
def test_somebody_is_on_the_map_of_an_account_with_the_roles_of_all_deals(tas: Tas) -> None:
    """How somebody stands is there for the own team, and on the map if it is one in all deals."""
    for people in ((), ("--people",)):
        page = tas("report", "--account", "harbour", *people).out
        rows = (each for each in re.findall(r"<tr>.*?</tr>", page, re.DOTALL) if "5 of 5" in each)
        [said] = (" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows)
        assert said == "Kim Roe, CFO approver; user; influence 5 of 5; no contact"
    assert "supporter (north), enemy (south)" in page


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize(
    ("call", "why"),
    [
        ("--account harbor", "there is no account harbor"),
        ("--account harbour north", "--account cannot be combined with a deal"),
        ("--account harbour --only grid", "--account cannot be combined with --only"),
        ("", "north"),
    ],
)
def test_a_report_is_of_a_deal_or_of_an_account(tas: Tas, call: str, why: str) -> None:
    """Without either, the refusal lists the deals."""
    refused = tas("report", *call.split())
    assert refused.status == 2
    assert why in refused.err


@pytest.mark.usefixtures("ground")
def test_links_within_a_page_lead_to_what_is_there(tas: Tas) -> None:
    """A part without anything in it is neither on the page nor linked."""
    for deal in ("flow", "a"):
        page = tas("report", deal).out
        linked = set(re.findall(r'href="#([^"]+)"', page))
        assert linked <= set(re.findall(r' id="([^"]+)"', page))


CLAIMED = RULE.bad_text.replace("?", "-")
"""A deal whose burning issue is recorded as confirmed, and not rated so."""
FRESH = "debriefs: [{date: 2026-11-20, step: confirmed, verdict: Fine}]\n"
SILENT = CLAIMED.replace(
    "burning_issue_confirmed:", "burning_issue_confirmed:  # tas: ignore[TAS401]"
)


@pytest.mark.parametrize(
    ("text", "watched"),
    [
        (
            CLAIMED,
            (
                "The burning issue is recorded as confirmed, but #5 Compelling event is rated -;"
                " never debriefed; 18 of 20 criteria unknown."
            ),
        ),
        (SILENT, ""),
        (CLAIMED + FRESH, ""),
        (CLAIMED + "status: lost\n", ""),
        (HEAD, "Never assessed; never debriefed."),
    ],
    ids=["claimed", "ignored", "fresh", "lost", "bare"],
)
def test_a_page_says_what_the_board_finds_wrong(
    tas: Tas, tmp_path: Path, text: str, watched: str
) -> None:
    """In the same words, for those outside as well, and nothing if the board asks nothing."""
    tas.at(write(tmp_path, {"tas.yaml": "tas: 1\n", "opportunities/a.yaml": text}))
    for more in ((), ("--redact",)):
        page = re.sub(r"<[^>]+>", "", tas("report", "a", *more).out)
        assert re.findall(r"Watch: (.*)", page) == [watched][: bool(watched)]
    for off in ("rules: {TAS40: 'off'}", "rules_for: {'opportunities/*': {TAS401: 'off'}}"):
        (tmp_path / "tas.yaml").write_text(f"tas: 1\n{off}\n")
        for more in ((), ("--redact",)):
            assert "burning issue is recorded" not in tas("report", "a", *more).out
    (tmp_path / "tas.yaml").write_text("tas: 1\n")
    asked = json.loads(tas("board", "--format", "json").out)["asks"]
    words = [each["words"] for ask in asked for each in ask["matters"]]
    said = watched.rstrip(".").split("; ") if watched else []
    assert all(each[:1].lower() + each[1:] in words for each in said)


def test_a_page_has_the_signs_of_lost_control_that_the_board_has(tas: Tas, ground: Path) -> None:
    """They are said where the board asks about the deal, and not after it ended."""
    seen = f"{HEAD}signs: [{{date: 2026-11-20, sign: slanted_criteria}}]\n"
    deal = ground / "opportunities/a.yaml"
    for text, said in ((HEAD, False), (seen, True), (f"{seen}status: lost\n", False)):
        deal.write_text(text)
        found = "Signs of lost control: Criteria favor a competitor." in tas("report", "a").out
        assert found is said


def test_the_page_of_an_open_deal_says_that_no_forecast_is_called(tas: Tas, ground: Path) -> None:
    """Where one is called, it says which."""
    assert "no forecast called" in tas("report", "a").out
    deal = ground / "opportunities/a.yaml"
    deal.write_text(f"{HEAD}forecast: commit\n")
    page = tas("report", "a").out
    assert ("called commit" in page, "no forecast" in page) == (True, False)
    deal.write_text(f"{HEAD}status: won\n")
    assert "forecast called" not in tas("report", "a").out


def test_parts_that_a_deal_has_nothing_for_are_named(tas: Tas, ground: Path) -> None:
    """If it has nothing for any of them, no page is written; an empty list is a wrong call."""
    some = tas("report", "a", "--only", "grid,plan", "--output", "some.html")
    assert (some.status, some.err) == (0, "tas: a has nothing for plan yet.\n")
    none = tas("report", "a", "--only", "value,plan", "--output", "none.html")
    assert none.status == 1
    assert "a has nothing for plan and value yet; no page was written." in none.err
    assert not (ground / "none.html").exists()
    assert tas("report", "a", "--only", "").status == 2
