"""`tas debrief` with given answers, and the pages before and after."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from debrief_app import ANSWERS, BARE, CRANE, Deal

from tas_cli.debrief.brief import brief

if TYPE_CHECKING:
    from cli import Result, Tas
    from syrupy.assertion import SnapshotAssertion

ENTRY = """\
  - date: 2026-11-23
    by: martha
    present: [nicole]
    claimed: develop
    supported: qualify
    outcomes:
      key_sponsor_named: shown
      first_capabilities_embraced: shown
      investment_process_confirmed: doubtful
      buying_process_established: shown
      burning_issue_confirmed: not_shown
    activity: solution_first_communicated
    preparation: {what: Agenda for 1 December, link: "https://example.com/agenda"}
    communication: Beck wrote on the 18th
    step: reset
    reset_to: develop
    reason: Nobody has confirmed the issue
    actions:
      - {what: Let Ann Beck confirm it, owner: nicole, due: 2026-12-04}
    verdict: "Good work, one step too early"
"""
HISTORY = "  - {date: 2026-11-23, field: process.step, from: solution, to: develop}\n"
STARTED = "      started: 2026-11-23\n"
EXPECTED = (
    CRANE.replace("step: solution\n", "step: develop\n")
    .replace("    solution:\n      started: 2026-10-01\n", "    solution:\n")
    .replace("    develop:\n", f"    develop:\n{STARTED}")
    .replace("due: 2026-10-30}", "due: 2026-10-30, done: 2026-11-23}")
    .replace("history:\n", ENTRY + "history:\n")
    + HISTORY
)


class Desk:
    """A deal, and calls that concern it."""

    def __init__(self, tas: Tas, folder: Path, text: str = CRANE) -> None:
        self.deal = Deal(folder, text)
        self._tas = tas.at(folder)

    def __call__(self, *arguments: str) -> Result:
        """Call `tas debrief crane`."""
        return self._tas("debrief", "crane", *arguments)


@pytest.fixture
def desk(tas: Tas, tmp_path: Path) -> Desk:
    """The crane deal."""
    return Desk(tas, tmp_path / "deals")


OPTIONS = [
    *("--by", "martha", "--present", "nicole", "--done", "1"),
    *(f"--outcome={key}={found}" for key, found in ANSWERS["outcomes"].items()),
    *("--activity", "solution_first_communicated", "--prepared", "Agenda for 1 December"),
    *("--communication", "Beck wrote on the 18th"),
    *("--link", "https://example.com/agenda", "--reset", "Develop"),
    *("--reason", "Nobody has confirmed the issue"),
    *("--action", "Let Ann Beck confirm it | nicole | 2026-12-04"),
    *("--verdict", "Good work, one step too early"),
]


def test_an_answer_file(desk: Desk) -> None:
    """One entry, the closed action, the step's dates and its history are written, nothing else."""
    result = desk("--answers", desk.deal.answers())
    assert result.status == 0, result.err
    assert desk.deal.text == EXPECTED
    assert "reset to sales step Develop, 1 new action item, 1 earlier" in result.out
    assert desk._tas("check").status == 0  # noqa: SLF001 - the same workspace


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_answers_as_other_shells_save_them(desk: Desk, encoding: str) -> None:
    """An answer file that a shell or an editor saved as UTF-16 is read like any other."""
    name = desk.deal.answers()
    Path(name).write_text(json.dumps(ANSWERS), encoding=encoding)
    assert desk("--answers", name).status == 0
    assert desk.deal.text == EXPECTED


def test_the_same_by_options(desk: Desk) -> None:
    """Options give the same bytes as a file of answers."""
    result = desk(*OPTIONS)
    assert result.status == 0, result.err
    assert desk.deal.text == EXPECTED


