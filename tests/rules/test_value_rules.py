"""The checks of value: what is proven, for whom, whether it pays, and formulas without a result."""

from __future__ import annotations

from itertools import product

import pytest
from test_people_rules import places

PLUS = """\
assessments:
  - date: 2026-11-16
    ratings:
      unique_business_value:
        us: {rating: "%s", evidence: [{when: 2026-11-12, who: "Joan Meyer", what: "Said so"}]}
"""
CELL = "assessments.0.ratings.unique_business_value.us"


def benefits(*each: str, rest: str = "") -> str:
    lines = "".join(f'    - {{what: "Gain {at}", {fields}}}\n' for at, fields in enumerate(each))
    return f"value:\n  benefits:\n{lines}{rest}"


FIGURES = ["", "formula: 100, ", "formula: 1/0, "]
ONLY_US = ["", "unique: yes, ", "unique: no, "]
CONFIRMED = ["", "confirmed: {who: Meyer}", "confirmed: {when: 2026-11-12}"]


@pytest.mark.parametrize(("figure", "unique", "said"), [*product(FIGURES, ONLY_US, CONFIRMED)])
def test_one_benefit_must_be_all_three(figure: str, unique: str, said: str) -> None:
    """A benefit proves #10 if it has a figure, only we have it, and somebody confirmed it."""
    proven = (figure, unique, said) == (FIGURES[1], ONLY_US[1], CONFIRMED[1])
    text = benefits(figure + unique + said, rest=PLUS % "+")
    assert places("TAS801", text) == ([] if proven else [CELL])


@pytest.mark.parametrize("sign", ["-", "?"])
def test_only_a_plus_needs_proof(sign: str) -> None:
    """A value rated - or unknown claims nothing."""
    assert places("TAS801", benefits("formula: 1", rest=PLUS % sign)) == []


def test_proof_is_not_put_together() -> None:
    """Three benefits that each have a part prove nothing; a deal without benefits is not asked."""
    parts = benefits("formula: 100", "unique: yes", "confirmed: {who: Meyer}", rest=PLUS % "+")
    assert places("TAS801", parts) == [CELL]
    assert places("TAS801", "value: {months: 12}\n" + PLUS % "+") == []
    assert places("TAS801", PLUS % "+") == []


PEOPLE = """\
people:
  brandt: {name: Hal Brandt, title: "Head of Purchasing"}
  weber: {name: Eva Weber, title: "Leiterin Einkauf"}
  prado: {name: Luis Prado, title: Controller}
  guo: {name: Wei Guo}
"""
BUYERS = {"brandt", "weber"}


@pytest.mark.parametrize("owners", [*product(["", "brandt", "weber", "prado", "guo"], repeat=2)])
def test_procurement_alone(owners: tuple[str, str]) -> None:
    """Benefits that only buyers own are reported once, at the first that has an owner."""
    owned = [at for at, owner in enumerate(owners) if owner]
    alone = owned and {owners[at] for at in owned} <= BUYERS
    text = benefits(*(f"owner: {owner}" if owner else "" for owner in owners), rest=PEOPLE)
    assert places("TAS802", text) == ([f"value.benefits.{owned[0]}.owner"] if alone else [])


def test_owner_off_the_map_is_reported_once() -> None:
    """Somebody who is not on the map is a reference to nobody, also where there is no map."""
    text = benefits("owner: hale")
    assert places("TAS601", text) == ["value.benefits.0.owner"]
    assert places("TAS802", text) == []


REPORTED = ["value.benefits"]


@pytest.mark.parametrize(
    ("gains", "costs", "found"),
    [
        (["formula: 100"], "{what: a, amount: 3599}", []),
        (["formula: 100"], "{what: a, amount: 3600}", REPORTED),
        (["formula: 1200, per: year"], "{what: a, amount: 3600}", REPORTED),
        (["formula: 3601, per: once"], "{what: a, amount: 3600}", []),
        (["formula: 100"], "{what: a, amount: 100, per: month}", REPORTED),
        (["formula: 100", ""], "{what: a, amount: 9000}", []),
        (["formula: 100", "formula: 1/0"], "{what: a, amount: 9000}", []),
        (["formula: 100"], "{what: a}", []),
        (["formula: 0"], "{what: a}", REPORTED),
    ],
)
def test_net_value(gains: list[str], costs: str, found: list[str]) -> None:
    """Only when all benefits have a figure, and 36 months of them do not exceed the costs."""
    text = benefits(*gains, rest=f"  costs: [{costs}]\n")
    assert places("TAS803", text) == found


def test_division_by_zero_is_found_wherever_a_formula_is() -> None:
    """In benefits and in what waiting costs, ours and a competitor's."""
    rest = """\
  delay: {formula: 2 / (1 - 1)}
  rivals:
    x-sys:
      benefits: [{what: a, formula: 1/2}, {what: b, formula: 1/0}]
      delay: {formula: 0/0}
competitors: {x-sys: {name: X-Sys}}
"""
    assert places("TAS804", benefits("formula: 5", "formula: 3/(3-3)", rest=rest)) == [
        "value.benefits.1.formula",
        "value.delay.formula",
        "value.rivals.x-sys.benefits.1.formula",
        "value.rivals.x-sys.delay.formula",
    ]


def test_slots() -> None:
    """A slot that the sentence of its pattern lacks is reported by its key."""
    text = """\
value:
  propositions:
    - {pattern: by_tracking, slots: {system: a, outcome: b}}
    - {pattern: by_initiative, slots: {outcome: b, system: a}}
    - {pattern: by_reference}
"""
    assert places("TAS805", text) == [
        "value.propositions.0.slots.outcome",
        "value.propositions.1.slots.system",
    ]


@pytest.mark.parametrize("code", ["TAS801", "TAS802", "TAS803", "TAS804", "TAS805"])
def test_closed_deals_are_left_alone(code: str) -> None:
    """What was wrong with the value of a deal that is over is nothing to fix."""
    bad = benefits("formula: 1/0, owner: brandt", rest=PEOPLE + PLUS % "+")
    assert places(code, f"status: lost\n{bad}") == []
