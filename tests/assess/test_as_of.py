"""An opportunity as of an earlier date: history undone, the future left out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest
from workspaces import HEAD, day, opportunity

from tas_cli.assess.as_of import as_of
from tas_cli.method.catalogue import strategies
from tas_cli.model.opportunity import Opportunity

NOW = "owner: nicole\namount: 300\nexpected_close: 2027-03-31\nstatus: won\n"


def _then(text: str, on: str) -> Opportunity:
    return as_of(opportunity(HEAD + text), day(on))


def _history(*changes: str) -> str:
    """Return a history, each change given as `DATE FIELD FROM TO`."""
    lines = []
    for change in changes:
        when, field, before, after = change.split()
        lines.append(f"  - {{date: {when}, field: {field}, from: {before} , to: {after}}}")
    return "history:\n" + "\n".join(lines) + "\n"


# The history, the date in question, the field, and its value on that date.
REWOUND: dict[str, tuple[list[str], str, str, Any]] = {
    "amount-before": (["2026-02-01 amount 200 300"], "2026-01-31", "amount", Decimal(200)),
    "amount-on-the-day-of-the-change": (
        ["2026-02-01 amount 200 300"], "2026-02-01", "amount", Decimal(300),
    ),
    "amount-after": (["2026-02-01 amount 200 300"], "2026-12-31", "amount", Decimal(300)),
    "amount-with-decimals": (
        ["2026-02-01 amount 200.50 300"], "2026-01-31", "amount", Decimal("200.50"),
    ),
    "two-changes-before-both": (
        ["2026-02-01 amount 100 200", "2026-03-01 amount 200 300"],
        "2026-01-31", "amount", Decimal(100),
    ),
    "two-changes-between": (
        ["2026-02-01 amount 100 200", "2026-03-01 amount 200 300"],
        "2026-02-15", "amount", Decimal(200),
    ),
    "out-of-order": (
        ["2026-03-01 amount 200 300", "2026-02-01 amount 100 200"],
        "2026-01-31", "amount", Decimal(100),
    ),
    "two-on-one-day-the-first-counts": (
        ["2026-02-01 amount 100 200", "2026-02-01 amount 200 300"],
        "2026-01-31", "amount", Decimal(100),
    ),
    "nonsense-first": (
        ["2026-02-01 amount much 200", "2026-03-01 amount 200 300"],
        "2026-01-31", "amount", Decimal(200),
    ),
    "amount-not-yet-given": (["2026-02-01 amount '' 300"], "2026-01-31", "amount", None),
    "close-date": (
        ["2026-02-01 expected_close 2027-01-31 2027-03-31"],
        "2026-01-31", "expected_close", date(2027, 1, 31),
    ),
    "owner": (["2026-02-01 owner tomas nicole"], "2026-01-31", "owner", "tomas"),
    "status": (["2026-02-01 status open won"], "2026-01-31", "status", "open"),
    "status-reopened": (
        ["2026-02-01 status lost open", "2026-03-01 status open won"],
        "2026-01-31", "status", "lost",
    ),
    "status-that-was-left-out-is-open": (
        ["2026-02-01 status '' won"], "2026-01-31", "status", "open",
    ),
    "another-field-changed": (["2026-02-01 owner a nicole"], "2026-01-31", "amount", Decimal(300)),
    "forecast": (["2026-02-01 forecast commit pipeline"], "2026-01-31", "forecast", "commit"),
    "forecast-that-was-left-out": (
        ["2026-02-01 forecast '' commit"], "2026-01-31", "forecast", None,
    ),
    "field-that-is-not-tracked": (["2026-02-01 name Old New"], "2026-01-31", "name", "Cranes"),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "on", "field", "value"), REWOUND.values(), ids=REWOUND)
def test_field_goes_back_to_what_the_first_later_change_replaced(
    changes: list[str], on: str, field: str, value: object
) -> None:
    """The history rewinds amount, close date, owner and status, in any order in the file."""
    assert getattr(_then(NOW + _history(*changes), on), field) == value


def test_history_after_the_day_is_left_out() -> None:
    """As of an earlier date, later changes are unknown."""
    changes = ["2026-01-01 owner a b", "2026-02-01 owner b nicole"]
    then = _then(NOW + _history(*changes), "2026-01-15")
    assert [change.date for change in then.history] == [date(2026, 1, 1)]
    assert then.owner == "b"


def test_opportunity_without_history_stays_as_it_is() -> None:
    """Without history nothing is undone."""
    assert _then(NOW, "2026-01-01") == opportunity(HEAD + NOW)


NONSENSE = {
    "amount-in-words": "2026-02-01 amount much 300",
    "amount-not-a-number": "2026-02-01 amount NaN 300",
    "amount-endless": "2026-02-01 amount Infinity 300",
    "amount-negative": "2026-02-01 amount -5 300",
    "amount-with-an-exponent": "2026-02-01 amount 1e999999 300",
    "date-that-does-not-exist": "2026-02-01 expected_close 2026-02-30 2027-03-31",
    "date-in-another-form": "2026-02-01 expected_close 20260228 2027-03-31",
    "unknown-status": "2026-02-01 status maybe won",
    "unknown-strategy": "2026-02-01 strategy.chosen attack flanking",
}


@pytest.mark.parametrize("change", NONSENSE.values(), ids=NONSENSE)
def test_nonsense_in_history_is_never_taken_for_a_value(change: str) -> None:
    """An inconsistent change, written by hand, leaves the field's current value."""
    text = HEAD + NOW + "strategy: {chosen: flanking}\n" + _history(change)
    now = opportunity(text)
    then = as_of(now, day("2026-01-31"))
    assert then.amount == now.amount
    assert then.expected_close == now.expected_close
    assert then.status in get_args(_status_type())
    assert then.strategy is not None
    assert then.strategy.chosen in strategies()


