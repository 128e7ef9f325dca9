"""The way back from the customer's date: days needed, days left, and the day of each step."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

import pytest
from workspaces import HEAD, day, opportunity

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.way_back import WayBack, way_back
from tas_cli.model.settings import Settings
from tas_cli.reading.read import read_as

TODAY = date(2026, 11, 30)
PROOF = "process: {step: proof, steps: {proof: {started: 2026-11-20}}}\n"


def settings(text: str = "{}\n") -> Settings:
    """Return the settings in a text."""
    value = read_as(Settings, text.encode(), "tas.yaml").value
    assert value is not None
    return value


def way(keys: str, company: str = "{}\n", on: date = TODAY) -> WayBack | None:
    """Return the way back of a deal with these keys."""
    return way_back(DealOnDay.of(opportunity(HEAD + keys), settings(company), on))


def found(keys: str) -> WayBack:
    """Return the way back of a deal that has one."""
    back = way(keys)
    assert back is not None
    return back


def test_the_usual_days_of_the_steps_left_are_counted_back_from_the_close_date() -> None:
    """Proof has lasted 10 of 45 days, so 35 are left, and 30 more for Close."""
    back = found(f"expected_close: 2027-02-26\n{PROOF}")
    assert (back.needed, back.left, back.short) == (65, 88, 0)
    ends = [(each.step.key, each.days, each.begin, each.end) for each in back.stretches]
    assert ends == [
        ("proof", 35, day("2026-12-23"), day("2027-01-27")),
        ("close", 30, day("2027-01-27"), day("2027-02-26")),
    ]


def test_days_that_are_missing_are_said() -> None:
    """From Develop on, 150 usual days do not fit into 88."""
    back = found("expected_close: 2027-02-26\nprocess: {step: develop}\n")
    assert (back.needed, back.left, back.short) == (150, 88, 62)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("expected_close: 2027-02-26\ncompelling_event: {date: 2027-07-01}\n", "expected_close"),
        ("compelling_event: {date: 2027-07-01}\n", "compelling_event"),
        ("compelling_event: {what: Penalties}\n", None),
        ("amount: 3\n", None),
        ("expected_close: 2027-02-26\nstatus: won\nclosed: {date: 2026-11-01}\n", None),
    ],
)
def test_the_close_date_goes_before_the_event(keys: str, expected: str | None) -> None:
    """A deal with neither, or one that has ended, has no way back."""
    back = way(keys)
    assert (back and back.source) == expected


def test_the_customers_dates_go_before_those_counted_back() -> None:
    """An earlier day for all that Proof lacks ends it earlier, and Solution with it."""
    outcomes = ("legal_process_started", "requirements_met", "verbal_approval_given",
                "formal_approval_begun")  # fmt: skip
    dates = ", ".join(f"{key}: 2027-01-{10 + at}" for at, key in enumerate(outcomes))
    back = found(
        "expected_close: 2027-03-31\nprocess: {step: solution}\n"
        f"close_plan: {{dates: {{{dates}, board_vote: 2027-03-15}}}}\n"
    )
    solution, proof, close = back.stretches
    assert proof.end == day("2027-01-13")
    assert [each.day.day for each in proof.stops] == [10, 11, 12, 13]
    assert all(each.agreed and not each.late for each in proof.stops)
    assert (close.end, solution.end) == (day("2027-03-31"), day("2026-11-29"))
    assert back.others == (("board_vote", day("2027-03-15")),)


def test_a_customers_date_that_leaves_too_few_days_is_late() -> None:
    """After 20 March, 30 days of Close do not fit before 31 March."""
    back = found(
        "expected_close: 2027-03-31\nprocess: {step: proof}\n"
        "close_plan: {dates: {requirements_met: 2027-03-20}}\n"
    )
    late = [each.outcome for step in back.stretches for each in step.stops if each.late]
    assert late == ["requirements_met"]


def test_the_customers_date_that_lacks_the_most_days_is_known() -> None:
    """Before Close, 45 days of Proof do not fit into 30; one that fits is no matter."""
    keys = "expected_close: 2027-03-31\nprocess: {step: proof}\nclose_plan: {dates: {%s}}\n"
    both = "requirements_met: 2026-12-05, agreement_signed: 2026-12-30"
    squeeze = found(keys % both).squeezed(TODAY)
    assert squeeze == ("agreement_signed", day("2026-12-30"), 45, 30)
    assert squeeze.short == 15
    assert found(keys % "agreement_signed: 2027-03-30").squeezed(TODAY) is None


def test_a_date_for_what_is_done_is_not_on_the_way() -> None:
    """What has evidence is neither a stop nor among the customer's other dates."""
    back = found(
        "expected_close: 2027-03-31\n"
        "close_plan: {dates: {requirements_met: 2026-11-20}}\n"
        "process: {step: proof, steps: {proof: {outcomes: {requirements_met: "
        "{evidence: [{when: 2026-11-20, who: Ruiz}]}}}}}\n"
    )
    assert back.others == ()
    assert "requirements_met" not in [each.outcome for each in back.stretches[0].stops]


