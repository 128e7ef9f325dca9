"""The checks of ratings and evidence, on both sides of each limit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from tas_cli.checking.examine import examine
from tas_cli.method.catalogue import criterion_keys
from tas_cli.model.settings import Settings

DAY = date(2026, 11, 23)
FRESH, OLDEST_FRESH, STALE = "2026-11-16", "2026-08-25", "2026-08-24"
SETTINGS = Settings.model_validate(
    {
        "stale_after": "90",
        "currency": "EUR",
        "thresholds": {
            "order_amount": "250000",
            "days_to_close": "200",
            "future_revenue": {"one_year": "100000", "three_years": "500000"},
            "profit": "50000.50",
        },
        "team": {"nicole": {"name": "Nicole Baumgartner"}, "tomas": {}},
    }
)
SIGNS = {"+!": '{rating: "+", evidence: [{when: 2026-11-10, who: "J. Meyer, COO", what: Yes}]}'}
COMPETITORS = "competitors: {x-sys: {name: X-Sys}, y-corp: {name: Y Corp}}"
US = "assessments.0.ratings.{}.us"


def deal(*assessments: str, fields: str = "") -> str:
    """Return an opportunity file."""
    head = f"tas: 1\nname: Platform\ncustomer: National\n{fields}\n"
    return head + ("assessments:\n" + "".join(assessments) if assessments else "")


def rated(day: str, **cells: str) -> str:
    """Return an assessment; `+!` is a + with evidence, and a bare sign is ours."""
    rows = [f"      {key}: {_column(cell)}\n" for key, cell in cells.items()]
    return f"  - date: {day}\n    ratings:\n" + "".join(rows)


def _column(cell: str) -> str:
    if cell in ("+", "-", "?"):
        cell = f'"{cell}"'
    cell = SIGNS.get(cell, cell)
    return cell if cell.startswith("{us") else f"{{us: {cell}}}"


def unknown(**cells: str) -> dict[str, str]:
    """Return all twenty criteria as `?` except the given ones."""
    return dict.fromkeys(criterion_keys(), "?") | cells


def proof(**entry: str) -> str:
    """Return our + with one entry of evidence."""
    return backed("[{" + ", ".join(f'{key}: "{word}"' for key, word in entry.items()) + "}]")


def backed(evidence: str) -> str:
    """Return our + with a list of evidence."""
    return f'{{us: {{rating: "+", evidence: {evidence}}}}}'


def against(party: str, cell: str) -> str:
    """Return our ? next to somebody else's cell."""
    return f'{{us: "?", {party}: {cell}}}'


def found(text: str, settings: Settings = SETTINGS, day: date = DAY) -> list[str]:
    """Return the findings about ratings and evidence: code, severity and place."""
    return [
        f"{each.code} {each.severity} {'.'.join(map(str, each.path))}"
        for each in examine(text.encode(), settings, day).diagnostics
        if each.code.startswith(("TAS1", "TAS2"))
    ]


def messages(text: str) -> list[str]:
    """Return the messages about ratings and evidence."""
    diagnostics = examine(text.encode(), SETTINGS, DAY).diagnostics
    return [each.message for each in diagnostics if each.code.startswith("TAS2")]


def only(codes: Iterable[str], lines: list[str]) -> list[str]:
    """Return the lines that begin with one of the codes."""
    return [line for line in lines if line.startswith(tuple(codes))]


FLANKING = {
    "compelling_event": "-",
    "solution_fit": "+!",
    "formal_decision_criteria": "+!",
    "unique_business_value": "+!",
    "executive_credibility": "+!",
    "political_alignment": "+!",
}
"""Three of #6 to #10, and #10, #12 and #15: Flanking, whatever the other cells are."""


@pytest.mark.parametrize(
    ("cells", "fields", "severity"),
    [
        ({"solution_fit": "+"}, "", "info"),
        (FLANKING | {"solution_fit": "+"}, "", "warning"),
        (FLANKING | {"customer_project": "+"}, "", "info"),
        (FLANKING | {"cultural_compatibility": "+"}, "", "info"),
        ({"unique_business_value": "+"}, "strategy: {chosen: flanking}", "warning"),
        ({"customer_project": "+"}, "strategy: {chosen: flanking}", "info"),
    ],
)
def test_bare_plus(cells: dict[str, str], fields: str, severity: str) -> None:
    """A + without evidence is a warning if the strategy depends on it, otherwise an info."""
    (bare,) = (key for key, cell in cells.items() if cell == "+")
    assert found(deal(rated(FRESH, **cells), fields=fields)) == [
        f"TAS201 {severity} {US.format(bare)}"
    ]


