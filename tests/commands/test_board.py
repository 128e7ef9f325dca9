"""`tas board`: what a manager sees and how it is computed."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

import pytest
from board_files import FILES, HARBOUR, grid
from rich.cells import cell_len
from workspaces import HEAD, write

from tas_cli.commands import progress as module

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion


@pytest.fixture
def small(tas: Tas, tmp_path: Path) -> Tas:
    """A workspace with four deals: late and overclaimed, new, won, and empty."""
    return tas.at(write(tmp_path, FILES))


def board(tas: Tas, *options: str) -> Any:
    """Return the board's document."""
    result = tas("board", "--format", "json", *options)
    assert result.status == 0, result.err
    return result.json


def one(tas: Tas, folder: Path, text: str, *options: str) -> Any:
    """Return the board's document for a workspace with one file."""
    write(folder, {"opportunities/deal.yaml": text})
    return board(tas.at(folder), *options)


def test_page(small: Tas, page: SnapshotAssertion) -> None:
    """The whole board fits in 80 columns."""
    out = small("board", "--full").out
    assert max(map(cell_len, out.splitlines())) <= 80
    assert out == page


def test_wide_page(small: Tas, page: SnapshotAssertion) -> None:
    """At 160 columns every figure has its own column."""
    assert small.env(COLUMNS="160")("board", "--full").out == page


def test_markdown(small: Tas, page: SnapshotAssertion) -> None:
    """The board can be posted to a channel."""
    assert small("board", "--full", "--format", "markdown").out == page


def test_document(small: Tas, page: SnapshotAssertion) -> None:
    """The document has every figure, with amounts as text."""
    assert small("board", "--format", "json").out == page


@pytest.mark.parametrize("output", ["text", "markdown", "json"])
def test_rollout_pages(small: Tas, page: SnapshotAssertion, output: str) -> None:
    """The rollout shows what was reached by each date, and what the standard is."""
    assert small("board", "--rollout", "--format", output).out == page


@pytest.mark.parametrize(
    ("ours", "theirs", "graded"),
    [("+" * 20, "?" * 20, 1), ("+" * 20, "", 0), ("+" * 20, "-----++++++++++-----", 1)],
)
def test_graded_to_standard(tas: Tas, tmp_path: Path, ours: str, theirs: str, graded: int) -> None:
    """The standard needs all twenty of our ratings and the main competitor's ten; a ? counts."""
    head = HEAD + "competitors: {x: {}, y: {}}\nassessments:\n  - date: 2026-11-20\n    ratings:\n"
    found = one(tas, tmp_path, head + grid(ours, theirs) + "\n", "--rollout")
    assert found["days"][0]["graded"]["deals"] == graded


@pytest.mark.parametrize(
    ("began", "week", "words"),
    [
        ("2026-11-23", 1, "Kick"), ("2026-11-17", 1, "Kick"), ("2026-11-16", 2, "two debriefs"),
        ("2026-11-09", 3, "half of each rep's"), ("2026-10-26", 5, "Confirm half"),
        ("2026-10-19", 6, "day 60"), ("2026-08-31", 13, "Assess"), ("2026-08-24", 14, ""),
    ],
)  # fmt: skip
def test_the_week_of_a_rollout(small: Tas, began: str, week: int, words: str) -> None:
    """Weekly duties are listed while the calendar runs, and are marked as an example."""
    found = board(small, "--rollout", "--from", began)
    assert (found["week"], found["debriefs_each"]) == (week, 2)
    assert words in " ".join(found["duties"])
    assert bool(found["duties"]) == bool(words)
    for output in ("text", "markdown"):
        out = " ".join(small("board", "--rollout", "--from", began, "--format", output).out.split())
        assert words in out
        assert ("For the manager in week" in out) == bool(words)
        assert "are an example from the method, not a rule" in out


