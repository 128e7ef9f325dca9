"""`tas set`: plain fields, checked before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from changes import DEAL, Deal
from workspaces import HEAD

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

KEPT = "+   - {date: 2026-11-23, field: "


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal with an owner, an amount and a competitor."""
    return Deal(tas, tmp_path)


@pytest.mark.parametrize(
    ("assignments", "changes"),
    [
        (
            ["name=Two cranes"],
            [
                "- name: Cranes                # two of them",
                "+ name: Two cranes                # two of them",
            ],
        ),
        (["customer=no"], ["- customer: Harbour", '+ customer: "no"']),
        (["external_id=0065"], ['+ external_id: "0065"']),
        (
            ["amount=2500000.50"],
            [
                "- amount: 3000000",
                "+ amount: 2500000.50",
                "+ history:",
                KEPT + "amount, from: 3000000, to: 2500000.50}",
            ],
        ),
        (
            ["owner=tomas", "expected_close=2027-04-30"],
            [
                "- owner: nicole",
                "- expected_close: 2027-03-31",
                "+ owner: tomas",
                "+ expected_close: 2027-04-30",
                "+ history:",
                KEPT + "owner, from: nicole, to: tomas}",
                KEPT + "expected_close, from: 2027-03-31, to: 2027-04-30}",
            ],
        ),
        (
            ["amount="],
            ["- amount: 3000000", "+ history:", KEPT + "amount, from: 3000000}"],
        ),
        (
            ["profit=-20000"],
            ["+ profit: -20000", "+ history:", KEPT + "profit, to: -20000}"],
        ),
        (
            ["profit=−20000"],
            ["+ profit: -20000", "+ history:", KEPT + "profit, to: -20000}"],
        ),
        (
            ["future_revenue.one_year=1234.567", "future_revenue.three_years=0.125"],
            ["+ future_revenue: {one_year: 1234.567, three_years: 0.125}"],
        ),
        (
            ["currency=XCG"],
            ["+ currency: XCG", "+ history:", KEPT + "currency, to: XCG}"],
        ),
        (
            ["future_revenue.one_year=1", "future_revenue.three_years=2"],
            ["+ future_revenue: {one_year: 1, three_years: 2}"],
        ),
        (
            ["compelling_event.date=2027-03-31", "compelling_event.what=support ends"],
            [
                "+ compelling_event: {what: support ends, date: 2027-03-31}",
                "+ history:",
                KEPT + "compelling_event.date, to: 2027-03-31}",
                KEPT + "compelling_event.what, to: support ends}",
            ],
        ),
        (
            ["competitor:acme=Acme Ltd", "incumbent=us, acme"],
            [
                "+   acme: {name: Acme Ltd}",
                "- incumbent: x-sys",
                "+ incumbent: [us, acme]",
                "+ history:",
                KEPT + "competitors.acme, to: Acme Ltd}",
            ],
        ),
        (
            ["competitor:x-sys=X"],
            [
                "-   x-sys: {name: X-Sys}",
                "+   x-sys: {name: X}",
                "+ history:",
                KEPT + "competitors.x-sys, from: X-Sys, to: X}",
            ],
        ),
        (["incumbent="], ["- incumbent: x-sys"]),
        (["close=2027-03-31"], []),
        (
            ["forecast=best_case"],
            ["+ forecast: best_case", "+ history:", KEPT + "forecast, to: best_case}"],
        ),
        (
            ["next.date=2026-12-02", "next.with=J. Meyer, CFO", "next.what=Value review"],
            ["+ next: {date: 2026-12-02, with: [J. Meyer, CFO], what: Value review}"],
        ),
        (["next=fri", "forecast="], ["+ next: {date: 2026-11-27}"]),
        (
            ["forecast=Best case"],
            ["+ forecast: best_case", "+ history:", KEPT + "forecast, to: best_case}"],
        ),
        (["on_hold=yes"], ["+ on_hold: {since: 2026-11-23}"]),
        (["hold=today"], ["+ on_hold: {since: 2026-11-23}"]),
        (
            ["on_hold=until their budget is set"],
            ["+ on_hold: {since: 2026-11-23, trigger: their budget is set}"],
        ),
        (["on_hold=no"], []),
        (["on_hold.trigger=Their merger closes"], ["+ on_hold: {trigger: Their merger closes}"]),
        (["amount=3000000.00", "owner=nicole", "profit=", "incumbent=x-sys"], []),
    ],
)  # fmt: skip
def test_fields(deal: Deal, assignments: list[str], changes: list[str]) -> None:
    """Only the given field changes; the history keeps the fields a deal is judged by."""
    result = deal.tas("set", "a", *assignments)
    assert result.status == 0, result.err
    assert sorted(deal.changes()) == sorted(changes)
    again = deal.tas("set", "a", *assignments, "--format", "json").json
    assert again["changed"] is False


