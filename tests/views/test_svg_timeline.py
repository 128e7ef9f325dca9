"""The plan in time: everything is drawn once, on its day, and no words are over others."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from drawings import ensure_tidy, rect_box, text_box, words
from hypothesis import given, settings
from hypothesis import strategies as st

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.timeline import timeline
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.views.safe import safe
from tas_cli.views.svg.palette import GREEN, RED
from tas_cli.views.svg.timeline import timeline_drawing

TODAY = date(2026, 11, 30)
WIDTHS = (340, 720)
HEAD = {"tas": 1, "name": "Cranes", "customer": "Harbour"}
ODD = ["<b>&x;", "\x1b[31m\u202e", "日本" * 9, "x" * 300, "Ask what really counts " * 4, "Call"]


def deal(**keys: Any) -> DealOnDay:
    """Return a deal with these keys, today."""
    return DealOnDay.of(Opportunity.model_validate({**HEAD, **keys}), Settings(), TODAY)


def tactic(what: str, due: str = "", **more: Any) -> dict[str, Any]:
    """Return a tactic; without a day it has none."""
    return {"what": what, **({"due": due} if due else {}), **more}


def day(days: int) -> str:
    """Return a day, so many days from today."""
    return (TODAY + timedelta(days=days)).isoformat()


DAYS = st.one_of(st.integers(-30, 90), st.sampled_from([-9000, -300, 0, 400, 20_000])).map(day)
MAYBE = st.fixed_dictionaries(
    {}, optional={"due": DAYS, "done": DAYS, "owner": st.sampled_from(ODD)}
)
TACTICS = st.lists(
    st.builds(lambda what, more: {"what": what, **more}, st.sampled_from(ODD), MAYBE), max_size=9
)
KEYS = st.fixed_dictionaries(
    {"tactics": TACTICS},
    optional={
        "expected_close": DAYS,
        "compelling_event": st.builds(lambda when: {"what": ODD[4], "date": when}, DAYS),
        "close_plan": st.dictionaries(
            st.sampled_from(["board_vote", "requirements_met", "verbal_approval_given"]), DAYS
        ).map(lambda dates: {"dates": dates}),
        "next": st.builds(lambda when: {"date": when, "with": [ODD[0]]}, DAYS),
        "actions": st.lists(
            st.builds(lambda due: {"date": day(-9), "what": "Send it", "due": due}, DAYS),
            max_size=2,
        ),
    },
)


@settings(max_examples=60, deadline=None)
@given(KEYS, st.sampled_from(WIDTHS))
def test_everything_is_drawn_whole_and_once(keys: dict[str, Any], wide: int) -> None:
    """Whatever the days and the names: no words overlap or leave the drawing, and none is cut."""
    found = deal(**keys)
    plan = timeline(found)
    root = timeline_drawing(plan, wide)
    ensure_tidy(root)
    shown = words(root).replace(" ", "")
    for what in {each["what"] for each in keys["tactics"]}:
        times = sum(each.what == what for each in (*plan.dated, *plan.undated))
        assert shown.count(safe(what).replace(" ", "")) >= times >= 1
    dated = [each for each in plan.dated if each.kind == "tactic"]
    assert len([*root.iter("circle")]) == len(dated)
    assert len(plan.dated) + len(plan.undated) >= len(keys["tactics"])


@pytest.mark.parametrize("wide", WIDTHS)
def test_later_days_are_further(wide: int) -> None:
    """Time runs to the right on paper, and down on a phone."""
    plan = timeline(deal(tactics=[tactic(str(at), day(at * 7)) for at in range(5)]))
    circles = [*timeline_drawing(plan, wide).iter("circle")]
    along = [float(each.attrib["cx" if wide > 500 else "cy"]) for each in circles]
    assert along == sorted(along)
    assert len({*along}) == 5


LOOKS = {
    "open": (tactic("Call", "2026-12-02", owner="kim"), "Call 2 Dec, kim", "Call kim"),
    "at-a-time": (tactic("Call", "2026-12-02", time="08:00"), "2 Dec 08:00", "2 Dec Call 08:00"),
    "overdue": (tactic("Call", "2026-11-12", owner="kim"), "12 Nov, overdue, kim", "overdue, kim"),
    "done": (tactic("Call", "2026-11-12", done="2026-11-10"), "10 Nov, done", "10 Nov Call done"),
    "without-a-day": (tactic("Call", owner="kim"), "No date yet: Call (kim)", "Call (kim)"),
}


@pytest.mark.parametrize(("planned", "across", "down"), LOOKS.values(), ids=[*LOOKS])
def test_what_is_said_of_a_tactic(planned: dict[str, Any], across: str, down: str) -> None:
    """When it is due or was done and who does it are words beside its mark."""
    plan = timeline(deal(tactics=[planned]))
    assert across in words(timeline_drawing(plan, 720))
    assert down in words(timeline_drawing(plan, 340))


@pytest.mark.parametrize("wide", WIDTHS)
def test_late_and_done_have_signs_of_their_own(wide: int) -> None:
    """What is overdue is a hollow red ring, what is done a green disc; both carry a sign."""
    plan = timeline(deal(tactics=[tactic("A", day(-5)), tactic("B", day(-5), done=day(-4))]))
    root = timeline_drawing(plan, wide)
    late, done = root.iter("circle")
    assert (late.attrib["stroke"], late.attrib["fill"]) != (done.attrib["stroke"], GREEN)
    assert late.attrib["stroke"] == RED
    assert done.attrib["fill"] == GREEN
    assert len([each for each in root.iter("path") if each.get("stroke-linecap")]) == 2


SHORT = {"expected_close": day(60), "tactics": [tactic("Call", day(3))]}


@pytest.mark.parametrize("wide", WIDTHS)
def test_steps_that_do_not_fit_stick_out(wide: int) -> None:
    """Where the usual days do not fit, it says how many lack, and bars before today are red."""
    plan = timeline(deal(**SHORT))
    assert plan.back is not None
    root = timeline_drawing(plan, wide)
    assert f"60 left, {plan.back.short} short" in words(root)
    red = [rect_box(each) for each in root.iter("rect") if each.attrib["fill"] == RED]
    today = next(each for each in root.iter("text") if (each.text or "").startswith("Today"))
    assert red
    if wide > 500:
        line = text_box(today).left + 20
        assert all(each.right <= line + 1 for each in red)
    else:
        assert all(each.bottom <= text_box(today).bottom for each in red)


def test_no_red_where_the_steps_fit() -> None:
    """Enough days: no alarm, in words or in color."""
    plan = timeline(deal(expected_close=day(500), tactics=[tactic("Call", day(3))]))
    root = timeline_drawing(plan, 720)
    assert RED not in {each.get(key) for each in root.iter() for key in ("fill", "stroke")}


def test_the_customers_days_and_the_close() -> None:
    """What the customer does stands apart from what we do; what comes too late says so."""
    plan = timeline(
        deal(
            expected_close="2027-01-29",
            compelling_event={"what": "The license ends", "date": "2027-01-31"},
            close_plan={"dates": {"board_vote": "2026-12-14", "requirements_met": "2027-01-28"}},
            next={"date": "2026-12-03", "with": ["Ann Lee"], "what": "Workshop"},
        )
    )
    shown = words(timeline_drawing(plan, 720))
    assert "The customer Meeting: Workshop 3 Dec, with Ann Lee" in shown
    assert "Board vote 14 Dec, customer's date" in shown
    assert "Requirements met 28 Jan 2027, customer's date, too late" in shown
    assert "Customer must act: The license ends 31 Jan 2027" in shown
    assert "Expected close 29 Jan 2027" in shown
    assert "What we do" not in shown


def test_a_deal_that_has_ended_looks_back() -> None:
    """Only what was done and when it closed: no steps left, no dates ahead."""
    plan = timeline(
        deal(
            status="won",
            closed={"date": day(-2)},
            expected_close=day(9),
            tactics=[tactic("Call", day(-9), done=day(-8))],
        )
    )
    shown = words(timeline_drawing(plan, 720))
    assert "Closed 28 Nov" in shown
    assert "Expected" not in shown
    assert "Steps left" not in shown