@pytest.mark.parametrize(
    ("began", "heading"),
    [
        ("2026-11-20", "by day 30: 50% of the deals reviewed"),
        ("2026-10-24", "by day 30: 50% of the deals reviewed"),
        ("2026-10-23", "by day 60: 100% of the deals reviewed"),
        ("2026-01-01", "Still to do: all deals, 2 debriefs each"),
    ],
)
def test_what_is_still_to_do_by_the_next_day(small: Tas, began: str, heading: str) -> None:
    """A rep's list is for the calendar's next day, today included."""
    for output in ("text", "markdown"):
        shown = small("board", "--rollout", "--from", began, "--format", output).out
        assert heading in shown
        assert "Pipeline and reviews today" in shown


def test_a_rep_is_one_person(tas: Tas, tmp_path: Path) -> None:
    """A name in tas.yaml means the same person as the id; the first debrief of a day counts."""
    debriefs = ", ".join(f"{{date: {day}}}" for day in ("2026-11-19", *["2026-11-20"] * 2))
    dated = f"assessments: [{{date: 2026-11-20}}]\ndebriefs: [{debriefs}]\n"
    owned = {"a": "kim", "b": "Kim Arendt", "c": "KIM"}
    files = {f"opportunities/{key}.yaml": f"{HEAD}owner: {owned[key]}\n{dated}" for key in owned}
    files |= {"opportunities/d.yaml": HEAD, "tas.yaml": "tas: 1\nteam: {kim: {name: Kim Arendt}}\n"}
    found = board(tas.at(write(tmp_path, files)), "--rollout")
    assert [(each["name"], each["debriefs"]) for each in found["by_rep"]] == [("kim", 3), (None, 0)]
    assert found["by_rep"][0]["reviewed"] == {"deals": 3, "share": 100}
    assert found["reps"] == 1
    assert (
        "| no owner | 1 | 0% | 0% | 0% | 0 |  |"
        in tas("board", "--rollout", "--format", "markdown").out
    )


def test_a_link_that_leads_out_is_named(small: Tas, tmp_path: Path) -> None:
    """Files that cannot even be opened are left out and listed like files with errors."""
    (tmp_path / "opportunities/out.yaml").symlink_to("/etc/hostname")
    assert board(small)["left_out"] == ["opportunities/out.yaml"]


@pytest.mark.parametrize("by", ["owner", "step", "customer"])
def test_an_empty_workspace(tas: Tas, tmp_path: Path, by: str) -> None:
    """Without deals there are no groups or shares, and every output still works."""
    tas.at(write(tmp_path, {"tas.yaml": "tas: 1\n"}))
    found = board(tas, "--by", by)
    assert found["groups"] == []
    assert found["total"]["reviewed"] == {"deals": 0, "share": None}
    assert "0 open deals" in tas("board").out
    assert "not begun" in tas("board", "--rollout").out
    assert tas("board", "--format", "markdown").status == 0


def test_all_closed(tas: Tas, tmp_path: Path) -> None:
    """Closed deals count in no figure and need no debrief."""
    found = one(tas, tmp_path, HEAD + "owner: kim\namount: 5\nstatus: lost\n")
    assert found["total"]["open"] == 0
    assert (found["groups"], found["total"]["money"], found["debrief"]) == ([], [], [])


def test_a_bad_file_is_counted_and_named(small: Tas, tmp_path: Path) -> None:
    """A file with errors does not hide the others, and every output names it."""
    write(tmp_path, {"opportunities/bad.yaml": "tas: 1\n", "opportunities/worse.yaml": "{"})
    assert board(small)["left_out"] == ["opportunities/bad.yaml", "opportunities/worse.yaml"]
    assert board(small)["total"]["open"] == 3
    for output in ("text", "markdown"):
        out = small("board", "--format", output).out
        assert "2 files left out" in out
        assert "opportunities/bad.yaml" in out


def test_broken_settings_are_reported(small: Tas, tmp_path: Path) -> None:
    """If tas.yaml cannot be used, the defaults apply and the board says so."""
    write(tmp_path, {"tas.yaml": "tas: 1\ncurrency: NOPE\n"})
    result = small("board")
    assert result.status == 0
    assert "tas.yaml has errors" in result.err


