"""`tas plan` writes the frame and the customer's dates, and shows the plan on one page."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from cli import Tas
from declared import undeclared
from meridian import FILES, TODAY
from workspaces import HEAD, write

FRAME = (
    'goal="Their partner in all hospitals"',
    'objective="Signed"',
    'items="Licenses=500k, Rollout=1.2M; Training=1,300,000"',
    'due="26 Feb"',
    'customer.goal="Top quartile"',
    'customer.objective="No penalties"',
    'customer.strategy="One flow"',
)
WRITTEN = """\
strategy:
  goal: Their partner in all hospitals
  objective:
    what: Signed
    items:
      - {what: Licenses, amount: 500000}
      - {what: Rollout, amount: 1200000}
      - {what: Training, amount: 1300000}
    due: 2027-02-26
  customer:
    goal: Top quartile
    objective: No penalties
    strategy: One flow
"""
DATES = """\
close_plan:
  agreed:
    who: ruiz
    when: 2026-11-30
  dates:
    requirements_met: 2026-12-15
    board_vote: 2027-02-16
"""


def words(*given: str) -> list[str]:
    """Return arguments as a shell passes them."""
    return [each.replace('"', "") for each in given]


@pytest.fixture
def root(tas: Tas, tmp_path: Path) -> Path:
    """A workspace with the deal of Meridian Health."""
    write(tmp_path, FILES)
    tas.at(tmp_path).env(TAS_TODAY=TODAY)
    return tmp_path


def test_the_frame_is_written_as_people_type_it_and_cleared_again(tas: Tas, root: Path) -> None:
    """Amounts and dates are spelled as in files; clearing all of it restores the file."""
    path = next(root.rglob("meridian-flow.yaml"))
    before = path.read_bytes()
    result = tas("plan", "meridian-flow", *words(*FRAME))
    assert result.status == 0, result.err
    assert path.read_text(encoding="utf-8") == before.decode() + WRITTEN
    cleared = ("goal=", "objective=", "items=", "due=", "customer=")
    assert tas("plan", "meridian-flow", *cleared).status == 0
    assert path.read_bytes() == before


def test_the_customers_dates_are_written_with_who_agreed_today(tas: Tas, root: Path) -> None:
    """An outcome's name is enough; any other date has dates. before it."""
    path = next(root.rglob("meridian-flow.yaml"))
    before = path.read_bytes()
    dates = ("requirements_met=15 Dec", "dates.board_vote=16 Feb")
    assert tas("plan", "meridian-flow", "agreed=ruiz", *dates).status == 0
    assert path.read_text(encoding="utf-8") == before.decode() + DATES
    assert tas("plan", "meridian-flow", "agreed=", "dates=").status == 0
    assert path.read_bytes() == before


def test_an_agreement_keeps_its_day_unless_somebody_else_agrees(tas: Tas, root: Path) -> None:
    """The same person again changes nothing."""
    path = next(root.rglob("meridian-flow.yaml"))
    tas("plan", "meridian-flow", "agreed=ruiz", "agreed.when=20 Nov")
    assert "Nothing to change" in tas("plan", "meridian-flow", "agreed=ruiz").out
    assert tas("plan", "meridian-flow", "agreed=kessler").status == 0
    assert "who: kessler\n    when: 2026-11-30" in path.read_text(encoding="utf-8")


def test_on_an_earlier_day_the_customer_had_not_agreed_yet(tas: Tas, root: Path) -> None:
    """And a tactic that was done later was still to be done."""
    tas("plan", "meridian-flow", "agreed=ruiz", "agreed.when=20 Nov")
    tas("tactics", "meridian-flow", "Call Ruiz", "done=20 Nov")
    (deal,) = root.rglob("meridian-flow.yaml")
    for at, when, done in (("2026-11-19", None, None), ("2026-11-20", "2026-11-20", "2026-11-20")):
        said = tas("plan", str(deal), "--at", at, "--format", "json").json
        assert (said["agreed"] and said["agreed"]["when"]) == when
        assert said["tactics"][0]["done"] == done


