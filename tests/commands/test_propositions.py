"""`tas propositions` puts the value into sentences: what is filled, missing and proposed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from changes import DEAL, Deal
from declared import undeclared

from tas_cli.method.value import patterns, slots
from tas_cli.views.value_words import spoken

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

VALUE = """\
compelling_event: {what: "The end of support on March 31"}
people:
  ruiz: {name: Ana Ruiz}
value:
  chain: {initiatives: "your self-service program", solution: "our service desk"}
  benefits:
    - {what: "Higher satisfaction", driver: "customer satisfaction", formula: "1M", per: year}
    - what: "Fewer repeat calls"
      driver: "the cost of a call"
      formula: "2000 * 4k * 3%"
      confirmed: {when: 2026-11-18, who: ruiz, what: "Her figures"}
    - {what: "Shorter calls", formula: "90000", confirmed: {who: ruiz}}
"""


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal with benefits, two of them confirmed, and no sentence yet."""
    return Deal(tas, tmp_path, DEAL + VALUE)


def say(deal: Deal, pattern: str, **filled: str) -> None:
    words = [f"{slot}={text}" for slot, text in filled.items()]
    assert deal.tas("propositions", "a", f"pattern={pattern}", *words).status == 0


def told(deal: Deal) -> list[dict[str, Any]]:
    found = json.loads(deal.tas("propositions", "a", "--format", "json").out)
    sentences: list[dict[str, Any]] = found["sentences"]
    return sentences


@pytest.mark.parametrize("key", patterns())
def test_every_pattern_with_all_slots_is_a_sentence(deal: Deal, key: str) -> None:
    """The examples of the slots fit into each pattern, and nothing of the pattern is left."""
    say(deal, key, **{slot: slots()[slot].example for slot in patterns()[key].slots})
    (said,) = told(deal)
    sentence = str(said["sentence"])
    assert said["finished"]
    assert sentence[0].isupper()
    assert sentence.count(".") == sentence.endswith(".") == 1
    assert not set(sentence) & set("[]{}")
    assert all(slots()[slot].example in sentence for slot in patterns()[key].slots)


def test_page(deal: Deal, page: SnapshotAssertion) -> None:
    """Gaps have the question that fills them, and what the file offers is marked as proposed."""
    say(deal, "by_initiative", outcome="30% fewer calls")
    say(deal, "by_tracking", system="your call statistics", frequency="every month.")
    say(deal, "by_shared_risk", strategy="half of our fee waits for the result")
    say(deal, "by_change", current="four ticket systems")
    say(deal, "by_reference")
    assert deal.tas("propositions", "a").out == page


def test_nothing_is_written_unasked(deal: Deal) -> None:
    """To list sentences with proposals changes no file."""
    deal.tas("propositions", "a")
    assert deal.untouched


def test_strongest_confirmed_benefit_is_proposed_first(deal: Deal) -> None:
    """Outcomes come from confirmed benefits, the most valuable first, each of them once."""
    say(deal, "by_initiative")
    say(deal, "by_change")
    say(deal, "by_compelling_event")
    first, second, third = (each["proposed"] for each in told(deal))
    assert first["outcome"] == "fewer repeat calls, worth USD 240,000 a month"
    assert second["outcome"] == "shorter calls, worth USD 90,000 a month"
    assert "outcome" not in third


@pytest.mark.parametrize(
    ("outcome", "mark"),
    [
        ("fewer repeat calls", ""),
        ("3% fewer repeat calls", ""),
        ("240,000 a month", ""),
        ("0.24 million a month", ""),
        ("240k a month", ""),
        ("0.24m a month", ""),
        ("$240,000.00, each month", ""),
        ("241k a month", "(our estimate)"),
        ("15% fewer repeat calls", "(our estimate)"),
        ("1M a year", "(our estimate)"),
        ("9" * 5000, "(our estimate)"),
        ("{outcome} [solution]", ""),
    ],
)
def test_a_figure_that_nobody_confirmed_is_an_estimate(deal: Deal, outcome: str, mark: str) -> None:
    """An outcome may have figures of confirmed benefits; any other is marked as ours."""
    say(deal, "by_initiative", initiative="your program", solution="our desk", outcome=outcome)
    (said,) = told(deal)
    assert said["estimate"] is bool(mark)
    assert str(said["sentence"]).endswith(f"{outcome}{mark and ' '}{mark}.")