@pytest.mark.parametrize(
    "assessments",
    [
        (),
        (rated(FRESH, solution_fit="-"),),
        (rated(FRESH, solution_fit="?"),),
        (rated(FRESH, solution_fit="+!"),),
        (rated(FRESH, solution_fit='{us: "-", x-sys: "+"}'),),
        (rated("2026-11-10", solution_fit="+!"), rated(FRESH, solution_fit="+")),
        (rated(FRESH, solution_fit="+"), rated("2026-11-17", solution_fit="?")),
    ],
)
def test_no_evidence_needed(assessments: tuple[str, ...]) -> None:
    """Other signs and parties need no evidence, nor does a repeated sign that has some."""
    assert found(deal(*assessments, fields=COMPETITORS)) == []


@pytest.mark.parametrize(
    "assessments",
    [
        (rated(FRESH, inside_support=backed("[{when: 2026-11-10}]")),),
        (
            rated("2026-11-02", inside_support="+"),
            rated(FRESH, inside_support="+"),
        ),
        (
            rated("2026-11-12", inside_support="+!"),
            rated("2026-11-13", inside_support="-"),
            rated(FRESH, inside_support="+"),
        ),
    ],
)
def test_empty_evidence_does_not_count(assessments: tuple[str, ...]) -> None:
    """Empty evidence does not count, and a sign that was given up loses its evidence."""
    place = f"assessments.{len(assessments) - 1}.ratings.inside_support.us"
    assert found(deal(*assessments)) == [f"TAS201 info {place}"]


@pytest.mark.parametrize(
    ("assessed", "when", "code"),
    [
        ("2026-11-10", "2026-11-10", ""),
        ("2026-11-10", "2026-11-11", "TAS202"),
        ("2026-11-10", "2026-11-23", "TAS202"),
        ("2026-11-10", "2026-11-24", "TAS203"),
        ("2026-11-23", "2026-11-23", ""),
        ("2026-11-23", "2026-11-24", "TAS203"),
        ("2026-11-24", "2026-11-24", "TAS210"),
        ("2026-11-24", "2026-11-25", "TAS210 TAS202"),
    ],
)
@pytest.mark.parametrize("status", ["open", "lost"])
def test_impossible_days(assessed: str, when: str, code: str, status: str) -> None:
    """An impossible date has one finding, at the date, also in a closed deal."""
    cell = against("x-sys", f'{{rating: "-", evidence: [{{link: a}}, {{when: {when}, who: b}}]}}')
    text = deal(rated(assessed, solution_fit=cell), fields=f"{COMPETITORS}\nstatus: {status}")
    places = {
        "TAS202": "assessments.0.ratings.solution_fit.x-sys.evidence.1.when",
        "TAS203": "assessments.0.ratings.solution_fit.x-sys.evidence.1.when",
        "TAS210": "assessments.0.date",
    }
    assert found(text) == [f"{each} warning {places[each]}" for each in code.split()]


@pytest.mark.parametrize(
    ("evidence", "old"),
    [
        (f"[{{when: {STALE}, who: a}}]", True),
        (f"[{{when: {OLDEST_FRESH}, who: a}}]", False),
        (f"[{{when: {STALE}, who: a}}, {{who: b}}]", False),
        (f"[{{when: {STALE}, who: a}}, {{when: 2026-11-10}}]", True),
        (f"[{{when: {OLDEST_FRESH}, who: a}}, {{when: {STALE}, who: b}}]", False),
    ],
)
@pytest.mark.parametrize("severity", ["info", "warning"])
def test_old_evidence(evidence: str, severity: str, *, old: bool) -> None:
    """A restated + needs fresh evidence; undated evidence is as old as its assessment."""
    cells = {"solution_fit": backed(evidence)}
    text = deal(rated(FRESH, **((FLANKING if severity == "warning" else {}) | cells)))
    assert found(text) == ([f"TAS204 {severity} {US.format('solution_fit')}"] if old else [])


def test_old_evidence_is_reported_once() -> None:
    """If the rating itself is old, only that is reported, not the age of its evidence."""
    old = proof(when="2026-04-01", who="L. Prado")
    text = deal(rated("2026-04-02", **unknown(solution_fit=old)), rated(FRESH, inside_support="-"))
    assert only(["TAS204"], found(text)) == []
    assert f"TAS205 info {US.format('solution_fit')}" in found(text)