def test_the_call_the_hold_and_the_next_meeting_are_shown(deal: Deal) -> None:
    """The head of a deal's page has what the deal uses of them, and JSON has all three."""
    plain = deal.tas("show", "a", "--format", "json").json
    assert [plain[key] for key in ("forecast", "next", "on_hold")] == [None, None, None]
    deal.tas("set", "a", "forecast=best_case", "on_hold.since=2026-11-20")
    deal.tas("set", "a", "next.date=2026-12-02", "next.with=Meyer, Prado", "next.what=Review")
    page = " ".join(deal.tas("show", "a").out.split())
    assert "called best case" in page
    assert (
        "on hold since 2026-11-20 · next meeting 2026-12-02, in 9 days, with Meyer, Prado" in page
    )
    found = deal.tas("show", "a", "--format", "json").json
    assert found["next"] == {"date": "2026-12-02", "with": ["Meyer", "Prado"], "what": "Review"}
    assert found["on_hold"] == {"since": "2026-11-20", "trigger": None}
    assert found["forecast"] == "best_case"
    assert "PAST MEETING 2026-12-02" in deal.tas("show", "a", "--at", "2026-12-05").out
    deal.tas("close", "a", "lost", "--reason", "price")
    assert "next meeting" not in deal.tas("show", "a").out


def test_the_strategy_is_reported_only_where_it_turns(deal: Deal) -> None:
    """A field that changes nothing about the strategy says nothing of it."""
    verdict = "Undecided between"
    assert verdict in deal.tas("rate", "a", "5=u").out
    for field in ("amount=5", "amount=5", "next=fri", "expected_close=2027-05-01"):
        assert verdict not in deal.tas("set", "a", field).out


def test_fields_are_called_what_people_call_them(deal: Deal) -> None:
    """The report of a change has words; the keys stay in commands and files."""
    out = deal.tas("set", "a", "close=2027-05-01", "next=fri", "hold=until Q2").out
    for words in ("close date   ", "next meeting", "on hold since", "on hold until  Q2"):
        assert words in out
    assert "expected_close" not in out


def test_a_group_is_cleared_as_a_whole(deal: Deal) -> None:
    """An empty value clears the next meeting, or the hold, with all of its fields."""
    before = deal.text
    assert deal.tas("set", "a", "next.what=Review", "on_hold.since=2026-11-20").status == 0
    assert deal.tas("set", "a", "next.with=Meyer, Prado").status == 0
    cleared = deal.tas("set", "a", "next=", "on_hold=")
    assert "Meyer, Prado, Review → none" in cleared.out
    assert deal.text == before
    assert deal.tas("set", "a", "next=soon").status == 2


def test_history_ends_with_the_newest(deal: Deal) -> None:
    """Each change adds a line at the end of the history."""
    for amount in ("1", "2", "3"):
        deal.tas("set", "a", f"amount={amount}")
    printed = [
        line.split("from: ")[1] for line in deal.text.splitlines() if "field: amount" in line
    ]
    assert printed == ["3000000, to: 1}", "1, to: 2}", "2, to: 3}"]


def test_what_is_printed(deal: Deal) -> None:
    """Each field is shown before and after; the strategy follows from them."""
    result = deal.tas("set", "a", "amount=1", "owner=nicole", "profit=5")
    assert result.out.splitlines()[:3] == [
        "amount  3000000 → 1",
        "owner   nicole (unchanged)",
        "profit  5 (new)",
    ]
    printed = deal.tas("set", "a", "incumbent=us", "--format", "json").json
    assert printed["fields"] == [{"field": "incumbent", "before": ["x-sys"], "after": ["us"]}]
    assert printed["strategy"]["before"]["reachable"] != printed["strategy"]["after"]["reachable"]


def test_a_dry_run(deal: Deal) -> None:
    """A dry run shows the diff, history included, and writes nothing."""
    result = deal.tas("set", "a", "amount=1", "--dry-run")
    assert "-amount: 3000000\n+amount: 1\n" in result.out
    assert "+history:\n" in result.out
    assert deal.untouched


