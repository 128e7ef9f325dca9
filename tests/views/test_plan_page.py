"""The plan on one page: whole at 80 columns, in order of time, and quiet about what is not used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from meridian import DEAL, TODAY
from rich.cells import cell_len
from workspaces import HEAD, day, opportunity

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.sheet import Sheet
from tas_cli.model.settings import Settings
from tas_cli.views.markdown.page import markdown
from tas_cli.views.plan import page
from tas_cli.views.report.plan import plan
from tas_cli.views.terminal.page import text
from tas_cli.views.terminal.screen import Screen

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

TACTICS = """\
tactics:
  - {what: "Value review: cash effect in his own figures", kind: prove, criteria: [10, 4],
     people: [kessler], owner: nicole, due: 2026-12-02, time: "08:00"}
  - {what: "CIO call: interface live in 9 weeks", kind: minimize, criteria: [19, 9],
     people: [whelan], owner: tomas, due: 2026-12-09, done: 2026-11-29}
  - {what: "Who advises Adeyemi before the board?", kind: retrieve, criteria: [15, 14],
     people: [ruiz, nobody], owner: nicole, due: 2026-11-27}
  - {what: "Some day", kind: insulate}
"""
PLAN = f"""\
strategy:
  goal: Operations partner of all seven hospitals
  objective:
    what: Signed
    items: [{{what: License, amount: 1200000}}, {{what: Rollout, amount: 450000}}]
  customer: {{goal: "Top quartile in quality among all comparable health systems",
    objective: No penalties from 1 July on, strategy: "Standardize flow, stop hiring"}}
{TACTICS}close_plan:
  agreed: {{who: ruiz, when: 2026-11-20}}
  dates: {{requirements_met: 2026-12-15, board_vote: 2027-02-16, capabilities_embraced: 2027-02-20}}
"""


def planned(keys: str, head: str = HEAD) -> DealOnDay:
    """Return a deal with these keys."""
    return DealOnDay.of(opportunity(head + keys), Settings.model_validate({}), day(TODAY))


def shown(keys: str, head: str = HEAD) -> str:
    """Return the page of a deal with these keys, at 80 columns."""
    return text(page("cranes", planned(keys, head)), Screen(80, cut=True))


def test_the_plan_of_a_deal_fits_80_columns(snapshot: SnapshotAssertion) -> None:
    """Frame, way back, tactics, what is not covered, people: whole, and nothing is cut."""
    out = shown(PLAN, DEAL)
    assert max(map(cell_len, out.splitlines())) <= 80
    assert out == snapshot


def test_a_mail_has_the_same(snapshot: SnapshotAssertion) -> None:
    """As markdown, in tables and lists."""
    assert markdown(page("meridian-flow", planned(PLAN, DEAL))) == snapshot


ITEMS = "strategy: {{objective: {{items: [{}]}}}}\n"
THREE = "{what: A, amount: 500000}, {what: B, amount: 1200000}, {what: C, amount: 1300000}"
SUMS = {
    "the-methods-example": (f"amount: 3000000\n{ITEMS.format(THREE)}", "the deal's amount."),
    "too-little": (f"amount: 3100000\n{ITEMS.format(THREE)}", "USD 100,000 less"),
    "too-much": (f"amount: 2900000.5\n{ITEMS.format(THREE)}", "USD 99,999.5 more"),
    "no-amount": (ITEMS.format(THREE), "add up to USD 3,000,000."),
    "an-item-without": (f"amount: 3\n{ITEMS.format('{what: A}, {what: B, amount: 3}')}", ""),
}


@pytest.mark.parametrize(("keys", "words"), SUMS.values(), ids=SUMS)
def test_whether_the_items_add_up_is_said(keys: str, words: str) -> None:
    """Against the deal's amount; nothing unless every item has an amount."""
    out = shown(keys)
    assert words in out
    assert ("add up" in out) == bool(words)


