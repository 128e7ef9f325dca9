"""`tas strategy`: the decision and its reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from workspaces import rated, write

from tas_cli.method.catalogue import criterion_keys

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

# Six files and their strategies: the example workspace shows every result.
OUTCOMES = {
    "kestrel-rail": ("frontal", "reputation"),
    "hoshizora-foods": ("frontal", "solution"),
    "national-manufacturing": ("flanking", "alter_the_rules"),
    "saint-evariste-assurances": ("flanking", "acknowledge_and_expand"),
    "wuersch-praezision": ("fragment", "niche"),
    "cooperativa-vale-do-ipe": ("fragment", "peaceful_coexistence"),
    "fjaellvik-energi": ("defend", "isolate"),
    "cobalt-ridge-mining": ("defend", "insulate"),
    "hospital-san-ildefonso": ("develop", "invest"),
    "bayswater-council": ("develop", "invest"),
    "harrow-pike-logistics": ("develop", "delay"),
    "lakeshore-grocers": ("disengage", None),
    "quarrystone-cement": ("disengage", None),
    "tamarind-telecom": (None, None),
}


@pytest.mark.parametrize("name", OUTCOMES)
def test_the_examples_reach_their_outcomes(tas: Tas, name: str) -> None:
    """Every example leads to the strategy it is meant to show."""
    result = tas("strategy", name, "--format", "json").json
    assert (result["recommended"], result["variation"]) == OUTCOMES[name]


@pytest.mark.parametrize("name", OUTCOMES)
def test_pages(tas: Tas, page: SnapshotAssertion, name: str) -> None:
    """The advice on a deal looks the way it did when last reviewed."""
    assert tas("strategy", name).out == page


def test_document(tas: Tas, page: SnapshotAssertion) -> None:
    """The JSON document has the shape that scripts rely on."""
    assert tas("strategy", "tamarind-telecom", "--format", "json").out == page


def strategy(tas: Tas, folder: Path, text: str, *options: str) -> dict[str, object]:
    """Return the decision about a file's text."""
    write(folder, {"opportunities/deal.yaml": text})
    result = tas.at(folder)("strategy", "deal", "--format", "json", *options)
    assert result.status == 0, result.err
    document: dict[str, object] = result.json
    return document


def codes(document: dict[str, object]) -> list[str]:
    """Return the codes of a document's caveats."""
    caveats = document["caveats"]
    assert isinstance(caveats, list)
    return [caveat["code"] for caveat in caveats]


def test_a_flanking_plan_without_executives_says_so(tas: Tas, tmp_path: Path) -> None:
    """A guideline of the chosen strategy is checked against the rating it names."""
    text = rated("2026-01-10 | executive_credibility: {us: '-'}") + "strategy: {chosen: flanking}\n"
    found = strategy(tas, tmp_path, text)
    assert "flanking.executive_support" in codes(found)
    assert "#12 Executive credibility is -" in str(found["caveats"])


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        ("strategy: {chosen: frontal}", "attack_without_event"),
        ("strategy: {chosen: frontal}", "attack_without_ubv"),
        ("strategy: {chosen: fragment}", "whole_deal_profitability"),
        ("", "competitor_blank"),
    ],
)
def test_caveats(tas: Tas, tmp_path: Path, extra: str, code: str) -> None:
    """A caveat appears when the ratings call for it."""
    weak = "compelling_event: {us: '-'} | unique_business_value: {us: '-'}"
    assert code in codes(strategy(tas, tmp_path, rated(f"2026-01-10 | {weak}") + extra + "\n"))


@pytest.mark.parametrize(("chosen", "times"), [("frontal", 1), ("flanking", 1), ("defend", 0)])
def test_choosing_an_attack_as_the_incumbent_gets_a_caveat(
    tas: Tas, tmp_path: Path, chosen: str, times: int
) -> None:
    """Attacking with a position to lose brings up Defend, recommended or not."""
    text = rated("2026-01-10 | compelling_event: {us: '-'}") + "incumbent: us\n"
    found = strategy(tas, tmp_path, text + f"strategy: {{chosen: {chosen}, reason: habit}}\n")
    assert codes(found).count("attack_as_incumbent") == times


