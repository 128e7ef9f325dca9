"""`tas show`: the grid."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from workspaces import HEAD, rated, write

from tas_cli.method.catalogue import criteria_by_key

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

NATIONAL = "national-manufacturing"


@pytest.mark.parametrize(
    ("arguments", "width"),
    [
        ([NATIONAL], "80"),
        ([NATIONAL], "120"),
        ([NATIONAL, "--evidenced"], "80"),
        (["saint-evariste-assurances"], "80"),
        (["saint-evariste-assurances", "--vs", "claimhub"], "80"),
        (["saint-evariste-assurances"], "48"),
        ([NATIONAL, "--history"], "80"),
        (["quarrystone-cement"], "80"),
        (["tamarind-telecom"], "160"),
        (["saint-evariste-assurances"], "160"),
        ([NATIONAL, "--brief"], "80"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else value,
)
def test_pages(tas: Tas, page: SnapshotAssertion, arguments: list[str], width: str) -> None:
    """The sheet of a deal looks the way it did when last reviewed."""
    assert tas.env(COLUMNS=width)("show", *arguments).out == page


@pytest.mark.parametrize("width", ["40", "48", "80", "100", "120", "200"])
@pytest.mark.parametrize("name", [NATIONAL, "saint-evariste-assurances", "hoshizora-foods"])
def test_every_cell_is_shown_at_any_width(tas: Tas, name: str, width: str) -> None:
    """Every criterion's number is in the grid, whatever the output's width."""
    numbers = re.findall(r"(?m)^[–? ] +(\d+) ", tas.env(COLUMNS=width)("show", name).out)
    assert set(map(str, range(1, 21))) <= set(numbers)


@pytest.mark.parametrize("width", [48, 80, 100, 120, 160])
@pytest.mark.parametrize("view", [["--brief"], ["--since", "2026-10-01"]])
def test_lines_of_short_pages_fit(tas: Tas, view: list[str], width: int) -> None:
    """A page without a grid fits narrow output, too."""
    out = tas.env(COLUMNS=str(width))("show", NATIONAL, *view).out
    assert max(map(len, out.splitlines())) <= width


@pytest.mark.parametrize("width", [80, 100, 120, 160])
@pytest.mark.parametrize("view", [["--history"], [], ["--evidenced"]])
def test_lines_fit_the_width(tas: Tas, view: list[str], width: int) -> None:
    """No line is wider than the output."""
    out = tas.env(COLUMNS=str(width))("show", NATIONAL, *view).out
    assert max(map(len, out.splitlines())) <= width


FIVE = "a: {name: Alpha}, b: {name: Beta}, c: {name: Gamma}, d: {name: Delta}, e: {name: Epsilon}"


def test_five_competitors_stand_side_by_side_at_80_columns(tas: Tas, tmp_path: Path) -> None:
    """Narrow columns keep the sign in its place, the balance, and evidence with its age."""
    cell = "{rating: '+', evidence: [{when: 2026-11-20, what: x}]}"
    text = rated(
        f"2026-11-20 | solution_fit: {{us: {cell}, a: '-', b: '+', c: '?', e: {cell}}}",
        competitors=f"{{{FIVE}}}",
    )
    write(tmp_path, {"opportunities/deal.yaml": text})
    lines = tas.at(tmp_path)("show", "deal").out.splitlines()
    (head,) = [line for line in lines if "Alpha" in line and "Beta" in line]
    assert head.split() == ["Us", "Alpha", "Beta", "Gamma", "Delta", "Epsilon"]
    (row,) = [line for line in lines if line.startswith("   7 ")]
    assert row[26:] == " ··+ •3d  –··      ··+      ·?·      · ·      ··+ •3d"
    narrow = tas.env(COLUMNS="72")("show", "deal").out
    (question,) = [line for line in narrow.splitlines() if line.startswith("2 Can we")]
    assert question.split()[4:] == ["+1", "–0", "?4", "–1", "+1", "0", "0", "+1"]


@pytest.mark.parametrize("name", [NATIONAL, "saint-evariste-assurances", "cobalt-ridge-mining"])
def test_a_brief_page_fits_a_small_terminal(tas: Tas, name: str) -> None:
    """With --brief a deal takes fewer than 24 lines of 80 cells."""
    lines = tas("show", name, "--brief").out.splitlines()
    assert len(lines) < 24
    assert max(map(len, lines)) <= 80


def test_a_brief_page_of_a_talkative_deal_fits_too(tas: Tas, tmp_path: Path) -> None:
    """Long texts and many competitors do not make it longer."""
    long = "word " * 60
    names = ", ".join(f"c{number}: {{name: {long}}}" for number in range(9))
    text = rated("2026-01-20 | solution_fit: {us: '+'}", competitors=f"{{{names}}}")
    text += "process: {step: solution}\nexpected_close: 2026-01-01\n"
    text += f"compelling_event: {{what: {long}}}\non_hold: {{since: 2026-02-01}}\n"
    text += f"next: {{date: 2026-12-01, what: {long}}}\nforecast: commit\n"
    late = ", ".join(f"{{date: 2026-01-30, what: {long}, due: 2026-02-0{day}}}" for day in (1, 2))
    text += f"actions: [{late}]\n"
    write(tmp_path, {"opportunities/deal.yaml": text})
    lines = tas.at(tmp_path)("show", "deal", "--brief").out.splitlines()
    assert len(lines) < 24
    assert max(map(len, lines)) <= 80
    assert any(line.startswith("Unknown: #1 Customer's project, #2 ") for line in lines)


def test_the_conclusion_comes_first(tas: Tas) -> None:
    """The strategy and what to do stand above the grid, and the sales step in the head."""
    out = tas("show", "tamarind-telecom").out
    order = [
        "sales step Qualify",
        "Undecided between",
        "Do first",
        "1 Is there an opp",
        "Find out (?)",
    ]
    assert [out.index(each) for each in order] == sorted(out.index(each) for each in order)
    assert "sales step" not in tas("show", "harrow-pike-logistics").out


def test_a_closed_deal_works_on_no_step(tas: Tas, tmp_path: Path) -> None:
    """The head of a closed deal names no sales step."""
    step = HEAD + "process: {step: proof}\n"
    write(tmp_path, {"opportunities/deal.yaml": step})
    assert "sales step Proof" in tas.at(tmp_path)("show", "deal").out
    write(tmp_path, {"opportunities/deal.yaml": step + "status: lost\n"})
    assert "sales step" not in tas("show", "deal").out


def test_plain_lines_for_a_screen_reader(tas: Tas) -> None:
    """ACCESSIBLE replaces the drawn grid by a line for each criterion, with every party."""
    shown = tas.env(ACCESSIBLE="1")("show", NATIONAL).out
    assert (
        "  #5 Compelling event: Us +, evidence 7 weeks old; X-Sys –, evidence 7 weeks old" in shown
    )
    assert "  #8 Resources needed: Us +, no evidence; X-Sys –\n" in shown
    assert "··" not in shown


def test_on_a_wide_screen_questions_stand_beside_the_grid(tas: Tas) -> None:
    """At 160 columns an unknown cell's question is in its row, and not repeated below."""
    out = tas.env(COLUMNS="160")("show", "tamarind-telecom").out
    row = next(line for line in out.splitlines() if line.startswith("? 12 "))
    assert row.endswith("Which executives can sway this decision?")
    assert "Find out (?)" not in out


