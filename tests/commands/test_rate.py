"""`tas rate`: cells from a line or a table, all or nothing."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

import pytest
from changes import DEAL, Deal
from terminal import talk
from workspaces import HEAD, rated, write

from tas_cli.method.catalogue import criteria

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

TODAY = ["+   - date: 2026-11-23", "+     by: nicole", "+     ratings:"]


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal that was assessed three weeks ago."""
    return Deal(tas, tmp_path)


def table(deal: Deal, monkeypatch: pytest.MonkeyPatch, data: str | bytes, *options: str) -> int:
    """Rate the deal from a table on standard input."""
    content = data if isinstance(data, bytes) else data.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    return deal.tas("rate", "a", "--from", "-", *options).status


@pytest.mark.parametrize(
    ("arguments", "added"),
    [
        (["5=+"], ['+       compelling_event: {us: "+"}']),
        (["5+"], ['+       compelling_event: {us: "+"}']),
        (["9:x-sys+"], ['+       current_relationship: {x-sys: "+"}']),
        (["9:x-s-"], ['+       current_relationship: {x-sys: "-"}']),
        (["x-sys:9 –"], ['+       current_relationship: {x-sys: "-"}']),
        (["compelling_event=p"], ['+       compelling_event: {us: "+"}']),
        (["Compelling event=plus"], ['+       compelling_event: {us: "+"}']),
        (["5:us=–"], ['+       compelling_event: {us: "-"}']),
        (["5:X-Sys=−"], ['+       compelling_event: {x-sys: "-"}']),
        (["9:x-sys=?"], ['+       current_relationship: {x-sys: "?"}']),
        (["9=u", "9:x-sys=m"], ['+       current_relationship: {us: "?", x-sys: "-"}']),
        (["--confirm", "7"], ['+       solution_fit: {us: "+"}']),
        (
            ["6=-", "--confirm", "7, 5:x-sys"],
            [
                '+       compelling_event: {x-sys: "-"}',
                '+       formal_decision_criteria: {us: "-"}',
                '+       solution_fit: {us: "+"}',
            ],
        ),
    ],
)
def test_cells_go_into_todays_assessment(
    deal: Deal, arguments: list[str], added: list[str]
) -> None:
    """Cells are named by number, key or title, signs by letter, too; nothing else changes."""
    result = deal.tas("rate", "a", *arguments)
    assert result.status == 0, result.err
    assert deal.changes() == [*TODAY, *added]


def test_a_cell_with_evidence(deal: Deal) -> None:
    """Evidence and note go to the one named cell and keep its earlier details."""
    result = deal.tas(
        *("rate", "a", "12=+", "--evidence", "asked us, not them", "--who", "J. Meyer, COO"),
        *("--when", "2026-11-20", "--link", "https://example.com/12", "--note", "call her"),
        *("--by", "tomas"),
    )
    assert result.status == 0, result.err
    assert "with evidence" in result.out
    cell = deal.tas("show", "a", "--format", "json").json["questions"][2]["criteria"][1]["cells"]
    assert cell["us"]["evidence"] == [
        {
            "when": "2026-11-20",
            "who": "J. Meyer, COO",
            "what": "asked us, not them",
            "link": "https://example.com/12",
        }
    ]
    assert cell["us"]["note"] == "call her"
    assert "+     by: tomas" in deal.changes()


NOTED = {
    "brackets": 'compelling_event: {us: {rating: "+", note: x}}   # c\n',
    "lines": 'compelling_event:\n        us:   # c\n          rating: "+"\n          note: x\n',
    "with-evidence": (
        'compelling_event:\n        us:   # c\n          rating: "+"\n'
        "          note: |\n            x\n          evidence: [{what: y}]\n"
    ),
}


@pytest.mark.parametrize("noted", NOTED.values(), ids=NOTED)
def test_a_note_is_removed(tas: Tas, tmp_path: Path, noted: str) -> None:
    """An empty note removes the cell's note and keeps everything else."""
    deal = Deal(
        tas, tmp_path, HEAD + "assessments:\n  - date: 2026-11-02\n    ratings:\n      " + noted
    )
    result = tas("rate", "a", "5=+", "--note", " ", "--date", "2026-11-02")
    assert result.status == 0, result.err
    cell = tas("show", "a", "--format", "json").json["questions"][0]["criteria"][4]["cells"]["us"]
    assert (cell["rating"], cell["note"]) == ("+", None)
    assert len(cell["evidence"]) == noted.count("evidence")
    assert "   # c\n" in deal.text
    assert "note" not in deal.text
    again = tas("rate", "a", "5=+", "--note", "", "--date", "2026-11-02", "--format", "json")
    assert again.json["changed"] is False


