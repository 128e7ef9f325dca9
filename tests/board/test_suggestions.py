"""Suggested tactics: complete on any deal, each once, and none that the plan has already."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import oracle
import pytest
from engine_cases import Case, random_facts, seeded
from hypothesis import given, settings
from hypothesis import strategies as st
from workspaces import HEAD, day, opportunity

from tas_cli.assess.deal import DealOnDay
from tas_cli.board.prompts import source_of
from tas_cli.board.suggestions import MOST, Suggestions, suggestions
from tas_cli.method.catalogue import criterion_keys, sales_steps
from tas_cli.method.plan import tactic_kinds
from tas_cli.method.tactics import about_criterion, about_outcome, about_person
from tas_cli.model.settings import Settings

if TYPE_CHECKING:
    from tas_cli.strategy.facts import Facts

SETTINGS = Settings.model_validate({"tas": "1"})
TODAY = day("2026-11-23")
PEOPLE = """\
people:
  adeyemi: {name: Ruth Adeyemi, status: neutral, coverage: brief, influence: 5}
  hart: {name: Sam Hart, coverage: none, influence: 5}
  nair: {name: Priya Nair, status: mentor, coverage: in_depth, influence: 4}
  pell: {status: enemy, coverage: brief, influence: 4}
  ruiz: {status: supporter, influence: 5, approach: {strategy: leverage}}
  board: {title: Board member, unidentified: yes, influence: 4}
  lund: {coverage: multiple, influence: 4}
  low: {status: neutral, coverage: none, influence: 3}
"""
RIVALS = "competitors: {x-sys: {name: X-Sys}, gone: {out: {date: 2026-11-01}}, med: {name: Med}}\n"
RATED = """\
assessments:
  - date: 2026-11-02
    ratings:
      solution_fit: {us: "-", x-sys: "+", gone: "+", med: "+"}
      unique_business_value: {us: "+", x-sys: "-"}
