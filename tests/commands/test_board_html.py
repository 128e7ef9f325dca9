"""`tas board --format html`: the board as one page, with the figures of the other formats."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from board_files import FILES
from page_text import page_text, tables
from workspaces import write

from tas_cli.views.bridge import money

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

QUOTA = "quota: {kim: {2026Q4: 1500000}}\nrates: {EUR: 1.1}\n"


@pytest.fixture
def small(tas: Tas, tmp_path: Path) -> Tas:
    """A workspace with four deals: late and overclaimed, new, won, and empty; and a quota."""
    files = FILES | {"tas.yaml": FILES["tas.yaml"] + QUOTA}
    return tas.at(write(tmp_path, files))


def test_page(small: Tas, page: SnapshotAssertion) -> None:
    """The answer comes first, then the forecast, what to ask, what changed, and all open deals."""
    assert page_text(small("board", "--format", "html").out) == page


def test_the_figures_are_those_of_the_json(small: Tas) -> None:
    """Of the forecast by owner, and of every open deal."""
    html = small("board", "--format", "html").out
    heads, *rows = tables(html)[0]
    forecast = small("board", "--quarter", "--format", "json").json
    groups = [*forecast["groups"], {"key": "Total"} | forecast["total"]]
    assert len(heads) == len(rows[0])
    for row, group in zip(rows, groups, strict=True):
        [each] = group["money"]
        called, shown = each["called"], each["evidenced"]
        parts = (called["commit"], shown["commit"], called["best_case"], shown["best_case"])
        sums = (each["won"], *parts, called["open"])
        assert row[0] == group["key"] or group["key"] is None
        assert row[1] == (money(Decimal(group["quota"])) if group["quota"] else "")
        assert row[2:-1] == [money(Decimal(amount)) for amount in sums]
    board = small("board", "--format", "json").json
    deals = {each["name"]: each for each in small("list", "--format", "json").json["opportunities"]}
    heads, *rows = tables(html)[-1]
    still = {name for name, each in deals.items() if each["status"] == "open"}
    assert len(rows) == len(still) == board["total"]["open"]
    for row in rows:
        [name] = [name for name in still if row[0].startswith(name)]
        deal = deals[name]
        assert row[heads.index("Customer")] == deal["customer"]
        assert row[heads.index("Unknown")].startswith(f"{20 - deal['known'] // 5} of 20")


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ("strategy: {chosen: frontal}\n", []),
        ("strategy: {chosen: flanking}\n", ["≠: the first is recommended, the second is chosen."]),
        ("", ["?: recommended, and none is chosen yet."]),
    ],
)
def test_signs_of_strategies_are_explained(
    small: Tas, tmp_path: Path, chosen: str, said: list[str]
) -> None:
    """Those that are there, and no others."""
    deal = (tmp_path / "opportunities/harbour.yaml").read_text(encoding="utf-8")
    changed = deal.replace("strategy: {chosen: frontal}\n", chosen)
    write(tmp_path, {"opportunities/harbour.yaml": changed})
    text = page_text(small("board", "--format", "html").out)
    assert re.findall(r"Strategy with ([^.]*\.)", text) == said
    assert "Possible: strategies that the ratings still allow." in text


def test_two_quarters_are_in_one_part(small: Tas, tmp_path: Path) -> None:
    """If nothing is open in this quarter, the next one is there as well."""
    deal = (tmp_path / "opportunities/harbour.yaml").read_text(encoding="utf-8")
    later = deal.replace("expected_close: 2026-11-01", "expected_close: 2027-02-01")
    write(tmp_path, {"opportunities/harbour.yaml": f"{later}forecast: commit\n"})
    html = small("board", "--format", "html").out
    assert html.count('id="forecast"') == 1
    text = page_text(html)
    assert text.index("2026Q4 [Forecast for") < text.index("2027Q1 [Forecast for")


def test_without_deals_there_is_a_short_page(tas: Tas, tmp_path: Path) -> None:
    """It says so, and nothing else."""
    tas.at(write(tmp_path, {"tas.yaml": "tas: 1\n"}))
    text = page_text(tas("board", "--format", "html").out)
    assert "No open deals." in text
    assert "risk" not in text
    assert "Forecast" not in text


def test_it_goes_where_a_report_goes(small: Tas, tmp_path: Path) -> None:
    """To a pipe, or to a file; `--output` alone is enough."""
    shown = small("board", "--format", "html").out
    written = small("board", "--output", "mail/board.html")
    assert (written.status, written.out) == (0, "Wrote mail/board.html.\n")
    assert (tmp_path / "mail/board.html").read_text(encoding="utf-8") == shown


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ("--format html --quarter", "--format html does not go with --quarter."),
        ("--output b.html --by step", "--format html does not go with --by step."),
        ("--output b.html --format json", "--output is for a page of HTML, not json."),
        ("--redact", "--redact is for a page of HTML."),
        ("--force --format json", "--force is for a page of HTML."),
    ],
)
def test_what_is_no_page_of_html_is_refused(small: Tas, options: str, why: str) -> None:
    """Other pages have other formats, and options of a page need one."""
    refused = small("board", *options.split())
    assert refused.status == 2
    assert why in refused.err


def test_a_redacted_board_has_no_names_and_amounts(small: Tas) -> None:
    """What is left are short names, days, steps, strategies and ratings."""
    text = page_text(small("board", "--format", "html", "--redact").out)
    assert "Left out to share this page" in text
    for private in ("Cranes", "kim", "Kim", "1.2M", "1,200,000", "quota"):
        assert private not in text