WRONG = {
    "unknown": (["gaol=x"], "goal"),
    "no-value": (["goal"], "FIELD=VALUE"),
    "a-group": (["customer=Top"], "customer.goal"),
    "twice": (["goal=a", "goal=b"], "twice"),
    "the-same-date-twice": (["requirements_met=fri", "dates.requirements_met=fri"], "twice"),
    "not-a-name": (["dates.Board-vote=fri"], "board_vote"),
    "not-an-amount": (["items=Licenses=lots"], "lots"),
    "two-amounts": (["items=Licenses=1.250"], "1250"),
    "no-item": (["items= ; =3"], "items"),
    "agreed-tomorrow": (["agreed=ruiz", "agreed.when=+1d"], "future"),
    "not-a-date": (["requirements_met=soon"], "soon"),
    "a-day-and-a-change": (["goal=x", "--at", "-1d"], "--at"),
}


@pytest.mark.parametrize(("given", "said"), WRONG.values(), ids=WRONG)
def test_a_wrong_call_says_what_is_wrong_and_writes_nothing(
    tas: Tas, root: Path, given: list[str], said: str
) -> None:
    """The status is 2."""
    path = next(root.rglob("meridian-flow.yaml"))
    before = path.read_bytes()
    result = tas("plan", "meridian-flow", *given)
    assert (result.status, said in result.err) == (2, True), result.err
    assert path.read_bytes() == before


@pytest.mark.usefixtures("root")
def test_a_deal_without_a_plan_says_how_to_begin(tas: Tas) -> None:
    """One sentence, and the command."""
    out = tas("plan", "meridian-flow").out
    assert "No goals or tactics yet." in out
    assert 'tas plan meridian-flow goal="…"' in out
    assert "tas plan meridian-flow --suggest" in out


@pytest.mark.usefixtures("root")
def test_a_change_of_items_is_reported_item_by_item(tas: Tas) -> None:
    """In words and as JSON."""
    tas("plan", "meridian-flow", "items=Licenses=3")
    changed = tas("plan", "meridian-flow", "items=Licenses=4;Rollout").out
    assert "Licenses 3 → Licenses 4, Rollout" in changed
    (change,) = tas("plan", "meridian-flow", "items=", "--format", "json").json["fields"]
    assert change == {
        "field": "items",
        "before": [{"what": "Licenses", "amount": "4"}, {"what": "Rollout", "amount": None}],
        "after": None,
    }


@pytest.mark.usefixtures("root")
def test_the_json_is_declared(tas: Tas) -> None:
    """With and without a plan, and of a change."""
    assert undeclared(tas, "plan meridian-flow") == []
    tas("plan", "meridian-flow", *words(*FRAME), "agreed=ruiz", "dates.board_vote=16 Feb")
    tas("tactics", "meridian-flow", "Ask who decides", "R", "criteria=15", "due=fri")
    tas("challenge", "meridian-flow", "--role", "spoiler", "--by", "lena", "--point", "What if?")
    (number,) = tas("plan", "meridian-flow", "--format", "json").json["challenged"]["open_points"]
    assert "What if?" in tas("actions").out
    assert number == 1
    assert undeclared(tas, "plan meridian-flow") == []
    assert undeclared(tas, "plan meridian-flow goal=Other") == []


def test_the_calls_in_the_documentation_work(tas: Tas, root: Path) -> None:
    """Each call of docs/plan.md, on another deal."""
    text = (Path(__file__).parents[2] / "docs/plan.md").read_text(encoding="utf-8")
    calls = [each for each in text.splitlines() if each.startswith("tas plan acme")]
    assert len(calls) >= 5
    for line in calls:
        call = line.replace(" acme ", " meridian-flow ").replace("x-sys", "carebridge")
        result = tas(*shlex.split(call)[1:])
        assert result.status == 0, (call, result.err)
    assert (root / "plan.ics").exists()


@pytest.mark.usefixtures("root")
def test_the_shell_completes_fields_and_outcomes(tas: Tas) -> None:
    """The customer's fields and dates are offered, ready for their value."""
    assert "customer.goal=" in tas.offered("tas plan meridian-flow cust")
    assert "requirements_met=" in tas.offered("tas plan meridian-flow req")


def test_an_earlier_day_says_what_is_as_now(tas: Tas, tmp_path: Path) -> None:
    """For a person in a line, for a script by name; today, nothing is."""
    write(tmp_path, {"opportunities/a.yaml": f"{HEAD}tactics: [{{what: Call}}]\n"})
    at = tas.at(tmp_path)
    assert at("plan", "a", "--at", "2026-11-20", "--format", "json").json["as_now"] == ["tactics"]
    assert at("plan", "a", "--format", "json").json["as_now"] == []
    assert "no history of the tactics" in at("plan", "a", "--at", "2026-11-20").out