def cells(result: Any) -> dict[str, dict[str, Any]]:
    """Return the cells of a JSON sheet by criterion."""
    return {
        criterion["key"]: criterion["cells"]
        for question in result.json["questions"]
        for criterion in question["criteria"]
    }


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Tas:
    """A deal that is assessed three times."""
    text = rated(
        "2026-01-10 | solution_fit: {us: '?', x: '+'} | access_to_funds: {us: '+'}",
        "2026-03-10 | solution_fit: {us: {rating: '+', evidence: [{when: 2026-03-08, what: a}]}}",
        "2026-05-10 | solution_fit: {us: '+'} | access_to_funds: {us: '-'}",
    )
    write(tmp_path, {"opportunities/deal.yaml": text})
    return tas.at(tmp_path)


def test_every_cell_shows_evidence_and_age(deal: Tas) -> None:
    """A cell's age counts from the newest assessment that states it; evidence has its own."""
    cell = cells(deal.env(TAS_TODAY="2026-05-20")("show", "deal", "--format", "json"))[
        "solution_fit"
    ]["us"]
    assert (cell["rating"], cell["age"], cell["evidence_age"]) == ("+", 10, 73)
    assert (cell["stated"], cell["since"]) == ("2026-05-10", "2026-03-10")


def test_a_day_shows_the_deal_as_of_then(deal: Tas) -> None:
    """With --at nothing later than that date is shown."""
    then = deal("show", "deal", "--at", "2026-02-01", "--format", "json")
    assert cells(then)["solution_fit"]["us"]["rating"] == "?"
    assert then.json["assessments"] == ["2026-01-10"]


