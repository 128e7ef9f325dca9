"""The checks of the chosen strategy and the stated answers, on both sides of their limits."""

from __future__ import annotations

import pytest
from workspaces import day, opportunity, rated

from tas_cli.assess.scorecard import scorecard
from tas_cli.checking.examine import examine
from tas_cli.diagnostics import Diagnostic
from tas_cli.model.settings import Settings
from tas_cli.rules.subject import Subject
from tas_cli.strategy.decision import decide
from tas_cli.strategy.facts import facts

TODAY = day("2026-11-23")
LEAVE = (
    "compelling_event: {us: '-'} | unique_business_value: {us: '-'} | future_revenue: {us: '-'}"
    " | current_relationship: {us: '-'} | strategic_value: {us: '-'}"
)
"""Only Disengage is reachable."""
LATER = "compelling_event: {us: '-'} | political_alignment: {us: '-'}"
"""Defend, Develop and Disengage are reachable."""


def found(text: str, family: str = "TAS3") -> list[Diagnostic]:
    """Return what a family's checks find in a file."""
    every = examine(text.encode(), Settings(), TODAY).diagnostics
    return [each for each in every if each.code.startswith(family)]


def in_short(text: str) -> list[str]:
    """Return the findings in short: code, severity and place."""
    return sorted(
        f"{each.code} {each.severity} {'/'.join(map(str, each.path))}" for each in found(text)
    )


def chosen(strategy: str, *ratings: str, more: str = "", rest: str = "") -> str:
    """Return a file with a chosen strategy and one assessment."""
    return (
        rated(f"2026-11-16 | {' | '.join(ratings)}")
        + f"strategy: {{chosen: {strategy}{more}}}\n{rest}"
    )