@pytest.mark.parametrize("code", ["attack_without_event", "attack_without_ubv"])
def test_unknowns_are_not_reported_as_weak(tas: Tas, tmp_path: Path, code: str) -> None:
    """A caveat about a weakness is left out if nothing is known."""
    text = rated("2026-01-10 | strategic_value: {us: '+'}") + "strategy: {chosen: frontal}\n"
    assert code not in codes(strategy(tas, tmp_path, text))


def test_a_column_with_a_known_cell_is_not_blank(tas: Tas, tmp_path: Path) -> None:
    """A competitor is blank only if none of its criteria is known."""
    text = rated("2026-01-10 | strategic_value: {x: '+'}", competitors="{x: {name: X}}")
    assert "competitor_blank" not in codes(strategy(tas, tmp_path, text))


def test_a_choice_out_of_reach_says_so(tas: Tas, tmp_path: Path) -> None:
    """A chosen strategy that no unknown can lead to is reported."""
    text = rated("2026-01-10 | compelling_event: {us: '-'} | unique_business_value: {us: '-'}")
    found = strategy(tas, tmp_path, text + "strategy: {chosen: frontal}\n")
    assert "frontal" not in str(found["reachable"])
    out = " ".join(tas("strategy", "deal").out.split())
    assert "Chosen: Frontal; now out of reach." in out


ATTACK = " | ".join(
    f"{criterion}: {{us: '+'}}"
    for criterion in (
        "compelling_event",
        "solution_fit",
        "sales_resource_requirements",
        "unique_business_value",
        "executive_credibility",
        "political_alignment",
    )
)


@pytest.mark.parametrize(
    ("ratings", "extra", "code"),
    [
        ("access_to_funds: {us: '-'}", "", "attack_without_funds"),
        ("future_revenue: {us: '-'} | profitability: {us: '-'}", "", "attack_not_worth_it"),
        ("access_to_funds: {us: '+'}", "incumbent: us", "attack_as_incumbent"),
        ("compelling_event: {us: '-'}", "", "event_to_be_created"),
        ("access_to_funds: {us: '+'}", "", "flanking.know_criteria_first"),
    ],
)
def test_caveats_of_an_attack(
    tas: Tas, tmp_path: Path, ratings: str, extra: str, code: str
) -> None:
    """An attack is warned about what its ratings lack."""
    known = "three_to_one: {answer: no, because: equals}"
    text = rated(f"2026-01-10 | {ATTACK}", f"2026-02-10 | {ratings}")
    plain = strategy(tas, tmp_path, text + f"strategy: {{answers: {{{known}}}}}\n{extra}\n")
    assert plain["recommended"] == "flanking"
    assert code in codes(plain)


@pytest.mark.parametrize(
    ("ours", "theirs", "times"), [("+", "+", 0), ("-", "+", 1), ("?", "+", 1), ("-", "-", 0)]
)
def test_reputation_needs_a_relationship(
    tas: Tas, tmp_path: Path, ours: str, theirs: str, times: int
) -> None:
    """Frontal by reputation needs a + on #9; Frontal by solution does not."""
    own = (
        f"current_relationship: {{us: '{ours}'}} | solution_fit: {{us: '+', x: '{theirs}', z: '-'}}"
    )
    text = rated(f"2026-01-10 | {own} | compelling_event: {{us: '+'}}")
    answers = "can_compete: {answer: yes}, three_to_one: {answer: yes}"
    found = strategy(tas, tmp_path, text + f"strategy: {{answers: {{{answers}}}}}\n")
    assert found["variation"] == ("reputation" if theirs == "+" else "solution")
    assert codes(found).count("frontal.reputation_needs_relationship") == times


RULE_OF_ATTACK = {"event_to_be_created", "attack_without_event", "attack_without_ubv"}
STATED = {
    "frontal": "three_to_one: {answer: yes, because: size}",
    "flanking": "three_to_one: {answer: no}, change_criteria: {answer: yes, because: their COO}",
    "fragment": "three_to_one: {answer: no}, change_criteria: {answer: no},"
    " profitable_subset: {answer: yes, because: one plant}",
}
"""A rep's answers that lead to each attack, after a yes to the two earlier questions."""