def _status_type() -> Any:
    return Opportunity.model_fields["status"].annotation


CHOICE = (
    "strategy: {chosen: flanking, variation: alter_the_rules, since: 2026-02-01, reason: why}\n"
)
# The rest of the file, the date, and the choice then: strategy, variation, reason.
CHOSEN: dict[str, tuple[str, str, tuple[str | None, str | None, str | None]]] = {
    "after": ("", "2026-03-01", ("flanking", "alter_the_rules", "why")),
    "on-the-day": ("", "2026-02-01", ("flanking", "alter_the_rules", "why")),
    "before-it-was-chosen": ("", "2026-01-31", (None, None, None)),
    "another-was-chosen-before": (
        _history("2026-02-01 strategy.chosen frontal flanking"),
        "2026-01-31",
        ("frontal", None, None),
    ),
    "none-was-chosen-before": (
        _history("2026-02-01 strategy.chosen '' flanking"),
        "2026-01-31",
        (None, None, None),
    ),
    "two-changes-ago": (
        _history(
            "2026-01-15 strategy.chosen develop frontal",
            "2026-02-01 strategy.chosen frontal flanking",
        ),
        "2026-01-01",
        ("develop", None, None),
    ),
    "earlier-history-changes-nothing": (
        _history("2026-02-01 strategy.chosen frontal flanking"),
        "2026-02-01",
        ("flanking", "alter_the_rules", "why"),
    ),
}


