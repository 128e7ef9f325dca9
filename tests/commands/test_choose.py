"""`tas choose`: follow a strategy other than the recommended one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from changes import Deal
from terminal import talk
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

FLANKING = (
    HEAD
    + """\
competitors: {x: {}}
assessments:
  - date: 2026-11-02
    ratings:
      compelling_event: {us: "+"}
      formal_decision_criteria: {us: "-", x: "-"}
      solution_fit: {us: "+", x: "+"}
      sales_resource_requirements: {us: "+", x: "+"}
      current_relationship: {us: "-", x: "+"}
      unique_business_value: {us: "+", x: "-"}
      inside_support: {us: "-", x: "+"}
      executive_credibility: {us: "+", x: "-"}
      cultural_compatibility: {us: "-", x: "-"}
      informal_decision_criteria: {us: "-", x: "-"}
      political_alignment: {us: "+", x: "-"}
"""
)
CHOSEN = FLANKING + (
    "strategy:\n  chosen: frontal  # bold\n  variation: reputation\n  since: 2026-11-05\n"
    "  reason: we are known\n"
)


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal for which Flanking is recommended."""
    return Deal(tas, tmp_path, FLANKING)


def test_a_dry_run_says_what_is_recommended_instead(deal: Deal) -> None:
    """The diff does not show it, and the page that does is not printed."""
    tried = deal.tas("choose", "a", "frontal", "--reason", "x", "--dry-run")
    assert "Recommended: Flanking (Alter the rules)." in tried.err
    assert "Recommended" not in deal.tas("choose", "a", "flanking", "--dry-run").err
    assert deal.untouched


def test_the_recommended_one(deal: Deal) -> None:
    """The recommended strategy needs no reason and brings its variation."""
    result = deal.tas("choose", "a", "Flanking")
    assert result.status == 0, result.err
    assert "Recommended: Flanking (Alter the rules). Unchanged." in result.out
    assert "Chosen: the same, since 2026-11-23." in result.out
    assert deal.changes() == [
        "+ strategy:",
        "+   chosen: flanking",
        "+   variation: alter_the_rules",
        "+   since: 2026-11-23",
        "+ history:",
        "+   - {date: 2026-11-23, field: strategy.chosen, to: flanking}",
    ]
    assert deal.tas("choose", "a", "flanking", "--format", "json").json["changed"] is False


def test_another_one(deal: Deal) -> None:
    """Another strategy is written with its reason, and without a variation nobody gave."""
    result = deal.tas("choose", "a", "defend", "--reason", "they want it", "--date", "2026-11-10")
    assert result.status == 0, result.err
    assert "Chosen instead: Defend, since 2026-11-10." in result.out
    assert deal.changes()[:4] == [
        "+ strategy:",
        "+   chosen: defend",
        "+   since: 2026-11-10",
        "+   reason: they want it",
    ]
    printed = deal.tas("choose", "a", "defend", "--variation", "isolate", "--format", "json").json
    assert printed["fields"][1]["after"] == "isolate"
    assert [each["after"] for each in printed["fields"][2:]] == ["2026-11-10", "they want it"]
    assert deal.text.count("field: strategy.chosen") == 1


def test_data_of_the_old_choice_is_removed(tas: Tas, tmp_path: Path) -> None:
    """A new choice removes the old reason; comments stay."""
    deal = Deal(tas, tmp_path, CHOSEN)
    assert tas("choose", "a", "flanking").status == 0
    assert sorted(deal.changes()) == sorted(
        [
            "-   chosen: frontal  # bold",
            "+   chosen: flanking  # bold",
            "-   variation: reputation",
            "+   variation: alter_the_rules",
            "-   since: 2026-11-05",
            "+   since: 2026-11-23",
            "-   reason: we are known",
            "+ history:",
            "+   - date: 2026-11-23",
            "+     field: strategy.chosen",
            "+     from: frontal",
            "+     to: flanking",
            "+     variation: reputation",
            "+     since: 2026-11-05",
            "+     reason: we are known",
        ]
    )