def test_a_note_of_an_earlier_day_is_removed(deal: Deal) -> None:
    """A note lasts as long as its sign: a new sign drops it, whoever wrote it."""
    deal.tas("rate", "a", "7=+", "--note", "ring her", "--date", "2026-11-10")
    deal.tas("rate", "a", "7:x-sys=+", "--note", "theirs", "--date", "2026-11-10")
    assert deal.tas("rate", "a", "--confirm", "7", "--note", "").status == 0
    assert "ring her" not in deal.text
    assert "theirs" in deal.text
    assert "the test went well" in deal.text


def test_a_note_added_and_removed_leaves_no_trace(deal: Deal) -> None:
    """The file keeps its bytes."""
    call = ("rate", "a", "5=?", "--date", "2026-11-02", "--note")
    deal.tas(*call, "so")
    assert not deal.untouched
    deal.tas(*call, "")
    assert deal.untouched


def test_a_second_call_adds_to_the_days_assessment(deal: Deal) -> None:
    """Two calls for one date make one assessment with the cells of both."""
    deal.tas("rate", "a", "5=+", "--date", "2026-11-20")
    deal.tas("rate", "a", "5:x-sys=?", "6=-", "--date", "2026-11-20", "--by", "tomas")
    assert deal.changes() == [
        "+   - date: 2026-11-20",
        "+     by: nicole",
        "+     ratings:",
        '+       compelling_event: {us: "+", x-sys: "?"}',
        '+       formal_decision_criteria: {us: "-"}',
    ]


def test_the_author_of_an_assessment_stays(deal: Deal) -> None:
    """Whoever adds to another person's assessment learns that its author stays."""
    result = deal.tas("rate", "a", "6=-", "--date", "2026-11-02", "--by", "tomas")
    assert "keeps its author (nicole)" in result.err
    assert deal.changes() == ['+       formal_decision_criteria: {us: "-"}']


@pytest.mark.parametrize(
    "arguments",
    [
        ["5=+"],
        ["--confirm", "7"],
        ["5=+", "--evidence", "she said so", "--who", "Raj"],
        ["5=+", "--note", "maybe"],
        ["--confirm", "7", "--evidence", "again", "--when", "2026-11-20"],
    ],
)
def test_the_same_call_twice(deal: Deal, arguments: list[str]) -> None:
    """Repeating a call on the same day changes nothing, and the output says so."""
    deal.tas("rate", "a", *arguments)
    once = deal.text
    result = deal.tas("rate", "a", *arguments)
    assert result.status == 0
    assert "Nothing to change" in result.out
    assert deal.text == once


def test_what_is_printed(deal: Deal, page: SnapshotAssertion) -> None:
    """Cells are shown before and after, then the old and the new strategy."""
    result = deal.tas("rate", "a", "5=-", "9=+", "17=-", "20=-", "9:x-sys=m", "--confirm", "7")
    assert result.out == page


def test_the_document(deal: Deal) -> None:
    """JSON has each cell and the strategy before and after, alone on standard output."""
    result = deal.tas("rate", "a", "5=+", "--format", "json")
    printed = result.json
    assert (printed["version"], printed["id"], printed["file"]) == (1, "a", "opportunities/a.yaml")
    assert (printed["changed"], printed["dry_run"]) == (True, False)
    (cell,) = printed["cells"]
    assert (cell["criterion"], cell["party"], cell["date"]) == (
        "compelling_event",
        "us",
        "2026-11-23",
    )
    assert (cell["before"]["rating"], cell["before"]["age"]) == ("?", 21)
    assert (cell["after"]["rating"], cell["after"]["age"], cell["now"]) == ("+", 0, "+")
    assert printed["strategy"]["before"]["reachable"] != printed["strategy"]["after"]["recommended"]
    assert printed["strategy"]["after"]["deciding"]


def test_a_past_day_under_a_newer_rating(deal: Deal) -> None:
    """If a newer assessment differs, the output says what is current."""
    result = deal.tas("rate", "a", "5:x-sys=+", "--date", "2026-10-01")
    assert "→ +       on 2026-10-01, – today" in result.out
    printed = deal.tas("rate", "a", "5:x-sys=+", "--date", "2026-10-01", "--format", "json").json
    assert (printed["changed"], printed["cells"][0]["now"]) == (False, "-")


AGAIN = """\
assessments:
  - date: 2026-11-23   # a Monday
    ratings:
      # the fit
      solution_fit:
        us:            # ours
          rating: "+"  # so far
          note: ring her   # soon
          evidence:
            - what: the test went well
      degree_of_risk: {us: "-"}   # bold
      access_to_funds:
        us: {rating: '?', note: who signs?}   # ask
competitors: {}
"""


