"""The decision tree as a drawing: the way the answers take, what is still possible, all whole."""

from __future__ import annotations

from itertools import product
from xml.etree.ElementTree import Element, fromstring

import pytest
from drawings import ensure_tidy, rect_box, texts, words
from hypothesis import given, settings
from hypothesis import strategies as st
from organizations import DAY

from tas_cli.assess.deal import DealOnDay
from tas_cli.method.catalogue import US, criteria, strategies, tree
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.strategy.scenarios import Way
from tas_cli.views.safe import safe
from tas_cli.views.strategy_figure import figure, strategy_svg
from tas_cli.views.svg.palette import AMBER, INK
from tas_cli.views.svg.tree import decision_tree

WIDTHS = (340, 720, 900)
ODD = ["<script>alert(1)</script>", "\x1b[31m\u202e]]>", "日本" * 9, "x" * 500, "Kühne & Söhne AG"]
SIGNS = st.lists(st.sampled_from("+-?."), min_size=20, max_size=20).map("".join)
ANSWERS = st.dictionaries(
    st.sampled_from([*tree().steps]),
    st.fixed_dictionaries({"answer": st.sampled_from(["yes", "no"])})
    | st.fixed_dictionaries(
        {"answer": st.sampled_from(["yes", "no"]), "because": st.sampled_from(ODD)}
    ),
    max_size=3,
)


def deal(ours: str, rivals: dict[str, str] | None = None, **more: object) -> DealOnDay:
    """Return a deal with the signs of each party in the order of the criteria."""
    rows = {US: ours, **{f"r{at}": signs for at, signs in enumerate((rivals or {}).values())}}
    ratings = {
        each.key: {party: signs[at] for party, signs in rows.items() if signs[at] != "."}
        for at, each in enumerate(criteria())
    }
    rated = {key: cells for key, cells in ratings.items() if cells}
    found = {
        "tas": 1,
        "name": "Cranes",
        "customer": "Harbour",
        "competitors": {f"r{at}": {"name": name} for at, name in enumerate(rivals or {})},
        "assessments": [{"date": "2026-11-02", "ratings": rated}],
        **more,
    }
    return DealOnDay.of(Opportunity.model_validate(found), Settings(), DAY)


def _pens(root: Element) -> set[str]:
    """Return the looks of the lines: thick for the way taken, dashed for what is possible."""
    lines = [each for each in root.iter("path") if each.get("fill") == "none"]
    dashed = {"possible" for each in lines if each.get("stroke-dasharray")}
    return dashed | {"taken" for each in lines if each.get("stroke-width") == "4"}


@settings(max_examples=25)
@given(SIGNS, st.dictionaries(st.sampled_from(ODD), SIGNS, max_size=3), ANSWERS)
def test_any_deal_is_drawn_whole(ours: str, rivals: dict[str, str], answers: object) -> None:
    """Every question and strategy is there in any width, in order, and nothing is over another."""
    then = deal(ours, rivals, strategy={"answers": answers, "chosen": "defend"})
    for wide in WIDTHS:
        root = decision_tree(then, wide)
        ensure_tidy(root)
        assert float(root.attrib["width"]) == wide
        shown = words(root)
        asked = [shown.index(step.question.split()[-1]) for step in tree().steps.values()]
        assert asked[0] >= 0
        assert all(each.title in shown for each in strategies().values())
        for pill, text in product(map(rect_box, root.iter("rect")), texts(root)):
            assert not pill.over(text) or (text.left > pill.left and text.bottom < pill.bottom)
    fromstring(strategy_svg("acme", then))  # noqa: S314 - our own


# Our ratings in the order of the criteria; what is taken, possible, and dark or amber.
CASES = {
    "frontal": ("+" * 20, "-" * 20, {"taken"}, "frontal"),
    "disengage": ("-" * 20, "+" * 20, {"taken"}, "disengage"),
    "unknown": ("?" * 20, "?" * 20, {"possible"}, ""),
    "either-way": ("----?" + "-" * 15, "+" * 20, {"possible"}, "disengage"),
}


@pytest.mark.parametrize(("ours", "theirs", "pens", "title"), CASES.values(), ids=[*CASES])
def test_the_way_taken(ours: str, theirs: str, pens: set[str], title: str) -> None:
    """A thick line leads to the strategy recommended; dashes lead to those still possible."""
    then = deal(ours, {"X-Sys": theirs}, incumbent=[])
    assert (then.decision.recommended or "") == title
    root = decision_tree(then, 720)
    assert _pens(root) == pens
    pills = list(root.iter("rect"))
    assert [each.get("fill") == INK for each in pills].count(True) == bool(title)
    dashed = [each for each in pills if each.get("stroke") == AMBER]
    possible = 0 if title else len(then.decision.reachable)
    assert len(dashed) == words(root).count("still possible") == possible


@settings(max_examples=40)
@given(SIGNS, SIGNS, ANSWERS)
def test_ways_that_are_possible(ours: str, theirs: str, answers: object) -> None:
    """Ways lead from the first question to each strategy within reach, and nowhere else."""
    found = deal(ours, {"X": theirs}, strategy={"answers": answers}).decision
    steps, left, ends = tree().steps, [tree().start], set()
    seen: set[Way] = set()
    while left:
        step = left.pop()
        for answer, target in steps[step].ways.items() if step in steps else ():
            if Way(step, answer) in found.ways - seen:
                seen.add(Way(step, answer))
                left.append(target)
        ends |= {step} - {*steps}
    assert ends == {*found.reachable}
    assert seen == found.ways
    known = [each for each in found.path if each.answer != "unknown"]
    for each in known:
        assert [way.answer for way in found.ways if way.step == each.step] == [each.answer]


def test_why_a_question_is_answered() -> None:
    """Stated answers have their reason; few criteria have names, many have numbers."""
    then = deal(
        "+" * 20,
        {"X-Sys": "+" * 20},
        strategy={"answers": {"can_compete": {"answer": "no", "because": ODD[0]}}},
    )
    shown = words(decision_tree(then, 720))
    assert f"your answer: {safe(ODD[0])}" in shown
    assert "Compelling event, Unique business value" in shown
    shown = words(decision_tree(deal("+" * 20, {"X-Sys": "+" * 20}), 720))
    assert "Us #6, #7, #8, #9, #10" in shown
    assert "X-Sys #6, #7" in shown


def test_the_table_has_all_that_is_drawn() -> None:
    """Whoever cannot see the drawing has every question, answer, reason and exit."""
    table = figure(deal("+" * 20, {"X-Sys": "-" * 20})).data
    rows = ["|".join("".join(map(str, cell)) for cell in row) for row in table.rows]
    assert len(rows) == len(tree().steps)
    assert "Can we compete?|yes|" in rows[1]
    assert "#7 Solution fit" in rows[1]
    assert rows[1].endswith("yes: 3, no: 6")
    assert rows[2].endswith("yes: Frontal (recommended), no: 4")
