"""The full screen of a meeting, driven by keys."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import leaping
import pytest
from leaping import press, screen
from workspaces import day, write

from tas_cli.edits.meeting_lines import Meeting
from tas_cli.meeting.app import MeetingApp
from tas_cli.meeting.session import Session, State
from tas_cli.reading.read import read_opportunity
from tas_cli.tui.choice import Choice
from tas_cli.tui.field import Field
from tas_cli.tui.session_app import OpenDeal
from tas_cli.typed.interpreter import Interpreter
from tas_cli.workspace import open_workspace, read_account

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

TODAY = day("2026-11-23")
CRANES = """\
tas: 1
name: Cranes   # a comment that stays
customer: Harbour
owner: nicole
competitors: {x: {name: X-Sys}}
"""


HARBOR = """\
tas: 1
name: Harbor
people:
  kessler: {name: Martin Kessler, title: CFO, coverage: brief}
  analyst: {title: Finance, unidentified: yes}
"""


@dataclass
class Deal:
    """A deal in a workspace of its own."""

    folder: Path
    more: str = ""

    def __post_init__(self) -> None:
        files = {"tas.yaml": "tas: 1\n", "opportunities/crane.yaml": CRANES + self.more}
        if "account:" in self.more:
            files["accounts/harbor.yaml"] = HARBOR
        self.path = write(self.folder, files) / "opportunities/crane.yaml"

    @property
    def text(self) -> str:
        """The current text of the file."""
        return self.path.read_text(encoding="utf-8")

    def app(self) -> MeetingApp:
        """Open the screen on the file in its current state."""
        opportunity = read_opportunity(self.path.read_bytes(), "crane.yaml").value
        assert opportunity is not None
        workspace = open_workspace(self.folder)
        state = State(Meeting((), TODAY, by="nicole"))
        reading = opportunity.account and read_account(workspace, opportunity.account)
        account = reading.value if reading else None
        session = Session(opportunity, workspace.settings, Interpreter(TODAY), state, account)
        return MeetingApp(OpenDeal("crane", self.path, workspace), session)

    def drive(
        self,
        steps: Callable[[Pilot[None], MeetingApp], Awaitable[None]],
        size: tuple[int, int] = (80, 24),
    ) -> MeetingApp:
        """Run a session."""
        app = self.app()

        return leaping.run(app, lambda pilot: steps(pilot, app), size)

    def seen(self, *lines: str, keys: tuple[str, ...] = ()) -> str:
        """Return the screen after some lines and keys."""
        texts: list[str] = []

        async def steps(pilot: Pilot[None], app: MeetingApp) -> None:
            await enter(pilot, *lines)
            await press(pilot, *keys)
            texts.append(screen(app))
            app.drafts.drop()

        self.drive(steps)
        return texts[-1]


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day of the session is today elsewhere, too."""
    monkeypatch.setenv("TAS_TODAY", TODAY.isoformat())


@pytest.fixture
def deal(tmp_path: Path) -> Deal:
    """A deal that was never rated."""
    return Deal(tmp_path)


async def enter(pilot: Pilot[None], *lines: str) -> None:
    """Fill the field with the cursor, and press Enter, for each line."""
    for line in lines:
        field = pilot.app.focused
        assert isinstance(field, Field)
        field.put(line)
        await press(pilot, "enter")


MET = ("M. Kessler, CFO", "fri")
ACCESS = "  #4 Access to funds new → +"


def test_a_meeting_is_written_down(deal: Deal) -> None:
    """Whom and when once, then lines; what they mean and change is shown; one save, all in it."""

    async def steps(pilot: Pilot[None], app: MeetingApp) -> None:
        await enter(pilot, *MET, "4+Reserve approved", "we will send it by fri @kim")
        shown = screen(app)
        assert "#4 Access to funds new → +" in shown
        assert "action by Fri 2026-11-27: kim" in shown
        assert "2 unsaved" in shown
        await press(pilot, "enter", "ctrl+s")

    app = deal.drive(steps)
    assert app.notes[:2] == ["Saved the meeting of 2026-11-20: 2 lines, 1 outcome.", ACCESS]
    assert app.notes[2].startswith("Undecided between Frontal, ")
    assert app.notes[3] == "Before the next meeting: `tas prep crane`"
    heard = '{when: 2026-11-20, who: "M. Kessler, CFO", what: Reserve approved}'
    assert deal.text.count(heard) == 2  # the rating, and the outcome that was confirmed
    assert "{date: 2026-11-20, what: send it, owner: kim, due: 2026-11-27}" in deal.text


