"""Mistakes, and the one command that repairs each; everything else in the file stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from changes import Deal
from terminal import talk
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

DEAL = (
    HEAD
    + """\
competitors:   # three
  x-sys: {name: X-Sys}   # the old one
  yard: {}
incumbent: x-sys
assessments:
  # the first look
  - date: 2026-11-02   # a Monday
    by: nicole
    ratings:
      compelling_event: {us: "?", x-sys: "-"}   # ask again
      solution_fit:
        us:
          rating: "+"   # really
          evidence:
            # the test
            - {when: 2026-11-01, who: "Raj", what: "the test went well"}
            - {when: 2026-11-02, who: "Ann", what: "it fits"}
  - date: 2026-11-16
    ratings:
      solution_fit: {us: "+", yard: "-"}
strategy:
  chosen: flanking   # for now
  variation: alter_the_rules
  since: 2026-11-16
  answers: {can_compete: {answer: no}}
process:
  step: develop
  steps:
    qualify: {completed: 2026-11-16}
    develop: {started: 2026-11-16, outcomes: {key_sponsor_named: {date: 2026-11-02}}}
owner: lee   # since May
history:
  - {date: 2026-11-03, field: competitors.x-sys, from: X, to: X-Sys}
"""
)
MET = "outcomes: {key_sponsor_named: {date: 2026-11-02}}"
SLOW = "evidence: [{who: Raj, what: Theirs is slow}]"


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal with two assessments, evidence and comments."""
    return Deal(tas, tmp_path, DEAL)