def test_without_a_process_nothing_is_won(tas: Tas, tmp_path: Path) -> None:
    """A file without a process has reached no milestone: 0 percent, evidenced and claimed."""
    (money,) = one(tas, tmp_path, HEAD + "amount: 100\n")["total"]["money"]
    assert money == {
        "currency": "USD",
        "amount": "100.00",
        "weighted": "0.00",
        "claimed": "0.00",
        "optimism": "0.00",
    }


def test_rounding_once_and_to_the_even_cent(tas: Tas, tmp_path: Path) -> None:
    """Only totals are rounded (half to even), not each deal."""
    for number, amount in enumerate(("0.005", "0.005", "0.005")):
        write(tmp_path, {f"opportunities/{number}.yaml": HEAD + f"amount: {amount}\n"})
    assert board(tas.at(tmp_path))["total"]["money"][0]["amount"] == "0.02"
    write(tmp_path, {"opportunities/0.yaml": HEAD + "amount: 0.035\n"})
    assert board(tas)["total"]["money"][0]["amount"] == "0.04"


def test_large_amounts_stay_exact(tas: Tas, tmp_path: Path) -> None:
    """No digit of a long total is lost, even with a rate of many digits."""
    settings = "tas: 1\ncurrency: USD\nrates: {EUR: 123456789.0123456789}\n"
    write(tmp_path, {"tas.yaml": settings})
    text = HEAD + "currency: EUR\namount: 999999999999999.999999\n"
    (money,) = one(tas, tmp_path, text)["total"]["money"]
    assert (money["currency"], money["amount"]) == ("USD", "123456789012345678899876.54")


def test_currencies_without_a_rate_stay_apart(small: Tas, tmp_path: Path) -> None:
    """One currency without a rate keeps all of them apart; with all rates there is one total."""
    pound = {"opportunities/pound.yaml": HEAD + "amount: 10\ncurrency: GBP\n"}
    write(tmp_path, {**pound, "tas.yaml": "tas: 1\nrates: {EUR: 1.5}\n"})
    found = board(small)
    assert found["converted"] is False
    assert [each["currency"] for each in found["total"]["money"]] == ["EUR", "GBP", "USD"]
    write(tmp_path, {"tas.yaml": "tas: 1\nrates: {EUR: 1.5, GBP: 2}\n"})
    found = board(small)
    assert found["converted"] is True
    assert [each["amount"] for each in found["total"]["money"]] == ["1320020.50"]
    assert "All amounts are in USD" in small("board").out


DATED = """\
competitors: {x: {}}
expected_close: 2027-02-01
assessments:
  - {date: 2026-09-01, ratings: {solution_fit: {us: '+', x: '+'}, inside_support: {us: '?'}}}
  - {date: 2026-11-10, ratings: {solution_fit: {us: '-', x: '-'}, inside_support: {us: '+'}}}
history:
  - {date: 2026-11-10, field: expected_close, from: 2027-01-01, to: 2027-02-01}
  - {date: 2026-11-10, field: process.step, from: qualify, to: develop}
process: {step: develop}
"""


@pytest.mark.parametrize(("since", "seen"), [("2026-11-10", True), ("2026-11-11", False)])
def test_since_includes_its_day(tas: Tas, tmp_path: Path, since: str, *, seen: bool) -> None:
    """Changes on the --since date count, changes before it do not."""
    changes = one(tas, tmp_path, HEAD + DATED, "--since", since)["changes"]
    assert {kind: bool(changes[kind]) for kind in ("slipped", "moved", "better", "worse")} == {
        "slipped": seen,
        "moved": seen,
        "better": seen,
        "worse": seen,
    }
    if seen:
        assert changes["worse"][0]["criteria"] == ["solution_fit"]
        assert changes["better"][0]["criteria"] == ["inside_support"]


def test_a_new_deal_is_listed_only_as_new(tas: Tas, tmp_path: Path) -> None:
    """A new deal's first assessment counts neither as better nor as worse."""
    changes = one(tas, tmp_path, HEAD + DATED, "--since", "2026-09-01")["changes"]
    assert [kind for kind, deals in changes.items() if deals] == ["new"]