@pytest.mark.parametrize("strategy_key", STATED)
@pytest.mark.parametrize(
    ("ratings", "found"),
    [
        ("compelling_event: {us: '-'}", {"event_to_be_created"}),
        ("unique_business_value: {us: '-'}", {"attack_without_ubv"}),
        (
            "compelling_event: {us: '-'} | political_alignment: {us: '-'}",
            {"attack_without_event"},
        ),
        (
            "compelling_event: {us: '-'} | unique_business_value: {us: '-'}",
            {"attack_without_event", "attack_without_ubv"},
        ),
        ("compelling_event: {us: '?'}", set()),
    ],
)
def test_stated_answers_do_not_hide_the_rule_of_attack(
    tas: Tas, tmp_path: Path, strategy_key: str, ratings: str, found: set[str]
) -> None:
    """A recommended attack, not only a chosen one, needs an event and unique value."""
    answers = "compelling_event: {answer: yes}, can_compete: {answer: yes}, "
    choice = f"strategy: {{answers: {{{answers}{STATED[strategy_key]}}}}}\n"
    printed = strategy(tas, tmp_path, rated(f"2026-01-10 | {ratings}") + choice)
    assert (printed["recommended"], printed["chosen"]) == (strategy_key, None)
    assert RULE_OF_ATTACK & set(codes(printed)) == found


@pytest.mark.parametrize(
    ("last", "reachable", "found"),
    [
        ("{answer: yes}", ["frontal", "flanking"], {"event_to_be_created"}),
        ("{answer: no}", ["frontal", "fragment", "develop"], set()),
    ],
)
def test_the_rule_of_attack_is_shown_where_only_attacks_are_left(
    tas: Tas, tmp_path: Path, last: str, reachable: list[str], found: set[str]
) -> None:
    """The caveats of an attack also appear if every strategy still possible is an attack."""
    answers = (
        f"compelling_event: {{answer: yes}}, can_compete: {{answer: yes}}, change_criteria: {last}"
    )
    known = (
        "compelling_event: {us: '-'} | current_relationship: {us: '-'} | future_revenue: {us: '+'}"
    )
    printed = strategy(
        tas, tmp_path, rated(f"2026-01-10 | {known}") + f"strategy: {{answers: {{{answers}}}}}\n"
    )
    assert printed["reachable"] == reachable
    assert RULE_OF_ATTACK & set(codes(printed)) == found


def test_a_deal_without_competitors_gets_a_caveat(tas: Tas, tmp_path: Path) -> None:
    """A deal without any competitor is warned about."""
    assert "no_competitor" in codes(strategy(tas, tmp_path, "tas: 1\nname: a\ncustomer: b\n"))


def test_an_old_answer_differs_from_a_fresh_one(tas: Tas, tmp_path: Path) -> None:
    """A stated answer is doubted only if a rating it relies on has changed after its date."""
    text = rated(
        "2026-01-10 | compelling_event: {us: '-'}", "2026-03-10 | compelling_event: {us: '+'}"
    )
    answer = "strategy: {{answers: {{compelling_event: {{answer: no, because: b, date: {}}}}}}}\n"
    old = strategy(tas, tmp_path, text + answer.format("2026-02-01"))
    fresh = strategy(tas, tmp_path, text + answer.format("2026-03-10"))
    assert "stated_answer_outdated" in codes(old)
    assert "stated_answer_outdated" not in codes(fresh)


def test_a_stated_answer_overrides_the_ratings(tas: Tas, tmp_path: Path) -> None:
    """The path names a stated answer as its source, with its reason and underlying ratings."""
    text = rated("2026-01-10 | compelling_event: {us: '+'}")
    text += "strategy: {answers: {compelling_event: {answer: no, because: only talk}}}\n"
    path = strategy(tas, tmp_path, text)["path"]
    assert isinstance(path, list)
    first = path[0]
    assert (first["answer"], first["source"], first["reason"]) == ("no", "stated", "only talk")
    assert {"criterion": "compelling_event", "party": "us", "rating": "+"} in first["because"]


def test_claims_without_evidence_can_be_left_out(tas: Tas) -> None:
    """With --evidenced the decision rests on what can be shown."""
    bare = tas("strategy", "national-manufacturing", "--format", "json").json
    shown = tas("strategy", "national-manufacturing", "--evidenced", "--format", "json").json
    assert bare["reachable"] == ["flanking"]
    assert shown["reachable"] == ["flanking", "develop"]