@pytest.mark.parametrize(("day", "stale"), [(STALE, True), (OLDEST_FRESH, False)])
def test_neglected(day: str, *, stale: bool) -> None:
    """A deal nobody has assessed for too long gets one finding, and none about its gaps."""
    text = deal(rated(day, **dict(list(unknown().items())[:12])), fields=COMPETITORS)
    neglected = ["TAS205 warning assessments.0.date"]
    assert only(["TAS205", "TAS206"], found(text)) == (
        neglected if stale else ["TAS206 info assessments.0.ratings"]
    )
    assert len(found(text)) == (1 if stale else 3)


@pytest.mark.parametrize(
    ("old", "severity"),
    [
        ({"solution_fit": "-"}, "info"),
        ({"solution_fit": "?"}, "info"),
        ({"solution_fit": proof(who="a")}, "warning"),
        ({"customer_project": "-"}, "info"),
    ],
)
def test_stale_rating(old: dict[str, str], severity: str) -> None:
    """A rating that was not restated is a warning if the strategy depends on it."""
    newer = dict(FLANKING) if severity == "warning" else unknown()
    (key,) = old
    newer.pop(key, None)
    assessments = (rated(FRESH, **newer), rated(STALE, **old))
    place = f"assessments.1.ratings.{key}.us"
    assert only(["TAS205"], found(deal(*assessments))) == [f"TAS205 {severity} {place}"]
    fresh = (assessments[0], rated(OLDEST_FRESH, **old))
    assert only(["TAS205"], found(deal(*fresh))) == []


def test_stale_deciding_unknown() -> None:
    """An old ? is a warning if it alone decides whether the chosen strategy is possible."""
    newer = {key: cell for key, cell in FLANKING.items() if key != "solution_fit"}
    old = rated(STALE, solution_fit="?")
    text = deal(rated(FRESH, **newer), old, fields="strategy: {chosen: flanking}")
    assert only(["TAS205"], found(text)) == ["TAS205 warning assessments.1.ratings.solution_fit.us"]


def test_stale_bare_plus() -> None:
    """An old + without evidence is reported for the missing evidence, not for its age."""
    text = deal(rated(FRESH, **unknown()), rated(STALE, solution_fit="+"))
    assert found(text) == []
    later = deal(rated(STALE, solution_fit="+"), rated(FRESH, inside_support="?"))
    assert only(["TAS201", "TAS205"], found(later)) == [f"TAS201 info {US.format('solution_fit')}"]


@pytest.mark.parametrize(
    ("cell", "stale"),
    [
        ('current_relationship: {us: "?", x-sys: "-"}', True),
        ('current_relationship: {us: "?", x-sys: "?"}', False),
        ('current_relationship: {us: "?", y-corp: "-"}', False),
        ('customer_project: {us: "?", x-sys: "+"}', False),
    ],
)
def test_stale_competitor(cell: str, *, stale: bool) -> None:
    """Only the main competitor's known ratings on #6 to #15 can go stale."""
    key, column = cell.split(": ", 1)
    text = deal(rated(STALE, **{key: column}), rated(FRESH, **unknown()), fields=COMPETITORS)
    expected = ["TAS205 info competitors.x-sys"] if stale else []
    assert only(["TAS205"], found(text)) == expected


@pytest.mark.parametrize(
    ("count", "first", "named"),
    [(9, FRESH, False), (10, FRESH, True), (20, FRESH, False), (9, STALE, True)],
)
def test_never_rated(count: int, first: str, *, named: bool) -> None:
    """Our gaps are one finding, once ten cells are rated or the first assessment is old."""
    cells = dict(list(unknown().items())[:count])
    text = deal(rated(FRESH, **cells), rated(first, **cells) if first != FRESH else "")
    assert found(text) == (["TAS206 info assessments.0.ratings"] if named else [])


def test_never_rated_names() -> None:
    """A single gap is named by its title, several by their numbers."""
    cells = unknown()
    del cells["degree_of_risk"]
    assert messages(deal(rated(FRESH, **cells))) == [
        "#19 Degree of risk has never been rated for us"
    ]
    del cells["access_to_funds"]
    assert messages(deal(rated(FRESH, **cells))) == ["#4, #19 have never been rated for us"]