REPAIRS: dict[str, tuple[list[str], list[str]]] = {
    "a rating taken back": (
        ["rate", "a", "5="],
        [
            '-       compelling_event: {us: "?", x-sys: "-"}   # ask again',
            '+       compelling_event: {x-sys: "-"}   # ask again',
        ],
    ),
    "a competitor's, and the day left empty": (
        ["rate", "a", "7:yard=", "7=", "--date", "2026-11-16"],
        [
            "-   - date: 2026-11-16",
            "-     ratings:",
            '-       solution_fit: {us: "+", yard: "-"}',
        ],
    ),
    "one taken back, another one rated": (
        ["rate", "a", "7:yard=", "7=u", "--date", "2026-11-16"],
        [
            '-       solution_fit: {us: "+", yard: "-"}',
            '+       solution_fit: {us: "?"}',
        ],
    ),
    "one with its evidence, out of all": (
        ["rate", "a", "7=", "--replace"],
        [
            "-       solution_fit:",
            "-         us:",
            '-           rating: "+"   # really',
            "-           evidence:",
            "-             # the test",
            '-             - {when: 2026-11-01, who: "Raj", what: "the test went well"}',
            '-             - {when: 2026-11-02, who: "Ann", what: "it fits"}',
            '-       solution_fit: {us: "+", yard: "-"}',
            '+       solution_fit: {yard: "-"}',
        ],
    ),
    "evidence misquoted": (
        ["evidence", "a", "7", "2", "what=it fits, she says", "when="],
        [
            '-             - {when: 2026-11-02, who: "Ann", what: "it fits"}',
            '+             - {who: "Ann", what: "it fits, she says"}',
        ],
    ),
    "evidence that is none": (
        ["evidence", "a", "solution_fit", "1", "--remove"],
        ['-             - {when: 2026-11-01, who: "Raj", what: "the test went well"}'],
    ),
    "evidence forgotten": (
        ["evidence", "a", "7:yard", "Theirs is slow", "who=Raj"],
        [
            '-       solution_fit: {us: "+", yard: "-"}',
            f'+       solution_fit: {{us: "+", yard: {{rating: "-", {SLOW}}}}}',
        ],
    ),
    "an assessment misdated": (
        ["assessments", "a", "2026-11-16", "date=2026-11-15", "by=lee"],
        [
            "-   - date: 2026-11-16",
            "+   - date: 2026-11-15",
            "+     by: lee",
        ],
    ),
    "an assessment of the day before": (
        ["assessments", "a", "2026-11-16", "date=2026-11-02"],
        [
            '+         yard: "-"',
            "-   - date: 2026-11-16",
            "-     ratings:",
            '-       solution_fit: {us: "+", yard: "-"}',
        ],
    ),
    "an assessment with what was said that day": (
        ["assessments", "a", "2026-11-02", "date=2026-11-03"],
        [
            "-   - date: 2026-11-02   # a Monday",
            "+   - date: 2026-11-03   # a Monday",
            '-             - {when: 2026-11-02, who: "Ann", what: "it fits"}',
            '+             - {when: 2026-11-03, who: "Ann", what: "it fits"}',
        ],
    ),
    "an assessment of another deal": (
        ["assessments", "a", "2026-11-16", "--remove", "--expect", "2026-11-16"],
        [
            "-   - date: 2026-11-16",
            "-     ratings:",
            '-       solution_fit: {us: "+", yard: "-"}',
        ],
    ),
    "a choice": (
        ["choose", "a", "none"],
        [
            "-   chosen: flanking   # for now",
            "-   variation: alter_the_rules",
            "-   since: 2026-11-16",
            "+   - date: 2026-11-23",
            "+     field: strategy.chosen",
            "+     from: flanking",
            "+     variation: alter_the_rules",
            "+     since: 2026-11-16",
        ],
    ),
    "a competitor's short name": (
        ["competitors", "a", "x-sys", "id=xsys"],
        [
            "-   x-sys: {name: X-Sys}   # the old one",
            "+   xsys: {name: X-Sys}   # the old one",
            "- incumbent: x-sys",
            "+ incumbent: xsys",
            '-       compelling_event: {us: "?", x-sys: "-"}   # ask again',
            '+       compelling_event: {us: "?", xsys: "-"}   # ask again',
            "-   - {date: 2026-11-03, field: competitors.x-sys, from: X, to: X-Sys}",
            "+   - {date: 2026-11-03, field: competitors.xsys, from: X, to: X-Sys}",
        ],
    ),
    "a competitor's name": (
        ["competitors", "a", "yard", "name=Yard Ltd"],
        [
            "-   yard: {}",
            "+   yard: {name: Yard Ltd}",
            "+   - {date: 2026-11-23, field: competitors.yard, from: yard, to: Yard Ltd}",
        ],
    ),
    "a competitor by its name": (
        ["competitors", "a", "X-SYS", "name=X Systems"],
        [
            "-   x-sys: {name: X-Sys}   # the old one",
            "+   x-sys: {name: X Systems}   # the old one",
            "+   - {date: 2026-11-23, field: competitors.x-sys, from: X-Sys, to: X Systems}",
        ],
    ),
    "both, of one without a name": (
        ["competitors", "a", "yard", "id=dock"],
        [
            "-   yard: {}",
            "+   dock: {}",
            '-       solution_fit: {us: "+", yard: "-"}',
            '+       solution_fit: {us: "+", dock: "-"}',
            "+   - {date: 2026-11-23, field: competitors.dock, from: yard, to: dock}",
        ],
    ),
    "the name of a competitor": (
        ["competitors", "a", "x-sys", "name="],
        [
            "-   x-sys: {name: X-Sys}   # the old one",
            "+   x-sys: {}   # the old one",
            "+   - {date: 2026-11-23, field: competitors.x-sys, from: X-Sys, to: x-sys}",
        ],
    ),
    "another primary competitor": (
        ["competitors", "a", "yard", "primary=yes"],
        ["+   yard: {}", "-   yard: {}"],
    ),
    "another incumbent": (
        ["competitors", "a", "yard", "incumbent=yes"],
        ["- incumbent: x-sys", "+ incumbent: [x-sys, yard]"],
    ),
    "no incumbent, and another short name": (
        ["competitors", "a", "x-sys", "incumbent=no", "id=xs", "out=2026-11-20"],
        [
            "-   x-sys: {name: X-Sys}   # the old one",
            "+   xs: {name: X-Sys, out: {date: 2026-11-20}}   # the old one",
            "- incumbent: x-sys",
            '-       compelling_event: {us: "?", x-sys: "-"}   # ask again',
            '+       compelling_event: {us: "?", xs: "-"}   # ask again',
            "-   - {date: 2026-11-03, field: competitors.x-sys, from: X, to: X-Sys}",
            "+   - {date: 2026-11-03, field: competitors.xs, from: X, to: X-Sys}",
            "+   - {date: 2026-11-23, field: competitors.xs.out, to: 2026-11-20}",
        ],
    ),
    "a competitor that has left": (
        ["competitors", "a", "x-sys", "out=2026-11-20", "reason=Too dear"],
        [
            "-   x-sys: {name: X-Sys}   # the old one",
            "+   x-sys: {name: X-Sys, out: {date: 2026-11-20, reason: Too dear}}   # the old one",
            "+   - {date: 2026-11-23, field: competitors.x-sys.out, to: 2026-11-20}",
        ],
    ),
    "a competitor who is none": (
        ["competitors", "a", "yard", "--remove", "--replace"],
        [
            "-   yard: {}",
            '-       solution_fit: {us: "+", yard: "-"}',
            '+       solution_fit: {us: "+"}',
            "+   - {date: 2026-11-23, field: competitors.yard, from: yard}",
        ],
    ),
    "an answer": (
        ["answer", "a", "can_compete="],
        ["-   answers: {can_compete: {answer: no}}"],
    ),
    "a sales step": (
        ["step", "a", "none"],
        [
            "-   step: develop",
            "-     qualify: {completed: 2026-11-16}",
            f"-     develop: {{started: 2026-11-16, {MET}}}",
            f"+     develop: {{{MET}}}",
            "+   - {date: 2026-11-23, field: process.step, from: develop}",
        ],
    ),
}