def test_an_outcome_is_confirmed_or_declined(deal: Deal) -> None:
    """An empty line confirms the outcome that is offered, n declines it; neither is a line."""
    offered = "Does this prove that the customer has named the issue that hurts most?"
    assert offered in deal.seen(*MET, "5+Out by May")
    taken = deal.seen(*MET, "5+Out by May", "")
    assert offered not in taken
    assert "Outcome to record: The customer has named the issue that hurts most." in taken
    declined = deal.seen(*MET, "5+Out by May", "n")
    assert "Outcome to" not in declined
    assert "1 unsaved" in declined


def test_a_next_meeting_that_is_replaced_is_named(deal: Deal) -> None:
    """Before saving, the screen says which later meeting another takes the place of."""
    deal.path.write_text(f"{CRANES}next: {{date: 2026-12-09, with: [Priya], what: Site walk}}\n")
    told = "This replaces the meeting of Wed 2026-12-09 with Priya."
    assert told in deal.seen(*MET, "next 15 Dec Tom")
    assert told not in deal.seen(*MET, "next 9 Dec Tom")


TODAYS = """\
assessments:
  - date: 2026-11-23
    ratings:
      executive_credibility: {us: "?"}
      formal_decision_criteria: {us: "-"}
"""


def test_a_rating_that_a_later_day_overrules_is_never_shown_as_a_change(deal: Deal) -> None:
    """The screen and its report say what stays and which command takes the later rating back."""
    deal.path.write_text(CRANES + TODAYS)
    back = "`tas rate crane 12= --date 2026-11-23` takes that back."

    async def steps(pilot: Pilot[None], app: MeetingApp) -> None:
        await enter(pilot, *MET, "12 - Never heard of us", "6 - Fixed criteria")
        shown = screen(app)
        assert "#12 Executive credibility stays ?" in shown
        assert back in " ".join(shown.split())
        assert "#6 Formal criteria still –, evidence added" in shown
        await press(pilot, "ctrl+s")

    notes = deal.drive(steps).notes
    assert "#6 Formal criteria still –" in notes[1]
    assert notes[2].endswith(back)


def test_a_wrong_line_stays_to_be_corrected(deal: Deal) -> None:
    """The message says what is wrong, and the line is still in its field."""
    shown = deal.seen(*MET, "99+words")
    assert "unknown criterion '99'" in shown
    assert "> " in shown
    assert "99+words" in shown
    assert "1 unsaved" in shown


def test_the_day_is_read_as_people_type_it(deal: Deal) -> None:
    """The day understood is echoed; a wrong one keeps the cursor there."""
    assert "Friday 2026-11-20" in deal.seen(*MET)
    assert "is in the future" in deal.seen("Ann", "2027-01-01")
    assert "Friday 2026-11-20" in deal.seen("Ann", "2027-01-01", "2026-11-20")


def test_the_last_line_can_be_typed_again(deal: Deal) -> None:
    """Up takes the last line back into the field; undo restores it."""
    shown = deal.seen(*MET, "a note", "another", keys=("up",))
    assert "another" in shown.splitlines()[-8]
    assert shown.count("another") == 1
    again = deal.seen(*MET, "a note", "another", keys=("up", "ctrl+z"))
    assert ("2 unsaved" in again, again.count("another")) == (True, 1)


