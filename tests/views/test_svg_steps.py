"""The sales process as a track: its dots are the outcomes, and its table is what JSON says."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from cli import ROOT
from drawings import ensure_tidy, words
from hypothesis import given, settings
from hypothesis import strategies as st

from tas_cli.assess.sheet import Sheet
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.views.markdown.page import markdown
from tas_cli.views.page import Figure
from tas_cli.views.report.process import process
from tas_cli.views.svg.palette import AMBER, BADGE, FAINT, GREEN, INK
from tas_cli.views.svg.steps import steps

if TYPE_CHECKING:
    from cli import Tas

TODAY = date(2026, 11, 30)
WIDTHS = (340, 720, 1000)
KEYS = ("qualify", "develop", "solution", "proof", "close")
ODD = ["Pilot", "<b>&x;", "\x1b[31m\u202e", "日本" * 20, "x" * 300, "A step that takes many words"]
OWN = st.fixed_dictionaries(
    {"title": st.sampled_from(ODD), "after": st.sampled_from(KEYS), "days": st.integers(1, 400)},
    optional={"outcomes": st.dictionaries(st.sampled_from("abcdefghijkl"), st.just({}))},
)
HELD = st.sampled_from([{}, {"date": "2026-10-01"}, {"evidence": [{"who": "Ann", "what": "Yes"}]}])
RECORDS = st.dictionaries(
    st.sampled_from(KEYS),
    st.fixed_dictionaries(
        {},
        optional={
            "started": st.sampled_from(["2020-01-01", "2026-11-30", "2027-03-01"]),
            "outcomes": st.dictionaries(st.sampled_from(["key_sponsor_named", "a"]), HELD),
        },
    ),
)
STEP = st.none() | st.sampled_from([*KEYS, "own0", "unknown"])


def sheet(step: str | None, records: dict[str, Any], own: list[dict[str, Any]]) -> Sheet:
    """Return a deal in a process with steps of the company's own."""
    text = {"tas": 1, "name": "Cranes", "customer": "Harbour"}
    text |= {"process": ({"step": step} if step else {}) | {"steps": records}}
    steps_of = {f"own{at}": each for at, each in enumerate(own)}
    company = Settings.model_validate({"tas": 1, "steps": steps_of})
    return Sheet.of(Opportunity.model_validate(text), company, TODAY)


@settings(max_examples=60)
@given(STEP, RECORDS, st.lists(OWN, max_size=4), st.sampled_from(WIDTHS))
def test_a_track_has_every_step_and_outcome(
    step: str | None, records: dict[str, Any], own: list[dict[str, Any]], wide: int
) -> None:
    """Side by side or one below the other, each outcome has a dot; evidenced ones are solid."""
    found = sheet(step, records, own)
    drawn = steps(found, wide)
    ensure_tidy(drawn)
    states = found.standing.states
    named = (each for each in drawn.iter("g") if each.find("title") is not None)
    dots = Counter(str(dot.get("stroke")) for each in named for dot in each.iter("circle"))
    shows = Counter(state.of(key) for state in states for key, _ in state.step.outcomes)
    looks = {"shown": GREEN, "unproven": AMBER, "missing": FAINT}
    assert dots == Counter({looks[each]: number for each, number in shows.items()})
    assert words(drawn).count("here ") == (found.standing.current is not None)
    nodes = [each for each in drawn.iter("circle") if each.get("r") == "9"]
    complete = [found.standing.complete(state.step) for state in states]
    assert [each.get("fill") == GREEN for each in nodes] == complete
    reached = found.standing.claimed.number if found.standing.claimed else 0
    claimed = [at < reached and not done for at, done in enumerate(complete)]
    assert [each.get("stroke") == AMBER for each in nodes] == claimed


@pytest.mark.parametrize(("wide", "across", "down"), [(720, 5, 1), (340, 1, 5)])
def test_steps_are_side_by_side_where_there_is_room(wide: int, across: int, down: int) -> None:
    """The method's five steps are in a row on a page, and in a column on a phone."""
    drawn = steps(sheet(None, {}, []), wide)
    nodes = [each for each in drawn.iter("circle") if each.get("r") == "9"]
    assert [len({each.get(axis) for each in nodes}) for axis in ("cx", "cy")] == [across, down]