@pytest.mark.parametrize(("call", "changes"), REPAIRS.values(), ids=REPAIRS)
def test_one_command_repairs_it(deal: Deal, call: list[str], changes: list[str]) -> None:
    """One command makes the repair, and no other line changes."""
    result = deal.tas(*call)
    assert (result.status, result.err) == (0, "")
    assert deal.changes() == changes


REFUSED: dict[str, tuple[list[str], str]] = {
    "evidence lost": (["rate", "a", "7="], "is + in the assessment of 2026-11-02: the test went"),
    "evidence for nothing": (["rate", "a", "5=", "--evidence", "x"], "5= takes the rating back"),
    "a reason for none": (["choose", "a", "none", "--reason", "x"], "none takes the choice back"),
    "no cell": (["evidence", "a", "what=x"], "which rating is it for?"),
    "evidence for an unrated cell": (["evidence", "a", "9", "what=x"], "is not rated"),
    "no such piece": (["evidence", "a", "7", "3", "what=x"], "There: 7 1, 7 2."),
    "one of two": (["evidence", "a", "7", "--remove"], "Add its number: 7 1, 7 2."),
    "later evidence": (["evidence", "a", "5", "what=x", "when=2026-11-03"], "the rating is older"),
    "a new assessment": (["assessments", "a", "date=2026-11-20"], "which assessment?"),
    "no such assessment": (
        ["assessments", "a", "2026-11-17", "--remove"],
        "Did you mean 2026-11-16?",
    ),
    "an author for a merged one": (
        ["assessments", "a", "2026-11-16", "date=2026-11-02", "by=lee"],
        "keeps its author",
    ),
    "how many ratings": (["assessments", "a", "2026-11-16", "ratings=1"], "has no field 'ratings'"),
    "an unknown field": (
        ["actions", "a", "what=x", "whom=Kim"],
        "an action item has no field 'whom'",
    ),
    "no deal before its number": (["tactics", "answer", "a", "1"], "no deal named answer"),
    "a mistyped sign": (["signs", "a", "unreturned_calls"], "Use one of calls_not_returned, "),
    "the beginning of a sign": (["signs", "a", "calls"], "Did you mean calls_not_returned?"),
    "a time that means two": (["tactics", "a", "what=Call", "time=9"], 'minutes, such as "08:00".'),
    "no such link": (["partners", "a", "b", "links.sal=+"], "Did you mean `sales`?\n"),
    "a link without a sign": (["partners", "a", "b", "links.sales=9"], 'Write "+", "-" or "?".\n'),
    "a date of no outcome": (["plan", "a", "board_vote=16 Feb"], "dates.board_vote=DATE"),
    "a mistyped competitor": (["competitors", "a", "x-sy", "out=today"], "Did you mean x-sys?"),
    "a new one without a name": (
        ["competitors", "a", "new", "primary=yes"],
        "To add it: `tas competitors a new",
    ),
    "nobody in particular": (["competitors", "a", "primary=no"], "which competitor?"),
    "a name after a word": (
        ["competitors", "a", "add", "Sectra"],
        "To add one: `tas competitors a name=Sectra`",
    ),
    "an unknown short name": (
        ["competitors", "a", "sectra"],
        "To add one: `tas competitors a name=sectra`",
    ),
    "a name like another's": (
        ["competitors", "a", "X-Sis"],
        "Did you mean x-sys? To add it: `tas competitors a x-sis name=X-Sis`.",
    ),
    "a name that makes no short name": (
        ["competitors", "a", "株式会社"],
        "Put one first: `tas competitors a KEY 'name=株式会社'`.",
    ),
    "a reserved name alone": (["competitors", "a", "Us"], "it is reserved"),
    "evidence that says nothing": (["evidence", "a", "5", "who=Ann"], "this says nothing yet"),
    "a competitor left": (["competitors", "a", "x-sys", "out=2026-11-24"], "is in the future"),
    "ratings of a competitor": (
        ["competitors", "a", "x-sys", "--remove"],
        "removing x-sys also removes 1 rating",
    ),
    "a competitor's taken name": (["competitors", "a", "yard", "id=x-sys"], "'x-sys' already"),
    "a reserved name": (["competitors", "a", "us", "name=Us"], "it is reserved"),
    "a bad short name": (["competitors", "a", "yard", "id=Yard 1"], "is not a valid short name"),
    "no primary competitor": (["competitors", "a", "x-sys", "primary=no"], "Make another one"),
    "twice": (["rate", "a", "5=", "5=+"], "#5 Compelling event is given twice"),
}