def test_several_meetings_in_a_row(deal: Deal) -> None:
    """Ctrl+N saves and starts another one, on another day and with other people."""

    async def steps(pilot: Pilot[None], _: MeetingApp) -> None:
        await enter(pilot, "Ann", "fri", "4+a")
        await press(pilot, "ctrl+n")
        await enter(pilot, "Bo", "2026-11-21", "4-b")
        await press(pilot, "ctrl+s")

    app = deal.drive(steps)
    assert [note.partition(":")[0] for note in app.notes if note.startswith("Saved")] == [
        "Saved the meeting of 2026-11-20",
        "Saved the meeting of 2026-11-21",
    ]
    assert "{when: 2026-11-20, who: Ann, what: a}" in deal.text
    assert "{when: 2026-11-21, who: Bo, what: b}" in deal.text


def test_a_new_owner_who_is_not_on_the_team_is_named(deal: Deal) -> None:
    """Leaving the screen says that nobody on the team has the name of an action item's owner."""
    write(deal.folder, {"tas.yaml": "tas: 1\nteam: {nicole: {}}\n"})

    async def steps(pilot: Pilot[None], _: MeetingApp) -> None:
        await enter(pilot, *MET, "we will send it @nicol", "we will call @nicole")
        await press(pilot, "ctrl+s")

    notes = deal.drive(steps).notes
    (named,) = (note for note in notes if "not on the team" in note)
    assert named.startswith("nicol is not on the team: did you mean `nicole`?")


def test_a_line_in_the_field_is_saved_with_the_rest(deal: Deal) -> None:
    """Ctrl+S takes the line that was not entered yet, from any field; else nothing is to save."""

    async def steps(pilot: Pilot[None], app: MeetingApp) -> None:
        await enter(pilot, *MET)
        await press(pilot, "ctrl+s")
        assert "Nothing to save yet" in screen(app)
        await press(pilot, "h", "i", "shift+tab", "shift+tab", "ctrl+s")

    deal.drive(steps)
    assert "text: hi" in deal.text


def test_what_others_changed_is_asked_about(deal: Deal) -> None:
    """A rating that somebody else made meanwhile is not overwritten unasked."""
    theirs = 'assessments:\n  - date: 2026-11-20\n    ratings:\n      access_to_funds: {us: "-"}\n'

    async def steps(pilot: Pilot[None], app: MeetingApp) -> None:
        await enter(pilot, *MET, "4+a")
        deal.path.write_text(CRANES + theirs)
        await press(pilot, "enter", "ctrl+s")
        assert isinstance(app.screen, Choice)
        assert "Somebody else has changed these ratings" in screen(app)
        await press(pilot, "b")
        assert deal.text == CRANES + theirs
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, Choice)  # it asks again
        await press(pilot, "s")

    deal.drive(steps)
    assert "what: a" in deal.text


def test_a_draft_survives(deal: Deal) -> None:
    """What was typed before a session ended is offered to the next one, and resumed."""

    async def killed(pilot: Pilot[None], _: MeetingApp) -> None:
        await enter(pilot, *MET, "5+Out by May", "n", "a note")
        await press(pilot, "1", "2", "+")

    async def resumed(pilot: Pilot[None], app: MeetingApp) -> None:
        assert "A meeting of 2026-11-20 with 2 lines, not saved." in screen(app)
        await press(pilot, "r")
        assert app.session.meeting.lines == ("5+Out by May", "a note")
        assert app.session.meeting.people == ("M. Kessler, CFO",)
        assert app.session.offer is None
        assert app.main.query_one("#entry", Field).value == "12+"
        await press(pilot, "ctrl+s")

    deal.drive(killed)
    deal.drive(resumed)
    assert "text: a note" in deal.text
    assert "executive_credibility" in deal.text

    async def afterwards(_: Pilot[None], app: MeetingApp) -> None:
        assert app.screen is app.main

    deal.drive(afterwards)


def test_a_line_that_no_longer_fits_is_typed_again(deal: Deal) -> None:
    """A draft survives a change of the deal: what it says of somebody gone stays in the field."""

    async def killed(pilot: Pilot[None], _: MeetingApp) -> None:
        await enter(pilot, *MET, "x:5-No date", "a note")

    async def resumed(pilot: Pilot[None], app: MeetingApp) -> None:
        assert "No longer fits the deal" in screen(app)
        await press(pilot, "r")
        assert app.session.meeting.lines == ("a note",)
        assert app.main.query_one("#entry", Field).value == "x:5-No date"
        app.drafts.drop()

    deal.drive(killed)
    deal.path.write_text(CRANES.replace("x: {name: X-Sys}", "y: {name: X-Sys}"))
    deal.drive(resumed)