def both(sign: str, *, of: str = "x-sys", but: str = "") -> dict[str, str]:
    """Return twenty ? of ours, and a competitor's sign on all of #6 to #15 but one."""
    asked = [key for key in criterion_keys()[5:15] if key != but]
    return unknown(**{key: against(of, f'"{sign}"') for key in asked})


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (both("+"), []),
        (both("+", but="inside_support"), ["TAS207 info competitors.x-sys"]),
        (both("?"), ["TAS208 warning competitors.x-sys"]),
        (unknown(customer_project='{us: "?", x-sys: "+"}'), ["TAS208 warning competitors.x-sys"]),
        (unknown(), ["TAS209 warning competitors.x-sys"]),
        (dict(list(both("?").items())[:9]), []),
        (dict(list(both("?").items())[1:11]), ["TAS208 warning competitors.x-sys"]),
    ],
)
@pytest.mark.parametrize("status", ["open", "won"])
def test_primary_competitor(cells: dict[str, str], expected: list[str], status: str) -> None:
    """Gaps, an unknown and an unrated competitor exclude each other; a closed deal has none."""
    text = deal(rated(FRESH, **cells), fields=f"competitors: {{x-sys: {{}}}}\nstatus: {status}")
    seen = only(["TAS207", "TAS208", "TAS209"], found(text))
    assert seen == (expected if status == "open" else [])


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (both("+", of="y-corp", but="inside_support"), []),
        (both("?", of="y-corp"), ["TAS208 warning competitors.y-corp"]),
        (unknown(), ["TAS209 warning competitors.y-corp"]),
    ],
)
def test_other_competitors(cells: dict[str, str], expected: list[str]) -> None:
    """Another competitor has to be known, but may have gaps."""
    assert (
        only(
            ["TAS207", "TAS208", "TAS209"], found(deal(rated(FRESH, **cells), fields=COMPETITORS))
        )[1:]
        == expected
    )


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (dict.fromkeys(criterion_keys(), "+!"), ["TAS211 warning assessments.0.ratings"]),
        (dict.fromkeys(criterion_keys(), "+!") | {"degree_of_risk": "?"}, []),
        (dict.fromkeys(criterion_keys()[:19], "+!"), []),
    ],
)
def test_all_plus(cells: dict[str, str], expected: list[str]) -> None:
    """Twenty + out of twenty are too good to be true, nineteen are not."""
    text = deal(rated(FRESH, **cells))
    assert only(["TAS211"], found(text)) == expected
    assert only(["TAS211"], found(text + "status: won\n")) == []


@pytest.mark.parametrize(
    ("signs", "turns"),
    [
        ("+-+-", True),
        ("-+-+", True),
        ("+-+", False),
        ("++-+", False),
        ("+-?+?-", True),
        ("+?+?-+", False),
        ("+?-?+?", False),
    ],
)
@pytest.mark.parametrize("party", ["us", "x-sys"])
def test_flip_flop(signs: str, party: str, *, turns: bool) -> None:
    """Three changes between + and - are too many, whatever comes between, for any party."""
    assessments = [
        rated(f"2026-11-{number:02}", solution_fit=against(party, f'"{sign}"'))
        if party != "us"
        else rated(f"2026-11-{number:02}", solution_fit=sign)
        for number, sign in enumerate(signs, 1)
    ]
    text = deal(*assessments, fields=COMPETITORS)
    place = f"assessments.{len(signs) - 1}.ratings.solution_fit.{party}"
    assert only(["TAS212"], found(text)) == ([f"TAS212 info {place}"] if turns else [])


def test_flip_flop_course() -> None:
    """A rating that goes back and forth is reported with its course."""
    days = enumerate("++-+?-", 1)
    text = deal(*(rated(f"2026-11-{number:02}", solution_fit=sign) for number, sign in days))
    assert messages(text) == ["#7 Solution fit keeps changing: + - + -"]