def test_only_evidenced_ratings_count(deal: Tas) -> None:
    """With --evidenced our + without evidence is unknown; a competitor's stays."""
    then = deal("show", "deal", "--at", "2026-04-01", "--evidenced", "--format", "json")
    assert cells(then)["access_to_funds"]["us"]["rating"] == "?"
    assert cells(then)["solution_fit"]["us"]["rating"] == "+"
    assert cells(then)["solution_fit"]["x"]["rating"] == "+"


def test_changes_are_since_the_previous_assessment(deal: Tas) -> None:
    """Changes are relative to the second newest assessment."""
    changes = deal("show", "deal", "--format", "json").json["changes"]
    assert changes["since"] == "2026-03-10"
    assert changes["ratings"] == [
        {"criterion": "access_to_funds", "party": "us", "from": "+", "to": "-"}
    ]


def test_one_competitor_can_be_picked(deal: Tas) -> None:
    """--vs shows us and that competitor, by id or by name."""
    by_id = deal("show", "deal", "--vs", "x", "--format", "json").json["parties"]
    assert [(each["id"], each["name"]) for each in by_id] == [("us", "Us"), ("x", "X")]
    assert deal("show", "deal", "--vs", "X", "--format", "json").json["parties"] == by_id


def test_an_unknown_competitor_is_a_wrong_call(deal: Tas) -> None:
    """An unknown competitor is refused, and the deal's own are listed."""
    result = deal("show", "deal", "--vs", "nobody-knows")
    assert (result.status, result.out) == (2, "")
    assert "Its competitors: x, z." in result.err


def test_history_has_a_column_for_every_assessment(deal: Tas) -> None:
    """--history gives the state at each assessment's date."""
    columns = deal("show", "deal", "--history", "--format", "json").json["history"]
    assert [(column["date"], column["ratings"]["solution_fit"]["us"]) for column in columns] == [
        ("2026-01-10", "?"),
        ("2026-03-10", "+"),
        ("2026-05-10", "+"),
    ]


def test_a_carried_over_sign_is_in_brackets(deal: Tas) -> None:
    """The form distinguishes signs stated that day from carried-over ones."""
    out = deal("show", "deal", "--history").out
    funds = next(line for line in out.splitlines() if line.startswith(" 4 "))
    assert re.sub(r" +", " ", funds).strip() == "4 Access to funds + (+) –"


def test_an_unrated_deal_says_so(tas: Tas, tmp_path: Path) -> None:
    """A file without assessments is shown with every cell unknown."""
    write(tmp_path, {"opportunities/new.yaml": "tas: 1\nname: a\ncustomer: b\n"})
    result = tas.at(tmp_path)("show", "new")
    assert result.status == 0
    assert "never assessed" in result.out
    assert tas("show", "new", "--history").status == 0


def test_the_picture_is_the_same_for_the_same_deal(tas: Tas) -> None:
    """The SVG loads no font and does not change from run to run."""
    first = tas("show", NATIONAL, "--format", "svg").out
    assert first == tas("show", NATIONAL, "--format", "svg").out
    assert first.startswith("<svg")
    assert "http" not in first.replace("http://www.w3.org/2000/svg", "")


def test_a_picture_in_a_file(tas: Tas, tmp_path: Path) -> None:
    """--output draws to a file what --format svg prints, with the options of the page."""
    text = rated("2026-01-10 | solution_fit: {us: '+', x: '+'}")
    root = write(tmp_path, {"opportunities/deal.yaml": text})
    deal = tas.at(root)
    options = ("--vs", "x", "--at", "2026-01-12", "--evidenced")
    shown = deal("show", "deal", *options, "--format", "svg").out
    assert "As of 12 January 2026" in shown
    assert deal("show", "deal", *options, "--output", "a.svg").out == (
        "Drew the scorecard of deal to a.svg.\n"
    )
    assert (root / "a.svg").read_text() == shown
    assert deal("show", "deal", "--output", "a.svg", "--format", "json").status == 2


@pytest.mark.parametrize(
    "option", ["--history", "--evidence", "--brief", "--since 2026-01-01", NATIONAL]
)
def test_what_no_picture_shows_is_refused(tas: Tas, option: str) -> None:
    """A picture never leaves out in silence what was asked for."""
    refused = tas("show", NATIONAL, *option.split(), "--output", "a.svg")
    assert refused.status == 2
    assert not refused.out


def test_by_path(tas: Tas) -> None:
    """An opportunity can be named by its file as well as by its id."""
    assert tas("show", f"opportunities/{NATIONAL}.yaml").out == tas("show", NATIONAL).out