def test_options_go_before_the_file(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers can come from standard input, and options override them."""
    raw = json.dumps(ANSWERS | {"verdict": "x", "by": "jens"}).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    verdict = ("--verdict", "Good work, one step too early")
    assert desk("--answers", "-", *verdict, "--by", "martha").status == 0
    assert desk.deal.text == EXPECTED


def test_a_dry_run_and_json(desk: Desk) -> None:
    """--dry-run shows the change without making it; JSON has the record and the step."""
    printed = desk("--answers", desk.deal.answers(), "--dry-run", "--format", "json").json
    assert printed["dry_run"]
    assert "+  step: develop" in printed["diff"]
    assert desk.deal.text == CRANE
    assert "+    verdict:" in desk("--answers", desk.deal.answers(), "--dry-run").out
    printed = desk("--answers", desk.deal.answers(), "--format", "json").json
    assert printed["step"] == {"before": "solution", "after": "develop"}
    assert printed["done"] == [1]
    assert printed["debrief"]["outcomes"] == ANSWERS["outcomes"]
    assert desk.deal.text == EXPECTED


def test_a_reset_is_the_same_wherever_it_comes_from(desk: Desk) -> None:
    """Moving back with `tas step` and resetting in a debrief leave the same process and history."""
    assert desk("--reset", "develop", "--reason", "Too early").status == 0
    debriefed = desk.deal.text
    desk.deal.write(CRANE)
    stepped = desk._tas("step", "crane", "develop")  # noqa: SLF001 - the same workspace
    assert (stepped.status, ", for " in stepped.out) == (0, False)
    entry = debriefed[debriefed.rindex("  - date: 2026-11-23") : debriefed.index("history:")]
    assert debriefed.replace(entry, "") == desk.deal.text


@pytest.mark.parametrize("way", ["option", "file"])
def test_communication_with_the_customer(desk: Desk, way: str) -> None:
    """The debrief keeps what was said to the customer, and the next sheet shows it."""
    message = "Ott called on the 20th"
    answers = desk.deal.answers({"step": "confirmed", "communication": message})
    given = {"option": ["--confirm", "--communication", message], "file": ["--answers", answers]}
    result = desk(*given[way], "--date", "2026-11-20", "--format", "json")
    assert result.json["debrief"]["communication"] == message
    assert f"communication: {message}\n" in desk.deal.text
    assert message in desk("--last").out.partition("Communication with the customer")[2]
    assert f"On 2026-11-20: {message}" in " ".join(desk("--prepare").out.split())
    assert desk("--prepare", "--format", "json").json["communication"]["last"] == message


def test_a_second_debrief_on_a_day(desk: Desk) -> None:
    """There is one debrief per date: a second is refused with a hint, another date is fine."""
    assert desk("--confirm").status == 0
    text = desk.deal.text
    again = desk("--confirm")
    assert again.status == 1
    assert "there is already a debrief on 2026-11-23" in again.err
    assert "--date" in again.err
    assert desk.deal.text == text
    assert desk("--confirm", "--date", "2026-11-20").status == 0


def test_a_file_without_a_process(tas: Tas, tmp_path: Path) -> None:
    """If nothing is claimed, a reset starts the process, and its history has no earlier step."""
    desk = Desk(tas, tmp_path, BARE)
    assert desk("--confirm", "--date", "2026-11-20", "--by", "m").status == 0
    assert desk.deal.text == (BARE + "debriefs:\n  - {date: 2026-11-20, by: m, step: confirmed}\n")
    assert desk("--reset", "1", "--reason", "It begins").status == 0
    assert "process:" in desk.deal.text
    assert "field: process.step, to: qualify" in desk.deal.text
    for page in (("--prepare",), ("--last",), ("--prepare", "--format", "json")):
        assert desk(*page).status == 0


def test_who_asks(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """By default, the git user asks, under the team's name for them; --by overrides that."""
    settings = desk.deal.folder / "git"
    settings.write_text("[user]\nname = Martha Weil\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    (desk.deal.folder / "tas.yaml").write_text("team: {martha: {name: Martha Weil}}\n")
    assert desk("--confirm", "--format", "json").json["debrief"]["by"] == "martha"


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"stp": "confirmed"}, "unknown key stp.\n  Did you mean step?"),
        ({"preparation": {"waht": "x"}}, "unknown key preparation.waht"),
        ({"step": "maybe"}, 'step: "maybe" is not a verdict on the step'),
        ({"step": "confirmed", "outcomes": {"X": "shown"}}, 'outcomes.X: "X" is not a valid name'),
        ({"outcomes": {"key_sponsor_named": "so"}}, "outcomes.key_sponsor_named:"),
        ({"step": "confirmed", "outcomes": {"x": "shown"}}, "outcomes: 'x' is not an outcome"),
        ({"actions": [{"owner": "a"}]}, "actions[0].what is missing"),
        ({"actions": [{"what": " "}]}, "actions[0].what is empty"),
        ({"actions": [{"what": "a", "due": "1.12.26"}]}, 'actions[0].due: "1.12.26"'),
        ({"actions": [{"what": "a", "due": "2026-13-01"}]}, "actions[0].due:"),
        ({"actions": [{"what": "a", "done": "2026-11-01"}]}, "unknown key actions[0].done"),
        ({"actions": "a"}, "actions must be a list"),
        ({"preparation": []}, "preparation must be an object"),
        ({"done": ["1"]}, 'done[0]: "1" is not the number of an action'),
        ({"done": [True]}, "done[0]: true"),
        ({"done": [7], "step": "confirmed"}, "done: 7 is not an open action item.\n  Open: 1, 2."),
        ({"verdict": 5}, "verdict: 5 is not text"),
        ({"verdict": "\ud800"}, "verdict is not valid UTF-8"),
        ({"date": "2027-01-01"}, "date: 2027-01-01 is in the future"),
        ({"claimed": "dvelop"}, "claimed: unknown sales step 'dvelop'"),
        (
            {"claimed": "proof", "step": "confirmed"},
            "step: this debrief claims proof, but the file claims develop, so the step",
        ),
        ({"step": "reset"}, "reset_to: the step to reset to is missing"),
        ({"step": "reset", "reset_to": "x", "reason": "y"}, "reset_to: unknown sales step 'x'"),
        ({"step": "reset", "reset_to": "develop"}, "reason: a reset needs a reason"),
        ({}, "step: the step is neither confirmed nor reset"),
        ([], "not a JSON object"),
    ],
)
def test_wrong_answers(desk: Desk, answers: Any, message: str) -> None:
    """A file of answers is strict: errors are named by their key, and nothing is written."""
    result = desk("--answers", desk.deal.answers(answers))
    assert (result.status, result.out) == (2, "")
    assert message in result.err
    assert desk.deal.text == CRANE


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"{", "not valid JSON (line 1)"),
        (b'{"step": "confirmed", "step": "reset"}', "step appears twice"),
        (b"\xff", "not UTF-8"),
        (b"[" * 100_000, "not valid JSON"),
        (b" " * 1_000_001, "larger than 1,000,000 bytes"),
    ],
)
def test_a_file_without_answers(desk: Desk, data: bytes, message: str) -> None:
    """Invalid JSON, duplicate keys and far too large input are refused."""
    path = desk.deal.folder / "answers.json"
    path.write_bytes(data)
    result = desk("--answers", str(path))
    assert result.status == 2
    assert message in result.err
    assert desk.deal.text == CRANE


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--confirm", "--reset", "develop"], "--confirm and --reset cannot be combined"),
        (["--confirm", "--prepare"], "cannot be combined"),
        (["--prepare", "--last"], "cannot be combined"),
        (["--confirm", "--plain"], "cannot be combined"),
        (["--confirm", "--outcome", "key_sponsor_named"], "the result is missing"),
        (["--confirm", "--outcome", "a=shown", "--outcome", "a=shown"], "given twice"),
        (["--confirm", "--action", "a|b|2026-12-01|d"], "too many parts"),
        (["--confirm", "--action", "a|b|soon"], "due soon is not a date"),
        (["--confirm", "--done", "x"], "done[0]"),
        (["--confirm", "--date", "2027-01-01"], "is in the future"),
        (["--confirm", "--format", "markdown"], "needs --prepare or --last"),
        (["--answers", "nowhere.json"], "cannot read nowhere.json"),
        (["--verdict", "Good"], "neither confirmed nor reset"),
    ],
)
def test_wrong_calls(desk: Desk, arguments: list[str], message: str) -> None:
    """Contradictory or empty options exit with 2 and write nothing."""
    result = desk(*arguments)
    assert (result.status, result.out) == (2, "")
    assert message in result.err
    assert desk.deal.text == CRANE


