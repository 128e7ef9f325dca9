"""`tas show A B`: two deals side by side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from cli import ROOT
from workspaces import HEAD, rated, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

PAIR = ("national-manufacturing", "kestrel-rail")


@pytest.mark.parametrize("width", ["80", "140"])
def test_pages(tas: Tas, page: SnapshotAssertion, width: str) -> None:
    """Two deals side by side look the way they did when last reviewed, and their grid fits."""
    shown = tas.env(COLUMNS=width)("show", *PAIR).out
    assert shown == page
    assert max(map(len, shown.partition("Our ratings")[2].splitlines())) <= int(width)


def test_markdown(tas: Tas, page: SnapshotAssertion) -> None:
    """In markdown a rating is its sign, not a drawing."""
    shown = tas("show", *PAIR, "--format", "markdown").out
    assert "·" not in shown.partition("###")[2]
    assert shown == page


def our_signs(name: str, until: str) -> dict[str, str]:
    """Return our newest signs in an example, read as plain YAML."""
    deal: Any = yaml.safe_load((ROOT / f"opportunities/{name}.yaml").read_text(encoding="utf-8"))
    signs = {}
    for each in sorted(deal["assessments"], key=lambda one: str(one["date"])):
        for criterion, cell in each["ratings"].items() if str(each["date"]) <= until else ():
            us = cell.get("us") if isinstance(cell, dict) else None
            if us is not None:
                signs[criterion] = us["rating"] if isinstance(us, dict) else us
    return signs


@pytest.mark.parametrize("day", ["2026-07-01", "2026-10-01", "2026-11-23"])
@pytest.mark.parametrize("other", ["kestrel-rail", "tamarind-telecom", "quarrystone-cement"])
def test_where_our_ratings_differ(tas: Tas, other: str, day: str) -> None:
    """A criterion is marked if our newest signs by that day differ; never rated is unknown."""
    first, second = our_signs(PAIR[0], day), our_signs(other, day)
    keys = {*first, *second}
    expected = {key for key in keys if first.get(key, "?") != second.get(key, "?")}
    found = tas("show", PAIR[0], other, "--at", day, "--format", "json").json
    assert set(found["differing"]) == expected
    marked = re.findall(r"(?m)^≠ +(\d+)", tas("show", PAIR[0], other, "--at", day).out)
    assert len(marked) == len(expected)


def test_each_deal_is_the_one_that_show_has(tas: Tas) -> None:
    """The document has both deals exactly as each alone."""
    both = tas("show", *PAIR, "--evidenced", "--format", "json").json["deals"]
    alone = [tas("show", name, "--evidenced", "--format", "json").json for name in PAIR]
    assert both == [{key: each[key] for key in each if key != "version"} for each in alone]


def test_a_deal_without_competitors_has_one_column(tas: Tas, tmp_path: Path) -> None:
    """The primary competitor's column is there only for a deal that has one."""
    text = rated("2026-11-20 | roles: {us: '+'}", competitors="{}").replace("roles", "solution_fit")
    files = {"opportunities/a.yaml": text, "opportunities/b.yaml": HEAD}
    shown = tas.at(write(tmp_path, files))("show", "a", "b").out
    (head,) = re.findall(r"(?m)^ +(Us.*)", shown)
    assert head.split() == ["Us", "Us"]
    assert "Our ratings differ in 1 of 20: #7" in shown


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ([PAIR[0], PAIR[0]], "is one deal"),
        ([*PAIR, "--history"], "take only --at"),
        ([*PAIR, "--vs", "x-sys"], "take only --at"),
        ([*PAIR, "--format", "svg"], "take only --at"),
        ([PAIR[0], "nope"], "no deal named nope"),
        ([PAIR[0], "--format", "markdown"], "needs two deals"),
    ],
)
def test_a_wrong_call(tas: Tas, call: list[str], words: str) -> None:
    """What cannot be shown for two deals, or one, is refused with what to do."""
    refused = tas("show", *call)
    assert refused.status == 2
    assert words in refused.err


def test_both_names_are_completed(tas: Tas) -> None:
    """The second deal is offered like the first."""
    assert tas.offered("tas show kestrel-rail na") == {PAIR[0]}
    assert "x-sys" in tas.offered("tas show national-manufacturing --vs x")