def test_a_sign_turned_on_the_same_day_with_evidence_is_refused(tas: Tas, tmp_path: Path) -> None:
    """Evidence is lost with its sign: a script has to confirm that."""
    deal = Deal(tas, tmp_path, HEAD + AGAIN)
    result = tas("rate", "a", "7=-", "19=+")
    assert (result.status, result.out) == (2, "")
    assert "#7 Solution fit is + in the assessment of 2026-11-23: the test went" in result.err
    assert "Add --replace to remove it, or give another date to keep both." in result.err
    assert deal.untouched
    assert tas("rate", "a", "7=-", "--dry-run").status == 0


def test_the_same_in_a_table(deal: Deal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row that would remove evidence stops its table, as it would stop a call."""
    rows = "criterion,rating,date\n6,+,\n7,-,2026-11-02\n"
    assert table(deal, monkeypatch, rows) == 2
    assert deal.untouched
    assert table(deal, monkeypatch, rows, "--replace") == 0
    assert "the test went well" not in deal.text


def test_a_sign_replaced_on_the_same_day_loses_its_evidence_alone(tas: Tas, tmp_path: Path) -> None:
    """The note and comments stay, and the removed evidence is reported."""
    deal = Deal(tas, tmp_path, HEAD + AGAIN)
    result = tas("rate", "a", "7=-", "--replace")
    assert "that day's evidence for + was removed" in result.out
    assert deal.changes() == [
        '-           rating: "+"  # so far',
        '+           rating: "-"  # so far',
        "-           evidence:",
        "-             - what: the test went well",
    ]


@pytest.mark.parametrize(
    ("cells", "changes"),
    [
        (["19=+"], {'{us: "-"}   # bold': '{us: "+"}   # bold'}),
        (["4=-"], {"{rating: '?', note": "{rating: '-', note"}),
        (["4=-", "--note", "the CFO"], {"'?', note: who signs?}": "'-', note: the CFO}"}),
        (["4=-", "--note", ""], {"{rating: '?', note: who signs?}": "'-'"}),
        (["7=+"], {}),
        (["--confirm", "7,19,4"], {}),
    ],
)
def test_a_sign_turned_on_the_same_day_keeps_note_and_comments(
    tas: Tas, tmp_path: Path, cells: list[str], changes: dict[str, str]
) -> None:
    """Only the sign changes; entering the same sign changes nothing at all."""
    deal = Deal(tas, tmp_path, HEAD + AGAIN)
    assert tas("rate", "a", *cells).status == 0
    wanted = HEAD + AGAIN
    for old, new in changes.items():
        assert old in wanted
        wanted = wanted.replace(old, new)
    assert deal.text == wanted


def test_a_corrected_slip_keeps_the_evidence(deal: Deal) -> None:
    """Entering the old sign again after a refusal keeps everything that was there."""
    deal.tas("rate", "a", "7=+", "--evidence", "and again", "--note", "n")
    there = deal.text
    assert deal.tas("rate", "a", "7=-").status == 2
    assert deal.tas("rate", "a", "7=+").status == 0
    assert deal.text == there


@pytest.mark.parametrize(("answer", "status"), [("y", 0), ("", 130), ("n", 130)])
def test_a_person_is_asked_before_evidence_is_removed(
    tmp_path: Path, answer: str, status: int
) -> None:
    """On a terminal only a yes removes it."""
    write(tmp_path, {"opportunities/a.yaml": HEAD + AGAIN})
    ended, seen = talk(
        tmp_path, ["rate", "a", "7=-"], ("the test went well.*the evidence\\? \\[y/N\\]", answer)
    )
    assert ended == status, seen
    assert ("went well" in (tmp_path / "opportunities/a.yaml").read_text()) is bool(status)


def test_dropped_evidence_is_reported_whenever_the_sign_began(deal: Deal) -> None:
    """Earlier assessments keep their evidence; that of the day itself is removed and reported."""
    deal.tas("rate", "a", "7=+", "--evidence", "and again", "--who", "A. Orr")
    result = deal.tas("rate", "a", "7=-", "--replace")
    assert "that day's evidence for + was removed" in result.out
    assert "and again" not in deal.text
    assert "the test went well" in deal.text


@pytest.mark.parametrize("alone", [["--who", "Raj"], ["--when", "2026-11-02"]])
def test_evidence_needs_more_than_who_or_when(deal: Deal, alone: list[str]) -> None:
    """--who or --when without evidence is refused, and nothing is written."""
    before = deal.text
    result = deal.tas("rate", "a", "5=+", *alone)
    assert result.status == 2
    assert "alone is not evidence" in result.err
    assert "Add what was said or done" in result.err
    assert deal.text == before


def test_a_call_without_ratings_names_the_criteria_to_find_out(deal: Deal) -> None:
    """Without a terminal the refusal has a command to type, and lists deciding criteria first."""
    deciding = deal.tas("strategy", "a", "--format", "json").json["deciding"]
    first = next(each["criterion"] for each in deciding if each["party"] == "us")
    number = next(each.number for each in criteria() if each.key == first)
    result = deal.tas("rate", "a")
    assert result.status == 2
    assert f"Write `tas rate a {number}=u`" in result.err
    assert f"Use one of {number}, " in result.err


def test_a_call_without_ratings_offers_criteria_on_a_terminal(deal: Deal) -> None:
    """A person picks the criterion by its number, the only one shown, and types the sign."""
    status, seen = talk(
        deal.path.parent, ["rate", "a"], (r"\n  7 +Solution fit.*Which criterion", "7"), ("u:", "+")
    )
    assert status == 0, seen
    assert 'solution_fit: {us: "+"}' in deal.text


def test_a_dry_run(deal: Deal) -> None:
    """A dry run shows the change as a diff, in text and in JSON, and writes nothing."""
    result = deal.tas("rate", "a", "5=+", "--dry-run")
    assert result.status == 0
    assert result.out.startswith("--- a/opportunities/a.yaml\n+++ b/opportunities/a.yaml\n@@ ")
    assert '+      compelling_event: {us: "+"}\n' in result.out
    printed = deal.tas("rate", "a", "5=+", "--dry-run", "--format", "json").json
    assert printed["dry_run"]
    assert "\n".join(printed["diff"]) + "\n" == result.out
    assert deal.untouched


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--confirm", ","], "there is nothing to rate"),
        (["5"], "Say how: 5=+, 5=- or 5=u."),
        (["7:+"], "Say how: 7=+, 7=- or 7=u."),
        (["-", "7"], "Say how: 5=+, 5=- or 5=u."),
        (["5=+", "--evidence", "x", "--when", "soon"], "--when soon is not a date"),
        (["5=x"], "is not a rating"),
        (["5=none"], "Use + or p, - or m, u for unknown. 5= takes the rating back."),
        (["21=+"], "unknown criterion '21'.\n  Use its number, 1 to 20"),
        (["fit=+"], "'fit' can mean #7 Solution fit or #13 Cultural fit.\n  Use the number."),
        (["solutoin_fit=+"], "Did you mean solution_fit?"),
        (["5:y-sys=+"], "Use us or x-sys."),
        (["5=+", "5=-"], "given twice"),
        (["7=+", "--confirm", "7"], "given twice"),
        (["--confirm", "8"], "#8 Resources needed has no rating to confirm"),
        (["5=+", "6=-", "--evidence", "x"], "evidence goes with one rating"),
        (["5=+", "6=-", "--note", "x"], "a note goes with one rating"),
        (["5=+", "6=-", "--note", ""], "a note goes with one rating"),
        (["--from", "-", "--note", ""], "--from cannot be combined"),
        (["5=+", "--confirm", "7", "--evidence", "x"], "evidence goes with one rating"),
        (["5=+", "--when", "2026-11-20"], "a date alone is not evidence"),
        (["5=+", "--evidence", "x", "--when", "20.13."], "is not a date"),
        (["5=+", "--evidence", "x", "--when", "2026-12-01"], "is in the future"),
        (["5=+", "--date", "2026-11-24"], "is in the future"),
        (["5=+", "--date", "2026-11-31"], "is not a date"),
        (["5=+", "--evidence", "\udcff"], "not valid UTF-8"),
        (["5=+", "--from", "-"], "--from cannot be combined"),
        (["--from", "nowhere.csv"], "cannot read nowhere.csv: no such file"),
    ],
)
def test_wrong_calls(deal: Deal, arguments: list[str], message: str) -> None:
    """An invalid cell exits with 2, and nothing of the call is written."""
    result = deal.tas("rate", "a", *arguments)
    assert (result.status, result.out) == (2, "")
    assert message in result.err
    assert deal.untouched


CSV = """\
criterion,rating,party,what,who,date
5,+,,"=1+1, he said",Raj,
6,m,us,,,2026-11-20
"Solution fit",–,X-Sys,,,
"""
SPREADSHEET = """\
\ufeffCriterion;Rating;Party;Evidence;Who;Date;\r
5;+;;"=1+1, he said";Raj;;\r
;;;;;;\r
6;-;;;;2026-11-20\r
7;-;x-sys;;;\r
8;;;;;\r
"""
JSON_LINES = """\
{"criterion": 5, "rating": "+", "evidence": "=1+1, he said", "who": "Raj"}

{"criterion": "6", "rating": "-", "date": "2026-11-20", "note": null}
{"criterion": "solution_fit", "rating": "m", "party": "x-sys", "link": ""}
{"criterion": 8, "rating": ""}
"""


@pytest.mark.parametrize(
    "data",
    [
        CSV,
        SPREADSHEET,
        JSON_LINES,
    ],
    ids=["csv", "a spreadsheet's csv", "json lines"],
)
def test_a_table(deal: Deal, monkeypatch: pytest.MonkeyPatch, data: str) -> None:
    """Every form of a table gives the same result: several dates, blank lines skipped."""
    assert table(deal, monkeypatch, data) == 0
    assert deal.changes() == [
        "+   - date: 2026-11-20",
        "+     by: nicole",
        "+     ratings:",
        '+       formal_decision_criteria: {us: "-"}',
        *TODAY,
        "+       compelling_event:",
        "+         us:",
        '+           rating: "+"',
        "+           evidence:",
        '+             - {who: Raj, what: "=1+1, he said"}',
        '+       solution_fit: {x-sys: "-"}',
    ]


ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16, big end first": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "utf-16 without a mark": lambda text: text.encode("utf-16-le"),
    "big end first without a mark": lambda text: text.encode("utf-16-be"),
    "utf-8 with a mark": lambda text: text.encode("utf-8-sig"),
    "utf-8": str.encode,
}
FORMS_OF_ROWS = {
    "tabs": "criterion\trating\twho\twhat\r\n5\t+\tJ. Würsch\tyes, now\r\n",
    "sep": "sep=;\r\ncriterion;rating;who;what\r\n5;+;J. Würsch;yes, now\r\n",
    "sep in quotes": '"sep=|"\ncriterion|rating|who|what\n5|+|J. Würsch|yes, now\n',
    "sep, tab": "SEP=\t\ncriterion\trating\twho\twhat\n5\t+\tJ. Würsch\tyes, now\n",
    "sep, saved again": 'sep=,,,\ncriterion,rating,who,what\n5,+,J. Würsch,"yes, now"\n',
    "lines of an old Mac": "criterion;rating;who;what\r5;+;J. Würsch;yes, now\r",
    "json lines": '{"criterion": 5, "rating": "+", "who": "J. Würsch", "what": "yes, now"}\n',
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("form", FORMS_OF_ROWS)
def test_a_table_as_spreadsheets_save_it(
    deal: Deal, monkeypatch: pytest.MonkeyPatch, form: str, encoding: str
) -> None:
    """UTF-16 is read with or without a byte order mark; a first line may name the separator."""
    assert table(deal, monkeypatch, ENCODINGS[encoding](FORMS_OF_ROWS[form])) == 0
    assert '+             - {who: J. Würsch, what: "yes, now"}' in deal.changes()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"sep=;\ncriterion;rating\n5;+\n77;+\n", "row 3: unknown criterion '77'"),
        (b"sep=;\ncriterion,rating\n5,+\n", "unknown column 'criterion,rating'"),
        (b"sep=;\n", "the table has no ratings"),
        ("criterion,rating\n5,+\n".encode("utf-16")[:-1], "the table is not UTF-8"),
        ("criterion,rating\n5,+\n".encode("utf-32"), "contains U+0000"),
    ],
)
def test_a_declared_separator_is_not_a_row(tas: Tas, deal: Deal, data: bytes, message: str) -> None:
    """Rows are numbered as in the spreadsheet, and a named separator is used as given."""
    (deal.path.parent.parent / "form.csv").write_bytes(data)
    result = tas("rate", "a", "--from", "form.csv")
    assert result.status == 2
    assert message in result.err
    assert deal.untouched


def test_a_table_from_a_file_with_more_evidence_for_one_cell(deal: Deal) -> None:
    """Several rows can give evidence for one cell; rows without a date take the call's."""
    path = deal.path.parent.parent / "form.csv"
    path.write_text("criterion,rating,what\n5,+,one\n5,+,two\n")
    result = deal.tas("rate", "a", "--from", "form.csv", "--date", "2026-11-20")
    assert result.status == 0, result.err
    assert [line.strip() for line in deal.changes()[-2:]] == [
        "+             - {what: one}",
        "+             - {what: two}",
    ]
    assert "+   - date: 2026-11-20" in deal.changes()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "the table has no ratings"),
        ("criterion,rating\n", "the table has no ratings"),
        ("criterion,rating\n5,\n", "the table has no ratings"),
        ("party\nus\n", "row 1: there is no column criterion and no column rating"),
        ("criterion,rating,criterion\n", "row 1: the column criterion appears twice"),
        ("critreion,rating\n5,+\n", "Did you mean criterion?"),
        ("criterion,rating\n5,+\n\n5,=\n", "row 4: '=' is not a rating"),
        ("criterion,rating\n5,+\n99,+\n", "row 3: unknown criterion '99'"),
        ("criterion,rating\n5,+\n,+\n", "row 3: criterion is missing"),
        ("criterion,rating,what\n5,,x\n", "row 2: rating is missing"),
        ("criterion,rating,party\n5,+,z\n", "row 2: unknown competitor 'z'"),
        ("criterion,rating,date\n5,+,2026-11-31\n", "row 2: date: 2026-11-31 is not a date"),
        ("criterion,rating,date\n5,+,2027-01-01\n", "row 2: date: 2027-01-01 is in the future"),
        ("criterion,rating,when\n5,+,2026-01-01\n", "row 2: a date alone is not evidence"),
        ("criterion,rating\n5,+\n5,-\n", "row 3: #5 Compelling event is already rated + in row 2"),
        ("criterion,rating\n5,+,x\n", "row 2: 3 cells, but 2 columns"),
        ('criterion,rating\n5,"+\n', "row 2: unexpected end of data"),
        ('{"criterion": 5, "rating": "+"}\n{"criterion": 5', "row 2: this is not a JSON object"),
        ('["criterion"]', "row 1: this is not a JSON object"),
        ("{" * 5000, "row 1: this is not a JSON object"),
        ('{"criterion": 5, "criterion": 6, "rating": "+"}', "criterion appears twice"),
        ('{"criterion": 5.5, "rating": "+"}', "criterion must be text or a whole number"),
        ('{"criterion": true, "rating": "+"}', "criterion must be text"),
        ('{"criterion": 5, "rating": "+", "x": 1}', "row 1: unknown column 'x'"),
        ("criterion,rating\n5,+\n" + "#" * 1_000_000, "larger than 1,000,000 bytes"),
        (b"criterion,rating,what\n5,+,M\xfcller\n", "the table is not UTF-8"),
    ],
)
def test_a_bad_row(
    tas: Tas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: str | bytes, message: str
) -> None:
    """A bad row is reported by number with its error; nothing of its table is written."""
    deal = Deal(tas, tmp_path)
    content = data if isinstance(data, bytes) else data.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    result = tas("rate", "a", "--from", "-")
    assert result.status == 2
    assert message in result.err
    assert deal.untouched