def test_the_first_days_of_the_calendar_stop_the_counting() -> None:
    """A close date in the year 1 is no reason to fail."""
    assert found("expected_close: 0001-01-05\n").stretches[0].begin == date.min


METHOD = {"qualify": 30, "develop": 30, "solution": 45, "proof": 45, "close": 30}


class Case(NamedTuple):
    """A company's process by step, its usual days and outcomes, and what a deal says."""

    days: dict[str, int]
    outcomes: dict[str, list[str]]
    step: str
    started: date | None
    close: date
    event: bool
    dates: dict[str, date]
    shown: set[str]


def any_case(random: Random) -> Case:
    """Return a random process of steps, own ones among them, and a deal in it."""
    order = [*METHOD]
    for at in range(random.randrange(4)):
        order.insert(random.randrange(1, len(order) + 1), f"own_{at}")
    days = {key: random.choice((METHOD.get(key, 30), random.randrange(1, 90))) for key in order}
    outcomes = {key: [f"{key}_{at}" for at in range(random.randrange(4))]
                for key in order if key.startswith("own")}  # fmt: skip
    close = TODAY + timedelta(random.randrange(-20, 400))
    own = [key for keys in outcomes.values() for key in keys]
    dates = {
        key: close - timedelta(random.randrange(-9, 200)) for key in own if random.random() < 0.8
    }
    began = TODAY - timedelta(random.randrange(100)) if random.random() < 0.7 else None
    shown = {key for key in own if random.random() < 0.4}
    event = random.random() < 0.3
    return Case(days, outcomes, random.choice(order), began, close, event, dates, shown)


def read(case: Case) -> tuple[str, str]:
    """Return the deal and the settings as texts."""
    order = [*case.days]
    steps = ""
    for at, key in enumerate(order):
        after = f", after: {order[at - 1]}" if key.startswith("own") else ""
        named = ", ".join(f"{each}: {{title: {each}}}" for each in case.outcomes.get(key, []))
        own = f", outcomes: {{{named}}}" if named else ""
        steps += f"  {key}: {{days: {case.days[key]}{after}{own}}}\n"
    dates = ", ".join(f"{key}: {when}" for key, when in case.dates.items())
    event, close = f"compelling_event: {{date: {case.close}}}", f"expected_close: {case.close}"
    until = event if case.event else close
    deal = f"{until}\nprocess: {{step: {case.step}, steps: {{{_progress(case)}}}}}\n"
    return deal + f"close_plan: {{dates: {{{dates}}}}}\n", f"steps:\n{steps}"


def _progress(case: Case) -> str:
    """Return the steps of the deal that have a start or an outcome with evidence."""
    begun: dict[str, list[str]] = {key: [] for key in case.days}
    for key, outcomes in case.outcomes.items():
        shown = [each for each in outcomes if each in case.shown]
        proofs = ", ".join(
            f"{each}: {{evidence: [{{when: 2026-11-01, who: Ann}}]}}" for each in shown
        )
        begun[key] += [f"outcomes: {{{proofs}}}"] if proofs else []
    begun[case.step] += [f"started: {case.started}"] if case.started else []
    return ", ".join(f"{key}: {{{', '.join(parts)}}}" for key, parts in begun.items() if parts)


def recounted(case: Case) -> dict[str, Any]:
    """Return what the way back has to be, counted day by day from plain values."""
    order = [*case.days]
    ahead = order[order.index(case.step) :]
    spent = (TODAY - case.started).days if case.started else 0
    days = {key: case.days[key] for key in ahead}
    days[case.step] = max(0, days[case.step] - spent)
    end, ends = case.close, {}
    for key in reversed(ahead):
        own = [each for each in case.outcomes.get(key, []) if each not in case.shown]
        said = [case.dates[each] for each in own if each in case.dates]
        if own and len(said) == len(own) and max(said) < end:
            end = max(said)
        ends[key] = end
        begin = end
        for _ in range(days[key]):
            begin -= timedelta(1)
        end = min([begin, *said])
    needed, left = sum(days.values()), (case.close - TODAY).days
    return {"needed": needed, "left": left, "short": max(0, needed - left), "ends": ends}


@pytest.mark.parametrize("seed", range(60))
def test_an_independent_recount_agrees(seed: int) -> None:
    """Over random processes, dates and steps, days and ends are those of a plain recount."""
    case = any_case(Random(seed))  # noqa: S311 - nothing secret
    keys, company = read(case)
    back = way(keys, company)
    assert back is not None
    assert recounted(case) == {
        "needed": back.needed,
        "left": back.left,
        "short": back.short,
        "ends": {each.step.key: each.end for each in reversed(back.stretches)},
    }
    agreed = {s.outcome: s.day for each in back.stretches for s in each.stops if s.agreed}
    assert agreed | dict(back.others) == {
        key: when for key, when in case.dates.items() if key not in case.shown
    }
    assert back.source == ("compelling_event" if case.event else "expected_close")
