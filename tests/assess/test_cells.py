"""The state of a cell on a date, by the contract: newest rating, age, evidence, order."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workspaces import day, opportunity, rated

from tas_cli.assess.scorecard import CellState, scorecard
from tas_cli.model.opportunity import Opportunity

FIT = "solution_fit"


def _fit(*cells: str) -> str:
    """Return a file's text in which each `MM-DD CELL` of 2026 states our solution fit."""
    return rated(*(f"2026-{cell[:5]} | {FIT}: {{us: {cell[6:]}}}" for cell in cells))


def _seen(text: str, on: str) -> CellState:
    """Return the state of our solution fit on a date, MM-DD of 2026."""
    return scorecard(opportunity(text), day(f"2026-{on}")).cell(FIT, "us")


def _e(what: str) -> str:
    return f"evidence: [{{what: {what}}}]"


# The assessments, the date in question, and the state: rating, stated, since, evidence.
Row = tuple[list[str], str, tuple[str, str | None, str | None, str]]
CELLS: dict[str, Row] = {
    "never-rated": ([], "06-01", ("?", None, None, "")),
    "on-the-day": (["01-05 '+'"], "01-05", ("+", "01-05", "01-05", "")),
    "the-day-before-it-is-not-seen": (["01-05 '+'"], "01-04", ("?", None, None, "")),
    "long-after": (["01-05 '+'"], "12-31", ("+", "01-05", "01-05", "")),
    "newest-counts": (["01-05 '+'", "02-05 '-'"], "06-01", ("-", "02-05", "02-05", "")),
    "newest-until-the-day-counts": (
        ["01-05 '+'", "02-05 '-'", "03-05 '+'"],
        "02-20",
        ("-", "02-05", "02-05", ""),
    ),
    "future-is-not-seen": (["01-05 '+'", "02-05 '-'"], "02-04", ("+", "01-05", "01-05", "")),
    "stated-again-is-looked-at-again": (
        ["01-05 '+'", "02-05 '+'", "03-05 '+'"],
        "06-01",
        ("+", "03-05", "01-05", ""),
    ),
    "a-sign-that-returns-starts-anew": (
        ["01-05 '+'", "02-05 '-'", "03-05 '+'"],
        "06-01",
        ("+", "03-05", "03-05", ""),
    ),
    "rated-unknown-is-rated": (["01-05 '?'"], "06-01", ("?", "01-05", "01-05", "")),
    "known-then-unknown": (["01-05 '+'", "02-05 '?'"], "06-01", ("?", "02-05", "02-05", "")),
    "evidence": ([f"01-05 {{rating: '+', {_e('a')}}}"], "06-01", ("+", "01-05", "01-05", "a")),
    "evidence-stays-while-the-sign-does": (
        [f"01-05 {{rating: '+', {_e('a')}}}", "02-05 '+'"],
        "06-01",
        ("+", "02-05", "01-05", "a"),
    ),
    "evidence-adds-up-oldest-first": (
        [f"01-05 {{rating: '+', {_e('a')}}}", f"02-05 {{rating: '+', {_e('b')}}}"],
        "06-01",
        ("+", "02-05", "01-05", "a b"),
    ),
    "evidence-goes-with-the-sign": (
        [f"01-05 {{rating: '+', {_e('a')}}}", "02-05 '-'"],
        "06-01",
        ("-", "02-05", "02-05", ""),
    ),
    "evidence-of-the-new-sign-only": (
        [f"01-05 {{rating: '+', {_e('a')}}}", f"02-05 {{rating: '-', {_e('b')}}}"],
        "06-01",
        ("-", "02-05", "02-05", "b"),
    ),
    "evidence-does-not-come-back-with-the-sign": (
        [f"01-05 {{rating: '+', {_e('a')}}}", "02-05 '-'", "03-05 '+'"],
        "06-01",
        ("+", "03-05", "03-05", ""),
    ),
    "evidence-goes-with-a-question-mark-too": (
        [f"01-05 {{rating: '+', {_e('a')}}}", "02-05 '?'", "03-05 '+'"],
        "06-01",
        ("+", "03-05", "03-05", ""),
    ),
    "evidence-before-it-went-is-seen-on-that-day": (
        [f"01-05 {{rating: '+', {_e('a')}}}", "02-05 '-'"],
        "02-04",
        ("+", "01-05", "01-05", "a"),
    ),
    "future-evidence-is-not-seen": (
        ["01-05 '+'", f"02-05 {{rating: '+', {_e('b')}}}"],
        "01-31",
        ("+", "01-05", "01-05", ""),
    ),
    "empty-evidence-does-not-count": (
        ["01-05 {rating: '+', evidence: [{when: 2026-01-01}, {what: ''}, {}]}"],
        "06-01",
        ("+", "01-05", "01-05", ""),
    ),
}