def test_mail(deal: Deal, page: SnapshotAssertion) -> None:
    """As markdown the finished sentences and the figures are a text for a mail."""
    filled = {"initiative": "your self-service program", "solution": "our service desk"}
    say(deal, "by_initiative", **filled, outcome="3% fewer repeat calls")
    say(deal, "by_reference", customer="Northgate Freight", results="25% more calls solved")
    say(deal, "by_compelling_event", solution="our service desk", event="March 31", outcome="x")
    say(deal, "by_tracking", system="your call statistics", frequency="every six months")
    say(deal, "by_change", current="four ticket systems")
    assert deal.tas("propositions", "a", "--format", "markdown").out == page


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("6200k * 12%", "12% of 6.2 million"),
        ("2000*4k*3 %", "3% of 2,000 × 4,000"),
        ("7M * 0.5%", "0.5% of 7 million"),
        ("1234567 / (2 + 1)", "1,234,567 / (2 + 1)"),
        ("(2+3)% * 4M", "(2 + 3)% × 4 million"),
        ("210k", ""),
    ],
)
def test_formula_in_a_mail(formula: str, words: str) -> None:
    """A formula is written as people write it: shares first, large numbers in words."""
    assert spoken(formula) == words


def test_mail_has_payback_and_waiting(deal: Deal) -> None:
    """Below the figures it says when it is paid back, and what waiting costs."""
    deal.tas("costs", "a", "Licenses and rollout", "amount=660k")
    deal.tas("value", "a", "delay=62k")
    assert (
        "On the figures that you confirmed, this is paid back in 2 months."
        " By our estimate, each month of waiting costs USD 62,000."
        in deal.tas("propositions", "a", "--format", "markdown").out
    )


def test_a_slot_of_another_pattern_is_refused(deal: Deal) -> None:
    """A slot that the pattern lacks is refused with those it has, and nothing is saved."""
    result = deal.tas("propositions", "a", "pattern=by_tracking", "outcome=more")
    assert (result.status, deal.untouched) == (2, True)
    assert "system, frequency" in result.err


def test_an_unknown_field_is_refused_with_the_slots(deal: Deal) -> None:
    """Fields that can be named in a call are listed, with each slot by its name."""
    result = deal.tas("propositions", "a", "how_often=x")
    assert result.status == 2
    assert "pattern, initiative, " in result.err
    assert ".." not in result.err


def test_one_record_is_one_sentence(deal: Deal) -> None:
    """A number shows that sentence only."""
    say(deal, "by_tracking", system="a", frequency="b")
    say(deal, "by_shared_risk", strategy="c")
    found = json.loads(deal.tas("propositions", "a", "2", "--format", "json").out)
    assert [each["number"] for each in found["sentences"]] == [2]
    assert found["possible"] == []


def test_json_is_declared(deal: Deal) -> None:
    """Sentences have the declared shape, with and without proposals."""
    say(deal, "by_initiative")
    assert undeclared(deal.tas, "propositions a") == []


def test_help_lists_patterns_and_slots(tas: Tas) -> None:
    """Nobody has to guess the names: help and explain have them all."""
    shown, explained = tas("propositions", "--help").out, tas("explain", "value_proposition").out
    for key, pattern in patterns().items():
        assert key in explained
        assert f"{key:<19}  {', '.join(pattern.slots)}" in shown
    assert all(each.ask.split()[0] in explained for each in slots().values())