@pytest.mark.parametrize(
    ("assignments", "message"),
    [
        ([], "FIELD=VALUE"),
        (["amount"], "no value given"),
        (["amuont=1"], "Did you mean amount?"),
        (["status=won"], "unknown field 'status'"),
        (["amount=1,000"], "amount: 1,000 can mean 1000 or 1.\n  Write 1000 or 1."),
        (["amount=250.000"], "amount: 250.000 can mean 250000 or 250.\n"),
        (["amount=1.250"], "1.250 can mean 1250 or 1.25."),
        (["profit=−20.000"], "can mean -20000 or -20."),
        (["future_revenue.one_year=999.999"], "can mean 999999 or 999.9990."),
        (["currency=KWD", "amount=250.125"], "Write 250125 or 250.1250."),
        (["status=won"], "Use `tas close ID STATUS`."),
        (["revenue=5"], "Did you mean future_revenue.one_year or future_revenue.three_years?"),
        (["amount=1.00.000"], "'1.00.000' is not an amount"),
        (["amount=1000000000000000"], "'1000000000000000' has too many digits"),
        (["profit=-1.2345678"], "Write at most 15 digits before the point and 6 after it."),
        (["amount=-1"], "is not an amount"),
        (["owner=x", "amount=x"], "'x' is not an amount"),
        (["amount=1", "amount=2"], "given twice"),
        (["currency=XYZ"], "is not a currency code"),
        (["expected_close=2027-02-30"], "not a date on the calendar"),
        (["expected_close=3/4/2027"], "can mean 2027-04-03 or 2027-03-04"),
        (["name="], "cannot be empty"),
        (["customer= "], "cannot be empty"),
        (["incumbent=y-sys"], "Use us, nobody or x-sys."),
        (["incumbent=X Sys"], "is not a valid short name"),
        (["competitor:us=Us"], "it is reserved"),
        (["competitor:A B=x"], "is not a valid short name"),
        (["competitor:=x"], "is not a valid short name"),
        (["competitor:y="], "needs a name"),
        (["owner=\udcff"], "not valid UTF-8"),
    ],
)
def test_wrong_calls(deal: Deal, assignments: list[str], message: str) -> None:
    """A value the file cannot hold is refused with status 2, and nothing is written."""
    result = deal.tas("set", "a", *assignments)
    assert (result.status, result.out) == (2, "")
    assert message in result.err
    assert deal.untouched


def test_setting_a_field_fixes_what_is_wrong_there(tas: Tas, tmp_path: Path) -> None:
    """A faulty field can be set to a valid value."""
    deal = Deal(tas, tmp_path, DEAL.replace("3000000", "3,000,000"))
    assert tas("set", "a", "amount=3000000").status == 0
    assert tas("check").status == 0
    assert "+ amount: 3000000" in deal.changes()


@pytest.mark.parametrize("name", ["- a", "a: b", '"', "1", "true", "[1m", "株式会社 #1"])
def test_any_text_is_data(deal: Deal, name: str) -> None:
    """Any text in a field is read back as given."""
    result = deal.tas("set", "a", f"name={name}", f"competitor:z={name}")
    assert result.status == 0, result.err
    shown = deal.tas("show", "a", "--format", "json").json
    assert (shown["name"], shown["parties"][2]["name"]) == (name, name)


@pytest.mark.parametrize(
    "text", [DEAL.replace("\n", "\r\n"), HEAD + "# end", "{tas: 1, name: a, customer: b}  # one\n"]
)
def test_every_other_byte_stays(tas: Tas, tmp_path: Path, text: str) -> None:
    """Whatever the file's style, undoing the edit restores the original bytes."""
    deal = Deal(tas, tmp_path, text)
    assert tas("set", "a", "external_id=a77").status == 0
    newline = "\r\n" if "\r\n" in text else "\n"
    added = (", external_id: a77", f"external_id: a77{newline}", f"{newline}external_id: a77")
    assert text in [deal.text.replace(each, "") for each in added]


def test_an_earlier_day_shows_the_event_and_the_competitors_of_then(deal: Deal) -> None:
    """As of an earlier date, today's entries and new names are not shown."""
    deal.tas.env(TAS_TODAY="2026-11-20")("set", "a", "compelling_event.what=Audit")
    deal.tas.env(TAS_TODAY="2026-11-23")
    wanted = [
        "compelling_event.what=Support ends",
        "competitor:acme=Acme Ltd",
        "competitor:x-sys=X",
    ]
    assert deal.tas("set", "a", *wanted).status == 0
    seen = {
        day: deal.tas("show", "a", "--at", day).out + deal.tas("prep", "a", "--at", day).out
        for day in ("2026-11-19", "2026-11-22", "2026-11-23")
    }
    assert "Audit" not in seen["2026-11-19"]
    for day in ("2026-11-19", "2026-11-22"):
        assert "Support ends" not in seen[day]
        assert "Acme Ltd" not in seen[day]
        assert "X-Sys" in seen[day]
    assert (
        "a has no competitor acme"
        in deal.tas("show", "a", "--vs", "acme", "--at", "2026-11-22").err
    )
    assert "Audit" in seen["2026-11-22"]
    assert "Acme Ltd" in seen["2026-11-23"]
    assert "X-Sys" not in seen["2026-11-23"]


def test_naming_a_competitor_that_had_only_an_id_adds_no_competitor(
    tas: Tas, tmp_path: Path
) -> None:
    """Until it gets a name, a competitor goes by its id."""
    deal = Deal(tas, tmp_path, HEAD + "competitors:\n  x-sys:\n")
    tas("set", "a", "competitor:x-sys=X")
    assert KEPT + "competitors.x-sys, from: x-sys, to: X}" in deal.changes()
    known = tas("show", "a", "--at", "2026-11-01", "--format", "json").json["parties"]
    assert [each["id"] for each in known] == ["us", "x-sys"]