"""


def _text(facts: Facts, extra: str = "") -> str:
    """Return a file that says the same as the facts."""
    rows: dict[str, list[str]] = {}
    for (criterion, party), sign in facts.ratings.items():
        rows.setdefault(criterion, []).append(f'{party}: "{sign}"')
    lines = [HEAD + extra, "competitors:", *(f"  {each}: {{}}" for each in facts.competitors)]
    if not facts.competitors:
        lines.pop()
    if facts.incumbent is not None and "gone" not in facts.incumbent:
        lines.append(f"incumbent: [{', '.join(facts.incumbent)}]")
    if facts.stated:
        answers = (
            f"{step}: {{answer: {'yes' if yes else 'no'}}}" for step, yes in facts.stated.items()
        )
        lines.append(f"strategy: {{answers: {{{', '.join(answers)}}}}}")
    lines += ["assessments:", "  - date: 2026-11-02", "    ratings:"]
    lines += [f"      {key}: {{{', '.join(cells)}}}" for key, cells in rows.items()]
    return "\n".join(lines) + "\n"


def _deal(text: str) -> DealOnDay:
    return DealOnDay.of(opportunity(text), SETTINGS, TODAY)


def _key(letter: str, criterion: str, party: str) -> str:
    rival = "" if party == oracle.US else f":{party}"
    return f"{letter}{oracle.CRITERIA.index(criterion) + 1}{rival}"


def _keys(found: Suggestions) -> list[str]:
    return [each.key for each in (*found.shown, *found.left_out, *found.covered)]


@given(st.integers(0, 10_000), st.integers(0, 12))
@settings(max_examples=60)
def test_complete(seed: int, unknown: int) -> None:
    """Every deciding unknown, every loss that breaks the strategy, every + of theirs is there."""
    facts = random_facts(seeded(seed), unknown)
    deal = _deal(_text(facts))
    found = suggestions(deal)
    keys = {each.key for each in found.open}
    plain = oracle.Facts(
        deal.facts.competitors, deal.facts.ratings, deal.facts.incumbent, deal.facts.stated
    )
    said = oracle.verdict(plain)
    assert {_key("R", *cell[:2]) for cell in said.deciding} <= keys
    assert {
        _key("P" if criterion == "unique_business_value" else "E", criterion, party)
        for criterion, party, before, *_ in said.flips
        if party == oracle.US and before == "+"
    } <= keys
    assert {
        _key("I", *cell)
        for cell, sign in facts.ratings.items()
        if sign == "+" and cell[1] != oracle.US
    } <= keys


@given(st.integers(0, 10_000), st.integers(0, 80))
@settings(max_examples=60)
def test_each_once_in_the_same_order(seed: int, unknown: int) -> None:
    """No criterion has two tactics of a kind against the same party; order and limit are fixed."""
    text = _text(random_facts(seeded(seed), unknown), PEOPLE)
    found = suggestions(_deal(text))
    triples = Counter(
        (criterion, each.kind, each.rival) for each in found.open for criterion in each.criteria
    )
    assert max(triples.values(), default=1) == 1
    assert len(set(_keys(found))) == len(_keys(found))
    assert [each.weight for each in found.shown] == sorted(each.weight for each in found.shown)
    assert max(Counter(each.kind for each in found.shown).values()) <= MOST
    assert found == suggestions(_deal(text))
    assert {each.key for each in suggestions(_deal(text), None).shown} == set(_keys(found))


@given(st.integers(0, 10_000), st.data())
@settings(max_examples=40)
def test_taken_ones_are_covered(seed: int, data: st.DataObject) -> None:
    """A suggestion that became a tactic is not made again; the others stay the same."""
    text = _text(random_facts(seeded(seed), 12), PEOPLE)
    found = suggestions(_deal(text)).open
    taken = data.draw(st.lists(st.sampled_from(found), max_size=8, unique=True))
    lines = [
        f'  - {{what: "{each.what}", kind: {each.kind}, criteria: {each.numbers},'
        f" people: [{', '.join(each.people)}]}}\n"
        for each in taken
    ]
    again = suggestions(_deal("".join([text, "tactics:\n" * bool(lines), *lines])))
    assert {each.key for each in taken} <= {each.key for each in again.covered}
    assert {each.key for each in found} == set(_keys(again))


@pytest.mark.parametrize(
    ("tactic", "covered"),
    [
        ("{what: Features for Med, kind: insulate, criteria: [7]}", {"I7:med"}),
        ("{what: Against x-sys and Med, kind: insulate, criteria: [7]}", {"I7:med", "I7:x-sys"}),
        ("{what: Medical features, kind: insulate, criteria: [7, 9]}", {"I7:med", "I7:x-sys"}),
        ("{what: Against Gone, kind: insulate, criteria: [7]}", {"I7:med", "I7:x-sys"}),
        ("{what: Better than Med, kind: minimize, criteria: [7]}", {"M7"}),
        ("{what: Fit, kind: minimize, criteria: [9]}", set()),
        ("{what: Fit, criteria: [7]}", set()),
        ("{what: Fit, kind: minimize, criteria: [7], done: 2026-11-20}", set()),
        ("{what: Ask, kind: retrieve, criteria: [9]}", {"R9", "R:first_contacts_named"}),
        ("{what: Ask about Med, kind: retrieve, criteria: [9]}", set()),
        ("{what: Dinner, people: [hart]}", {"R@hart"}),
        ("{what: Dinner, people: [hart], done: 2026-11-20}", set()),
    ],
)
def test_an_open_tactic_covers(tactic: str, covered: set[str]) -> None:
    """An open tactic covers the same kind and criterion, against the competitors it names."""
    found = suggestions(_deal(f"{HEAD}{PEOPLE}{RIVALS}{RATED}tactics: [{tactic}]\n"))
    assert {each.key for each in found.covered} == covered


def test_a_question_about_a_competitor_is_not_one_about_us() -> None:
    """What is unknown about a competitor is asked by a tactic that names that competitor."""
    case = Case("5 6 7 8 10 11 12 15", None, None, "", {"x": "6 8"}, their_unknown={"x": "13"})
    for what, covered in {"Ask about X": ["R13:x"], "Ask": []}.items():
        tactic = f"tactics: [{{what: {what}, kind: retrieve, criteria: [13]}}]\n"
        found = suggestions(_deal(_text(case.facts, tactic)))
        assert [each.key for each in found.covered] == covered


def test_people() -> None:
    """Whoever has weight and is not met, or has no approach, gets a tactic that fits them."""
    found = suggestions(_deal(HEAD + PEOPLE), None).shown
    said = {each.key: (each.what, *each.reasons) for each in found if "@" in each.key}
    assert said == {
        "P@adeyemi": (
            "Show Ruth Adeyemi what they gain if we win",
            "Ruth Adeyemi has influence 5, and there is no approach.",
        ),
        "R@hart": (
            "Get a first meeting with Sam Hart",
            "Sam Hart has influence 5, and we have not met.",
        ),
        "E@nair": (
            "Ask Priya Nair for help that is easy to give",
            "Priya Nair has influence 4, and there is no approach.",
        ),
        "M@pell": (
            "Keep the objections of pell from deciding",
            "pell has influence 4, and there is no approach.",
        ),
        "R@board": (
            "Find out who Board member is",
            "Board member has influence 4, and we do not know who it is.",
        ),
        "R@lund": (
            "Find out what lund wants, and who they want to win",
            "lund has influence 4, and there is no approach.",
        ),
    }


def test_reasons() -> None:
    """A suggestion says what both sides are on a criterion, and what the competitor may do."""
    text = f"{HEAD}{RIVALS}incumbent: x-sys\n{RATED}      inside_support: {{x-sys: '+'}}\n"
    found = {each.key: " ".join(each.reasons) for each in suggestions(_deal(text), None).shown}
    assert found["I7:med"] == "Med is + on #7 Solution fit, and we are -."
    assert found["I11:x-sys"].startswith(
        "X-Sys is + on #11 Inside support, and ours is unknown. Expect Defend from X-Sys: "
    )
    assert found["I11:x-sys"].endswith('."')
    assert found["P10"] == (
        "We are + on #10 Unique business value, where X-Sys is -. There is no evidence for it."
    )
    assert not any("gone" in key for key in found)


def test_a_closed_deal_suggests_nothing() -> None:
    """There is nothing to do any more in a deal that was won."""
    text = f"{HEAD}{RIVALS}{RATED}"
    assert suggestions(_deal(text)).shown
    won = f"{text}status: won\nclosed: {{date: 2026-11-20}}\n"
    assert suggestions(_deal(won)) == Suggestions()


def test_the_data_has_every_tactic() -> None:
    """Every criterion has words for its kinds of tactic, and so has every outcome of the method."""
    for criterion in criterion_keys():
        for kind in ("retrieve", "minimize", "emphasize", "insulate"):
            found = about_criterion(criterion, kind)
            value = (criterion, kind) == ("unique_business_value", "emphasize")
            assert found.kind == ("prove" if value else kind)
            assert ("{rival}" in found.what) == (kind == "insulate")
    otherwise = about_outcome("of-a-company")
    outcomes = [each.key for step in sales_steps().values() for each in step.outcomes]
    assert all(source_of(each).criteria for each in outcomes)
    patterns = [about_outcome(each) for each in outcomes]
    assert otherwise not in patterns
    cases = ("unidentified", "unmet", "unknown", "leverage", "motivate", "neutralize")
    assert {each.kind for each in (*patterns, *map(about_person, cases))} <= tactic_kinds().keys()


VALUE = """\
value:
  benefits:
    - {what: "Fewer beds empty", owner: nair, formula: "62 * 310"}
    - {what: "Shorter stays.", owner: ruiz, formula: 200k, per: year, unique: yes}
    - {what: "Calmer nights", owner: nair}
    - {what: "Fewer agency hours", formula: "7 * 310 * 62"}
    - {what: "No penalties", owner: ruiz, formula: 1M, confirmed: {who: ruiz}}
