"""`tas answer`: override a step of the decision tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from changes import DEAL, Deal

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal without a strategy."""
    return Deal(tas, tmp_path)


def test_an_answer(deal: Deal) -> None:
    """An answer is written with reason and date, and the resulting strategy is reported."""
    result = deal.tas("answer", "a", "compelling_event=no", "6=no", "--because", "they can wait")
    assert result.status == 0, result.err
    assert "Before: Undecided between" in result.out
    assert deal.changes() == [
        "+ strategy:",
        "+   answers:",
        "+     compelling_event: {answer: no, because: they can wait, date: 2026-11-23}",
        "+     protect_position: {answer: no, because: they can wait, date: 2026-11-23}",
    ]
    printed = deal.tas("strategy", "a", "--format", "json").json
    assert [(step["step"], step["source"]) for step in printed["path"]][:2] == [
        ("compelling_event", "stated"),
        ("protect_position", "stated"),
    ]
    again = deal.tas("answer", "a", "1=n", "6=n", "--because", "they can wait", "--format", "json")
    assert again.json["changed"] is False


def test_another_answer(tas: Tas, tmp_path: Path) -> None:
    """An existing answer is changed in place, and its reason goes where the format has it."""
    stated = "three_to_one:   # hm\n      answer: 'yes'\n      date: 2026-11-01\n"
    deal = Deal(tas, tmp_path, f"{DEAL}strategy:\n  answers:\n    {stated}")
    assert tas("answer", "a", "three_to_one=no", "--because", "equals").status == 0
    assert deal.text == (
        f"{DEAL}strategy:\n  answers:\n    three_to_one:   # hm\n      answer: 'no'\n"
        "      because: equals\n      date: 2026-11-23\n"
    )


IN_BRACES = "strategy: {answers: {three_to_one: {answer: no}, can_compete: {answer: yes}}}\n"
IN_LINES = """\
strategy:
  answers:
    three_to_one:
      answer: no
    can_compete: {answer: no}
"""


@pytest.mark.parametrize("stated", [IN_BRACES, IN_LINES])
def test_removing_an_answer(tas: Tas, tmp_path: Path, stated: str) -> None:
    """An empty answer removes the stated one and leaves the others."""
    Deal(tas, tmp_path, DEAL + stated)
    printed = tas("answer", "a", "three_to_one=", "--format", "json").json
    assert printed["changed"]
    (field,) = printed["fields"]
    assert field["field"] == "strategy.answers.three_to_one"
    assert (field["before"]["answer"], field["after"]) == ("no", None)
    assert tas("check").status == 0
    assert tas("answer", "a", "three_to_one=", "--format", "json").json["changed"] is False


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["three_to_one=no"], "--because is missing"),
        (["three_to_one"], "Write three_to_one=yes or three_to_one=no"),
        (["three_to_two=no"], "Did you mean three_to_one?"),
        (["8=no"], "Use one of compelling_event"),
        (["three_to_one=maybe"], "is not an answer"),
        (["three_to_one=no", "3=yes", "--because", "x"], "answered twice"),
        (["three_to_one=no", "--because", "x", "--date", "2027-01-01"], "is in the future"),
    ],
)
def test_wrong_calls(deal: Deal, arguments: list[str], message: str) -> None:
    """A wrong step or answer, or a missing reason, exits with 2 and writes nothing."""
    result = deal.tas("answer", "a", *arguments)
    assert (result.status, result.out) == (2, "")
    assert message in result.err
    assert deal.untouched