@pytest.mark.parametrize(("cells", "on", "expected"), CELLS.values(), ids=CELLS)
def test_cell_on_a_day(
    cells: list[str], on: str, expected: tuple[str, str | None, str | None, str]
) -> None:
    """A cell has its rating, the date last stated, the date it holds since, and its evidence."""
    rating, stated, since, evidence = expected
    seen = _seen(_fit(*cells), on)
    assert seen.rating == rating
    assert seen.stated == (day(f"2026-{stated}") if stated else None)
    assert seen.since == (day(f"2026-{since}") if since else None)
    assert " ".join(entry.what or "" for entry in seen.evidence) == evidence
    assert seen.rated == (stated is not None)


@pytest.mark.parametrize(("cells", "on", "_expected"), CELLS.values(), ids=CELLS)
def test_order_of_assessments_in_the_file_does_not_matter(
    cells: list[str], on: str, _expected: object
) -> None:
    """The order of the file, newest first or none, makes no difference."""
    assert len({repr(_seen(_fit(*order), on)) for order in permutations(cells)}) == 1


AGES: dict[str, tuple[list[str], str, int | None]] = {
    "never-rated": ([], "06-01", None),
    "today": (["01-05 '+'"], "01-05", 0),
    "ninety-days": (["01-05 '+'"], "04-05", 90),
    "from-the-newest-that-states-it": (["01-05 '+'", "03-05 '+'"], "03-15", 10),
    "a-change-is-a-statement": (["01-05 '+'", "03-05 '-'"], "03-15", 10),
}


@pytest.mark.parametrize(("cells", "on", "age"), AGES.values(), ids=AGES)
def test_age_counts_from_the_newest_assessment_that_states_the_cell(
    cells: list[str], on: str, age: int | None
) -> None:
    """A cell rechecked and found the same is as fresh as a changed one."""
    assert _seen(_fit(*cells), on).age(day(f"2026-{on}")) == age


def test_age_is_not_refreshed_by_other_cells() -> None:
    """An assessment of other cells leaves a cell's age alone."""
    text = rated(
        f"2026-01-05 | {FIT}: {{us: '+', x: '+'}}",
        f"2026-03-05 | {FIT}: {{x: '+'}} | inside_support: {{us: '+'}}",
    )
    card = scorecard(opportunity(text), day("2026-03-15"))
    assert card.cell(FIT, "us").age(card.day) == 69
    assert card.cell(FIT, "x").age(card.day) == 10