@pytest.mark.parametrize("arguments", [[], ["--plain"], ["--by", "martha"]])
def test_without_a_terminal(desk: Desk, arguments: list[str]) -> None:
    """Without a terminal and without answers it fails immediately and names the options."""
    result = desk(*arguments)
    assert (result.status, result.out) == (2, "")
    for flag in ("--confirm", "--reset", "--answers FILE"):
        assert flag in result.err


def test_a_broken_file(tas: Tas, tmp_path: Path) -> None:
    """For an unreadable file, the sheet and the debrief name the line to fix."""
    desk = Desk(tas, tmp_path, CRANE.replace("  step: solution", "  stp: [solution"))
    for arguments in (["--prepare"], ["--last"], ["--confirm"]):
        result = desk(*arguments)
        assert (result.status, result.out) == (1, "")
        assert "crane.yaml:" in result.err
        assert desk.deal.text == CRANE.replace("  step: solution", "  stp: [solution")


def test_errors_elsewhere_do_not_block_a_debrief(tas: Tas, tmp_path: Path) -> None:
    """An error that the debrief does not touch stays and is reported."""
    desk = Desk(tas, tmp_path, CRANE.replace("amount: 420000", "amount: lots"))
    result = desk("--confirm")
    assert result.status == 0, result.err
    assert "amount" in result.err
    assert "amount: lots" in desk.deal.text


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("step: solution", "step: proof", "the step (was solution, is now proof"),
        ('what: "Ott: that is it"', 'what: "Ott: no"', "the outcomes of develop"),
        ("owner: nicole\n", "owner: nicole\nstatus: lost\n", "the status"),
        (
            'what: "Ask who decides on the budget"',
            "what: Other",
            "the action item agreed on 2026-10-19",
        ),
    ],
)
def test_a_conflicting_change_by_somebody_else(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, before: str, after: str, message: str
) -> None:
    """What the debrief was about must be unchanged in the file, or nothing is written."""
    _meanwhile(desk, monkeypatch, before, after)
    result = desk("--answers", desk.deal.answers())
    assert result.status == 1
    assert message in result.err
    assert desk.deal.text == CRANE.replace(before, after, 1)