@pytest.mark.parametrize(
    ("criterion", "sign", "fields", "expected"),
    [
        ("short_term_revenue", "+!", "amount: 249999.99", "TAS213 warning"),
        ("short_term_revenue", "+!", "amount: 250000", ""),
        ("short_term_revenue", "-", "amount: 249999.99", ""),
        ("short_term_revenue", "-", "amount: 250000", ""),
        ("short_term_revenue", "-", "amount: 250000\nexpected_close: 2027-06-04", "TAS213 info"),
        ("short_term_revenue", "-", "amount: 250000\nexpected_close: 2027-06-05", ""),
        ("short_term_revenue", "?", "amount: 1", ""),
        ("short_term_revenue", "+!", "amount: 1\ncurrency: EUR", "TAS213 warning"),
        ("short_term_revenue", "+!", "amount: 1\ncurrency: USD", ""),
        ("short_term_revenue", "+!", "amount: 1\nstatus: lost", ""),
        ("short_term_revenue", "+!", "expected_close: 2027-06-04", ""),
        ("short_term_revenue", "+!", "expected_close: 2027-06-05", "TAS214 warning"),
        ("short_term_revenue", "+!", "expected_close: 2027-06-05\ncurrency: USD", "TAS214 warning"),
        ("short_term_revenue", "+!", "expected_close: 2027-06-05\nstatus: lost", ""),
        ("short_term_revenue", "-", "expected_close: 2027-06-05", ""),
        (
            "future_revenue",
            "+!",
            "future_revenue: {one_year: 99999, three_years: 499999}",
            "TAS215 warning",
        ),
        ("future_revenue", "+!", "future_revenue: {one_year: 100000, three_years: 499999}", ""),
        ("future_revenue", "+!", "future_revenue: {one_year: 99999, three_years: 500000}", ""),
        ("future_revenue", "+!", "future_revenue: {one_year: 99999}", ""),
        (
            "future_revenue",
            "-",
            "future_revenue: {one_year: 100000, three_years: 500000}",
            "TAS215 info",
        ),
        ("future_revenue", "-", "future_revenue: {one_year: 100000, three_years: 499999}", ""),
        ("future_revenue", "-", "future_revenue: {three_years: 500000}", ""),
        ("future_revenue", "?", "future_revenue: {one_year: 1, three_years: 1}", ""),
        (
            "future_revenue",
            "+!",
            "future_revenue: {one_year: 1, three_years: 1}\ncurrency: USD",
            "",
        ),
        ("future_revenue", "+!", "future_revenue: {one_year: 1, three_years: 1}\nstatus: lost", ""),
        ("profitability", "+!", "profit: 50000.49", "TAS216 warning"),
        ("profitability", "+!", "profit: 50000.50", ""),
        ("profitability", "-", "profit: 50000.49", ""),
        ("profitability", "-", "profit: 50000.50", "TAS216 info"),
        ("profitability", "?", "profit: -1", ""),
        ("profitability", "+!", "profit: -1\ncurrency: USD", ""),
        ("profitability", "+!", "profit: -1\nstatus: won", ""),
    ],
)
def test_figures(criterion: str, sign: str, fields: str, expected: str) -> None:
    """A sign that the deal's own figures contradict is reported, on both sides of each limit."""
    text = deal(rated(FRESH, **{criterion: sign}), fields=fields)
    assert found(text) == ([f"{expected} {US.format(criterion)}"] if expected else [])


@pytest.mark.parametrize(
    ("thresholds", "criterion", "fields"),
    [
        (None, "short_term_revenue", "amount: 1\nexpected_close: 2036-01-01"),
        ({}, "short_term_revenue", "amount: 1\nexpected_close: 2036-01-01"),
        ({}, "future_revenue", "future_revenue: {one_year: 1, three_years: 1}"),
        ({"future_revenue": {}}, "future_revenue", "future_revenue: {one_year: 1}"),
        ({}, "profitability", "profit: -1"),
    ],
)
def test_no_thresholds(thresholds: Any, criterion: str, fields: str) -> None:
    """Without a threshold in the settings, no figure is too low."""
    settings = Settings.model_validate({"thresholds": thresholds} if thresholds is not None else {})
    assert found(deal(rated(FRESH, **{criterion: "+!"}), fields=fields), settings) == []


def test_one_threshold() -> None:
    """If only one time frame has a threshold, the other figure does not matter."""
    settings = Settings.model_validate({"thresholds": {"future_revenue": {"one_year": "10"}}})
    fields = "future_revenue: {one_year: 9, three_years: 9000000}"
    text = deal(rated(FRESH, future_revenue="+!"), fields=fields)
    assert found(text, settings) == [f"TAS215 warning {US.format('future_revenue')}"]


def test_no_time_frame() -> None:
    """If no time frame is set, only a large amount contradicts a -."""
    settings = Settings.model_validate({"thresholds": {"order_amount": "10"}})
    text = deal(rated(FRESH, short_term_revenue="-"), fields="amount: 10")
    assert found(text, settings) == [f"TAS213 info {US.format('short_term_revenue')}"]