def test_what_a_deal_does_not_use_is_not_mentioned() -> None:
    """Tactics alone, without goals, people, dates or a close date."""
    out = shown("tactics: [{what: Call}]\n")
    for absent in ("Goal", "Back from", "People", "agreed", "influence"):
        assert absent not in out


def test_open_tactics_come_first_by_day_and_done_ones_last() -> None:
    """The overdue one is marked; of a day, the earlier hour comes first."""
    out = shown(
        "tactics: [{what: Late, due: 2026-11-01}, {what: Ever}, {what: Was, done: 2026-11-02}, "
        '{what: Noon, due: 2026-12-01, time: "12:00"}, '
        '{what: Dawn, due: 2026-12-01, time: "06:00"}]\n'
    )
    order = [out.index(each) for each in ("Late", "Dawn", "Noon", "Ever", "Was")]
    assert order == sorted(order)
    assert "1 Nov, overdue" in out
    assert "done 2 Nov" in out


def test_an_ended_deal_has_no_way_back_and_lacks_nothing() -> None:
    """The plan of a deal that was won is only shown."""
    ended = "status: won\nclosed: {date: 2026-11-02}\nexpected_close: 2027-01-01\n"
    out = shown(f"{ended}tactics: [{{what: Call}}]\n")
    assert "Call" in out
    assert "Back from" not in out
    assert "Not covered" not in out


def test_a_close_date_that_has_passed_has_no_days_left() -> None:
    """It is said, and nothing is counted."""
    out = shown("expected_close: 2026-11-27\ntactics: [{what: Call}]\n")
    assert "That was 3 days ago." in out
    assert "`tas set cranes expected_close=DATE`" in out


CLOSING = "expected_close: 2027-03-31\nprocess: {{step: proof}}\nclose_plan: {{dates: {{{}}}}}\n"


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ("agreement_signed: 2027-04-20", "20 days after the close date"),
        ("agreement_signed: 2026-12-30", "Agreement signed on 30 Dec leaves"),
        ("agreement_signed: 2026-11-01", "The customer's date for agreement signed, 1 Nov, has"),
        ("requirements_met: 2026-11-01", "already past; customer's date"),
        ("requirements_met: 2027-03-20", "leaves too few days for the steps after it"),
    ],
)
def test_what_is_wrong_with_a_customers_date_is_said(dates: str, words: str) -> None:
    """After the close date, before the steps ahead of it, in the past, or too late."""
    assert words in shown(CLOSING.format(dates))


def test_who_leaves_and_what_is_out_of_control_is_said() -> None:
    """Derived signs, those entered, and people who are about to leave; six in full."""
    entered = "signs: [{date: 2026-11-20, sign: calls_not_returned, note: Twice}]\n"
    slips = ", ".join(
        f"{{date: 2026-{9 + at:02}-01, field: expected_close, from: 2027-0{at + 1}-01, "
        f"to: 2027-0{at + 2}-01}}"
        for at in range(3)
    )
    late = DEAL.replace("left: 2026-11-27", "left: 2027-01-15")
    out = shown(f"{TACTICS}{entered}history: [{slips}]\n", late)
    watch = out[out.index("Watch out") :]
    for words in (
        "Dan Okafor (2) leaves on 15 Jan 2027",
        "Delays (since 1 Nov)",
        "(20 Nov): Twice",
    ):
        assert words in watch


def test_an_earlier_day_is_said_to_have_no_history_of_what_the_plan_uses() -> None:
    """Goals, tactics and the customer's dates are as the file has them now."""

    def said(keys: str) -> str:
        out = text(page("cranes", planned(keys), earlier=True), Screen(80, cut=True))
        return " ".join(out.split())

    every = "no history of the goals, the tactics and the customer's dates: shown as now."
    assert every in said(PLAN)
    assert "no history of the tactics: shown as now." in said("tactics: [{what: Call}]\n")
    assert "no history" not in said("signs: [{date: 2026-11-20, sign: delays}]\n")
    assert "no history" not in shown(PLAN, DEAL)