EVIDENCE_AGES: dict[str, tuple[list[str], int | None]] = {
    "none": (["01-05 '+'"], None),
    "dated": (["01-05 {rating: '+', evidence: [{what: a, when: 2026-01-01}]}"], 31),
    "newest-of-several": (
        ["01-05 {rating: '+', evidence: [{who: a, when: 2026-01-03}, {who: b, when: 2026-01-02}]}"],
        29,
    ),
    "undated-is-as-old-as-the-cell": ([f"01-05 {{rating: '+', {_e('a')}}}", "01-25 '+'"], 27),
    "dated-and-undated": (
        ["01-05 {rating: '+', evidence: [{what: a}, {what: b, when: 2026-01-02}]}"],
        27,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("cells", "age"), EVIDENCE_AGES.values(), ids=EVIDENCE_AGES)
def test_evidence_has_an_age_of_its_own(cells: list[str], age: int | None) -> None:
    """The latest evidence counts; undated evidence dates from when the sign began."""
    assert _seen(_fit(*cells), "02-01").evidence_age(day("2026-02-01")) == age


NOTES: dict[str, tuple[list[str], str | None]] = {
    "given": (["01-05 {rating: '+', note: n}"], "n"),
    "stays-with-the-sign": (["01-05 {rating: '+', note: n}", "02-05 '+'"], "n"),
    "replaced": (["01-05 {rating: '+', note: n}", "02-05 {rating: '+', note: m}"], "m"),
    "goes-with-the-sign": (["01-05 {rating: '+', note: n}", "02-05 '-'"], None),
}


@pytest.mark.parametrize(("cells", "note"), NOTES.values(), ids=NOTES)
def test_note_stays_with_its_sign(cells: list[str], note: str | None) -> None:
    """A note is kept or replaced while the sign lasts, and goes with it."""
    assert _seen(_fit(*cells), "06-01").note == note


def test_scorecard_has_all_parties_in_the_order_of_the_file() -> None:
    """We come first, then the competitors as declared; an unrated party is unknown everywhere."""
    text = rated(f"2026-01-05 | {FIT}: {{b: '+'}}", competitors="{z: {}, a: {name: A}, b: {}}")
    card = scorecard(opportunity(text), day("2026-01-05"))
    assert card.parties == ("us", "z", "a", "b")
    assert card.rating(FIT, "b") == "+"
    assert card.rating(FIT, "z") == "?"
    assert not card.cell(FIT, "us").rated


def test_scorecard_names_the_days_it_rests_on() -> None:
    """The dates of the assessments up to the given date are listed oldest first."""
    text = _fit("03-05 '+'", "01-05 '+'", "02-05 '-'")
    card = scorecard(opportunity(text), day("2026-02-28"))
    assert card.dates == (day("2026-01-05"), day("2026-02-05"))
    assert scorecard(opportunity(text), day("2026-01-04")).dates == ()


def test_evidenced_counts_only_our_bare_claims_as_unknown() -> None:
    """Our + without evidence becomes ?, and nothing else changes; the card itself stays."""
    text = rated(
        f"2026-01-05 | {FIT}: {{us: '+', x: '+'}} | inside_support: {{us: '-'}}"
        f" | access_to_funds: {{us: {{rating: '+', {_e('a')}}}}}"
        " | cultural_compatibility: {us: {rating: '+', note: only a note}}"
    )
    card = scorecard(opportunity(text), day("2026-02-01"))
    shown = card.evidenced()
    changed = {place for place in card.cells if card.cells[place] != shown.cells[place]}
    assert changed == {(FIT, "us"), ("cultural_compatibility", "us")}
    assert {shown.rating(*place) for place in changed} == {"?"}
    assert shown.cell(FIT, "us").stated == day("2026-01-05")
    assert card.rating(FIT, "us") == "+"


START = date(2026, 1, 1)
SIGNS = st.sampled_from(["+", "-", "?"])


@st.composite
def _deals(draw: st.DrawFn) -> Opportunity:
    days = draw(st.lists(st.integers(0, 60), unique=True, max_size=6))
    assessments = []
    for number in days:
        evidence = draw(st.lists(st.just({"what": f"day {number}"}), max_size=1))
        cells = {
            party: {"rating": draw(SIGNS), "evidence": evidence}
            for party in draw(st.lists(st.sampled_from(["us", "x"]), unique=True))
        }
        when = START + timedelta(days=number)
        assessments.append({"date": when.isoformat(), "ratings": {FIT: cells}})
    head = {"tas": "1", "name": "n", "customer": "c"}
    return Opportunity.model_validate(head | {"assessments": assessments})


def _plainly(deal: Opportunity, party: str, on: date) -> tuple[str, date | None, list[str]]:
    """Return rating, date stated and evidence of a cell by the contract's words, newest first."""
    past = sorted(
        (one for one in deal.assessments if one.date <= on), key=lambda one: one.date, reverse=True
    )
    stating = [
        (one.date, one.ratings[FIT][party]) for one in past if party in one.ratings.get(FIT, {})
    ]
    if not stating:
        return "?", None, []
    stated, newest = stating[0]
    evidence: list[str] = []
    for _, cell in stating:
        if cell.rating != newest.rating:
            break
        evidence = [entry.what or "" for entry in cell.evidence] + evidence
    return newest.rating, stated, evidence


@settings(max_examples=200)
@given(_deals(), st.integers(-1, 61), st.sampled_from(["us", "x"]))
def test_cells_follow_the_contract(deal: Opportunity, number: int, party: str) -> None:
    """For any assessments, order and date, the contract's words read literally give the same."""
    on = START + timedelta(days=number)
    seen = scorecard(deal, on).cell(FIT, party)
    evidence = [entry.what for entry in seen.evidence]
    assert (seen.rating, seen.stated, evidence) == _plainly(deal, party, on)


@settings(max_examples=100)
@given(_deals(), st.integers(-1, 61))
def test_later_assessments_do_not_matter(deal: Opportunity, number: int) -> None:
    """A scorecard is the same whether or not later assessments exist."""
    on = START + timedelta(days=number)
    past = [one for one in deal.assessments if one.date <= on]
    known = deal.model_copy(update={"assessments": past})
    assert scorecard(deal, on) == scorecard(known, on)