def test_color_only_where_asked_for(tas: Tas) -> None:
    """A pipe gets no escape sequences; FORCE_COLOR turns them on, 0 and NO_COLOR off."""
    plain = tas("show", NATIONAL).out
    assert "\x1b" not in plain
    colored = tas.env(FORCE_COLOR="1")("show", NATIONAL).out
    assert "\x1b[1;38;5;28m+" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain
    assert tas.env(FORCE_COLOR="0")("show", NATIONAL).out == plain
    assert tas.env(FORCE_COLOR="1", NO_COLOR="1")("show", NATIONAL).out == plain


def test_history_counts_only_evidence_where_asked(deal: Tas) -> None:
    """--history with --evidenced shows our bare claims as unknown in every column."""
    shown = deal("show", "deal", "--history", "--evidenced", "--format", "json").json
    assert [column["ratings"]["access_to_funds"]["us"] for column in shown["history"]] == [
        "?",
        "?",
        "-",
    ]


def test_history_shows_strategies_and_slips(tas: Tas) -> None:
    """The form has the strategy of each date, and below it other changes."""
    out = tas("show", NATIONAL, "--history").out
    assert re.search(r"strategy +2 \? +2 \? +2 \? +Flank", out)
    assert "2026-10-05  expected_close: 2027-01-31 → 2027-03-31" in out


def test_a_stale_rating_is_to_be_rechecked(deal: Tas, tmp_path: Path) -> None:
    """Our ratings older than the company's limit are listed with their age."""
    heading = "Re-check (older than 30 days)"
    write(tmp_path, {"tas.yaml": "tas: 1\nstale_after: 30\n"})
    assert heading not in deal.env(TAS_TODAY="2026-06-09")("show", "deal").out
    out = deal.env(TAS_TODAY="2026-06-10")("show", "deal").out
    assert f"{heading}\n#4 Access to funds (4 weeks), #7 Solution fit (4 weeks)" in out


def test_a_later_assessment_is_mentioned(deal: Tas) -> None:
    """Entries dated in the future are left out, and the output says so."""
    assert "; 2 later assessments not shown" in deal("show", "deal", "--at", "2026-02-01").out


def test_evidence_is_shown_in_full(tas: Tas) -> None:
    """--evidence shows who said what, and when."""
    out = " ".join(tas("show", NATIONAL, "--evidence").out.split())
    assert "2026-06-09, Dana Whitlock, head of field service: Says her bosses have never met" in out
    assert "Evidence and notes" not in tas("show", NATIONAL).out


def test_the_compelling_event_is_in_the_head(tas: Tas) -> None:
    """The compelling event and its date are at the top."""
    assert "customer must act by 2027-03-31: The vendor is" in tas("show", NATIONAL).out


def test_an_overdue_deal_says_so_without_color(tas: Tas) -> None:
    """A close date in the past is pointed out."""
    assert "OVERDUE: was due to close 2026-06-30" in tas("show", "cobalt-ridge-mining").out


@pytest.mark.parametrize(
    ("cells", "pole"),
    [
        ("{us: '-', x: '+'}", "adverse"),
        ("{us: '+', x: '-'}", "adverse"),
        ("{us: '-', x: '-'}", "undefined"),
        ("{us: '-', x: '?'}", "undefined"),
        ("{us: '+', x: '+'}", "undefined"),
    ],
)
@pytest.mark.parametrize(
    "criterion",
    [
        "customer_project",
        "compelling_event",
        "formal_decision_criteria",
        "informal_decision_criteria",
    ],
)
def test_criteria_somebody_rated_plus_are_defined(
    tas: Tas, tmp_path: Path, criterion: str, cells: str, pole: str
) -> None:
    """A - next to another party's + does not look undefined: it is known, and against us."""
    text = rated(f"2026-01-10 | {criterion}: {cells}", competitors="{x: {name: X}}")
    write(tmp_path, {"opportunities/deal.yaml": text})
    out = tas.at(tmp_path)("show", "deal").out
    row = rf"{re.escape(criteria_by_key()[criterion].short)} +{pole} .* defined$"
    assert re.search(row, out, re.MULTILINE)


def test_balances_and_leads_are_labeled_as_our_reading(tas: Tas) -> None:
    """The method compares columns without totals, and the page says once whose view it is."""
    out = tas("show", "national-manufacturing").out
    assert out.count("the lead: `tas explain balance`") == 1