CHOSEN = "strategy/chosen"
NONE_CHOSEN = {
    "older-than-two-weeks": (rated(f"2026-11-08 | {LEAVE}"), [f"TAS301 warning {CHOSEN}"]),
    "two-weeks-old": (rated(f"2026-11-09 | {LEAVE}"), [f"TAS301 info {CHOSEN}"]),
    "the-newest-assessment-counts": (
        rated(f"2026-10-05 | {LEAVE}", "2026-11-16 | profitability: {us: '-'}"),
        [f"TAS301 info {CHOSEN}"],
    ),
    "answers-are-not-a-choice": (
        rated(f"2026-11-16 | {LEAVE}")
        + "strategy: {answers: {can_compete: {answer: no, because: x, date: 2026-11-16}}}\n",
        [f"TAS301 info {CHOSEN}"],
    ),
    "chosen": (chosen("disengage", LEAVE), []),
    "several-reachable": (rated(f"2026-10-05 | {LATER}"), []),
    "over": (rated(f"2026-10-05 | {LEAVE}") + "status: lost\n", []),
    "assessed-only-in-the-future": (rated(f"2026-12-05 | {LEAVE}"), []),
}
UNEXPLAINED = {
    "one-of-several-without-a-reason": (
        chosen("develop", LATER, more=", variation: invest"),
        [f"TAS302 warning {CHOSEN}"],
    ),
    "an-empty-reason": (
        chosen("develop", LATER, more=", variation: invest, reason: ' '"),
        [f"TAS302 warning {CHOSEN}"],
    ),
    "with-a-reason": (chosen("develop", LATER, more=", variation: invest, reason: x"), []),
    "not-assessed-yet": (
        "tas: 1\nname: a\ncustomer: b\nstrategy: {chosen: develop, variation: invest}\n",
        [],
    ),
    "over": (chosen("develop", LATER, more=", variation: invest", rest="status: won\n"), []),
    "not-the-recommended-one": (
        chosen("develop", LEAVE, more=", variation: invest"),
        [f"TAS303 warning {CHOSEN}"],
    ),
    "not-among-the-reachable": (
        chosen("defend", LATER, more=", variation: isolate", rest="incumbent: nobody\n"),
        [f"TAS303 warning {CHOSEN}"],
    ),
    "not-the-recommended-one-with-a-reason": (
        chosen("develop", LEAVE, more=", variation: invest, reason: x"),
        [],
    ),
}
NO_EVENT = "compelling_event: {us: '-'}"
NO_VALUE = "unique_business_value: {us: '-'}"
VALUE = "unique_business_value: {us: '+'}"
WAY = ", variation: alter_the_rules"
ATTACK = {
    "no-event-and-no-way-to-create-one": (
        chosen("flanking", NO_EVENT, VALUE, "political_alignment: {us: '-'}", more=WAY),
        [f"TAS304 warning {CHOSEN}"],
    ),
    "a-reason-is-not-an-event": (
        chosen(
            "flanking", NO_EVENT, VALUE, "political_alignment: {us: '-'}", more=f"{WAY}, reason: x"
        ),
        [f"TAS304 warning {CHOSEN}"],
    ),
    "an-event-that-could-be-created": (
        chosen("flanking", NO_EVENT, VALUE, more=f"{WAY}, reason: x"),
        [],
    ),
    "an-event": (
        chosen("flanking", "compelling_event: {us: '?'}", VALUE, more=f"{WAY}, reason: x"),
        [],
    ),
    "an-event-by-a-stated-answer": (
        chosen(
            "flanking",
            NO_EVENT,
            VALUE,
            "political_alignment: {us: '-'}",
            more=f"{WAY}, reason: x, answers: {{compelling_event: {{answer: yes, because: x, "
            "date: 2026-11-16}}",
        ),
        [],
    ),
    "no-value": (chosen("flanking", NO_VALUE, more=WAY), [f"TAS305 warning {CHOSEN}"]),
    "an-unknown-value": (
        chosen("flanking", "solution_fit: {us: '?'}", more=f"{WAY}, reason: x"),
        [f"TAS305 info {CHOSEN}"],
    ),
    "an-unknown-value-before-any-assessment": (
        f"tas: 1\nname: a\ncustomer: b\nstrategy: {{chosen: flanking{WAY}}}\n",
        [],
    ),
    "neither-event-nor-value": (
        chosen("fragment", NO_EVENT, NO_VALUE, more=", variation: niche"),
        [f"TAS304 warning {CHOSEN}", f"TAS305 warning {CHOSEN}"],
    ),
    "no-attack": (
        chosen("develop", NO_EVENT, NO_VALUE, more=", variation: invest, reason: x"),
        [],
    ),
    "over": (chosen("flanking", NO_EVENT, NO_VALUE, more=WAY, rest="status: lost\n"), []),
}
SUPPORT, CRITERIA = "inside_support", "formal_decision_criteria"
EXPAND = ", variation: acknowledge_and_expand, reason: x"
GUIDELINES = {
    "a-minus": (
        chosen("develop", "profitability: {us: '-'}", more=", variation: invest, reason: x"),
        [f"TAS306 info {CHOSEN}"],
    ),
    "unknown": (
        chosen("develop", "profitability: {us: '?'}", more=", variation: invest, reason: x"),
        [],
    ),
    "of-the-other-variation": (
        chosen("develop", "inside_support: {us: '-'}", more=", variation: invest, reason: x"),
        [],
    ),
    "of-the-variation": (
        chosen("develop", "inside_support: {us: '-'}", more=", variation: delay, reason: x"),
        ["TAS306 info strategy/variation"],
    ),
    "a-reputation-without-a-relationship": (
        chosen(
            "frontal",
            VALUE,
            "current_relationship: {us: '-'}",
            more=", variation: reputation, reason: x",
        ),
        ["TAS306 info strategy/variation"],
    ),
    "two-criteria-of-one-guideline": (
        chosen(
            "flanking",
            VALUE,
            "formal_decision_criteria: {us: '-'} | informal_decision_criteria: {us: '-'}",
            more=EXPAND,
        ),
        [f"TAS306 info {CHOSEN}"],
    ),
    "one-guideline-after-the-other": (
        chosen(
            "flanking",
            VALUE,
            "formal_decision_criteria: {us: '-'} | executive_credibility: {us: '-'}",
            more=EXPAND,
        ),
        [f"TAS306 info {CHOSEN}", f"TAS306 info {CHOSEN}"],
    ),
    "what-the-variation-starts-from": (
        chosen("flanking", VALUE, "formal_decision_criteria: {us: '-'}", more=f"{WAY}, reason: x"),
        [],
    ),
    "of-an-unreachable-choice": (
        chosen("develop", LEAVE, "profitability: {us: '-'}", more=", variation: invest"),
        [f"TAS303 warning {CHOSEN}"],
    ),
    "of-an-attack-that-lacks-its-value": (
        chosen("fragment", NO_VALUE, more=", variation: niche, reason: x"),
        [f"TAS305 warning {CHOSEN}"],
    ),
}
MISSING = "strategy/variation"
VARIATION = {
    "none-named": (
        "tas: 1\nname: a\ncustomer: b\nstrategy: {chosen: develop}\n",
        [f"TAS310 info {MISSING}"],
    ),
    "one-named": (
        "tas: 1\nname: a\ncustomer: b\nstrategy: {chosen: develop, variation: delay}\n",
        [],
    ),
    "none-to-name": ("tas: 1\nname: a\ncustomer: b\nstrategy: {chosen: disengage}\n", []),
    "over": ("tas: 1\nname: a\ncustomer: b\nstatus: won\nstrategy: {chosen: develop}\n", []),
}


