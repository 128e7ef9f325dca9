"""What a deal is worth to the customer, on the pages of the plan and of a meeting."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from changes import DEAL, Deal
from declared import undeclared

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

PEOPLE = """\
strategy: {goal: "All their plants"}
people:
  kessler: {name: Martin Kessler, title: CFO, status: neutral, coverage: brief}
  ruiz: {name: Elena Ruiz, title: COO, status: supporter, coverage: multiple}
  mole: {name: Max Mole, coverage: brief, rivals: {x-sys: mentor}}
"""
SAID = "confirmed: {when: 2026-11-18, who: ruiz}"
COST = "  costs: [{what: Order, amount: 1940000}]\n"
DELAY = "  delay: {formula: 210k}\n"
AGENCY = "{what: Agency hours, owner: kessler, formula: 7 * 310 * 62}"
MERIDIAN = f"{{what: Bed days, owner: ruiz, formula: 200k, {SAID}}}"


def value(*benefits: str, rest: str = "") -> str:
    listed = "".join(f"    - {each}\n" for each in benefits)
    return f"{PEOPLE}value:\n  months: 12\n  benefits:\n{listed}{rest}"


def page(tas: Tas, root: Path, text: str, *call: str) -> str:
    return " ".join(Deal(tas, root, DEAL + text).tas(*call).out.split())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            value(MERIDIAN, AGENCY, rest=COST),
            "Paid back in 9.7 months on confirmed figures, 5.8 with our claims.",
        ),
        (value(MERIDIAN, rest=COST), "Paid back in 9.7 months, confirmed."),
        (
            value(AGENCY, rest=COST),
            "Paid back in 14.4 months by our own claims, nothing of it confirmed.",
        ),
        (value("{what: a, formula: 0}", rest=COST), "No payback on these figures."),
        (value(MERIDIAN), "Worth USD 2.4M in 12 months, confirmed."),
        (value(AGENCY), "Worth USD 1.6M in 12 months by our own claims, nothing of it confirmed."),
        (
            value(MERIDIAN, AGENCY),
            "Worth USD 2.4M in 12 months on confirmed figures, USD 4.0M with our claims.",
        ),
    ],
)
def test_plan_says_it_in_a_line(tas: Tas, tmp_path: Path, text: str, line: str) -> None:
    """Payback, or without costs the benefits, by what is confirmed and what is claimed."""
    assert f"Value {line}" in page(tas, tmp_path, text, "plan", "a")


def test_plan_says_what_waiting_costs(tas: Tas, tmp_path: Path) -> None:
    """Beside the payback stands what each month of waiting costs."""
    shown = page(tas, tmp_path, value(MERIDIAN, rest=COST + DELAY), "plan", "a")
    assert "Paid back in 9.7 months, confirmed. Waiting costs USD 210k a month." in shown


@pytest.mark.parametrize("text", [PEOPLE, value("{what: Calm}"), PEOPLE + "value: {months: 12}\n"])
def test_nothing_is_said_without_figures(tas: Tas, tmp_path: Path, text: str) -> None:
    """A deal without figures has no line on value, neither in the plan nor before a meeting."""
    assert "Value" not in page(tas, tmp_path, text, "plan", "a")
    assert "Show Martin" not in page(tas, tmp_path, text, "prep", "a", "--with", "kessler")


def test_before_a_meeting_own_benefits_come_first(tas: Tas, tmp_path: Path) -> None:
    """To somebody we show what is confirmed, and ask first about the figures that are theirs."""
    other = "{what: Fines, owner: ruiz, formula: 1M, per: once}"
    text = value(other, "{what: Calm}", AGENCY, MERIDIAN, rest=COST + DELAY)
    shown = page(tas, tmp_path, text, "prep", "a", "--with", "kessler")
    assert (
        "Show Martin Kessler • Paid back in 9.7 months on confirmed figures, 2.8 with our claims."
        " • Net value in 12 months: USD 460,000 on confirmed figures, a return of 24 %;"
        " USD 3,074,480 with our claims, a return of 158 %"
        " • Each month of waiting costs USD 210,000, by our own claim"
        " • Confirmed: Bed days: USD 200,000 a month (Elena Ruiz, 18 Nov)"
        " • Not confirmed: Agency hours: 7 × 310 × 62 = USD 134,540 a month. Ask Martin Kessler."
        " • Not confirmed: Calm: no figure. Ask whose figure it is."
        " • Not confirmed: Fines: USD 1,000,000 once. Ask Elena Ruiz." in shown
    )
    theirs = page(tas, tmp_path, text, "prep", "a", "--with", "ruiz")
    assert "Theirs, confirmed: Bed days: USD 200,000 a month (Elena Ruiz, 18 Nov)" in theirs


def test_waiting_that_equals_a_confirmed_benefit_says_so(tas: Tas, tmp_path: Path) -> None:
    """It is the same money; nobody is said to have spoken about waiting."""
    text = value(MERIDIAN, rest="  delay: {formula: 200k}\n")
    shown = page(tas, tmp_path, text, "prep", "a", "--with", "kessler")
    assert (
        "costs USD 200,000 (the same money as benefit 1, confirmed by Elena Ruiz, 18 Nov)" in shown
    )


def test_who_has_left_is_not_asked(tas: Tas, tmp_path: Path) -> None:
    """Where the owner of a benefit has left, the page asks who is responsible now."""
    gone = value(AGENCY).replace("title: CFO,", "title: CFO, left: 2026-11-01,")
    shown = page(tas, tmp_path, gone, "value", "a")
    assert "Martin Kessler has left. Ask who is responsible now: Agency hours" in shown
    before = page(tas, tmp_path, gone, "prep", "a", "--with", "ruiz")
    assert "Martin Kessler has left: ask whose figure it is now." in before


def test_a_period_that_is_not_given_is_marked(tas: Tas, tmp_path: Path) -> None:
    """A new benefit or cost says how often it counts where the call does not."""
    deal = Deal(tas, tmp_path, DEAL + PEOPLE)
    assert "per month (by default)" in " ".join(
        deal.tas("benefits", "a", "Fewer audits", "formula=40k").out.split()
    )
    assert "by default" not in deal.tas("benefits", "a", "Fewer calls", "per=month").out
    assert "by default" not in deal.tas("benefits", "a", "2", "formula=3k").out


def test_who_was_never_met_is_not_asked_who_is_for_us(tas: Tas, tmp_path: Path) -> None:
    """Questions in confidence wait until there has been any contact."""
    known = page(tas, tmp_path, PEOPLE, "prep", "a", "--with", "kessler")
    new = PEOPLE.replace("status: neutral, coverage: brief", "coverage: none")
    unmet = page(tas, tmp_path, new, "prep", "a", "--with", "kessler")
    question = "Who at the customer wants us to win?"
    assert (question in known, question in unmet) == (True, False)


def test_those_who_back_a_competitor_are_shown_nothing(tas: Tas, tmp_path: Path) -> None:
    """Before a meeting with somebody on the other side, the page has no figures to show."""
    text = value(MERIDIAN, rest=COST)
    assert "Paid back" not in page(tas, tmp_path, text, "prep", "a", "--with", "mole")


def test_json(tas: Tas, tmp_path: Path) -> None:
    """Plan and meeting have the same figures, exact, and null without any."""
    deal = Deal(tas, tmp_path, DEAL + value(MERIDIAN, AGENCY, rest=COST + DELAY))
    both = [("plan", "a"), ("prep", "a", "--with", "kessler")]
    for call in both:
        assert json.loads(deal.tas(*call, "--format", "json").out)["value"] == {
            "months": 12,
            "net_confirmed": "460000.00",
            "net_claimed": "2074480.00",
            "payback_confirmed": "9.7",
            "payback_claimed": "5.8",
            "waiting": "210000.00",
            "unconfirmed": [2],
        }
        assert undeclared(deal.tas, " ".join(call)) == []
    plain = Deal(tas, tmp_path, DEAL)
    assert all(
        json.loads(plain.tas(*call[:2], "--format", "json").out)["value"] is None for call in both
    )