def test_a_long_name_is_given_in_full(tas: Tas, tmp_path: Path) -> None:
    """A competitor's name that fits no column is below the bars."""
    name = "Alpha International Software Holdings GmbH"
    text = rated("2026-01-10 | solution_fit: {x: '+'}", competitors=f"{{x: {{name: {name}}}}}")
    write(tmp_path, {"opportunities/deal.yaml": text})
    assert f"is {name}" in tas.at(tmp_path)("show", "deal").out


@pytest.mark.parametrize("status", ["won", "lost", "disengaged"])
@pytest.mark.parametrize(
    "call",
    [
        ("show",),
        ("show", "--brief"),
        ("show", "--format", "svg"),
        ("show", "--history"),
        ("strategy",),
        ("prep",),
    ],
)
def test_a_closed_deal_suggests_no_action(
    tas: Tas, tmp_path: Path, status: str, call: tuple[str, ...]
) -> None:
    """Only an open deal's page says by when the customer must act."""
    event = "compelling_event: {what: Support ends, date: 2027-03-31}\n"
    closed = f"status: {status}\nclosed: {{date: 2026-11-01}}\n"
    write(tmp_path, {"opportunities/deal.yaml": HEAD + event + closed})
    command, *options = call
    assert "must" not in tas.at(tmp_path)(command, "deal", *options).out
    write(tmp_path, {"opportunities/deal.yaml": HEAD + event})
    assert "must" in tas(command, "deal", *options).out


@pytest.mark.parametrize(
    ("close", "words"),
    [
        ("2026-11-21", "2 days ago"),
        ("2026-11-22", "yesterday"),
        ("2026-11-24", "tomorrow"),
        ("2026-11-25", "in 2 days"),
    ],
)
def test_one_day_is_singular(tas: Tas, tmp_path: Path, close: str, words: str) -> None:
    """The distance to a close date reads the way people say it."""
    deal = HEAD + f"owner: kim\nexpected_close: {close}\n"
    write(tmp_path, {"opportunities/deal.yaml": deal})
    assert words + " · kim" in tas.at(tmp_path)("show", "deal").out


HOSTILE = (
    HEAD
    + """\
owner: "@all"
competitors: {x: {name: "\\e[1mX\\u202e::error::"}}
assessments:
  - date: 2026-11-10
    ratings:
      solution_fit:
        us: {rating: "+", evidence: [{who: "\\e]0;CFO\\a, CFO", what: "::error::y"}]}
        x: {rating: "-", evidence: [{when: 2026-11-09, who: "CFO", what: "\\e[31m##[x]"}]}
notes: [{date: 2026-11-11, text: "\\e[2J::warning::z"}]
history:
  - {date: 2026-11-12, field: strategy.chosen, from: frontal, to: flanking, reason: "\\e[1mwhy"}
strategy: {chosen: flanking, reason: "::error::r"}
"""
)


@pytest.mark.parametrize(
    "call",
    [
        ("show", "--brief"),
        ("show", "--since", "2026-11-01"),
        ("strategy",),
        ("strategy", "--as", "x"),
        ("prep", "--with", "CFO"),
    ],
    ids=" ".join,
)
def test_no_text_of_a_file_acts(tas: Tas, tmp_path: Path, call: tuple[str, ...]) -> None:
    """Whatever a file says, a page has no escape sequences, and no line is a command for CI."""
    write(tmp_path, {"opportunities/deal.yaml": HOSTILE})
    command, *options = call
    result = tas.at(tmp_path)(command, "deal", *options)
    assert result.status == 0, result.err
    assert not set(result.out) & set("\x1b\x07\u202e")
    assert not re.search(r"(?m)^::|##\[", result.out)


SOLUTION = "process: {step: solution, steps: {solution: {started: 2026-11-13}}}\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "expected_close: 2026-11-20\n",
            "1 Set a new close date, or close the deal: `tas set deal ",
        ),
        (
            SOLUTION + "expected_close: 2026-12-20\n",
            "1 Check the close date: the usual steps ",
        ),
        (SOLUTION + "expected_close: 2028-12-20\n", "1 Find out #"),
        ("on_hold: {since: 2026-11-01, trigger: Their merger}\nexpected_close: 2026-11-20\n", ""),
        ("status: lost\n", ""),
    ],
)
def test_what_to_do_first(tas: Tas, tmp_path: Path, text: str, words: str) -> None:
    """A date that is over or too close comes first; a deal on hold or closed asks for nothing."""
    write(tmp_path, {"opportunities/deal.yaml": HEAD + text})
    out = tas.at(tmp_path)("show", "deal").out
    assert ("Do first" in out) is bool(words)
    assert f" {words}" in out