def _meanwhile(desk: Desk, monkeypatch: pytest.MonkeyPatch, before: str, after: str) -> None:
    """Change the file after the command has read it and before it writes."""

    def slow(*arguments: Any) -> Any:
        found = brief(*arguments)
        desk.deal.write(desk.deal.text.replace(before, after, 1))
        return found

    monkeypatch.setattr("tas_cli.commands.debriefing.brief", slow)


def test_an_unrelated_change_is_not_a_conflict(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rating and an action that somebody else changed are kept alongside the record."""
    _meanwhile(desk, monkeypatch, "due: 2026-10-30}", "due: 2026-10-30, done: 2026-11-02}")
    assert desk("--answers", desk.deal.answers()).status == 0
    assert desk.deal.text == EXPECTED.replace("done: 2026-11-23}", "done: 2026-11-02}")


# The pages


def test_the_sheet(desk: Desk, page: SnapshotAssertion) -> None:
    """The sheet before the meeting has what is open, the four questions, and the side."""
    assert desk("--prepare").out == page


def test_the_sheet_in_markdown(desk: Desk, page: SnapshotAssertion) -> None:
    """The sheet can be posted to a channel or pasted into an agenda."""
    assert desk("--prepare", "--format", "markdown").out == page


def test_the_sheet_in_json(desk: Desk) -> None:
    """JSON has the questions, the file's answers, and the numbers that `done` takes."""
    printed = desk("--prepare", "--format", "json").json
    assert (printed["claimed"], printed["supported"], printed["working"]) == (
        "develop",
        "qualify",
        "solution",
    )
    assert [each["key"] for each in printed["outcomes"] if each["shown"]] == [
        "key_sponsor_named",
        "first_capabilities_embraced",
        "buying_process_established",
    ]
    assert printed["current"]["activities"][1]["preparation"]["what"] == "Agenda for 1 December"
    assert (printed["days"], printed["usual_days"]) == (53, 45)
    assert len(printed["close_moves"]) == 2
    assert [(each["number"], each["overdue"]) for each in printed["open_actions"]] == [
        (1, True),
        (2, False),
    ]
    assert printed["changes"]["since"] == "2026-10-19"
    assert {each["criterion"] for each in printed["changes"]["ratings"]} == {
        "compelling_event",
        "executive_credibility",
    }
    assert "TAS408" in [each["code"] for each in printed["warnings"]]
    assert len(printed["questions"]) == 4
    assert printed["communication"]["question"].endswith("?")
    assert printed["communication"]["last"] is None


def test_the_record(desk: Desk, page: SnapshotAssertion) -> None:
    """The record of the latest debrief numbers its actions."""
    assert desk("--answers", desk.deal.answers()).status == 0
    assert desk("--last").out == page
    assert "## Verdict" in desk("--last", "--format", "markdown").out
    printed = desk("--last", "--format", "json").json
    assert printed["debrief"]["verdict"] == "Good work, one step too early"
    assert printed["action_numbers"] == [3]
    first = desk("--last", "--date", "2026-11-22").out
    assert "Debrief (deal review) of 2026-10-19" in first
    assert "Communication" not in first  # a debrief from before this question existed


def test_two_records_of_a_day(desk: Desk) -> None:
    """Of two debriefs on one date, the later in the file is the latest, with its own actions."""
    second = '  - {date: 2026-10-19, by: jens, actions: [{what: Ask Ott}], verdict: "Too early"}\n'
    desk.deal.write(CRANE.replace("history:\n", second + "history:\n"))
    printed = desk("--last", "--format", "json").json
    assert (printed["debrief"]["by"], printed["action_numbers"]) == ("jens", [3])
    assert "Last debrief: 2026-10-19 by jens" in desk("--prepare").out


def test_no_record(tas: Tas, tmp_path: Path) -> None:
    """Without a debrief the page says so, and JSON has null."""
    desk = Desk(tas, tmp_path, BARE)
    assert "No debrief (deal review) yet." in desk("--last").out
    assert desk("--last", "--format", "json").json["debrief"] is None


HOSTILE = r"\e[31m<b>x</b> | [y](https://z) @all #1 ::error:: ![i](j) `k` \u202e"


def test_hostile_words(tas: Tas, tmp_path: Path) -> None:
    """A file's text cannot act on the terminal or become markup, a link or a mention."""
    text = CRANE
    for words in ("Ask who decides on the budget", "Berths are to work at night", "I carry this"):
        text = text.replace(f'"{words}"', f'"{HOSTILE}"')
    for words in ("Agenda for 1 December", "On the way"):
        text = text.replace(f'"{words}"', f'"- {HOSTILE}"')
    desk = Desk(tas, tmp_path, text)
    for page in ("--prepare", "--last"):
        for form in ("text", "markdown", "json"):
            out = desk(page, "--format", form).out
            assert out
            assert out.replace("\n", "").replace("\u200b", "").isprintable()
            assert "\x1b" not in out
            assert "\u202e" not in out
            if form == "markdown":
                assert "<b>" not in out
                assert "](https://z)" not in out.replace("\\]", "")
                assert "@all" not in out
                assert "\n- - " not in out


def test_the_sheet_names_the_next_tactic_and_signs(tas: Tas, tmp_path: Path) -> None:
    """A deal that uses neither has no line about them."""
    keys = (
        "tactics: [{what: Call Beck, owner: nicole, due: 2026-11-20}]\n"
        "signs: [{date: 2026-11-20, sign: price_fixation}]\n"
    )
    gone = "people: {beck: {name: Beck, left: 2026-11-20}}\n"
    plain = Desk(tas, tmp_path / "plain", BARE + gone)("--prepare").out
    assert "tactic" not in plain
    assert "not in control" not in plain
    out = Desk(tas, tmp_path / "planned", BARE + keys)("--prepare").out
    assert "  ! Next tactic: Call Beck\n      nicole · 3 days late · due 2026-11-20" in out
    assert "The plan has 1 open tactic." in out
    assert "Nothing is recorded: no plan" not in out
    assert "TAS705" not in out
    assert "! Signs that you are not in control: Only the price counts." in out
    planned = Desk(tas, tmp_path / "gone", BARE + gone + keys)("--prepare").out
    assert "in control: Only the price counts; The players change." in " ".join(planned.split())