def test_the_numbers_take_the_place_of_the_lines_or_stand_beside_them(deal: Deal) -> None:
    """F2 lists the criteria, with the signs as they would be; a wide screen always does."""
    assert "15 Political alignment" not in deal.seen(*MET, "12+")
    shown = deal.seen(*MET, "12+", "5-", keys=("f2",))
    assert re.search(r" 5 Compelling event +–\* +15 Political alignment", shown)
    assert re.search(r"12 Executive credibility +\+\*", shown)

    async def wide(pilot: Pilot[None], app: MeetingApp) -> None:
        await enter(pilot, *MET, "12+")
        assert re.search(r"12\+ .*#12.*\n", screen(app))
        assert re.search(r"12 Executive credibility +\+\*", screen(app))
        app.drafts.drop()

    deal.drive(wide, (120, 40))


def test_fields_are_shown_as_they_will_be(deal: Deal) -> None:
    """The next meeting reads as one; several values stand in a row; a cleared field is none."""
    shown = deal.seen(*MET, "next 10 Dec Ruiz, Hart: demo", "incumbent=us,x", "owner=")
    assert "next meeting Thu 2026-12-10, Ruiz" in shown
    assert "incumbent us, x" in shown
    assert "owner nicole → none" in shown


def test_evidence_has_the_link_of_the_minutes(deal: Deal) -> None:
    """Enter passes by the link; Tab leads to it."""

    async def steps(pilot: Pilot[None], _: MeetingApp) -> None:
        await enter(pilot, *MET, "5-It ends in May")
        await press(pilot, "shift+tab")
        await enter(pilot, "https://example.com/12")
        await press(pilot, "ctrl+s")

    deal.drive(steps)
    assert 'what: It ends in May, link: "https://example.com/12"' in deal.text


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 16), (40, 10), (20, 5)])
def test_any_size(deal: Deal, size: tuple[int, int]) -> None:
    """Lines keep within the screen, and the field to type in is always there."""

    async def steps(pilot: Pilot[None], app: MeetingApp) -> None:
        await enter(pilot, *MET, *(["a long note " * 8] * 12), "5+Out by May")
        assert app.main.query_one("#entry").region.height == 1
        screen(app)  # asserts the width

    deal.drive(steps, size)


def test_the_map(tmp_path: Path) -> None:
    """Whom we met is found on the map; people are changed, and closer contact is offered.

    The deal's file and the account's are saved together, and the next meeting starts from both.
    """
    deal, texts = Deal(tmp_path, "account: harbor\n"), list[str]()

    async def steps(pilot: Pilot[None], app: MeetingApp) -> None:
        await enter(pilot, "M. Kessler, analyst", "fri", "analyst = Dana Ortiz", "kessler + 5")
        await enter(pilot, "new Sam Hart", "hart 5 X")
        texts.append(screen(app))
        await enter(pilot, "", "n")
        texts.append(screen(app))
        await press(pilot, "ctrl+n")
        await enter(pilot, "Kessler", "", "we will call")
        texts.append(screen(app))
        app.drafts.drop()

    deal.drive(steps)
    first, second, third = texts
    assert "With  kessler; analyst" in first
    assert "analyst is Dana Ortiz" in first
    assert "Martin Kessler status supporter influence 5" in first
    assert "new: Sam Hart" in first
    assert "hart influence 5 status enemy" in first
    assert "Martin Kessler: brief contact > multiple contacts?" in first
    assert "kessler multiple" in second
    assert "contact?" not in second
    assert "contacts?" not in third
    assert (tmp_path / "accounts/harbor.yaml").read_text().splitlines()[3:5] == [
        (
            "  kessler: {name: Martin Kessler, title: CFO, coverage: multiple, influence: 5,"
            " last_met: 2026-11-20}"
        ),
        "  analyst: {name: Dana Ortiz, title: Finance, last_met: 2026-11-20}",
    ]
    assert "kessler: {status: supporter}" in deal.text