@pytest.mark.parametrize(
    ("criterion", "fields", "figures"),
    [
        ("short_term_revenue", "amount: 1234.5", ["EUR 1,234.5", "EUR 250,000"]),
        ("short_term_revenue", "expected_close: 2027-06-05", ["201 days", "limit: 200"]),
        (
            "future_revenue",
            "future_revenue: {one_year: 7, three_years: 8}",
            ["EUR 7 ", "minimum 100,000", "EUR 8 ", "minimum 500,000"],
        ),
        ("profitability", "profit: -20000", ["EUR -20,000", "EUR 50,000.50"]),
    ],
)
def test_figures_are_reported(criterion: str, fields: str, figures: list[str]) -> None:
    """A contradiction is reported with both figures."""
    (message,) = messages(deal(rated(FRESH, **{criterion: "+!"}), fields=fields))
    assert all(figure in message for figure in figures), message


@pytest.mark.parametrize(
    ("sign", "event", "place"),
    [
        ("+!", "", US.format("compelling_event")),
        ("+!", "compelling_event: {what: Support ends}", "compelling_event"),
        ("+!", "compelling_event: {date: 2027-03-31}", "compelling_event"),
        ("+!", "compelling_event: {what: Support ends, date: 2027-03-31}", ""),
        ("+!", "status: lost", ""),
        ("-", "", ""),
        ("?", "", ""),
    ],
)
def test_unexplained_event(sign: str, event: str, place: str) -> None:
    """A + on the compelling event has to say what it is and by when."""
    text = deal(rated(FRESH, compelling_event=sign), fields=event)
    assert found(text) == ([f"TAS217 warning {place}"] if place else [])


@pytest.mark.parametrize(
    ("event", "words"),
    [
        ("", "what it is or when the customer must act"),
        ("compelling_event: {what: Support ends}", "when the customer must act"),
        ("compelling_event: {date: 2027-03-31}", "what it is"),
    ],
)
def test_missing_part_of_event(event: str, words: str) -> None:
    """The missing part of the compelling event is named."""
    (message,) = messages(deal(rated(FRESH, compelling_event="+!"), fields=event))
    assert message == f"#5 Compelling event is rated +, but the file does not say {words}"


@pytest.mark.parametrize(
    ("close", "rest", "late"),
    [
        ("2027-03-31", "", False),
        ("2027-04-01", "", True),
        ("2027-04-01", "status: disengaged", False),
    ],
)
@pytest.mark.parametrize("sign", ["", "+!", "?", "-"])
def test_close_after_event(close: str, rest: str, sign: str, *, late: bool) -> None:
    """The close may not come after the event, unless the event is known to compel nobody."""
    fields = f"expected_close: {close}\ncompelling_event: {{what: x, date: 2027-03-31}}\n{rest}"
    text = deal(rated(FRESH, compelling_event=sign) if sign else "", fields=fields)
    text = text if sign else text.removesuffix("assessments:\n")
    expected = ["TAS218 warning expected_close"] if late and sign != "-" else []
    assert found(text) == expected


@pytest.mark.parametrize(
    ("evidence", "nameless"),
    [
        ("[{what: They like us}]", True),
        ("[{what: They like us, who: L. Prado}]", False),
        ('[{what: They like us, link: "https://example.com"}]', False),
        ("[{what: They like us}, {who: L. Prado}]", False),
    ],
)
def test_source(evidence: str, *, nameless: bool) -> None:
    """A + needs at least one source: a person or a link."""
    text = deal(rated(FRESH, inside_support=backed(evidence)))
    place = f"{US.format('inside_support')}.evidence.0"
    assert found(text) == ([f"TAS219 info {place}"] if nameless else [])
    assert found(text + "status: won\n") == []