@pytest.mark.parametrize(
    ("days", "usual", "over"), [(0, 30, 0), (15, 30, 0), (30, 30, 0), (90, 30, 60)]
)
def test_the_bar_is_as_long_as_the_days(days: int, usual: int, over: int) -> None:
    """Days so far are drawn on the usual days, and what is beyond those in another color."""
    started = {"started": str(TODAY - timedelta(days=days))}
    drawn = steps(sheet("qualify", {"qualify": started}, []), 720)
    bars = {each.get("fill"): float(each.attrib["width"]) for each in drawn.iter("rect")}
    scale = bars[BADGE] / usual
    assert bars[INK] == pytest.approx(min(days, usual) * scale, abs=0.2)
    assert bars.get(AMBER, 0) == pytest.approx(over * scale, abs=0.2)


def test_a_closed_deal_is_nowhere_today() -> None:
    """Only an open deal works on a step."""
    text = {"tas": 1, "name": "Cranes", "customer": "Harbour", "status": "lost"}
    found = Opportunity.model_validate(text | {"process": {"step": "develop"}})
    assert "here" not in words(steps(Sheet.of(found, Settings(), TODAY), 720))


@pytest.mark.parametrize("deal", ["kestrel-rail", "lakeshore-grocers", "hoshizora-foods"])
def test_the_figures_of_a_page_are_those_of_json(tas: Tas, deal: str) -> None:
    """Each step has as many outcomes of each kind as `tas outcome` lists, and its days."""
    tas.at(ROOT)
    listed = json.loads(tas("outcome", deal, "--format", "json").out)
    page = tas("report", deal, "--only", "process").out
    table = re.findall(r"<tr>(.*?)</tr>", page.split("<tbody>")[1], re.DOTALL)[: len(KEYS)]
    rows = [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL) for row in table]
    assert len(rows) == len(listed["steps"])
    for (title, *cells), step in zip(rows, listed["steps"], strict=True):
        shows = Counter(each["state"] for each in step["outcomes"])
        assert title.endswith(step["title"])
        assert cells[0] == step["milestone"]
        assert cells[2:5] == [str(shows[each]) for each in ("shown", "unproven", "missing")]
    now = listed["process"]["after"]
    where = {step["step"]: row[-1] for step, row in zip(listed["steps"], rows, strict=True)}
    assert where.get(now["supported"], "complete") == "complete"
    days = [row[-2] for row in rows if row[-2]]
    assert days in ([], [str(now["days"])])


MET = {"evidence": [{"who": "Ann", "what": "Yes"}]}
FIRST = ("change_in_strategy", "burning_issue_identified", "first_contacts_named")
QUALIFIED = {"qualify": {"outcomes": dict.fromkeys(FIRST, MET)}}
LATER = {"proof": {"outcomes": {"requirements_met": {"date": "2026-11-01"}}}}
GIVEN: dict[str, tuple[dict[str, Any] | None, tuple[str, ...], tuple[str, ...]]] = {
    "no-process": (None, (), ("step",)),
    "a-step": (
        {"step": "develop"},
        ("No sales step is backed", "Claimed through Qualify, where 3 outcomes lack evidence"),
        (),
    ),
    "evidenced": (
        {"step": "develop", "steps": QUALIFIED},
        ("Qualify complete (Opportunity qualified, 20%), by evidence.", "Ann: Yes"),
        ("Claimed through",),
    ),
    "a-later-outcome": (
        {"step": "qualify", "steps": LATER},
        (
            "claimed on 2026-11-01, without evidence",
            "Nothing recorded yet in Develop, Solution and",
        ),
        ("Nothing recorded yet in Develop, Solution, Proof",),
    ),
    "nothing-in-it": ({}, ("No sales step is backed by evidence yet.",), ("Claimed through",)),
}


@pytest.mark.parametrize(("given", "said", "unsaid"), GIVEN.values(), ids=[*GIVEN])
def test_the_process_is_said_in_words(
    given: dict[str, Any] | None, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    """What a file does not use is not mentioned; a claim without evidence is."""
    text = {"tas": 1, "name": "Cranes", "customer": "Harbour"}
    text |= {} if given is None else {"process": given}
    found = Sheet.of(Opportunity.model_validate(text), Settings(), TODAY)
    blocks = [*process("acme", found)]
    assert any(isinstance(each, Figure) for each in blocks) is (given is not None)
    written = markdown(blocks)
    for words_ in said:
        assert words_ in written.replace("\\", "")
    for words_ in unsaid:
        assert words_ not in written