def test_competitors_cells_that_decide_together(tas: Tas, tmp_path: Path) -> None:
    """If no cell decides alone, the output says how many of a competitor's + would."""
    plus = " | ".join(
        f"{key}: {{us: '+'}}"
        for key in (
            "compelling_event",
            "formal_decision_criteria",
            "solution_fit",
            "sales_resource_requirements",
            "unique_business_value",
            "inside_support",
            "executive_credibility",
            "cultural_compatibility",
            "political_alignment",
            "current_relationship",
            "informal_decision_criteria",
        )
    )
    text = rated(f"2026-01-10 | {plus}", competitors="{x: {name: X}}")
    found = strategy(tas, tmp_path, text)
    assert found["reachable"] == ["frontal", "flanking"]
    out = " ".join(tas("strategy", "deal").out.split())
    assert "Any 4 + of X among #6-#15 rule Frontal out" in out


def test_our_cells_that_decide_together(tas: Tas, tmp_path: Path) -> None:
    """If several of our cells only decide together, the output says how many do."""
    signs = dict.fromkeys(criterion_keys(), "+") | {
        "political_alignment": "-",
        "profitability": "-",
        "inside_support": "?",
        "cultural_compatibility": "?",
        "informal_decision_criteria": "?",
    }
    ours = " | ".join(f"{key}: {{us: '{sign}', x: '-'}}" for key, sign in signs.items())
    found = strategy(tas, tmp_path, rated(f"2026-01-10 | {ours}", competitors="{x: {name: X}}"))
    assert found["reachable"] == ["frontal", "defend"]
    assert not any(cell["alone"] for cell in cells_that_decide(found))
    out = " ".join(tas("strategy", "deal").out.split())
    assert "of ours among #11, #13 and #14 rule" in out


def cells_that_decide(document: dict[str, object]) -> list[dict[str, object]]:
    """Return a document's deciding cells."""
    cells = document["deciding"]
    assert isinstance(cells, list)
    return cells


def test_the_path_where_every_unknown_leads_to_one_strategy(tas: Tas, tmp_path: Path) -> None:
    """The undecided step says where its answers lead, and the last one is marked."""
    cells = [
        "formal_decision_criteria: {us: '+', x: '+'}", "solution_fit: {us: '+', x: '+'}",
        "sales_resource_requirements: {us: '+', x: '+'}",
        "unique_business_value: {us: '+', x: '+'}",
        "inside_support: {us: '-'}", "executive_credibility: {us: '-'}",
    ]  # fmt: skip
    text = rated(" | ".join(["2026-11-02", *cells])) + "incumbent: us\n"
    write(tmp_path, {"opportunities/d.yaml": text})
    lines = tas.at(tmp_path)("strategy", "d").out.splitlines()
    assert "Recommended: Defend. No strategy chosen yet." in lines
    assert "│   either answer leads to Defend" in lines
    assert any(line.startswith("● 6") and "yes ▶ Defend" in line for line in lines)


@pytest.mark.parametrize("arguments", [
    ("national-manufacturing", "--as", "x-sys", "80"),
    ("tamarind-telecom", "--as", "Mastwise", "80"),
    ("national-manufacturing", "120"),
], ids="-".join)  # fmt: skip
def test_pages_in_other_ways(tas: Tas, page: SnapshotAssertion, arguments: tuple[str, ...]) -> None:
    """From a competitor's seat and on a wide screen it looks the way it did when reviewed."""
    *call, width = arguments
    assert tas.env(COLUMNS=width)("strategy", *call).out == page