@pytest.mark.parametrize(("text", "on", "expected"), CHOSEN.values(), ids=CHOSEN)
def test_chosen_strategy_is_that_of_the_day(
    text: str, on: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    """An earlier choice comes back without the later one's variation and reason."""
    strategy = _then(CHOICE + text, on).strategy
    assert strategy is not None
    assert (strategy.chosen, strategy.variation, strategy.reason) == expected


def test_stated_answers_after_the_day_do_not_count() -> None:
    """An answer counts from its date on; one without a date always counts."""
    text = """\
strategy:
  answers:
    compelling_event: {answer: yes, date: 2026-01-05}
    can_compete: {answer: yes, date: 2026-02-05}
    three_to_one: {answer: no}
"""
    for on, counted in {
        "2026-01-04": ["three_to_one"],
        "2026-01-05": ["compelling_event", "three_to_one"],
        "2026-02-04": ["compelling_event", "three_to_one"],
        "2026-02-05": ["compelling_event", "can_compete", "three_to_one"],
    }.items():
        strategy = _then(text, on).strategy
        assert strategy is not None
        assert sorted(strategy.answers) == sorted(counted)


# Status and closing in the file, the date, and the values then: status, whether closed.
CLOSED: dict[str, tuple[str, str, tuple[str, bool]]] = {
    "before-it-was-closed": ("closed: {date: 2026-03-01}\n", "2026-02-28", ("open", False)),
    "on-the-day": ("closed: {date: 2026-03-01}\n", "2026-03-01", ("won", True)),
    "after": ("closed: {date: 2026-03-01}\n", "2026-04-01", ("won", True)),
    "without-a-date": ("closed: {reason: r}\n", "2026-01-01", ("won", True)),
    "by-history-alone": (_history("2026-03-01 status open won"), "2026-02-28", ("open", False)),
    "by-history-and-without-a-date": (
        "closed: {reason: r}\n" + _history("2026-03-01 status open won"),
        "2026-02-28",
        ("open", False),
    ),
}


@pytest.mark.parametrize(("text", "on", "expected"), CLOSED.values(), ids=CLOSED)
def test_deal_that_was_closed_later_is_open(text: str, on: str, expected: tuple[str, bool]) -> None:
    """Before the decision, a deal is open and has no closing."""
    then = _then("status: won\n" + text, on)
    assert (then.status, then.closed is not None) == expected


@pytest.mark.parametrize("on", ["2026-02-28", "2026-03-01", "2026-03-05", "2026-03-10"])
def test_open_deal_has_no_end(on: str) -> None:
    """If the closing was recorded after the fact, no date shows both states at once."""
    text = "closed: {date: 2026-03-01}\n" + _history("2026-03-10 status open won")
    then = _then("status: won\n" + text, on)
    assert (then.status == "open") == (then.closed is None)


EVENT = "compelling_event: {what: Support ends, date: 2027-03-31}\n"
# The history, the date, and the event then: what and when; None if unknown.
EVENTS: dict[str, tuple[list[str], str, tuple[str | None, date | None] | None]] = {
    "no-history": ([], "2026-01-01", ("Support ends", date(2027, 3, 31))),
    "the-day-itself": (
        ["2026-02-01 compelling_event.what '' Support"],
        "2026-02-01", ("Support ends", date(2027, 3, 31)),
    ),
    "found-later": (
        ["2026-02-01 compelling_event.what '' Support",
         "2026-02-01 compelling_event.date '' 2027-03-31"],
        "2026-01-31", None,
    ),
    "moved-later": (
        ["2026-02-01 compelling_event.date 2026-12-31 2027-03-31"],
        "2026-01-31", ("Support ends", date(2026, 12, 31)),
    ),
    "with-another-event": (
        ["2026-02-01 compelling_event.what Audit Support"],
        "2026-01-31", ("Audit", date(2027, 3, 31)),
    ),
    "nonsense": (
        ["2026-02-01 compelling_event.date soon 2027-03-31"],
        "2026-01-31", ("Support ends", date(2027, 3, 31)),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "on", "expected"), EVENTS.values(), ids=EVENTS)
def test_the_compelling_event_is_that_of_the_day(
    changes: list[str], on: str, expected: tuple[str | None, date | None] | None
) -> None:
    """An event that was found or moved later is not shown on an earlier date."""
    event = _then(EVENT + (_history(*changes) if changes else ""), on).compelling_event
    assert (event and (event.what, event.date)) == expected


def test_a_removed_event_comes_back() -> None:
    """As of a date with an event, the event is shown."""
    then = _then(_history("2026-02-01 compelling_event.what Audit ''"), "2026-01-31")
    assert then.compelling_event is not None
    assert then.compelling_event.what == "Audit"


PARTIES = "competitors: {x: {name: X}, y: {name: Y Ltd}}\nincumbent: [us, y]\n"
# The history, the date, the competitors' names then, and the incumbents.
KNOWN: dict[str, tuple[list[str], str, list[str], list[str]]] = {
    "no-history": ([], "2026-01-01", ["X", "Y Ltd"], ["us", "y"]),
    "added-later": (["2026-02-01 competitors.y '' Y"], "2026-01-31", ["X"], ["us"]),
    "the-day-itself": (
        ["2026-02-01 competitors.y '' Y"], "2026-02-01", ["X", "Y Ltd"], ["us", "y"],
    ),
    "named-otherwise": (
        ["2026-02-01 competitors.y Y Y"], "2026-01-31", ["X", "Y"], ["us", "y"],
    ),
    "somebody-who-is-gone": (
        ["2026-02-01 competitors.z Z Zz"], "2026-01-31", ["X", "Y Ltd"], ["us", "y"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "on", "names", "incumbent"), KNOWN.values(), ids=KNOWN)
def test_the_competitors_are_those_of_the_day(
    changes: list[str], on: str, names: list[str], incumbent: list[str]
) -> None:
    """A competitor who entered later is missing, and everybody has the name of that date."""
    then = _then(PARTIES + (_history(*changes) if changes else ""), on)
    assert [then.party_name(each) for each in then.competitors] == names
    assert then.incumbent == incumbent


def test_a_competitor_rated_by_then_was_known_by_then() -> None:
    """A competitor entered late, with ratings of an earlier date, shows on that date."""
    text = PARTIES + "assessments: [{date: 2026-01-10, ratings: {solution_fit: {y: '+'}}}]\n"
    text += _history("2026-02-01 competitors.y '' Y")
    assert [*_then(text, "2026-01-10").competitors] == ["x", "y"]
    assert [*_then(text, "2026-01-09").competitors] == ["x"]


OUT = "out: {date: 2026-02-10, reason: price}"
# The competitor's mapping, the history, the date, and the first day it was out as of then.
EXITS: dict[str, tuple[str, list[str], str, str | None]] = {
    "before": (OUT, [], "2026-02-09", None),
    "on-the-day": (OUT, [], "2026-02-10", "2026-02-10"),
    "after": (OUT, [], "2026-03-01", "2026-02-10"),
    "entered-later": (
        OUT, ["2026-02-20 competitors.x.out '' 2026-02-10"], "2026-02-15", "2026-02-10",
    ),
    "back-since": ("", ["2026-03-01 competitors.x.out 2026-02-10 ''"], "2026-02-20", "2026-02-10"),
    "back-since-and-not-out-yet": (
        "", ["2026-03-01 competitors.x.out 2026-02-10 ''"], "2026-02-09", None,
    ),
    "back-in-between": (
        OUT,
        ["2026-02-05 competitors.x.out 2026-02-01 ''"],
        "2026-02-07", None,
    ),
    "nonsense": ("", ["2026-03-01 competitors.x.out soon ''"], "2026-02-20", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "changes", "on", "since"), EXITS.values(), ids=EXITS)
def test_a_competitor_is_out_from_its_day_on(
    text: str, changes: list[str], on: str, since: str | None
) -> None:
    """A competitor is in the race before it drops out, and out from that day on."""
    history = _history(*changes) if changes else ""
    then = _then(f"competitors: {{x: {{name: X, {text}}}}}\n{history}", on)
    out = then.competitors["x"].out
    assert (out and str(out.date)) == since


def test_a_hold_and_action_items_of_later_days_are_left_out() -> None:
    """Before its day, a deal is not on hold, and an action item is not agreed."""
    text = "on_hold: {since: 2026-02-10}\nactions: [{date: 2026-02-10, what: Call}]\n"
    assert [_then(text, f"2026-02-{day}").on_hold is None for day in ("09", "10")] == [True, False]
    assert [len(_then(text, f"2026-02-{day}").actions) for day in ("09", "10")] == [0, 1]


def test_fields_without_history_are_kept() -> None:
    """The history does not keep name, customer, competitors, incumbent and assessments."""
    text = (
        "competitors: {x: {name: X}}\nincumbent: x\nassessments: [{date: 2026-05-05}]\n"
        + _history("2026-02-01 owner a b")
    )
    then, now = _then(text, "2026-01-01"), opportunity(HEAD + text)
    for field in ("name", "customer", "competitors", "incumbent", "assessments"):
        assert getattr(then, field) == getattr(now, field)


def test_looking_back_does_not_change_the_opportunity() -> None:
    """The opportunity itself stays as it was read."""
    now = opportunity(HEAD + NOW + CHOICE + _history("2026-02-01 amount 200 300"))
    before = now.model_copy(deep=True)
    as_of(now, day("2026-01-01"))
    assert now == before


def test_looking_back_in_two_steps_equals_one() -> None:
    """As of March and then as of January is the same as of January."""
    changes = [
        "2026-02-01 amount 100 200",
        "2026-03-01 amount 200 300",
        "2026-02-10 owner a nicole",
        "2026-02-15 competitors.y '' Y",
        "2026-02-15 compelling_event.what Audit Support",
        "2026-02-16 strategy.chosen frontal flanking",
    ]
    now = opportunity(
        HEAD + NOW + EVENT + PARTIES + CHOICE + _history(*changes) + "closed: {date: 2026-03-05}\n"
    )
    january = day("2026-01-01")
    for through in ("2026-02-05", "2026-02-20", "2026-03-02", "2026-12-31"):
        assert as_of(as_of(now, day(through)), january) == as_of(now, january)
