"""`tas board --quarter`: the forecast as a manager reads it, and what decides what counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from board_files import grid
from rich.cells import cell_len
from workspaces import write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

SETTINGS = """\
tas: 1
currency: USD
rates: {EUR: 1.1}
team: {kim: {team: north}, lee: {team: south}, max: {team: south}}
quota: {kim: {2027Q1: 2500000}, lee: {2027Q1: 1000000}, max: {2027Q2: 5}}
"""
RATED = '[{date: 2026-10-01, ratings: {compelling_event: {us: "+"}}}]'
DEALS = {
    "clinic": """\
owner: kim
amount: 1850000
expected_close: 2027-02-26
forecast: best_case
history: [{date: 2026-11-17, field: amount, from: "1700000", to: "1850000"}]
""",
    "plant": "owner: kim\namount: 3000000\nexpected_close: 2027-03-31\nforecast: commit\n",
    "council": """\
owner: lee
amount: 385000
expected_close: 2027-04-30
history:
  - {date: 2026-10-24, field: expected_close, from: 2027-02-28, to: 2027-03-31}
  - {date: 2026-11-18, field: expected_close, from: 2027-03-31, to: 2027-04-30}
""",
    "port": """\
owner: lee
amount: 400000
currency: EUR
expected_close: 2027-01-30
history: [{date: 2026-11-19, field: owner, from: kim, to: lee}]
""",
    "museum": "amount: 7\nexpected_close: 2027-01-30\non_hold: {since: 2026-11-20}\n",
    "bridge": "owner: lee\nexpected_close: 2027-01-30\n",
    "school": "owner: lee\namount: 100\n",
    "ferry": """\
owner: kim
amount: 250000
expected_close: 2027-02-01
status: lost
closed: {date: 2026-11-20, to: no_decision}
""",
}


def deal(name: str, text: str) -> str:
    """Return a file with these lines, assessed before anything else happened."""
    return f"tas: 1\nname: {name.title()}\ncustomer: {name}\nassessments: {RATED}\n{text}"


@pytest.fixture
def small(tas: Tas, tmp_path: Path) -> Tas:
    """A workspace in which everything happened that a forecast tells apart."""
    deals = {f"opportunities/{name}.yaml": deal(name, text) for name, text in DEALS.items()}
    return tas.at(write(tmp_path, {"tas.yaml": SETTINGS, **deals}))


def shown(tas: Tas, *options: str) -> Any:
    """Return the forecast's document."""
    result = tas("board", "--format", "json", *options)
    assert result.status == 0, result.err
    return result.json


def test_page(small: Tas, page: SnapshotAssertion) -> None:
    """The answer comes first, the bridge adds up, and all of it fits in 80 columns."""
    out = small("board", "--quarter", "2027Q1").out
    assert max(map(cell_len, out.splitlines())) <= 80
    assert out == page


def test_full_adds_weighted_sums(small: Tas) -> None:
    """Sums weighted by probability are shown on request only."""
    assert "Weighted by" not in small("board", "--quarter", "2027Q1").out
    out = small("board", "--quarter", "2027Q1", "--full").out
    assert "Weighted by the sales steps' probabilities: USD 0 evidenced, 0 claimed." in out


def test_markdown(small: Tas, page: SnapshotAssertion) -> None:
    """The forecast can be posted, by team and for any days."""
    options = ("--from", "2027-01-01", "--to", "2027-04-30", "--by", "team")
    assert small("board", *options, "--format", "markdown").out == page


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (("--quarter",), "2026Q4"),
        (("--quarter", "--by", "team"), "2026Q4"),
        (("--quarter", "next"), "2027Q1"),
        (("--quarter", "last"), "2026Q3"),
        (("--quarter", "q1 2027"), "2027Q1"),
        (("--quarter", "2027"), "2027"),
        (("--from", "2027-01-01", "--to", "2027-02-28"), "2027-01-01..2027-02-28"),
    ],
)
def test_a_period(small: Tas, options: tuple[str, ...], name: str) -> None:
    """--quarter alone is this quarter; it also takes another one, or a year."""
    assert shown(small, *options)["period"]["name"] == name


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--quarter", "soon"), "--quarter soon is not a period"),
        (("--quarter", "2027Q1", "--from", "2027-01-01"), "--quarter cannot be used with --from"),
        (("--to", "2027-01-01"), "--to needs --from"),
        (("--from", "2027-01-01"), "--from needs --to or --rollout"),
        (("--quarter", "--rollout"), "--rollout and --quarter are separate pages"),
        (("--quarter", "--by", "step"), "a forecast has no --by step"),
    ],
)
def test_a_wrong_call(small: Tas, options: tuple[str, ...], words: str) -> None:
    """A call that names no period, or two pages, is refused."""
    result = small("board", *options)
    assert result.status == 2
    assert words.lower() in result.err.lower()


