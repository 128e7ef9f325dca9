"""Ratings counted, compared between parties, and compared between two dates."""

from __future__ import annotations

import pytest
from workspaces import day, opportunity, rated

from tas_cli.assess.changes import changes
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.scorecard import Scorecard, scorecard
from tas_cli.assess.tally import Tally, leaders, question_keys, question_tally, tally
from tas_cli.method.catalogue import criterion_keys
from tas_cli.model.settings import Settings

KEYS = criterion_keys()


def _card(*assessments: str, on: str = "2026-12-31") -> Scorecard:
    return scorecard(opportunity(rated(*assessments)), day(on))


def _signs(first: int, signs: str, party: str = "us") -> str:
    """Return an assessment that rates the criteria from number `first` on, one sign each."""
    ratings = [
        f"{KEYS[first - 1 + index]}: {{{party}: '{sign}'}}" for index, sign in enumerate(signs)
    ]
    return " | ".join(["2026-01-05", *ratings])


COUNTS: dict[str, tuple[str, Tally, int, int]] = {
    "nothing-rated": ("", Tally(0, 0, 20), 0, 0),
    "one-of-each": ("+-?", Tally(1, 1, 18), 0, 10),
    "all-plus": ("+" * 20, Tally(20, 0, 0), 20, 100),
    "all-minus": ("-" * 20, Tally(0, 20, 0), -20, 100),
    "rated-unknown": ("?" * 20, Tally(0, 0, 20), 0, 0),
    "all-but-one": ("+" * 19, Tally(19, 0, 1), 19, 95),
}


@pytest.mark.parametrize(("signs", "counted", "balance", "known"), COUNTS.values(), ids=COUNTS)
def test_tally_counts_every_criterion_once(
    signs: str, counted: Tally, balance: int, known: int
) -> None:
    """Plus, minus and unknown add up to twenty; the balance is plus less minus."""
    found = tally(_card(_signs(1, signs)), "us")
    assert found == counted
    assert (found.balance, found.known) == (balance, known)
    assert found.plus + found.minus + found.unknown == 20


@pytest.mark.parametrize("question", [1, 2, 3, 4])
def test_question_tally_counts_its_five_criteria(question: int) -> None:
    """Criteria 1-5, 6-10, 11-15 and 16-20 belong to the four questions."""
    first = question * 5 - 4
    assert question_keys(question) == KEYS[first - 1 : first + 4]
    card = _card(_signs(first, "++-?+"))
    assert question_tally(card, "us", question) == Tally(3, 1, 1)
    others = {number for number in (1, 2, 3, 4) if number != question}
    assert {question_tally(card, "us", number) for number in others} == {Tally(0, 0, 5)}


def test_known_share_is_rounded_down() -> None:
    """Two of three is 66 percent: unknowns are never rounded away."""
    card = _card(_signs(1, "+-"))
    assert tally(card, "us", KEYS[:3]).known == 66
    assert tally(card, "us", KEYS[:3]) == Tally(1, 1, 1)


LEADERS: dict[str, tuple[str, str, str, tuple[str, ...]]] = {
    "us": ("++", "+", "-", ("us",)),
    "them": ("-", "+", "?", ("x",)),
    "tie": ("+", "+", "-", ("us", "x")),
    "nobody-known": ("?", "?", "?", ()),
    "least-bad-does-not-lead": ("--", "-", "--", ()),
    "unknown-does-not-lead": ("-", "-", "?", ()),
    "balance-not-plus": ("++--", "+", "?", ("x",)),
}


@pytest.mark.parametrize(("us", "x", "z", "expected"), LEADERS.values(), ids=LEADERS)
def test_leaders_have_the_best_balance(us: str, x: str, z: str, expected: tuple[str, ...]) -> None:
    """The largest balance among parties with any + leads; equal parties share the lead."""
    rows = []
    for index, key in enumerate(KEYS[:4]):
        cells = {
            party: signs[index]
            for party, signs in {"us": us, "x": x, "z": z}.items()
            if index < len(signs)
        }
        rows.append(f"{key}: {{{', '.join(f'{p}: {s!r}' for p, s in cells.items())}}}")
    card = _card(" | ".join(["2026-01-05", *rows]))
    assert leaders(card, KEYS[:4]) == expected


def test_leaders_count_only_the_criteria_named() -> None:
    """The leader in one question may trail in another."""
    card = _card("2026-01-05 | customer_project: {us: '+'} | solution_fit: {x: '+'}")
    assert leaders(card, question_keys(1)) == ("us",)
    assert leaders(card, question_keys(2)) == ("x",)
    assert leaders(card, question_keys(3)) == ()
    assert leaders(card, KEYS) == ("us", "x")


# The two signs (none if not rated), and the change: before, after, first; None for no change.
CHANGES: dict[str, tuple[str, str, tuple[str, str, bool] | None]] = {
    "won": ("-", "+", ("-", "+", False)),
    "lost": ("+", "-", ("+", "-", False)),
    "forgotten": ("+", "?", ("+", "?", False)),
    "found-out": ("?", "+", ("?", "+", False)),
    "same": ("+", "+", None),
    "still-unknown": ("?", "?", None),
    "not-stated-again": ("+", "", None),
    "first-plus": ("", "+", ("?", "+", True)),
    "first-rated-unknown": ("", "?", ("?", "?", True)),
    "never": ("", "", None),
}


@pytest.mark.parametrize(("before", "after", "change"), CHANGES.values(), ids=CHANGES)
def test_change_is_another_sign_or_a_first_rating(
    before: str, after: str, change: tuple[str, str, bool] | None
) -> None:
    """A cell rechecked and found the same has not changed."""
    stated = {"2026-01-05": before, "2026-02-05": after}
    deal = opportunity(
        rated(
            *(
                f"{when} | access_to_funds: {{x: '+'}}"
                + (f" | solution_fit: {{us: {sign!r}}}" if sign else "")
                for when, sign in stated.items()
            )
        )
    )
    then = DealOnDay.of(deal, Settings(), day("2026-02-05"))
    assert then.previous is not None
    found = [(one.before, one.after, one.first) for one in changes(then.previous, then.card)]
    assert found == ([change] if change else [])


def test_changes_are_ordered_by_criterion_and_party() -> None:
    """The order is that of the scorecard, whatever the file's."""
    deal = opportunity(
        rated(
            "2026-02-05 | strategic_value: {z: '+', us: '+'} | customer_project: {x: '+', us: '+'}",
            "2026-01-05",
        ).replace("    ratings:\n      \n", "")
    )
    then = DealOnDay.of(deal, Settings(), day("2026-02-05"))
    assert then.previous is not None
    assert [(one.criterion, one.party) for one in changes(then.previous, then.card)] == [
        ("customer_project", "us"),
        ("customer_project", "x"),
        ("strategic_value", "us"),
        ("strategic_value", "z"),
    ]


def test_previous_is_the_assessment_before_the_newest_one_until_the_day() -> None:
    """As of an earlier date, the comparison is with the assessment before that date's newest."""
    deal = opportunity(
        rated(*(f"2026-0{month}-05 | solution_fit: {{us: '+'}}" for month in (3, 1, 2)))
    )
    days = ("2026-12-31", "2026-02-28", "2026-01-31", "2025-12-31")
    then = [DealOnDay.of(deal, Settings(), day(each)).previous for each in days]
    assert [each and each.day for each in then] == [
        day("2026-02-05"),
        day("2026-01-05"),
        None,
        None,
    ]