def test_somebody_else_changes_the_map(tmp_path: Path) -> None:
    """What others write about the same people meanwhile is not overwritten."""
    deal, texts = Deal(tmp_path, "people:\n  kessler: {name: Martin Kessler}\n"), list[str]()
    others = deal.text.replace("Kessler}", "Kessler, status: enemy}")

    async def steps(pilot: Pilot[None], app: MeetingApp) -> None:
        await enter(pilot, "kessler", "fri", "kessler + 5")
        deal.path.write_text(others, encoding="utf-8")
        await press(pilot, "ctrl+s")
        texts.append(screen(app))
        app.drafts.drop()

    deal.drive(steps)
    assert "somebody else has changed person kessler" in texts[0]
    assert deal.text == others


def test_tactics_with_those_met_are_ticked(tmp_path: Path) -> None:
    """After the first line each is offered; y says that it is done, n that it is not."""
    deal = Deal(
        tmp_path,
        "people:\n  kessler: {name: Martin Kessler, coverage: in_depth}\n"
        "tactics:\n  - {what: Value review, people: [kessler], due: 2026-11-20}\n"
        "  - {what: Lunch, people: [kessler], due: 2026-11-21}\n",
    )
    texts = list[str]()

    async def steps(pilot: Pilot[None], app: MeetingApp) -> None:
        await enter(pilot, "Kessler", "fri", "a good note")
        texts.append(screen(app))
        await enter(pilot, "", "")
        texts.append(screen(app))
        await enter(pilot, "y", "n")
        texts.append(screen(app))
        await press(pilot, "ctrl+n")
        app.drafts.drop()

    deal.drive(steps)
    first, empty, second = texts
    assert "Tactic 1, Value review: done?" in first
    assert "Tactic 1, Value review: done?" in empty
    assert "Type y if the tactic is done, n if it is not." in empty
    assert "Tactic 1 is done" in second
    assert "done?" not in second
    assert (
        "- {what: Value review, people: [kessler], due: 2026-11-20, done: 2026-11-20}" in deal.text
    )
    assert "- {what: Lunch, people: [kessler], due: 2026-11-21}\n" in deal.text


def test_a_tactic_that_was_not_asked_about_is_named_after_saving(tmp_path: Path) -> None:
    """Ctrl+S does not wait for the questions; the command for each is printed."""
    people = "people:\n  kessler: {name: Martin Kessler, coverage: brief}\n"
    deal = Deal(tmp_path, f"{people}tactics:\n  - {{what: Value review, people: [kessler]}}\n")

    async def steps(pilot: Pilot[None], app: MeetingApp) -> None:
        await enter(pilot, "Kessler", "fri", "a good note")
        assert "Kessler: brief contact > multiple contacts?" in screen(app)
        await press(pilot, "ctrl+s")

    said = deal.drive(steps).notes
    assert any(
        each.startswith("Tactic 1, Value review: done? If so: `tas tactics ") for each in said
    ), said


def test_a_note_that_looks_mistyped_says_what_it_may_be(tmp_path: Path) -> None:
    """It stays a note; a rating or a person's standing has its form beside it."""
    deal = Deal(tmp_path, "people:\n  kessler: {name: Martin Kessler, coverage: in_depth}\n")
    texts = list[str]()

    async def steps(pilot: Pilot[None], app: MeetingApp) -> None:
        await enter(pilot, "Kessler", "fri", "12 9 nobody", "kessler ++ 9", "4 people came")
        texts.append(screen(app))
        app.drafts.drop()

    deal.drive(steps)
    lines = {each.strip()[:4]: each for each in texts[0].splitlines() if "note" in each}
    assert "note; a rating? number, sign, words" in lines["12 9"]
    assert "note; a person? short name, sign, 1-5" in lines["kess"]
    assert "?" not in lines["4 pe"]