def test_the_same_choice_again(tas: Tas, tmp_path: Path) -> None:
    """Choosing the current strategy asks for nothing and changes nothing."""
    deal = Deal(tas, tmp_path, CHOSEN)
    assert tas("choose", "a", "frontal").status == 0
    assert deal.untouched


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["frontal"], "--reason is missing: why Frontal rather than Flanking?"),
        (["frontal", "--reason", " "], "--reason is missing"),
        (["flank"], "Did you mean flanking?"),
        (["xyz"], "Use one of frontal, flanking"),
        (["flanking", "--variation", "niche"], "alter_the_rules, acknowledge_and_expand"),
        (["disengage", "--variation", "niche", "--reason", "x"], "has no variation"),
        (["flanking", "--date", "2026-12-01"], "is in the future"),
    ],
)
def test_wrong_calls(deal: Deal, arguments: list[str], message: str) -> None:
    """A wrong name or a missing reason exits with 2 and writes nothing."""
    result = deal.tas("choose", "a", *arguments)
    assert (result.status, result.out) == (2, "")
    assert message in result.err
    assert deal.untouched


def test_a_reason_is_asked_for(tmp_path: Path) -> None:
    """A terminal shows both strategies and asks for a reason until it gets one."""
    write(tmp_path, {"opportunities/a.yaml": FLANKING})
    status, seen = talk(
        tmp_path,
        ["choose", "a", "frontal"],
        ("rather than Flanking\\?", ""),
        ("Flanking\\?", "we are known"),
    )
    assert status == 0
    assert "Recommended: Flanking (Alter the rules)." in seen
    assert "Your choice: Frontal" in seen
    assert "reason: we are known" in (tmp_path / "opportunities/a.yaml").read_text()


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_no_answer(tmp_path: Path, key: str) -> None:
    """Ctrl-C and end of input exit with 130 and write nothing."""
    write(tmp_path, {"opportunities/a.yaml": FLANKING})
    status, seen = talk(tmp_path, ["choose", "a", "frontal"], ("rather than Flanking\\?", key))
    assert status == 130
    assert "Nothing was changed" in seen
    assert (tmp_path / "opportunities/a.yaml").read_text() == FLANKING


def test_somebody_else_chose_meanwhile(tmp_path: Path) -> None:
    """A choice made by someone else while the prompt waited is not overwritten."""
    file = write(tmp_path, {"opportunities/a.yaml": FLANKING}) / "opportunities/a.yaml"
    other = FLANKING + "strategy: {chosen: develop}\n"
    status, seen = talk(
        tmp_path,
        ["choose", "a", "frontal"],
        ("rather than Flanking\\?", lambda: file.write_text(other)),
        ("", "because"),
    )
    assert status == 1
    words = " ".join(seen.split())
    assert "it was empty, is now develop, and yours is frontal" in words
    assert file.read_text() == other


def _then(tas: Tas, day: str) -> str:
    """Return the sentence about the choice as of a date, without those of other times."""
    lines = tas("strategy", "a", "--at", day).out.partition("Chosen over time")[0].split("\n\n")
    return " ".join(next((each for each in lines if "Chosen" in each), "").split())


def test_an_earlier_choice_comes_back_complete(tas: Tas, tmp_path: Path) -> None:
    """As of a date before the change, the earlier choice is shown with its variation and reason."""
    Deal(tas, tmp_path, CHOSEN)
    printed = tas("choose", "a", "frontal", "--by", "nicole", "--date", "2026-11-05").out
    assert "strategy.by         nicole (new)" in printed
    tas("choose", "a", "flanking", "--date", "2026-11-10", "--by", "lena")
    tas("choose", "a", "frontal", "--reason", "they came round", "--by", "lena")
    assert "we are known" in _then(tas, "2026-11-09")
    assert "Reputation" in _then(tas, "2026-11-09")
    assert "since 2026-11-10" in _then(tas, "2026-11-22")
    assert "they came round" not in _then(tas, "2026-11-22")
    assert "they came round" in _then(tas, "2026-11-23")
    assert "we are known" not in _then(tas, "2026-11-23")
    assert _then(tas, "2026-11-04") == ""