POINT = "{what: What if they wait?, owner: nicole}"
OTHERWISE = {
    "partners": ("partners: {brightwave: {name: Brightwave}}\n", "Partners Brightwave"),
    "signs": ("signs: [{date: 2026-11-20, sign: calls_not_returned}]\n", "(20 Nov)"),
    "challenges": (
        f"challenges: [{{date: 2026-11-20, by: lena, role: spoiler, points: [{POINT}]}}]\n",
        "Open: What if they wait? (nicole)",
    ),
}


@pytest.mark.parametrize(("keys", "words"), OTHERWISE.values(), ids=OTHERWISE)
def test_without_goals_and_tactics_the_page_shows_what_there_is(keys: str, words: str) -> None:
    """And says in one line that these are missing, with the command."""
    out = shown(keys)
    assert "No goals or tactics yet." in out
    assert words in out
    assert "No strategy chosen" not in out


@pytest.mark.parametrize(
    ("tactic", "heads"),
    [
        ("{what: Call}", ["What we do", "Due"]),
        ("{what: Call, criteria: [4]}", ["What we do", "About", "Due"]),
        ("{what: Call, people: [ann], owner: kim}", ["What we do", "With", "Who", "Due"]),
    ],
)
def test_columns_in_which_no_tactic_has_anything_are_left_out(
    tactic: str, heads: list[str]
) -> None:
    """What nobody says of a tactic takes no room from what it is."""
    out = shown(f"tactics: [{tactic}]\n")
    head = next(line for line in out.splitlines() if "What we do" in line)
    assert re.findall("What we do|About|With|Who|Due", head) == heads


def test_that_nothing_is_known_about_a_competitor_is_said_once() -> None:
    """By the sign; the caveat says it only if the deal was never assessed."""
    rated = "assessments: [{date: 2026-11-02, ratings: {customer_project: {us: '+'}}}]\n"
    blank = "competitors: {x-sys: {name: X-Sys}}\ntactics: [{what: Call}]\n"
    unassessed = shown(blank)
    assessed = shown(blank + rated)
    assert unassessed.count("X-Sys") == 1
    assert assessed.count("X-Sys") == 1
    assert "Nothing is known about X-Sys on #6-#15" in " ".join(assessed.split())


def reported(keys: str, head: str = HEAD) -> str:
    """Return the plan of a report, as markdown."""
    sheet = Sheet.of(opportunity(head + keys), Settings.model_validate({}), day(TODAY))
    return markdown(plan("cranes", sheet))


def test_the_plan_of_a_report(snapshot: SnapshotAssertion) -> None:
    """What is next and late, the plan in time, tactics, goals, what is not covered: no commands."""
    out = reported(PLAN, DEAL)
    assert "tas " not in out
    assert out == snapshot


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("expected_close: 2027-01-29\n", ""),
        ('strategy: {goal: "First"}\n', "Nothing is planned next."),
        ("tactics: [{what: Call, done: 2026-11-02}]\n", "Nothing is planned next."),
        ("tactics: [{what: Call}]\n", "**Next: Call**."),
        ("tactics: [{what: Call, owner: kim, due: 2026-12-02}]\n", "**Next: Call** (2 Dec, kim)."),
        (
            "tactics: [{what: A, due: 2026-11-02}, {what: B, due: 2026-11-09}]\n",
            "**Next: A** (overdue since 2 Nov).  \n2 tactics and action items overdue.",
        ),
        (
            "tactics: [{what: B, due: 2026-12-02}, {what: A, owner: kim, due: 2026-11-02}]\n",
            "**Next: A** (overdue since 2 Nov, kim).  \nThen: B (2 Dec).",
        ),
        ("status: lost\ntactics: [{what: Call}]\n", "| What we do | Due |"),
    ],
)
def test_a_report_says_what_is_next(keys: str, words: str) -> None:
    """What is overdue comes first, then the next thing to do; without a plan there is nothing."""
    out = reported(keys)
    assert words in out
    assert bool(words) is bool(out.strip())
    assert ("Next: " in out) is ("Next: " in words)
