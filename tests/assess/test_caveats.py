"""Caveats: a table of deals, and the caveats that each of them gets."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from workspaces import HEAD, day, opportunity

from tas_cli.assess.caveats import all_caveats
from tas_cli.assess.deal import DealOnDay
from tas_cli.method.catalogue import caveats, criterion_keys, strategies
from tas_cli.model.settings import Settings

NUMBERS = {key: number for number, key in enumerate(criterion_keys(), 1)}


class Case(NamedTuple):
    """A deal in one row, criteria by number, and its caveats with theirs.

    We have + on all but those in `minus` and `unknown`; the competitor, Zeta, has - on all or is
    unknown. `more` is the rest of the file.
    """

    caveats: dict[str, str]
    minus: str = ""
    unknown: str = ""
    rival: str = "-"
    more: str = ""

    def deal(self) -> DealOnDay:
        """Return the row as a deal."""
        signs = {
            **dict.fromkeys(self.minus.split(), "-"),
            **dict.fromkeys(self.unknown.split(), "?"),
        }
        theirs = f", z: '{self.rival}'" if self.rival else ""
        lines = [HEAD, "competitors: {z: {name: Zeta}}\n" if self.rival else "", self.more, "\n"]
        lines.append("assessments:\n  - date: 2026-03-02\n    ratings:\n")
        for key, number in NUMBERS.items():
            lines.append(f"      {key}: {{us: '{signs.get(str(number), '+')}'{theirs}}}\n")
        return DealOnDay.of(opportunity("".join(lines)), Settings(), day("2026-03-09"))


def found(deal: DealOnDay) -> dict[str, str]:
    """Return the caveats by code, criteria by number."""
    return {
        each.code: " ".join(str(NUMBERS[key]) for key in each.criteria)
        for each in all_caveats(deal)
    }


def chosen(strategy: str, variation: str = "") -> str:
    """Return the file's text for a chosen strategy."""
    as_well = f", variation: {variation}" if variation else ""
    return f"strategy: {{chosen: {strategy}, since: 2026-03-03, reason: Because{as_well}}}"


def answered(date: str) -> str:
    """Return the file's text for a question answered on that date."""
    return f"strategy: {{answers: {{three_to_one: {{answer: yes, because: Seen, date: {date}}}}}}}"


FUNDS = {"attack_without_funds": "4"}
DEFEND = {
    "defend.raise_relationships": "12",
    "defend.support_allies": "11",
    "defend.state_value": "10",
}
WITHOUT_VALUE = {
    "defend.state_value": "10",
    "attack_without_event": "5",
    "attack_without_ubv": "10",
}
TEN = "6 7 8 9 10 11 12 13 14 15"
CASES = {
    "no-caveats-if-all-is-well": Case({}),
    # A guideline that wants a + warns about - and ?, for its own variation only.
    "a-guideline-not-met": Case({"frontal.eats_resources": "8"}, minus="8"),
    "a-guideline-not-known-to-be-met": Case({"frontal.eats_resources": "8"}, unknown="8"),
    "a-guideline-half-met": Case(
        {"flanking.know_criteria_first": "6"}, minus="6", more=chosen("flanking")
    ),
    "a-guideline-of-the-variation": Case(
        {"frontal.reputation_needs_relationship": "9"}, "9", more=chosen("frontal", "reputation")
    ),
    "not-of-another-variation": Case({}, "9", more=chosen("frontal", "solution")),
    # The recommended strategy's come first, then the chosen one's.
    "recommended-and-chosen": Case(
        DEFEND
        | {"develop.work_on_executive_credibility": "12", "develop.qualify_the_return": "18"},
        minus="10 11 12 18",
        more=chosen("develop"),
    ),
    "listed-once-if-chosen-and-recommended-agree": Case(DEFEND, "10 11 12", more=chosen("defend")),
    # What an attack needs.
    "an-attack-without-money": Case(FUNDS, minus="4"),
    "every-reachable-strategy-is-an-attack": Case(
        FUNDS | {"competitor_blank": TEN}, "4", rival="?"
    ),
    "unknown-funding": Case({}, unknown="4"),
    "an-attack-not-worth-it": Case({"attack_not_worth_it": "16 17 18 19 20"}, minus="16 17 18"),
    "as-many-plus-as-minus": Case({}, minus="16 17", unknown="18"),
    "an-attack-where-we-are": Case({"attack_as_incumbent": ""}, more="incumbent: us"),
    "an-attack-where-they-are": Case({}, more="incumbent: z"),
    "an-event-to-be-created": Case({"event_to_be_created": "5 10 12 15"}, minus="5"),
    "no-event-and-no-way-to-create-one": Case(WITHOUT_VALUE, minus="5 10", more=chosen("frontal")),
    "a-part-of-the-deal": Case({"whole_deal_profitability": "18"}, more=chosen("fragment")),
    "no-attack-caveats-where-we-have-a-position": Case(
        {"defend.state_value": "10"}, minus="4 5 10", more=chosen("defend")
    ),
    "no-attack-caveats-while-another-strategy-is-reachable": Case(
        {}, unknown=f"5 {TEN}", minus="4"
    ),
    # General caveats.
    "no-competitor": Case({"no_competitor": ""}, rival=""),
    "a-competitor-without-known-cells": Case({"competitor_blank": TEN}, rival="?"),
    # Stated answers.
    "an-answer-older-than-the-ratings": Case(
        {"stated_answer_outdated": TEN}, more=answered("2026-03-01")
    ),
    "an-answer-of-the-same-day": Case({}, more=answered("2026-03-02")),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_caveats_of_a_deal(case: Case) -> None:
    """A deal gets exactly these caveats, in this order, each with its criteria."""
    caught = found(case.deal())
    assert list(caught.items()) == list(case.caveats.items())


def test_every_caveat_has_a_case() -> None:
    """A strategy's guideline says what is wrong; a general caveat is from the method."""
    seen = {code for case in CASES.values() for code in case.caveats}
    assert {code for code in seen if "." not in code} == set(caveats())
    assert {code.partition(".")[0] for code in seen if "." in code} < set(strategies())


def test_the_message_of_a_caveat() -> None:
    """A caveat has the strategy, its text and our ratings; a name is never used as a template."""
    [failing] = all_caveats(Case({}, unknown="8").deal())
    assert failing.message.startswith("Frontal: A frontal attack costs more")
    assert failing.message.endswith(" is unknown)")
    [blank] = all_caveats(Case({}, more='competitors: {z: {name: "{step}"}}', rival="").deal())
    assert "known about {step} on #6-#15" in blank.message
    [outdated] = all_caveats(Case({}, more=answered("2026-03-01")).deal())
    assert "2026-03-01" in outdated.message
    assert "#6, #7, #8" in outdated.message