def test_a_competitors_seat(tas: Tas, tmp_path: Path) -> None:
    """--as swaps columns and incumbent, drops our answers, and names what it assumed."""
    theirs = " | ".join(f"{key}: {{x: '+', us: '-'}}" for key in criterion_keys()[5:15])
    cells = f"compelling_event: {{us: '+'}} | {theirs}"
    text = rated(f"2026-01-10 | {cells}", competitors="{x: {name: X}}")
    text += "strategy: {chosen: develop, answers: {compelling_event: {answer: no}}}\n"
    found = strategy(tas, tmp_path, text, "--as", "x")
    assert (found["as"], found["recommended"], found["chosen"]) == ("x", "frontal", None)
    assert found["assumed"] == ["compelling_event"]
    assert isinstance(found["moves"], list)
    assert {"guideline", "text", "weak"} == set(found["moves"][0])
    assert strategy(tas, tmp_path, text)["as"] is None
    assert "our rating is used: #5." in tas("strategy", "deal", "--as", "x").out
    wrong = tas("strategy", "deal", "--as", "nobody-knows")
    assert (wrong.status, wrong.out) == (2, "")


def test_the_seat_of_a_competitor_that_dropped_out(tas: Tas, tmp_path: Path) -> None:
    """It can still be taken, and the page says that the competitor is out."""
    out = "{x: {name: X, out: {date: 2026-11-02}}}"
    text = rated("2026-01-10 | compelling_event: {us: '+', x: '+'}", competitors=out)
    assert strategy(tas, tmp_path, text, "--as", "x")["as"] == "x"
    assert "X is out of the race since 2026-11-02." in tas("strategy", "deal", "--as", "x").out
    then = tas("strategy", "deal", "--as", "x", "--at", "2026-11-01").out
    assert "out of the race" not in then


REPLACED = """\
strategy: {chosen: flanking, since: 2026-11-16, reason: Their COO agrees}
history:
  - {date: 2026-11-16, field: strategy.chosen, from: frontal, to: flanking,
     variation: reputation, since: 2026-10-01, reason: Everybody knows us, by: nicole}
"""


def test_a_replaced_choice_is_shown_as_of_its_day(tas: Tas, tmp_path: Path) -> None:
    """--at shows the strategy chosen then with its reason, although it was replaced since."""
    text = rated("2026-01-10 | compelling_event: {us: '+'}") + REPLACED
    then = strategy(tas, tmp_path, text, "--at", "2026-10-15")
    assert (then["chosen"], then["chosen_reason"]) == ("frontal", "Everybody knows us")
    out = tas("strategy", "deal", "--at", "2026-10-15").out
    flat = " ".join(out.split())
    assert "Chosen: Frontal (Reputation), since 2026-10-01. Reason: Everybody knows us." in flat
    assert "Chosen over time • Flanking from 2026-11-16: Their COO agrees • Frontal" in flat
    assert "from 2026-10-01 until 2026-11-16, by nicole: Everybody knows us" in flat
    assert isinstance(then["choices"], list)
    assert [each["until"] for each in then["choices"]] == ["2026-11-16", None]


def test_a_choice_without_a_first_day_began_with_the_change(tas: Tas, tmp_path: Path) -> None:
    """Where the file gives no day, a choice began when it replaced the one before."""
    text = rated("2026-01-10 | compelling_event: {us: '+'}") + "strategy: {chosen: flanking}\n"
    text += "history: [{date: 2026-11-16, field: strategy.chosen, from: frontal, to: flanking}]\n"
    found = strategy(tas, tmp_path, text)["choices"]
    assert isinstance(found, list)
    assert [(each["since"], each["until"]) for each in found] == [
        (None, "2026-11-16"),
        ("2026-11-16", None),
    ]


def test_a_picture(tas: Tas, tmp_path: Path) -> None:
    """--output draws to a file what --format svg prints: the answer, the day and the tree."""
    text = rated("2026-01-10 | compelling_event: {us: '+'}")
    deal = tas.at(write(tmp_path, {"opportunities/deal.yaml": text}))
    shown = deal("strategy", "deal", "--at", "2026-01-12", "--format", "svg").out
    assert shown.startswith("<svg ")
    assert "As of 12 January 2026" in shown
    assert "Can we compete?" in shown
    drawn = deal("strategy", "deal", "--at", "2026-01-12", "--output", "a.svg")
    assert drawn.out == "Drew the strategy of deal to a.svg.\n"
    assert (tmp_path / "a.svg").read_text() == shown
    refused = deal("strategy", "deal", "--as", "x", "--output", "b.svg")
    assert (refused.status, "Leave out --as" in refused.err) == (2, True)
    assert not (tmp_path / "b.svg").exists()