@pytest.mark.parametrize(
    ("today", "since"), [("2026-11-22", "2026-11-16"), ("2026-11-23", "2026-11-16")]
)
def test_since_last_monday(small: Tas, today: str, since: str) -> None:
    """By default, changes count since last Monday; on a Monday, since the one a week ago."""
    assert board(small.env(TAS_TODAY=today))["since"] == since


@pytest.mark.parametrize(
    ("today", "options"),
    [
        ("2026-11-23", ["--since", "0001-01-01"]),
        ("2026-11-23", ["--rollout", "--from", "0001-01-01"]),
        ("0001-01-02", []),
        ("9999-12-31", []),
        ("9999-12-31", ["--rollout", "--from", "9999-12-01"]),
    ],
)
def test_the_ends_of_the_calendar(small: Tas, today: str, options: list[str]) -> None:
    """Every valid date works, however early or late."""
    result = small.env(TAS_TODAY=today)("board", *options)
    assert result.status == 0
    assert ("start after" in result.err) == (today == "0001-01-02")


@pytest.mark.parametrize(("days", "share"), [("2026-10-24", 100), ("2026-10-23", 0)])
def test_recent_is_thirty_days(tas: Tas, tmp_path: Path, days: str, share: int) -> None:
    """A deal counts as reviewed and debriefed for 30 days, not for 31."""
    dated = f"assessments: [{{date: {days}, ratings: {{}}}}]\ndebriefs: [{{date: {days}}}]\n"
    total = one(tas, tmp_path, HEAD + dated)["total"]
    assert (total["reviewed"]["share"], total["debriefed"]["share"]) == (share, share)


def reasons(found: Any) -> list[str]:
    """Return the codes of one deal's reasons."""
    return [each["code"] for each in found["debrief"][0]["reasons"]]


FRESH = "debriefs: [{date: 2026-11-10}]\nassessments: [{date: 2026-11-10, ratings: {}}]\n"
LOST = f"""\
assessments:
  - date: 2026-11-10
    ratings:
{grid("+" * 20)}
  - date: 2026-11-20
    ratings: {{compelling_event: {{us: "-"}}, unique_business_value: {{us: "-"}}}}
debriefs: [{{date: 2026-11-10}}]
"""
STEPPED = "process: {step: qualify, steps: {qualify: {started: 2026-01-01}}}\n"
MOVED = "".join(
    f"  - {{date: 2026-0{month}-01, field: expected_close, from: 202{month}-01-01,"
    f" to: 202{month + 1}-01-01}}\n"
    for month in (6, 7, 8)
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FRESH + "expected_close: 2026-11-22\n", ["close_date"]),
        (FRESH + "process: {step: develop}\n", ["claimed"]),
        (FRESH + STEPPED, ["days"]),
        (FRESH + "expected_close: 2029-01-01\nhistory:\n" + MOVED, ["postponed"]),
        (FRESH, ["unknown"]),
        ("strategy: {chosen: flanking}\nincumbent: us\n" + LOST, ["worse", "strategy"]),
        ("assessments: [{date: 2026-11-10, ratings: {}}]\n", ["debrief", "unknown"]),
        ("debriefs: [{date: 2026-11-10}]\n", ["review"]),
        (FRESH.replace("2026-11-10", "2026-06-10"), ["debrief", "review", "unknown"]),
        (FRESH.replace("10}]", "10, actions: [{what: x, due: 2026-11-22}]}]", 1), ["actions"]),
        (FRESH + "tactics: [{what: x, due: 2026-11-22}]\n", ["tactics", "unknown"]),
        (FRESH + "tactics: [{what: x, due: 2026-11-23}]\n", ["unknown"]),
        (HARBOUR.removeprefix("tas: 1\nname: Cranes\ncustomer: Harbour Authority\n"), ["TAS402"]),
    ],
)
def test_reasons(tas: Tas, tmp_path: Path, text: str, expected: list[str]) -> None:
    """Each cause for a debrief is listed as a reason, the most important first."""
    found = one(tas, tmp_path, HEAD + text)
    codes = reasons(found)
    assert codes[: len(expected)] == expected
    weights = [each["weight"] for each in found["debrief"][0]["reasons"]]
    assert weights == sorted(weights, reverse=True)


