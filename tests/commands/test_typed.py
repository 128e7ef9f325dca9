"""Dates and amounts as people type them, in every command, and how they are echoed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from changes import Deal

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal in US dollars; today is Monday 2026-11-23."""
    return Deal(tas, tmp_path)


UNDERSTOOD: dict[str, tuple[list[str], list[str], str]] = {
    "an amount": (
        ["set", "a", "amount=2.5M"],
        ["+ amount: 2500000"],
        "amount 2.5M is 2,500,000.",
    ),
    "an amount in the new currency": (
        ["set", "a", "amount=780.000 €", "currency=eur"],
        ["+ amount: 780000", "+ currency: EUR"],
        "amount 780.000 € is 780,000.",
    ),
    "a day ahead": (
        ["set", "a", "expected_close=31 Jan"],
        ["+ expected_close: 2027-01-31"],
        "expected_close 31 Jan is Sunday 2027-01-31.",
    ),
    "a day behind": (
        ["rate", "a", "5=+", "--evidence", "x", "--when", "fri", "--date", "yesterday"],
        ["when: 2026-11-20", "  - date: 2026-11-22"],
        "--date yesterday is Sunday 2026-11-22.\n--when fri is Friday 2026-11-20.",
    ),
    "an outcome": (
        ["outcome", "a", "change_in_strategy", "--date", "-3d"],
        ["2026-11-20"],
        "--date -3d is Friday 2026-11-20.",
    ),
    "a step": (
        ["step", "a", "develop", "--date", "last fri"],
        ["started: 2026-11-20"],
        "--date last fri is Friday 2026-11-20.",
    ),
    "an answer": (
        ["answer", "a", "can_compete=yes", "--because", "x", "--date", "1 Nov"],
        ["date: 2026-11-01"],
        "--date 1 Nov is Sunday 2026-11-01.",
    ),
    "an ending": (
        ["close", "a", "lost", "--reason", "x", "--date", "a week ago"],
        ["date: 2026-11-16"],
        "--date a week ago is Monday 2026-11-16.",
    ),
    "an assessment": (
        ["assessments", "a", "2.11.", "by=tomas"],
        ["by: tomas"],
        "assessment 2.11. is Monday 2026-11-02.",
    ),
    "a meeting ahead": (
        ["set", "a", "next.date=tue", "on_hold.since=thu"],
        ["2026-11-24", "2026-11-19"],
        "next.date tue is Tuesday 2026-11-24.\non_hold.since thu is Thursday 2026-11-19.",
    ),
    "a record": (
        ["notes", "a", "text=x", "date=sat"],
        ["date: 2026-11-21"],
        "date sat is Saturday 2026-11-21.",
    ),
}


@pytest.mark.parametrize(("call", "lines", "echo"), UNDERSTOOD.values(), ids=UNDERSTOOD)
def test_what_was_understood(deal: Deal, call: list[str], lines: list[str], echo: str) -> None:
    """The file gets the canonical form, and standard error says how the text was understood."""
    result = deal.tas(*call)
    assert result.status == 0, result.err
    for line in lines:
        assert line.removeprefix("+ ") in deal.text
    assert echo in result.err


def test_a_table_with_dates_as_typed(deal: Deal, tmp_path: Path) -> None:
    """The dates of a table are read likewise; a row whose date means two things is named."""
    table = tmp_path / "t.csv"
    table.write_text("criterion,rating,date,evidence,when\n5,+,fri,x,19 Nov\n7,-,,y,\n")
    assert deal.tas("rate", "a", "--from", str(table)).status == 0
    assert "  - date: 2026-11-20\n" in deal.text
    assert "when: 2026-11-19" in deal.text
    table.write_text("criterion,rating,date\n5,+,1/2/2026\n")
    message = "row 2: date: 1/2/2026 can mean 2026-02-01 or 2026-01-02."
    assert message in deal.tas("rate", "a", "--from", str(table)).err


@pytest.mark.parametrize("call", [["set", "a", "expected_close=2027-01-31", "amount=25.50"]])
def test_canonical_text_is_not_echoed(deal: Deal, call: list[str]) -> None:
    """What is typed as files have it needs no echo."""
    assert deal.tas(*call).err == ""


REFUSED: dict[str, tuple[list[str], str]] = {
    "two amounts": (["set", "a", "amount=1.250"], "amount: 1.250 can mean 1250 or 1.25."),
    "two days": (
        ["set", "a", "expected_close=3/4/2027"],
        "expected_close 3/4/2027 can mean 2027-04-03 or 2027-03-04.",
    ),
    "a foreign symbol": (
        ["set", "a", "amount=€5"],
        "amount: €5 is in EUR, but the deal is in USD.",
    ),
    "not yet": (
        ["rate", "a", "5=+", "--evidence", "x", "--when", "tomorrow"],
        "--when tomorrow is in the future.",
    ),
}


@pytest.mark.parametrize(("call", "message"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(deal: Deal, call: list[str], message: str) -> None:
    """What means two things, or cannot be, is refused with the readings; nothing is written."""
    before = deal.text
    result = deal.tas(*call)
    assert (result.status, deal.text) == (2, before)
    assert message in result.err


def test_the_companys_way_to_write_numbers(deal: Deal) -> None:
    """`numbers:` in tas.yaml settles what else would mean two things."""
    settings = deal.path.parent.parent / "tas.yaml"
    settings.write_text("tas: 1\nnumbers: 1.234,56\n")
    assert deal.tas("set", "a", "amount=1.250").status == 0
    assert "amount: 1250\n" in deal.text


def test_the_companys_order_of_dates(deal: Deal) -> None:
    """`dates:` in tas.yaml settles a date in numbers, in a field as in an option."""
    (deal.path.parent.parent / "tas.yaml").write_text("tas: 1\ndates: month_first\n")
    assert deal.tas("set", "a", "expected_close=3/4/2027").status == 0
    assert "expected_close: 2027-03-04\n" in deal.text
    assert (
        "--since 3/4/2026 is Wednesday 2026-03-04"
        in deal.tas("log", "a", "--since", "3/4/2026").err
    )


@pytest.mark.parametrize(
    ("amount", "shown"),
    [("1250000", "1.3M"), ("1150000", "1.2M"), ("999500", "1.0M"), ("45", "45")],
)
def test_short_amounts_are_rounded_as_people_round(deal: Deal, amount: str, shown: str) -> None:
    """Half of the last digit rounds up."""
    deal.tas("set", "a", f"amount={amount}")
    assert f" {shown} " in f"{deal.tas('list', '--columns', 'amount').out} ".replace("\n", " ")