def answered(answer: str, *assessments: str, rest: str = "") -> str:
    """Return a file with a stated answer to the step compelling_event."""
    return f"{rated(*assessments)}strategy: {{answers: {{compelling_event: {answer}}}}}\n{rest}"


ANSWER = "strategy/answers/compelling_event"
EARLIER = "2026-10-05 | compelling_event: {us: '-'}"
TURNED = (EARLIER, "2026-11-16 | compelling_event: {us: '+'}")
ANSWERS = {
    "no-reason": (answered("{answer: yes, date: 2026-11-16}"), [f"TAS308 warning {ANSWER}"]),
    "a-blank-reason": (
        answered("{answer: yes, because: ' ', date: 2026-11-16}"),
        [f"TAS308 warning {ANSWER}"],
    ),
    "a-reason": (answered("{answer: yes, because: x, date: 2026-11-16}"), []),
    "no-reason-in-a-deal-that-is-over": (
        answered("{answer: yes, date: 2026-11-16}", rest="status: lost\n"),
        [],
    ),
    "older-than-a-change": (
        answered("{answer: no, because: x, date: 2026-11-15}", *TURNED),
        [f"TAS309 warning {ANSWER}/date"],
    ),
    "as-old-as-the-change": (answered("{answer: no, because: x, date: 2026-11-16}", *TURNED), []),
    "older-than-a-confirmation": (
        answered(
            "{answer: no, because: x, date: 2026-10-05}",
            EARLIER,
            "2026-11-16 | compelling_event: {us: '-'}",
        ),
        [],
    ),
    "older-than-a-change-that-the-step-does-not-read": (
        answered(
            "{answer: no, because: x, date: 2026-10-05}",
            EARLIER,
            "2026-11-16 | solution_fit: {us: '-'}",
        ),
        [],
    ),
    "older-than-a-first-rating": (
        answered("{answer: no, because: x, date: 2026-10-04}", EARLIER),
        [f"TAS309 warning {ANSWER}/date"],
    ),
    "older-than-a-change-in-the-future": (
        answered(
            "{answer: no, because: x, date: 2026-10-05}",
            EARLIER,
            "2026-12-16 | compelling_event: {us: '+'}",
        ),
        [],
    ),
    "undated-and-overtaken": (
        answered("{answer: no, because: x}", *TURNED),
        [f"TAS309 info {ANSWER}"],
    ),
    "undated-and-unchanged": (answered("{answer: no, because: x}", EARLIER), []),
    "outdated-in-a-deal-that-is-over": (
        answered("{answer: no, because: x, date: 2026-10-05}", *TURNED, rest="status: won\n"),
        [],
    ),
    "a-competitor-behind-it-changed": (
        rated("2026-10-05 | solution_fit: {us: '?', x: '-'}", "2026-11-16 | solution_fit: {x: '+'}")
        + "strategy: {answers: {three_to_one: {answer: no, because: x, date: 2026-10-05}}}\n",
        ["TAS309 warning strategy/answers/three_to_one/date"],
    ),
}
NEVER = "compelling_event: {us: '-'} | unique_business_value: {us: '-'}"
THREE = "inside_support: {us: '-'} | executive_credibility: {us: '-'}"
FIRST = "{date: 2026-10-05, field: strategy.chosen, to: develop}"
SECOND = "{date: 2026-11-16, field: strategy.chosen, from: develop, to: disengage}"


def switched(
    later: str, *changes: str, choice: str = "chosen: disengage", reason: str = ", reason: x"
) -> str:
    """Return a file with two assessments and the changes of its strategy."""
    return (
        rated(f"2026-10-05 | {NEVER}", f"2026-11-16 | {later}")
        + f"incumbent: nobody\nstrategy: {{{choice}{reason}}}\n"
        + f"history: [{', '.join(changes or (FIRST, SECOND))}]\n"
    )


