"""The scorecard as a picture of the shape of a slide: every rating in its place, names whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from drawings import ensure_tidy, texts, words
from hypothesis import given, settings
from hypothesis import strategies as st
from organizations import DAY
from workspaces import HEAD, opportunity, rated

from tas_cli.assess.sheet import Sheet
from tas_cli.method.catalogue import criteria
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.views.svg.palette import AMBER, GREEN, RED
from tas_cli.views.svg.scorecard import scorecard, scorecard_svg

COLORS = {"-": RED, "?": AMBER, "+": GREEN}
ODD = ["<script>alert(1)</script>", "\x1b[31m\u202e]]>", "日本" * 9, "x" * 500, "Kühne & Söhne AG"]
SIGNS = st.lists(st.sampled_from("+-?."), min_size=20, max_size=20).map("".join)


def card(
    ours: str,
    rivals: Mapping[str, str],
    name: str = "Cranes",
    day: str = "2026-11-02",
    **more: object,
) -> Sheet:
    """Return the sheet of a deal: the signs of each party in the order of the criteria."""
    rows = {"us": ours, **{f"r{at}": signs for at, signs in enumerate(rivals.values())}}
    ratings = {
        each.key: {
            party: {"rating": signs[at], **more}
            for party, signs in rows.items()
            if signs[at] != "."
        }
        for at, each in enumerate(criteria())
    }
    rated = {key: cells for key, cells in ratings.items() if cells}
    deal = Opportunity.model_validate(
        {
            "tas": 1,
            "name": name,
            "customer": name,
            "competitors": {f"r{at}": {"name": rival} for at, rival in enumerate(rivals)},
            "assessments": [{"date": day, "ratings": rated}],
        }
    )
    return Sheet.of(deal, Settings(), DAY)


def _hovers(root: Element) -> list[str]:
    return [each.text or "" for each in root.iter("title")]


@pytest.mark.parametrize("rivals", range(7))
def test_a_slide_holds_it(rivals: int) -> None:
    """With no competitor or with six, the picture has the shape of a slide, and nothing is cut."""
    root = scorecard(card("+-?." * 5, {f"Competitor {at}": "-+.?" * 5 for at in range(rivals)}))
    ensure_tidy(root)
    wide, high = (float(root.attrib[key]) + 72 for key in ("width", "height"))
    assert wide / high == pytest.approx(16 / 9, rel=0.02)
    shown = words(root)
    assert all(each.title in shown for each in criteria())
    assert all(f"Competitor {at}" in shown for at in range(rivals))
    assert len(_hovers(root)) == 20 * (rivals + 1)


@settings(max_examples=25)
@given(st.dictionaries(st.sampled_from(ODD), SIGNS, max_size=6), SIGNS, st.sampled_from(ODD))
def test_any_ratings_and_names(rivals: dict[str, str], ours: str, name: str) -> None:
    """Every rating is a mark in its color, and no name leaves its place or acts on anything."""
    sheet = card(ours, rivals, name)
    root = scorecard(sheet)
    ensure_tidy(root)
    for sign, color in COLORS.items():
        marks = sum(
            each.get("stroke") == color and each.get("stroke-width") == "2"
            for each in root.iter("path")
        )
        explained = 1 + (sign == "+" and "without evidence" in words(root))
        assert marks - explained == "".join((ours, *rivals.values())).count(sign)
    fromstring(scorecard_svg(sheet))  # noqa: S314 - our own


def test_marks_are_left_for_weak_and_right_for_strong() -> None:
    """In each column, weak, unknown and strong are from left to right."""
    root = scorecard(card("-?+" * 6 + "-?", {"X": "-?+" * 6 + "-?"}))
    cells = [each for each in root.iter("g") if each.find("title") is not None]
    at = [
        [float(mark.attrib["transform"][10:].split()[0]) for mark in cell.findall("g")]
        for cell in cells[:6]
    ]
    ours, theirs = at[::2], at[1::2]
    drawn = [at for [at] in (*ours, *theirs)]
    assert drawn == sorted({*drawn})


# What the words beside the grid say, by our ratings and those of one competitor.
SAID = {
    "we lead everywhere": ("+" * 20, "-" * 20, "We lead overall, and in all four questions."),
    "they lead in two": (
        "+++++-----+++++++---",
        "++++++++++-----+++++",
        "X leads overall, and in questions 2 and 4.",
    ),
    "level": ("+" * 20, "+" * 20, "All are level overall."),
    "nobody": ("?" * 20, "?" * 20, "Nobody leads: no strength is known yet."),
}


@pytest.mark.parametrize(("ours", "theirs", "said"), SAID.values(), ids=[*SAID])
def test_who_leads(ours: str, theirs: str, said: str) -> None:
    """The picture says in words who leads, and where."""
    assert said in words(scorecard(card(ours, {"X": theirs})))


def test_two_who_lead_together() -> None:
    """Where not everybody is level, the picture names those who lead."""
    shown = words(scorecard(card("+" * 20, {"X": "+" * 20, "Z": "-" * 20})))
    assert "We and X lead together overall." in shown


@pytest.mark.parametrize(
    ("more", "legend", "hover"),
    [
        ({}, "strong, but without evidence", "defined, no evidence"),
        ({"evidence": [{"what": "Seen"}]}, "", "defined"),
        ({"day": "2026-01-02"}, "not re-checked for", "defined, not re-checked for a long time"),
    ],
    ids=["claimed", "firm", "stale"],
)
def test_what_rests_on_little(more: dict[str, Any], legend: str, hover: str) -> None:
    """A hollow mark is explained, if there is one."""
    root = scorecard(card("+" * 20, {}, **more))
    assert legend in words(root)
    assert ("without evidence" in words(root)) == ("without evidence" in legend)
    assert _hovers(root)[0] == f"Customer's application or project: Us {hover}"


def test_a_deal_never_assessed() -> None:
    """Without any rating, there are no marks, and the picture says so."""
    root = scorecard(Sheet.of(opportunity(HEAD), Settings(), DAY))
    ensure_tidy(root)
    assert "Never assessed: everything is unknown" in words(root)
    assert len(texts(root)) > 60


def test_who_is_out() -> None:
    """A competitor who is out is pale, and the column says since when."""
    text = rated("2026-11-02 | solution_fit: {us: '+', x: '+'}").replace(
        "x: {name: X}", "x: {name: X, out: {date: 2026-11-20}}"
    )
    root = scorecard(Sheet.of(opportunity(text), Settings(), DAY))
    assert "out since" in words(root)
    assert any(each.get("opacity") for each in root.iter("g"))