@pytest.mark.parametrize(("call", "message"), REFUSED.values(), ids=REFUSED)
def test_a_repair_that_loses_something_is_refused(
    deal: Deal, call: list[str], message: str
) -> None:
    """What the user has to decide or to correct is named, and nothing is written."""
    result = deal.tas(*call)
    assert result.status == 2
    assert message in result.err
    assert deal.untouched


@pytest.mark.parametrize(
    ("words", "added"),
    [
        (["Sectra"], "sectra: {name: Sectra}"),
        (["GE Healthcare"], "ge-healthcare: {name: GE Healthcare}"),
        (["name=Zeta Öl"], "zeta-ol: {name: Zeta Öl}"),
        (["Sectra Inc", "primary=no"], "sectra-inc: {name: Sectra Inc}"),
        (["sec", "name=Sectra"], "sec: {name: Sectra}"),
    ],
)
def test_a_competitor_is_added_by_its_name(deal: Deal, words: list[str], added: str) -> None:
    """A name alone adds a competitor, whose short name is made from it as `tas new` does."""
    result = deal.tas("competitors", "a", *words)
    assert result.status == 0, result.err
    assert f"+   {added}" in deal.changes()
    assert deal.tas("check").status == 0


def test_a_competitors_name_finds_it(deal: Deal) -> None:
    """The name of a known competitor lists it, in any case, and adds none."""
    for words in (["X-SYS"], ["x-sys"], ["X-Sys"]):
        listed = deal.tas("competitors", "a", *words, "--format", "json").json["competitors"]
        assert [each["key"] for each in listed] == ["x-sys"]
    assert deal.untouched
    assert deal.tas("competitors", "a", "Sectra", "--dry-run").status == 0
    assert deal.untouched


@pytest.mark.parametrize(("command", "there"), [("choose", "strategy:"), ("step", "process:")])
def test_what_was_not_there_is_not_taken_back(
    tas: Tas, tmp_path: Path, command: str, there: str
) -> None:
    """Without a choice or a step there is nothing to take back, and no entry in the history."""
    deal = Deal(tas, tmp_path)
    result = deal.tas(command, "a", "none")
    assert result.status == 0
    assert "Nothing to change" in result.out
    assert deal.untouched
    assert there not in deal.text


