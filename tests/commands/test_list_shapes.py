"""`tas list`: which columns, in which format, in which groups."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from workspaces import write

from tas_cli.views.deal_columns import BY_NAME

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion


def rows(text: str) -> list[list[str]]:
    """Return the rows of a csv text, as a spreadsheet reads them."""
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")))


def test_groups(tas: Tas, page: SnapshotAssertion) -> None:
    """A grouped list has a heading per group, with what its open deals are worth."""
    assert tas("list", "--group", "owner").out == page


def test_markdown(tas: Tas, page: SnapshotAssertion) -> None:
    """Markdown has a table per group, each with its heads."""
    assert tas("list", "--group", "close", "--gap", "--format", "markdown").out == page


@pytest.mark.parametrize("group", ["owner", "customer", "step", "strategy", "close", "forecast"])
def test_every_deal_is_in_one_group(tas: Tas, group: str) -> None:
    """Groups divide the deals: each is in exactly one, in the order of the list."""
    found = tas("list", "--group", group, "--format", "json").json
    listed = [each["id"] for each in found["opportunities"]]
    assert [deal for each in found["groups"] for deal in each["deals"]] == listed
    assert len({each["name"] for each in found["groups"]}) == len(found["groups"])
    assert len(listed) == len(set(listed)) == 14


def test_a_group_counts_the_money_of_open_deals_only(tas: Tas) -> None:
    """A lost deal is listed, but its amount is not worth anything."""
    found = tas("list", "--group", "owner", "--format", "json").json
    nicole = next(each for each in found["groups"] if each["name"] == "nicole")
    assert len(nicole["deals"]) == 3
    assert nicole["open"] == [{"currency": "USD", "amount": "3000000.00"}]


def test_columns_are_those_named_in_that_order(tas: Tas) -> None:
    """--columns decides what is shown, in the order typed."""
    head, deal, *_ = tas("list", "--columns", "status, id,step", "--vs", "x-sys").out.splitlines()
    assert head.split() == ["Status", "Short", "name", "Step"]
    assert deal.split() == ["open", "national-manufacturing", "Solution"]


@pytest.mark.parametrize("name", BY_NAME)
def test_every_column_is_shown_sorted_and_exported(tas: Tas, name: str) -> None:
    """Every column can be shown, sorted by, and written to csv; the help names it."""
    assert tas("list", "--columns", f"id,{name}", "--sort", name).status == 0
    head, *deals = rows(tas("list", "--columns", name, "--format", "csv").out)
    assert head == list(BY_NAME[name].fields)
    assert len(deals) == 14
    assert name in tas("list", "--help").out


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--columns", "id,ownr"], "Did you mean owner?"),
        (["--columns", " , "], "--columns is empty."),
        (["--columns", "id", "--format", "json"], "--columns does not apply to JSON"),
        (["--sort", "colour"], "Use one of id, name, customer"),
        (["--close", "soon"], "Use 2027, 2027Q1"),
        (["--step", "develp"], "Did you mean develop?"),
        (["--strategy", "frontel"], "Did you mean frontal?"),
        (["--vs", "x-sis"], "Did you mean X-Sys?"),
        (["--where", "5"], "Write it as 5=u, 5=+,- or x-sys:9=+."),
        (["--where", "21=+"], "unknown criterion '21'"),
        (["--where", "5=x"], "'x' is not a rating"),
        (["--where", "x-sis:9=+"], "Did you mean X-Sys?"),
        (["--outcome", "!key_sponsor_namd"], "Did you mean develop.key_sponsor_named?"),
        (["--age", "-1"], "--age"),
    ],
)
def test_an_unknown_name_is_a_wrong_call(tas: Tas, options: list[str], message: str) -> None:
    """An option that names nothing known is refused, with what was probably meant."""
    result = tas("list", *options)
    assert (result.status, result.out) == (2, "")
    assert message in " ".join(result.err.split())


def test_csv_is_what_a_spreadsheet_expects(tas: Tas, tmp_path: Path) -> None:
    """It has a byte order mark, CR LF, digits as numbers, and no cell that is a formula."""
    hostile = (
        'tas: 1\nname: "=SUM(A1)"\ncustomer: "a, \\"b\\"\\nc"\nowner: "+1\\e[31m"\n'
        "external_id: '-5'\namount: 1000.50\nassessments:\n"
        "  - {date: 2026-01-02, ratings: {solution_fit: {us: '-'}}}\n"
    )
    write(tmp_path, {"opportunities/a.yaml": hostile})
    text = tas.at(tmp_path)("list", "--format", "csv").out
    assert text.startswith("\ufeffid,name,customer,")
    assert text.endswith("\r\n")
    head, row = rows(text)
    found = dict(zip(head, row, strict=True))
    assert (found["name"], found["owner"]) == ("'=SUM(A1)", "'+1\\x1b[31m")
    assert found["customer"] == 'a, "b" c'
    assert (found["amount"], found["balance_2"], found["external_id"]) == ("1000.50", "-1", "-5")


def test_csv_of_groups_has_a_column_for_the_group(tas: Tas) -> None:
    """In csv, the group is a column."""
    head, *deals = rows(tas("list", "--group", "step", "--format", "csv", "--columns", "id").out)
    assert head == ["group", "id"]
    assert ["Solution", "national-manufacturing"] in deals


@pytest.mark.parametrize("cell", ["11", "x-sys:14"])
def test_the_ratings_of_a_cell_divide_the_deals(tas: Tas, cell: str) -> None:
    """Every deal that has a cell is found by exactly one of the three signs: the one it shows."""
    found = {sign: listed(tas, "--where", f"{cell}={sign}") for sign in "+-?"}
    assert found == {sign: listed(tas, "--where", f"{cell}{sign}") for sign in "+-?"}
    rival, _, number = cell.rpartition(":")
    every = listed(tas, *(["--vs", rival] if rival else []))
    assert sorted(deal for deals in found.values() for deal in deals) == sorted(every)
    shown = tas("show", "national-manufacturing", "--format", "json").json
    criteria = [each for question in shown["questions"] for each in question["criteria"]]
    cells = next(each["cells"] for each in criteria if str(each["number"]) == number)
    assert "national-manufacturing" in found[cells[rival or "us"]["rating"]]


def test_an_outcome_is_there_or_not(tas: Tas) -> None:
    """A deal either has an outcome or lacks it; its name alone is enough where it is unique."""
    has = listed(tas, "--outcome", "key_sponsor_named")
    assert has == listed(tas, "--outcome", "develop.key_sponsor_named")
    lacks = listed(tas, "--outcome", "!key_sponsor_named")
    assert "national-manufacturing" in has
    assert "tamarind-telecom" in lacks
    assert sorted(has + lacks) == sorted(listed(tas))


def listed(tas: Tas, *options: str) -> list[str]:
    """Return the short names that a call lists."""
    found = tas("list", "--format", "json", *options).json["opportunities"]
    return [each["id"] for each in found]


CALLED = {
    "commit": "forecast: commit\nprocess: {step: develop}\n",
    "shown": "next: {date: 2026-11-20, with: [A, B]}\n",
    "held": "forecast: commit\non_hold: {since: 2026-11-01}\n",
    "won": "forecast: commit\nstatus: won\n",
}


@pytest.fixture
def called(tas: Tas, tmp_path: Path) -> Tas:
    """Deals called commit, not called, on hold and won."""
    head = "tas: 1\nname: n\ncustomer: c\n"
    write(tmp_path, {f"opportunities/{name}.yaml": head + each for name, each in CALLED.items()})
    return tas.at(tmp_path)


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--gap"], ["commit"]),
        (["--forecast", "commit"], ["commit"]),
        (["--forecast", "pipeline"], ["shown"]),
        (["--forecast", "omitted"], ["held"]),
        (["--group", "forecast"], ["commit", "shown", "held", "won"]),
        (["--sort", "next"], ["shown", "commit", "held", "won"]),
    ],
)
def test_the_forecast_as_called_or_evidenced(
    called: Tas, options: list[str], found: list[str]
) -> None:
    """A deal without a call counts as evidenced, one on hold is omitted, a won one is none."""
    assert listed(called, *options) == found


def test_calls_meetings_and_holds_are_shown(called: Tas) -> None:
    """A call beyond the evidence, a meeting that is past and a hold are marked."""
    out = called("list", "--columns", "id,forecast,next,status", "--sort", "id").out
    assert [line.split() for line in out.splitlines()[1:]] == [
        ["commit", "Commit", "≠", "Pipeline", "open"],
        ["held", "Commit", "on", "hold"],
        ["shown", "2026-11-20", "!", "open"],
        ["won", "Commit", "won"],
    ]
    head, *deals = rows(called("list", "--columns", "next,forecast", "--format", "csv").out)
    assert head == ["next_date", "next_with", "next_what", "forecast", "evidenced_forecast"]
    assert ["2026-11-20", "A, B", "", "", "pipeline"] in deals


@pytest.mark.parametrize(
    ("complete", "category"),
    [
        ([], "pipeline"),
        (["qualify", "develop"], "pipeline"),
        (["qualify", "develop", "solution"], "best_case"),
        (["qualify", "develop", "solution", "proof"], "commit"),
        (["qualify", "develop", "proof"], "pipeline"),
    ],
)
def test_evidence_makes_a_forecast(
    tas: Tas, tmp_path: Path, complete: list[str], category: str
) -> None:
    """A deal is best case once Solution is complete by evidence, and commit once Proof is."""
    steps = "".join(f"  {step}: {{needed: 0}}\n" for step in complete)
    deal = "tas: 1\nname: n\ncustomer: c\nprocess: {step: qualify}\n"
    settings = "tas: 1\n" + (f"steps:\n{steps}" if steps else "")
    write(tmp_path, {"tas.yaml": settings, "opportunities/deal.yaml": deal})
    assert listed(tas.at(tmp_path), "--forecast", category) == ["deal"]