@pytest.mark.parametrize(
    ("who", "own"),
    [
        ("samuel", True),
        ("Samuel, our rep", True),
        ("nicole", True),
        ("NICOLE BAUMGARTNER, account manager", True),
        ("tomas", True),
        ("Nicole Baumgartner; J. Meyer, COO", False),
        ("Nicole Meyer, COO", False),
    ],
)
def test_own_word(who: str, *, own: bool) -> None:
    """The word of the owner or team is not the customer's, however the name is written."""
    text = deal(rated(FRESH, inside_support=proof(who=who)), fields="owner: samuel")
    place = f"{US.format('inside_support')}.evidence.0.who"
    assert found(text) == ([f"TAS220 info {place}"] if own else [])
    assert found(text + "status: won\n") == []


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"solution_fit": proof(who="tomas", link="https://example.com")}, []),
        ({"sales_resource_requirements": proof(who="tomas")}, []),
        ({"profitability": proof(who="tomas")}, []),
        ({"solution_fit": backed("[{who: tomas}, {who: Ann}]")}, []),
        (
            FLANKING | {"solution_fit": proof(who="tomas")},
            [f"TAS220 warning {US.format('solution_fit')}.evidence.0.who"],
        ),
    ],
)
def test_own_word_enough(cells: dict[str, str], expected: list[str]) -> None:
    """Our own word is enough on what we judge ourselves, or with a link or a customer's word."""
    assert found(deal(rated(FRESH, **cells))) == expected


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (["Ann, CFO", "Ann, CFO", "ANN"], "info"),
        (["Ann, CFO", "Ann, CFO", "Bob"], ""),
        (["Ann, CFO", "Ann, CFO"], ""),
        (["Ann, CFO; Bob", "Ann, CFO; Cid", "Ann, CFO"], ""),
        (["Ann, CFO and Bob", "Ann and Cid", "Ann, CFO"], ""),
        (["tomas", "tomas", "tomas"], ""),
    ],
)
def test_single_source(people: list[str], expected: str) -> None:
    """Three + of the third question that rest on one person are reported."""
    keys = criterion_keys()[10:15]
    cells = {key: proof(who=who) for key, who in zip(keys, people, strict=False)}
    text = deal(rated(FRESH, **cells))
    place = US.format("inside_support")
    assert only(["TAS221"], found(text)) == ([f"TAS221 {expected} {place}"] if expected else [])
    assert found(text + "status: lost\n") == []


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (["ann", "Ann Bo, CFO", "A. Bo"], ["TAS221"]),
        (["ann; cid", "Cid; Ann Bo, CFO", "ann and cid"], []),
        (["ann; cid", "Ann Bo; Cid", "A. Bo, CFO; cid"], ["TAS221"]),
        (["ann", "cid", "Ann Bo"], []),
        (["nb", "N. Baumgartner", "nicole"], ["TAS220", "TAS220", "TAS220"]),
    ],
)
def test_a_person_on_the_map_is_one_voice(people: list[str], expected: list[str]) -> None:
    """Short name, name and initial count as one; a colleague on the map is still our own side."""
    keys = criterion_keys()[10:15]
    cells = {key: proof(who=who) for key, who in zip(keys, people, strict=False)}
    on_map = "people: {ann: {name: Ann Bo}, cid: {}, nb: {name: Nicole Baumgartner}}\n"
    text = deal(rated(FRESH, **cells)) + on_map
    assert [each[:6] for each in only(["TAS220", "TAS221"], found(text))] == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (FLANKING | {"inside_support": "+!"}, "warning"),
        (FLANKING, ""),
        (FLANKING | {"inside_support": proof(link="https://example.com")}, ""),
        (FLANKING | {"customer_project": "+!"}, ""),
        (dict.fromkeys(criterion_keys()[10:15], proof(link="https://example.com")), ""),
    ],
)
def test_single_source_weight(cells: dict[str, str], expected: str) -> None:
    """One source is a warning if the strategy depends on it; other questions have no such check."""
    place = US.format("inside_support")
    assert found(deal(rated(FRESH, **cells))) == (
        [f"TAS221 {expected} {place}"] if expected else []
    )


TEN = dict(list(unknown().items())[:10])


@pytest.mark.parametrize(
    ("again", "copied"),
    [
        (TEN, True),
        (dict(list(TEN.items())[:9]), False),
        (TEN | {"solution_fit": "-"}, False),
        (TEN | {"solution_fit": '{us: {rating: "?", note: Asked again}}'}, False),
        (TEN | {"solution_fit": '{us: {rating: "?", evidence: [{who: Ann}]}}'}, False),
        (TEN | {"solution_fit": '{us: "?", x-sys: "-"}'}, True),
        (TEN | {"solution_fit": '{us: "?", x-sys: "+"}'}, False),
        (TEN | {"inside_support": '{us: "?", y-corp: "+"}'}, False),
    ],
)
def test_copied(again: dict[str, str], *, copied: bool) -> None:
    """Ten of our ratings restated with nothing new are a copy."""
    first = rated("2026-11-02", **unknown(solution_fit='{us: "?", x-sys: "-"}'))
    text = deal(first, rated(FRESH, **again), fields=COMPETITORS)
    expected = ["TAS222 info assessments.1.date"] if copied else []
    assert only(["TAS222"], found(text)) == expected
    assert only(["TAS222"], found(text + "status: won\n")) == []