class Meanwhile(io.BytesIO):
    """A table; while it is read, somebody else writes to the file."""

    def __init__(self, deal: Deal, was: str, now: str) -> None:
        super().__init__(b"criterion,rating\n5,+\n6,-\n")
        self.deal, self.was, self.now = deal, was, now

    def read(self, size: int | None = -1, /) -> bytes:
        """Change the file, then hand over the table."""
        self.deal.path.write_text(self.deal.text.replace(self.was, self.now))
        return super().read(size)


@pytest.mark.parametrize(
    ("now", "message"),
    [
        (
            'compelling_event: {us: "-"',
            "#5 Compelling event: was ?, is now - (as of 2026-11-02); you rated it +",
        ),
    ],
)
def test_the_same_cell_rated_meanwhile(
    deal: Deal, monkeypatch: pytest.MonkeyPatch, now: str, message: str
) -> None:
    """A cell that somebody else rated in the meantime is reported with both values."""
    other = Meanwhile(deal, 'compelling_event: {us: "?"', now)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(other))
    result = deal.tas("rate", "a", "--from", "-")
    assert result.status == 1
    assert message in result.err
    assert deal.text == DEAL.replace('compelling_event: {us: "?"', now)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('compelling_event: {us: "?"', 'compelling_event: {us: "+"'),
        ("      solution_fit:", '      degree_of_risk: {us: "-"}\n      solution_fit:'),
    ],
)
def test_other_cells_rated_meanwhile(
    deal: Deal, monkeypatch: pytest.MonkeyPatch, was: str, now: str
) -> None:
    """An equal rating, or one of another cell, does not conflict: both are kept."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Meanwhile(deal, was, now)))
    assert deal.tas("rate", "a", "--from", "-").status == 0
    assert now in deal.text
    assert 'formal_decision_criteria: {us: "-"}' in deal.text


@pytest.mark.parametrize(
    ("answer", "status", "sign"), [("y", 0, "+"), ("", 130, "-"), ("n", 130, "-")]
)
def test_a_person_is_asked_which_rating_to_keep(
    tmp_path: Path, answer: str, status: int, sign: str
) -> None:
    """A terminal shows both ratings, and only a yes overwrites the other one."""
    file = write(tmp_path, {"opportunities/a.yaml": rated("2026-11-23 | solution_fit: {us: '?'}")})
    file /= "opportunities/a.yaml"
    os.mkfifo(tmp_path / "table")

    def meanwhile() -> None:
        with (tmp_path / "table").open("w") as table:  # wait until the command has read the file
            file.write_text(file.read_text().replace("'?'", "'-'"))
            table.write("criterion,rating\n7,+\n")

    ended, seen = talk(
        tmp_path,
        ["rate", "a", "--from", "table"],
        ("", meanwhile),
        ("is now - \\(as of 2026-11-23\\); you rated it \\+.*yours anyway\\? \\[y/N\\]", answer),
    )
    assert ended == status, seen
    assert f"solution_fit: {{us: '{sign}'}}" in file.read_text()


FORMS = {
    "crlf": DEAL.replace("\n", "\r\n"),
    "flow": HEAD + "competitors: {x-sys: {}}   # one\n"
    'assessments: [{date: 2026-11-23, ratings: {solution_fit: {us: "+"}}}]  # in a row\n',
    "bom, no end": "\ufeff" + HEAD + "# the end",
    "odd": HEAD + "assessments:\n-   date: 2026-11-23   # today\n    ratings:\n"
    "        solution_fit:   {us: '+'}   # yes\n\n\nstrategy:   {chosen: develop}\n",
}


@pytest.mark.parametrize("form", FORMS)
def test_every_other_byte_stays(tas: Tas, tmp_path: Path, form: str) -> None:
    """Comments, line endings, brackets and blank lines stay: text is only inserted."""
    deal = Deal(tas, tmp_path, FORMS[form])
    assert tas("rate", "a", "6=-").status == 0
    before, after = deal.before.decode(), deal.text
    start = next(
        (
            index
            for index, pair in enumerate(zip(before, after, strict=False))
            if len(set(pair)) > 1
        ),
        len(before),
    )
    tail = len(before) - start
    assert after[:start] == before[:start]
    assert after[len(after) - tail :] == before[start:]
    assert "\r\n" not in before or "\n" not in after.replace("\r\n", "")


def test_an_error_elsewhere_does_not_block_an_edit(tas: Tas, tmp_path: Path) -> None:
    """A file with an error elsewhere can be rated, and the error is reported."""
    deal = Deal(tas, tmp_path, DEAL.replace("3000000", "3,000,000"))
    result = tas("rate", "a", "5=+")
    assert result.status == 0
    assert "TAS108: '3,000,000' is not an amount" in result.err
    assert len(deal.changes()) == len(TODAY) + 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (DEAL.replace('{us: "?", x-sys: "-"}', '{us: "?"'), ":15:"),
        (DEAL.replace("    ratings:", "    ratings: none\n    x:"), ":13:"),
    ],
)
def test_an_error_at_the_place(tas: Tas, tmp_path: Path, text: str, place: str) -> None:
    """If an error is in the way, the line to fix is named, and nothing is written."""
    deal = Deal(tas, tmp_path, text)
    result = tas("rate", "a", "5=+", "--date", "2026-11-02")
    assert result.status == 1
    assert f"opportunities/a.yaml{place}" in result.err
    assert deal.untouched


def test_a_repeated_date(tas: Tas, tmp_path: Path) -> None:
    """Two assessments of one date only block that date."""
    deal = Deal(tas, tmp_path, rated("2026-11-02 | solution_fit: {us: '+'}", "2026-11-02"))
    result = tas("rate", "a", "7=-", "--date", "2026-11-02")
    assert result.status == 1
    assert "two assessments of 2026-11-02" in result.err
    assert deal.untouched
    assert tas("rate", "a", "7=-").status == 0
    assert tas("show", "a").status == 1
    assert 'solution_fit: {us: "-"}' in deal.text


def test_bare_signs_are_fixed_on_the_way(tas: Tas, tmp_path: Path) -> None:
    """Unquoted signs get quotes, and standard error says so."""
    deal = Deal(tas, tmp_path, DEAL.replace('{us: "?", x-sys: "-"}', "{us: ?, x-sys: -}"))
    result = tas("rate", "a", "6=-")
    assert result.status == 0
    assert result.err.count("Also fixed: ") == 2
    assert '{us: "?", x-sys: "-"}   # ask again' in deal.text


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "- x",
        "a: b #c",
        '"',
        "::error::x",
        "[b]x[/b]",
        "{{x}}",
        "é\n\tü",
    ],
)
def test_any_text_is_data(deal: Deal, text: str) -> None:
    """Any evidence text is read back as given and acts on nothing."""
    result = deal.tas("rate", "a", "5=+", "--evidence", text, "--who", text, "--note", text)
    assert result.status == 0, result.err
    dry = deal.tas("rate", "a", "5=-", "--date", "2026-11-22", "--note", text, "--dry-run")
    assert not any(line.startswith("::") for line in dry.out.splitlines())
    cells = deal.tas("show", "a", "--format", "json").json["questions"][0]["criteria"][4]["cells"]
    entry = cells["us"]["evidence"][0]
    assert (entry["what"], entry["who"], cells["us"]["note"]) == (text, text, text)


def test_a_read_only_folder(deal: Deal, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the file system refuses, the status is 1 and the file is unchanged."""

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = deal.tas("rate", "a", "5=+")
    assert result.status == 1
    assert "no space left on device" in result.err
    assert deal.untouched