"""


@pytest.mark.parametrize("sign", ["+", "-", "?"])
def test_benefits_that_are_only_our_claim_are_to_be_proved(sign: str) -> None:
    """Each has a tactic with its owner, the most valuable first, whatever #10 is."""
    rated = RATED.replace(
        'unique_business_value: {us: "+"', f'unique_business_value: {{us: "{sign}"'
    )
    found = suggestions(_deal(HEAD + RIVALS + PEOPLE + VALUE + rated), None)
    proofs = [each for each in found.shown if each.benefit]
    assert [(each.key, each.kind, each.people, each.what) for each in proofs] == [
        ("P10.4", "prove", (), WITHOUT_OWNER + "Fewer agency hours"),
        ("P10.1", "prove", ("nair",), "Have Priya Nair confirm the figures of: Fewer beds empty"),
        ("P10.2", "prove", ("ruiz",), "Have ruiz confirm the figures of: Shorter stays"),
        ("P10.3", "prove", ("nair",), "Work out with Priya Nair what this is worth: Calmer nights"),
    ]
    assert "P10" not in _keys(found)
    assert proofs[2].reasons[-1] == (
        "It is worth USD 200,000 a year by our own claim, and only we can give it."
    )


WITHOUT_OWNER = "Find out whose figure this is, and have it confirmed: "


def test_a_benefit_is_covered_by_a_proof_with_its_owner() -> None:
    """A tactic that proves #10 with somebody else covers only benefits without an owner."""
    tactic = "tactics:\n  - {what: a, kind: prove, criteria: [10], people: [ruiz]}\n"
    found = suggestions(_deal(HEAD + RIVALS + PEOPLE + VALUE + RATED + tactic), None)
    assert [each.key for each in found.covered if each.benefit] == ["P10.4", "P10.2"]


def test_without_claims_value_is_proved_as_a_whole() -> None:
    """Once all benefits are confirmed, the general tactic is back."""
    confirmed = VALUE[: VALUE.index("    - ")] + VALUE[VALUE.rindex("    - ") :]
    found = suggestions(_deal(HEAD + RIVALS + PEOPLE + confirmed + RATED), None)
    assert "P10" in _keys(found)
    assert not any(each.benefit for each in found.open)