def test_copied_newest_only() -> None:
    """Only the newest assessment is checked for copying, whatever the order in the file."""
    days = ("2026-11-16", "2026-11-02", "2026-11-09")
    newest, first, copy = (rated(day, **unknown()) for day in days)
    assert found(deal(newest, first)) == ["TAS222 info assessments.0.date"]
    moved = rated("2026-11-16", **unknown(solution_fit="-"))
    assert found(deal(moved, first, copy)) == []


def test_closed() -> None:
    """A closed deal has no findings about what could still be found out."""
    cells = unknown(solution_fit="+", compelling_event="+")
    del cells["strategic_value"]
    fields = f"{COMPETITORS}\nstatus: won\nexpected_close: 2030-01-01\namount: 1"
    assert found(deal(rated("2025-01-01", **cells), fields=fields)) == []


def test_later_assessments() -> None:
    """A future assessment is reported and otherwise ignored."""
    text = deal(rated("2026-11-24", solution_fit="+"), rated(FRESH, solution_fit="?"))
    assert found(text) == ["TAS210 warning assessments.0.date"]
    assert found(text, day=date(2026, 11, 24)) == [f"TAS201 info {US.format('solution_fit')}"]


@pytest.mark.parametrize(
    ("competitors", "places"),
    [
        ("{x-sys: {name: X-Sys}, y: {name: Y Corp}}", []),
        ("{x-sys: {name: x-sys}, y: {}}", []),
        ("{x-sys: {name: X-Sys}, y: {name: x-SYS}}", ["y"]),
        ("{x-sys: {name: Rival}, y: {name: X-Sys}}", ["y"]),
        ("{y: {name: X-Sys}, x-sys: {name: Rival}}", ["y"]),
        ("{y: {name: X-Sys}, x-sys: {}}", ["y"]),
        ("{a: {name: Us}, b: {name: Nobody}}", ["a", "b"]),
        (
            '{a: {name: "Caf\u00e9"}, b: {name: "cafe\u0301"}, c: {name: "Ca\u00adf\u00e9"}}',
            ["b", "c"],
        ),
        ('{a: {name: A B}, b: {name: "A\u00a0B"}, c: {name: "A  B"}}', ["b", "c"]),
    ],
)
def test_an_ambiguous_name(competitors: str, places: list[str]) -> None:
    """A competitor's name that is another's name or id, or a reserved word, is a warning."""
    assert only(["TAS223"], found(deal(fields=f"competitors: {competitors}"))) == [
        f"TAS223 warning competitors.{place}.name" for place in places
    ]


@pytest.mark.parametrize(
    ("fields", "places"),
    [
        ("amount: 250.000", ["amount"]),
        ("amount: 250.00\nprofit: 0.5", []),
        ("amount: 250.000\ncurrency: KWD", []),
        ("amount: 250.1250\ncurrency: BHD", []),
        ("amount: 250.1255\ncurrency: BHD", ["amount"]),
        ("amount: 250\ncurrency: JPY", []),
        ("amount: 250.50\ncurrency: JPY", ["amount"]),
        ("amount: 250.00\ncurrency: JPY", []),
        ("profit: -20.000\ncurrency: USD", ["profit"]),
        ("amount: 0.125", ["amount"]),
        (
            "future_revenue: {one_year: 100.000, three_years: 500.000}",
            ["future_revenue.one_year", "future_revenue.three_years"],
        ),
    ],
)
def test_decimals_that_a_currency_does_not_have(fields: str, places: list[str]) -> None:
    """More decimals than the currency has are a warning; trailing zeros beyond them are not."""
    assert found(deal(fields=fields)) == [f"TAS122 warning {place}" for place in places]


def test_both_readings_of_an_amount_are_named() -> None:
    """Three decimals may be meant as thousands: the message says what the amount counts as."""
    text = deal(fields="amount: 250.000\nprofit: 1.2345")
    both, one = examine(text.encode(), SETTINGS, DAY).diagnostics
    assert both.message.endswith("It counts as 250 but may mean 250000")
    assert both.help == "write 250000 or 250"
    assert one.message == "1.2345 has too many decimals: EUR has 2"