def test_tactics_are_counted_beside_action_items(tas: Tas, tmp_path: Path) -> None:
    """Only in a workspace with tactics."""
    write(tmp_path, {"opportunities/a.yaml": HEAD + FRESH})
    assert "Tactics" not in tas.at(tmp_path)("board", "--full").out
    late = "tactics: [{what: x, due: 2026-11-22}, {what: y, due: 2026-11-23}, {what: z}]\n"
    write(tmp_path, {"opportunities/a.yaml": HEAD + FRESH + late})
    out = " ".join(tas.at(tmp_path)("board", "--full").out.split())
    assert "Action items: 0 open, 0 overdue. Tactics: 3 open, 1 overdue." in out
    assert "1 tactic overdue" in out


def test_a_deal_debriefed_this_week_needs_none(tas: Tas, tmp_path: Path) -> None:
    """Seven days after a debrief no new one is due; after eight days one is."""
    late = HEAD + "expected_close: 2026-01-01\ndebriefs: [{{date: {}}}]\n"
    assert one(tas, tmp_path, late.format("2026-11-16"))["debrief"] == []
    assert len(one(tas, tmp_path, late.format("2026-11-15"))["debrief"]) == 1


def test_ten_deals_and_their_order(tas: Tas, tmp_path: Path) -> None:
    """Ten deals are listed: most important reasons first, then the earliest close date."""
    for number in range(12):
        close = f"expected_close: 2027-01-{31 - number}\n"
        write(tmp_path, {f"opportunities/d{number:02}.yaml": HEAD + close})
    write(tmp_path, {"opportunities/late.yaml": HEAD + "expected_close: 2026-01-01\n"})
    found = board(tas.at(tmp_path))
    named = [each["id"] for each in found["debrief"]]
    assert named == ["late", *(f"d{number:02}" for number in range(11, 2, -1))]
    assert found["needing"] == 13
    assert "10 of 13" in tas("board", "--full").out


@pytest.mark.parametrize(
    ("settings", "comment", "expected"),
    [
        ("", "", ["TAS402"]),
        ("rules: {TAS402: 'off'}\n", "", []),
        ("rules_for: {'opportunities/h*': {TAS40: 'off'}}\n", "", []),
        ("rules_for: {'opportunities/m*': {TAS40: 'off'}}\n", "", ["TAS402"]),
        ("", "  # tas: ignore[TAS402]", []),
    ],
)
def test_the_forecast_follows_the_levels(
    tas: Tas, tmp_path: Path, settings: str, comment: str, expected: list[str]
) -> None:
    """What a workspace or file suppresses in `tas check` is suppressed on the board."""
    named = "        key_sponsor_named: {date: 2026-09-20}"
    files = {
        "tas.yaml": f"tas: 1\n{settings}",
        "opportunities/harbour.yaml": HARBOUR.replace(named, named + comment),
    }
    found = board(tas.at(write(tmp_path, files)))
    codes = [each["code"] for deal in found["forecast"] for each in deal["findings"]]
    assert codes == expected
    assert [code for code in reasons(found) if code.startswith("TAS")] == expected


EVIL = (
    r'tas: 1\nname: "n"\ncustomer: "[x](http://e.example) | <b>@all</b> `x` #5 ##[error]c"\n'
    r'owner: "\u001b[31m*kim* | @everyone :: www.e.example"\namount: 5\n'
).replace(r"\n", "\n")