def test_what_cannot_count_is_listed(small: Tas) -> None:
    """Deals without an amount or a date, and those omitted, are listed and not counted."""
    found = shown(small, "--quarter", "2027Q1")
    assert [each["id"] for each in found["without_amount"]] == ["bridge"]
    assert [each["id"] for each in found["without_date"]] == ["school"]
    assert [each["id"] for each in found["omitted"]] == ["museum"]
    assert found["total"]["money"][0]["called"]["open"] == "5290000.00"


def test_a_missing_rate_means_no_total(small: Tas, tmp_path: Path) -> None:
    """Without a rate for a currency each has its own sums, and the quota is not compared."""
    write(tmp_path, {"tas.yaml": SETTINGS.replace("EUR", "CHF")})
    found = shown(small, "--quarter", "2027Q1")
    assert [each["currency"] for each in found["total"]["money"]] == ["EUR", "USD"]
    assert (found["missing_rates"], found["total"]["coverage"]) == (["EUR"], None)
    assert "add rates to tas.yaml for EUR" in small("board", "--quarter", "2027Q1").out


STEPS = {
    "qualify": ("change_in_strategy", "burning_issue_identified", "first_contacts_named"),
    "develop": (
        "key_sponsor_named",
        "first_capabilities_embraced",
        "investment_process_confirmed",
        "buying_process_established",
        "burning_issue_confirmed",
    ),
    "solution": ("capabilities_embraced", "requirements_confirmed", "proof_defined"),
    "proof": (
        "legal_process_started",
        "requirements_met",
        "verbal_approval_given",
        "formal_approval_begun",
    ),
}
PROVEN = "process:\n  steps:\n" + "".join(
    f"    {step}:\n      outcomes:\n"
    + "".join(
        f"        {outcome}: {{evidence: [{{when: 2026-09-01, who: A, what: B}}]}}\n"
        for outcome in outcomes
    )
    for step, outcomes in STEPS.items()
)
DOUBTED = (
    "debriefs: [{date: 2026-11-01, claimed: proof, outcomes: {requirements_met: not_shown}}]\n"
)
DUE = "owner: kim\namount: 10\nexpected_close: 2027-01-30\n"
MINUS = f"assessments:\n  - date: 2026-10-01\n    ratings:\n{grid('-' * 20)}\n"


@pytest.mark.parametrize(
    ("text", "settings", "categories"),
    [
        (deal("a", DUE), "", ("pipeline", "pipeline")),
        (deal("a", DUE + PROVEN), "", ("commit", "commit")),
        (deal("a", DUE + PROVEN + DOUBTED), "", ("best_case", "best_case")),
        (deal("a", DUE + PROVEN), "{commit: close}", ("best_case", "best_case")),
        (deal("a", DUE), "{best_case: proof}", ("pipeline", "pipeline")),
        (deal("a", DUE + "forecast: commit\n"), "", ("commit", "pipeline")),
        (deal("a", DUE + "forecast: omitted\n"), "", ("omitted", "pipeline")),
        (deal("a", DUE + "forecast: commit\non_hold: {}\n"), "", ("omitted", "omitted")),
        (f"tas: 1\nname: A\ncustomer: B\n{DUE}{MINUS}", "", ("omitted", "omitted")),
        (f"tas: 1\nname: A\ncustomer: B\n{DUE}{MINUS}forecast: pipeline\n", "", None),
        (f"tas: 1\nname: A\ncustomer: B\n{DUE}{MINUS}", "{omitted: []}", ("pipeline", "pipeline")),
    ],
)
def test_a_category(
    tas: Tas, tmp_path: Path, text: str, settings: str, categories: tuple[str, str] | None
) -> None:
    """A deal's category follows from the call, the evidence, a hold and what is reachable.

    The list shows the same.
    """
    wanted = f"tas: 1\nforecast_from: {settings or '{}'}\n"
    write(tmp_path, {"tas.yaml": wanted, "opportunities/a.yaml": text})
    found = shown(tas.at(tmp_path), "--quarter", "2027Q1")
    (line,) = found["deals"] + found["omitted"]
    called, evidenced = categories or ("pipeline", "omitted")
    assert (line["called"], line["evidenced"]) == (called, evidenced)
    listed = tas("list", "--forecast", called, "--format", "json").json["opportunities"]
    assert [each["id"] for each in listed] == ["a"]