def test_a_new_reason_for_the_same_choice_keeps_the_old_one(tas: Tas, tmp_path: Path) -> None:
    """A new reason keeps the old one in the history; a same-day correction replaces it."""
    deal = Deal(tas, tmp_path, CHOSEN)
    tas("choose", "a", "frontal", "--reason", "they said so", "--by", "lena")
    assert "+     reason: we are known" in deal.changes()
    assert "+   by: lena" in deal.changes()
    assert "we are known" in _then(tas, "2026-11-22")
    assert "they said so" in _then(tas, "2026-11-23")
    tas("choose", "a", "flanking")
    kept = deal.text.count("strategy.chosen")
    tas("choose", "a", "flanking", "--variation", "acknowledge_and_expand")
    assert deal.text.count("strategy.chosen") == kept
    assert "by: lena" in deal.text.split("history:")[1]
    assert "by: lena" not in deal.text.split("history:")[0]


@pytest.mark.parametrize("form", ["block", "flow"])
def test_history_is_ordered_by_date(tas: Tas, tmp_path: Path, form: str) -> None:
    """A backdated choice is inserted by date among the changes of other fields."""
    entries = [
        "{date: 2026-11-01, field: owner, to: x}",
        "{date: 2026-11-20, field: owner, from: x, to: y}",
    ]
    rows = {
        "block": "history:   # kept\n"
        f"  # one\n  - {entries[0]}   # first\n  # two\n  - {entries[1]}   # second\n",
        "flow": f"history: [{', '.join(entries)}]\n",
    }
    deal = Deal(tas, tmp_path, FLANKING + rows[form])
    for day, name in (
        ("2026-10-01", "defend"),
        ("2026-11-10", "frontal"),
        ("2026-11-20", "flanking"),
    ):
        reason = ["--reason", "r"] if day != "2026-11-20" else []
        assert tas("choose", "a", name, "--date", day, *reason).status == 0
    text = deal.text[deal.text.index("history:") :]
    assert re.findall(r"date: ([0-9-]+)", text) == [
        *("2026-10-01", "2026-11-01", "2026-11-10", "2026-11-20", "2026-11-20"),
    ]
    assert all(each in text for each in entries)
    assert form == "flow" or f"{entries[0]}   # first\n" in text
    assert form == "flow" or f"  # two\n  - {entries[1]}   # second\n" in text


HISTORY = """history:
  - {date: 2026-10-01, field: strategy.chosen, to: develop}
  - {date: 2026-10-20, field: process.step, from: qualify, to: develop}
  - {date: 2026-11-02, field: status, from: lost, to: open}
  - {date: 2026-11-10, field: strategy.chosen, from: develop, to: flanking, since: 2026-10-01}
"""


@pytest.mark.parametrize(
    ("call", "field", "later"),
    [
        (["choose", "a", "defend", "--reason", "r"], "strategy.chosen", "2026-11-10"),
        (["step", "a", "qualify"], "process.step", "2026-10-20"),
        (["close", "a", "lost", "--reason", "r"], "status", "2026-11-02"),
    ],
)
def test_a_change_before_a_later_one_is_refused(
    tas: Tas, tmp_path: Path, call: list[str], field: str, later: str
) -> None:
    """A change dated before a later one of its field is refused, and --at results do not change."""
    process = "process: {step: develop}\n"
    deal = Deal(tas, tmp_path, FLANKING + process + "strategy: {chosen: flanking}\n" + HISTORY)
    before = deal.text
    refused = tas(*call, "--date", "2026-10-15")
    assert refused.status == 1
    assert f"{field} changed to" in refused.err
    assert f"use --date {later} or later" in refused.err
    assert deal.text == before
    assert "Develop" in _then(tas, "2026-10-20")
    assert tas(*call, "--date", later).status == 0
    assert deal.text != before