@pytest.mark.parametrize("options", [(), ("--by", "customer"), ("--rollout",)])
def test_hostile_names(tas: Tas, tmp_path: Path, options: tuple[str, ...]) -> None:
    """A file's content cannot act on a terminal or become markup, a link, mention or command."""
    dated = "assessments: [{date: 2026-11-20, ratings: {}}]\n"
    tas.at(write(tmp_path, {"opportunities/deal.yaml": EVIL + dated}))
    text = tas("board", *options).out
    markdown = tas("board", "--format", "markdown", *options).out
    for out in (text, markdown, tas("board", "--format", "json", *options).out):
        assert "\x1b" not in out
        assert "##[error]" not in out
    for wrong in ("<b>", "@all", "@everyone", "*kim*", " [x]", "http:/", " | @", "www.e"):
        assert wrong not in markdown
    rows = [line for line in markdown.splitlines() if line.startswith("| ")]
    assert len({len(row.replace(r"\|", "").split("|")) for row in rows}) <= 1


def test_wide_names_are_cut_on_a_terminal_alone(
    tas: Tas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal a long name leaves room for the figures; a pipe shows it in full."""
    name = "Wilhelmina-Theodora " * 4 + "the Third"
    tas.at(write(tmp_path, {"opportunities/deal.yaml": HEAD + f"owner: {name}\namount: 5\n"}))
    assert name in tas("board", "--by", "owner").out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    out = tas.env(NO_COLOR="1")("board", "--by", "owner").out
    table = [line for line in out.splitlines() if line.startswith("Wilhelmina")]
    assert len(table) == 1
    assert "…" in table[0]
    assert cell_len(table[0]) <= 80


def test_many_changes_are_cut(tas: Tas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal lists eight changed deals, a pipe a hundred, and JSON all."""
    dated = HEAD + "assessments: [{date: 2026-11-20, ratings: {}}]\n"
    tas.at(write(tmp_path, {f"opportunities/n-{number:03}.yaml": dated for number in range(103)}))
    printed = tas("board", "--since", "2026-11-16").out
    assert "n-099" in printed
    assert "n-100" not in printed
    assert "and 3 more" in printed
    assert len(board(tas)["changes"]["new"]) == 103
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert "and 95 more" in tas.env(NO_COLOR="1")("board", "--since", "2026-11-16").out


def test_a_progress_bar_for_slow_calls(small: Tas, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal shows progress while many files are read; the result stays clean."""
    monkeypatch.setattr(module, "_MANY", 1)
    quiet = small("board").out
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    result = small("board")
    assert result.out == quiet
    assert "reading" in result.err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--since", "2026-11-24"], "is in the future"),
        (["--since", "soon"], "not a date"),
        (["--from", "2026-01-01"], "--rollout"),
        (["--rollout", "--from", "2027-01-01"], "is in the future"),
        (["--team", "west"], "north, south"),
        (["--by", "moon"], "moon"),
    ],
)
def test_wrong_calls(small: Tas, options: list[str], message: str) -> None:
    """An invalid call is refused with the right way to write it."""
    result = small("board", *options)
    assert (result.status, result.out) == (2, "")
    assert message in result.err


def test_a_currency_without_a_rate_is_named(tas: Tas, tmp_path: Path) -> None:
    """One missing rate keeps all totals apart, so every output says which one to add."""
    amounts = {"usd": "USD", "eur": "EUR", "chf": "CHF"}
    files = {
        f"opportunities/{name}.yaml": HEAD + f"amount: 100\ncurrency: {currency}\n"
        for name, currency in amounts.items()
    }
    write(tmp_path, files | {"tas.yaml": "tas: 1\nrates: {EUR: 1.1}\n"})
    found = board(tas.at(tmp_path))
    assert (found["converted"], found["missing_rates"]) == (False, ["CHF"])
    for output in ("text", "markdown"):
        out = " ".join(tas("board", "--format", output).out.split())
        assert "add rates to tas.yaml for CHF" in out
    write(tmp_path, {"tas.yaml": "tas: 1\nrates: {EUR: 1.1, CHF: 1.2}\n"})
    assert board(tas)["missing_rates"] == []
    write(tmp_path, {"tas.yaml": "tas: 1\n"})
    assert board(tas)["missing_rates"] == []


def test_the_unknown_share_is_rounded_down_like_all_others(tas: Tas, tmp_path: Path) -> None:
    """One unknown cell in sixty is 1 percent."""
    assessed = HEAD + "assessments:\n  - date: 2026-11-20\n    ratings:\n"
    for number, signs in enumerate(("+" * 20, "+" * 20, "?" + "+" * 19)):
        write(tmp_path, {f"opportunities/{number}.yaml": assessed + grid(signs) + "\n"})
    assert board(tas.at(tmp_path))["total"]["unknown"] == {"cells": 1, "share": 1}


def test_one_deal_of_one_owner_is_singular(tas: Tas, tmp_path: Path) -> None:
    """The rollout uses the singular for one deal and one owner."""
    only = HEAD + "owner: kim\nassessments: [{date: 2026-11-20}]\n"
    write(tmp_path, {"opportunities/deal.yaml": only})
    for output in ("text", "markdown"):
        out = tas.at(tmp_path)("board", "--rollout", "--format", output).out
        assert "1 deal, 1 owner" in out
        assert "1 deals" not in out


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("999.4", "999"),
        ("999.6", "1k"),
        ("999499", "999k"),
        ("999999", "1.0M"),
        ("99940000", "99.9M"),
        ("99960000", "100M"),
        ("999999999", "1.0B"),
    ],
)
def test_a_rounded_sum_moves_to_the_next_unit(
    tas: Tas, tmp_path: Path, amount: str, shown: str
) -> None:
    """A rounded amount moves to the next unit: never a thousand of the smaller one."""
    write(tmp_path, {"opportunities/deal.yaml": HEAD + f"amount: {amount}\n"})
    for command in ("board --by owner", "list"):
        out = tas.at(tmp_path)(*command.split()).out
        assert f"USD {shown} " in out.replace(":", " ")


MONEY = """\
assessments: [{date: 2026-09-01, ratings: {}}]
amount: 500
expected_close: 2027-02-01
owner: lee
history:
  - {date: 2026-11-18, field: amount, from: '900', to: '500'}
  - {date: 2026-11-18, field: expected_close, from: 2027-03-01, to: 2027-02-01}
  - {date: 2026-11-18, field: owner, from: kim, to: lee}
"""


def test_money_dates_and_owners_that_moved(tas: Tas, tmp_path: Path) -> None:
    """A deal that shrank, was pulled in or was handed over is listed with before and after."""
    changes = one(tas, tmp_path, HEAD + MONEY)["changes"]
    moved = {
        kind: [(each["from"], each["to"]) for each in changes[kind]]
        for kind in changes
        if kind in ("grown", "shrunk", "slipped", "pulled_in", "handed_over")
    }
    assert moved == {
        "grown": [],
        "shrunk": [("900", "500")],
        "slipped": [],
        "pulled_in": [("2027-03-01", "2027-02-01")],
        "handed_over": [("kim", "lee")],
    }
    assert "1 shrunk" in tas("board").out


def test_hints_keep_the_filters(tas: Tas, tmp_path: Path) -> None:
    """The command for the rest names the same deals: owner, team, day."""
    late = {
        f"opportunities/d{n}.yaml": HEAD + "owner: kim\nexpected_close: 2026-01-01\n"
        for n in range(9)
    }
    out = tas.at(write(tmp_path, late))("board", "--owner", "kim", "--at", "2026-11-20").out
    assert "tas board --full --owner kim --at 2026-11-20" in out


def test_color_is_on_the_cell_that_matters(small: Tas) -> None:
    """Of a row with something late, only the counts of it are marked, not the whole row."""
    out = small.env(FORCE_COLOR="1", COLUMNS="160")("board", "--by", "owner").out
    (row,) = [line for line in out.splitlines() if line.startswith("kim ")]
    marked = re.findall(r"\x1b\[1;38;5;166m\s*(\S+)\x1b", row)
    assert marked == ["1", "1", "1"]