def test_no_owner_no_author(tas: Tas, tmp_path: Path) -> None:
    """Without an owner and --by, the assessment has no author."""
    deal = Deal(tas, tmp_path, HEAD)
    assert tas("rate", "a", "5=+").status == 0
    assert "by:" not in deal.text


PARTIES = """\
competitors:
  x-sys: {name: Old Rival}
  y-co: {name: X-Sys}
  us-too: {name: Us}
  z: {name: "Caf\u00e9 Nord"}
  twin-1: {name: Twin Ltd}
  twin-2: {name: "TWIN\u00a0LTD"}
  n: {name: Nobody}
"""


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("x-sys", "x-sys"), ("X-Sys", "x-sys"), ("\uff38-SYS", "x-sys"), ("us", "us"), ("Us", "us"),
        ("old rival", "x-sys"), ("y-co", "y-co"), ("us-too", "us-too"), ("caf\u00e9 nord", "z"),
        ("CAFE\u0301  Nord", "z"), ("twin-2", "twin-2"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("in_table", [False, True])
def test_an_id_wins_over_a_name(
    tas: Tas, tmp_path: Path, name: str, party: str, *, in_table: bool
) -> None:
    """A name that looks like `us` or like another id takes no ratings from it."""
    deal = Deal(tas, tmp_path, HEAD + PARTIES)
    (tmp_path / "form").write_text(f"criterion,party,rating\n9,{name},+\n")
    assert tas("rate", "a", *(["--from", "form"] if in_table else [f"9:{name}=+"])).status == 0
    assert f'+       current_relationship: {{{party}: "+"}}' in deal.changes()


@pytest.mark.parametrize("way", ["call", "table", "confirm", "show"])
def test_a_name_that_two_have_is_refused(
    tas: Tas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """An ambiguous name is refused, and both ids are named."""
    deal = Deal(tas, tmp_path, HEAD + PARTIES)
    data = b"criterion,party,rating\n9,Twin Ltd,+\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    calls = {
        "call": ("rate", "a", "9:Twin Ltd=+"),
        "table": ("rate", "a", "--from", "-"),
        "confirm": ("rate", "a", "--confirm", "9:twin ltd"),
        "show": ("show", "a", "--vs", "Twin Ltd"),
    }
    result = tas(*calls[way])
    assert (result.status, result.out) == (2, "")
    assert "Use a short name: twin-1, twin-2." in result.err
    assert deal.untouched


@pytest.mark.parametrize("name", ["nobody", "us", "Us"])
def test_a_reserved_name_is_not_a_competitor(tas: Tas, tmp_path: Path, name: str) -> None:
    """`us` and `nobody` keep their meaning, whatever a competitor is called."""
    Deal(tas, tmp_path, HEAD + PARTIES)
    assert "a has no competitor " in tas("show", "a", "--vs", name).err
    if name == "nobody":
        assert "unknown competitor" in tas("rate", "a", "9:nobody=+").err


@pytest.mark.parametrize(
    ("part", "key"),
    [
        ("credib", "executive_credibility"),
        ("Solution", "solution_fit"),
        ("sponsor", "inside_support"),
        ("short-term", "short_term_revenue"),
        ("budget", "access_to_funds"),
    ],
)
def test_a_criterion_by_words_of_it_alone(deal: Deal, part: str, key: str) -> None:
    """A criterion is found by the beginning of a word, or by another word people use for it."""
    assert deal.tas("rate", "a", f"{part}=u", "--date", "2026-11-20").status == 0
    assert f'      {key}: {{us: "?"}}\n' in deal.text