SWITCHED = {
    "two-signs-turned": (switched(THREE), [f"TAS307 info {CHOSEN}"]),
    "and-no-reason-either": (
        switched(THREE, reason=""),
        [f"TAS302 warning {CHOSEN}", f"TAS307 warning {CHOSEN}"],
    ),
    "three-signs-turned": (switched(f"{THREE} | solution_fit: {{us: '-'}}"), []),
    "two-that-the-tree-reads-and-one-that-it-does-not": (
        switched(f"{THREE} | customer_project: {{us: '-'}}"),
        [f"TAS307 info {CHOSEN}"],
    ),
    "another-strategy-is-reachable": (
        switched("current_relationship: {us: '-'}").replace("incumbent: nobody\n", ""),
        [],
    ),
    "by-a-stated-answer": (
        switched(
            THREE,
            reason=", reason: x, "
            "answers: {future_value: {answer: yes, because: x, date: 2026-11-16}}",
        ),
        [],
    ),
    "to-the-recommended-one": (
        rated(f"2026-10-05 | {LEAVE}")
        + f"strategy: {{chosen: disengage}}\nhistory: [{FIRST}, {SECOND}]\n",
        [],
    ),
    "on-the-day-of-the-choice": (
        switched(THREE, FIRST.replace("2026-10-05", "2026-11-16"), SECOND),
        [],
    ),
    "the-first-choice-is-not-in-the-history": (switched(THREE, SECOND), [f"TAS307 info {CHOSEN}"]),
    "in-whatever-order": (switched(THREE, SECOND, FIRST), [f"TAS307 info {CHOSEN}"]),
    "in-the-future": (
        switched(THREE, FIRST, SECOND.replace("2026-11", "2026-12")),
        [f"TAS302 warning {CHOSEN}", f"TAS306 info {CHOSEN}", "TAS310 info strategy/variation"],
    ),
    "the-first-choice": (switched(THREE, FIRST.replace("develop", "disengage")), []),
    "by-hand-since": (
        switched(THREE, FIRST, SECOND.replace("disengage", "defend")),
        [],
    ),
    "from-no-strategy-at-all": (
        switched(THREE, FIRST, SECOND.replace("from: develop", "from: attack")),
        [],
    ),
    "another-field": (
        switched(THREE, "{date: 2026-11-16, field: owner, from: develop, to: disengage}"),
        [],
    ),
    "over": (switched(THREE) + "status: disengaged\n", []),
}
CASES = {
    f"{table}:{name}": case
    for table, cases in {
        "301": NONE_CHOSEN,
        "302-303": UNEXPLAINED,
        "304-305": ATTACK,
        "306": GUIDELINES,
        "307": SWITCHED,
        "308-309": ANSWERS,
        "310": VARIATION,
    }.items()
    for name, case in cases.items()
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_strategy(text: str, expected: list[str]) -> None:
    """A choice or an answer is reported if the ratings give reason to, and not otherwise."""
    assert in_short(text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (chosen("develop", LATER), "undecided between Defend, Develop and Disengage"),
        (chosen("develop", LEAVE), "your ratings allow only Disengage"),
        (rated(f"2026-11-16 | {LEAVE}"), "your ratings recommend the strategy Disengage"),
        (chosen("develop", "profitability: {us: '-'}"), "Develop depends on #18 Profitability"),
        (
            answered("{answer: no, because: x, date: 2026-11-15}", *TURNED),
            "dates from 2026-11-15; ratings it relies on have changed since: #5",
        ),
        (switched(THREE), "Develop became Disengage on 2026-11-16"),
        (switched(THREE), "since 2026-10-05"),
    ],
)
def test_messages(text: str, message: str) -> None:
    """A finding names the strategies, criteria and dates it is about."""
    assert any(message in each.message for each in found(text))


def test_the_variation_that_the_ratings_recommend() -> None:
    """A missing variation comes with the possible ones, and with the recommended one if any."""
    plain = found("tas: 1\nname: a\ncustomer: b\nstrategy: {chosen: develop}\n")
    first = '`tas choose ID develop --variation invest --reason "…"`'
    assert plain[0].help == f"{first}, or `--variation delay`"
    known = f"{NEVER} | strategic_value: {{us: '+'}}"
    (advised,) = found(chosen("develop", known, rest="incumbent: nobody\n"))
    recommended = "`tas choose ID develop --variation invest`"
    assert advised.help == f"{recommended}, as your ratings recommend"


def test_the_place_of_a_choice() -> None:
    """A choice is marked at its value, an answer without a reason at its key."""
    (choice,) = found(chosen("flanking", NO_VALUE, more=WAY))
    assert (choice.line, choice.column, choice.end_column) == (9, 20, 28)
    (answer,) = found(answered("{answer: yes, date: 2026-11-16}"))
    assert (answer.line, answer.column, answer.end_column) == (6, 22, 38)


def test_the_facts_agree_with_the_engine() -> None:
    """The checks decide from the same signs as every command."""
    deal = opportunity(
        rated(
            "2026-11-16 | solution_fit: {us: '-', x: '+'} | access_to_funds: {z: '?'}",
            "2026-10-05 | solution_fit: {us: '+', z: '-'} | compelling_event: {us: '+'}",
            "2026-12-05 | solution_fit: {us: '?'} | strategic_value: {us: '+'}",
        )
        + "incumbent: [us, x]\nstrategy: {answers: {can_compete: {answer: yes}}}\n"
    )
    subject = Subject(deal, Settings(), TODAY)
    assert subject.facts == facts(deal, scorecard(deal, TODAY).signs, TODAY)
    assert subject.decision.reachable == decide(subject.facts).reachable