def test_the_page_says_what_a_debrief_took(tas: Tas, tmp_path: Path) -> None:
    """An outcome that the last debrief did not accept moves the forecast, and the page says so."""
    text = deal("a", DUE + PROVEN + DOUBTED)
    write(tmp_path, {"opportunities/a.yaml": text})
    (taken,) = shown(tas.at(tmp_path), "--quarter", "2027Q1")["taken"]
    assert (taken["without"], taken["evidenced"]) == ("commit", "best_case")
    assert "a debrief did not accept the evidence: a (commit → best case)" in " ".join(
        tas("board", "--quarter", "2027Q1").out.split()
    )


@pytest.mark.parametrize(
    ("settings", "text", "line"),
    [
        ("", DUE, None),
        ("", DUE + "forecast: commit\n", "2027Q1: commit 10 called, 0 evidenced; best case 10."),
        (
            "quota: {kim: {2027Q1: 25, 2027Q2: 1}}\n",
            DUE + PROVEN,
            "2027Q1: commit 10 called, 10 evidenced; best case 10. Quota 25, won 0.",
        ),
    ],
)
def test_a_reps_page_has_the_quarter(
    tas: Tas, tmp_path: Path, settings: str, text: str, line: str | None
) -> None:
    """`tas today` has a line about the rep's quarter where there is a call or a quota."""
    write(tmp_path, {"tas.yaml": f"tas: 1\n{settings}", "opportunities/a.yaml": deal("a", text)})
    tas.at(tmp_path).env(TAS_TODAY="2027-01-15")
    found = tas("today", "--owner", "kim").out
    assert line in found.splitlines() if line else "called" not in found
    document = tas("today", "--owner", "kim", "--format", "json").json
    assert (document["forecast"] is None) == (line is None)


def test_lists_follow_the_fiscal_year(tas: Tas, tmp_path: Path) -> None:
    """`tas list --close 2027Q4`, and its groups by quarter, are those of the fiscal year."""
    settings = "tas: 1\nfiscal_year: april\n"
    write(tmp_path, {"tas.yaml": settings, "opportunities/a.yaml": deal("a", DUE)})
    found = tas.at(tmp_path)("list", "--close", "2027Q4", "--group", "close", "--format", "json")
    assert [each["name"] for each in found.json["groups"]] == ["2027Q4"]
    assert shown(tas, "--quarter", "2027Q4")["deals"]


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        ("fiscal_year: aprl", (2, 14)),
        ("quota: {kim: {2027Q5: 1}}", (2, 15)),
        ("quota: {kim: {2027Q1: lots}}", (2, 23)),
        ("forecast_from: {commit: prof}", (2, 25)),
        ("forecast_from: {comit: proof}", (2, 17)),
        ("team: {lee: {}}\nquota: {kim: {2027Q1: 1}}", (3, 9)),
    ],
)
def test_a_wrong_setting_is_reported_in_its_place(
    tas: Tas, tmp_path: Path, settings: str, place: tuple[int, int]
) -> None:
    """A month, quarter, amount, step or owner that cannot be is found where it is written."""
    write(tmp_path, {"tas.yaml": f"tas: 1\n{settings}\n", "opportunities/.keep": ""})
    (found,) = tas.at(tmp_path)("check", "--format", "json").json["diagnostics"]
    assert (found["line"], found["column"]) == place