def test_assessments_that_contradict_each_other_stay_apart(deal: Deal) -> None:
    """An assessment is not merged into one that rates a cell differently."""
    deal.tas("rate", "a", "7=-", "--date", "2026-11-16", "--replace")
    before = deal.text
    result = deal.tas("assessments", "a", "2026-11-16", "date=2026-11-02")
    assert result.status == 1
    assert "2026-11-16 and 2026-11-02 rate 7 differently" in result.err
    assert "`tas rate ID 7= --date 2026-11-16`" in result.err
    assert deal.text == before


@pytest.mark.parametrize(("answer", "status"), [("y", 0), ("n", 130)])
def test_a_person_is_asked_before_ratings_go_with_a_competitor(
    tmp_path: Path, answer: str, status: int
) -> None:
    """On a terminal only a yes removes them; without one, --replace has to say so."""
    root = write(tmp_path, {"opportunities/a.yaml": DEAL})
    ended, seen = talk(
        root,
        ["competitors", "a", "yard", "--remove"],
        ("also removes 1 rating.*it all\\? \\[y/N\\]", answer),
    )
    assert ended == status, seen
    assert ("yard" in (root / "opportunities/a.yaml").read_text().partition("history")[0]) is bool(
        status
    )


LISTS = {
    "evidence": ["evidence", "a"],
    "of one rating": ["evidence", "a", "7:us"],
    "as JSON": ["evidence", "a", "7", "2", "--format", "json"],
    "for a note": ["evidence", "a", "--format", "markdown"],
    "assessments": ["assessments", "a"],
    "competitors": ["competitors", "a"],
}


def test_a_competitor_comes_back_and_keeps_its_new_name_everywhere(deal: Deal) -> None:
    """One that is out is not the primary one; its exit is renamed with it, and can be cleared."""
    deal.tas("competitors", "a", "x-sys", "out=2026-11-20")
    lost = "status: lost\nclosed: {date: 2026-11-20, reason: Price, to: x-sys}\nowner: lee"
    deal.path.write_text(deal.text.replace("owner: lee", lost), encoding="utf-8")
    listed = deal.tas("competitors", "a", "--format", "json").json["competitors"]
    assert [(each["key"], each["primary"]) for each in listed] == [("x-sys", None), ("yard", "yes")]
    assert deal.tas("competitors", "a", "yard", "name=Yard").status == 0
    assert deal.text.index("x-sys: {") < deal.text.index("yard: {")
    refused = deal.tas("competitors", "a", "x-sys", "primary=yes")
    assert (refused.status, "out of the race" in refused.err) == (2, True)
    assert deal.tas("competitors", "a", "x-sys", "id=xs", "out=").status == 0
    assert deal.tas("check", "--select", "TAS1").status == 0
    assert "to: xs" in deal.text
    assert deal.text.count("field: competitors.xs.out") == 2
    assert "x-sys" not in deal.text


def test_lists(deal: Deal, page: SnapshotAssertion) -> None:
    """Evidence is listed by cell and number, assessments by day, with the commands for one."""
    shown = [f"tas {' '.join(call)}\n\n{deal.tas(*call).out}" for call in LISTS.values()]
    assert "\n".join(shown) == page


def test_evidence_is_numbered_across_assessments(deal: Deal) -> None:
    """Numbers go by the day of the assessment, and an added piece is reported with its own."""
    deal.tas("rate", "a", "7=+", "--evidence", "once more", "--date", "2026-11-10")
    added = deal.tas("evidence", "a", "7", "at last", "--format", "json").json
    assert (added["key"], added["after"]["assessment"]) == ("7 4", "2026-11-16")
    listed = deal.tas("evidence", "a", "7", "--format", "json").json["evidence"]
    assert [each["what"] for each in listed] == [
        "the test went well",
        "it fits",
        "once more",
        "at last",
    ]


def test_a_rating_taken_back_is_reported(deal: Deal) -> None:
    """The report says that the cell was never rated, and that evidence went with the rating."""
    result = deal.tas("rate", "a", "7=", "7:yard=", "--replace")
    [ours, theirs] = [line for line in result.out.splitlines() if line.startswith("#7")]
    assert "never rated" in ours
    assert "evidence for + was removed" in ours
    assert "never rated" in theirs
    assert "removed" not in theirs
