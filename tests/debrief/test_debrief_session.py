"""A debrief without a screen: rows, what Enter accepts, the suggested step, the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from debrief_app import BARE, CRANE, TODAY, Deal

from tas_cli.debrief.answers import Agreed, NotYet, record_of
from tas_cli.debrief.defaults import suggestion
from tas_cli.model.process import Preparation

if TYPE_CHECKING:
    from pathlib import Path

    from tas_cli.debrief.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A debrief of the crane deal, about to begin."""
    return Deal(tmp_path).session()


def test_the_rows_follow_the_questions(session: Session) -> None:
    """First come people and open actions, then the four questions, then the result."""
    kinds = [row.kind for row in session.rows]
    assert kinds == [
        "present",
        *["earlier"] * 2,
        "claim",
        *["outcome"] * 5,
        *["activity", "preparation", "communication", "step", "add", "verdict"],
    ]


def test_enter_takes_the_answer_of_the_file(session: Session) -> None:
    """Enter takes evidence as shown, a bare claim as doubtful, a missing outcome as not shown."""
    while session.row.kind != "communication":
        assert session.accept()
    assert session.accept() is False  # the file does not say what was last said to the customer
    session.go_to("step")
    answers = session.answers
    assert answers.present == ["nicole"]
    assert list(answers.outcomes.values()) == ["shown", "shown", "doubtful", "shown", "not_shown"]
    assert answers.activity == "solution_first_communicated"
    assert answers.preparation.what == "Agenda for 1 December"
    assert answers.done == []
    assert session.accept() is False  # a reset needs its reason
    assert session.answers.step is None


def test_a_claim_beyond_the_evidence_suggests_a_reset(session: Session) -> None:
    """The suggestion is the first claimed step that is incomplete in the manager's judgment."""
    found = suggestion(session.brief, session.answers)
    assert (found.step, found.reset_to) == ("reset", "develop")
    assert found.why == "2 outcomes of Develop were not shown"
    session.put(outcomes=dict.fromkeys(session.outcomes, "shown"))
    assert suggestion(session.brief, session.answers).step == "confirmed"
    session.put(outcomes={**session.answers.outcomes, "key_sponsor_named": "doubtful"})
    assert suggestion(session.brief, session.answers).why == "1 outcome of Develop was not shown"


def test_another_claim_has_other_outcomes(session: Session) -> None:
    """If the rep claims another step, judgments of the first are dropped; undo restores them."""
    session.go_to("outcome")
    session.judge("shown")
    session.go_to("claim")
    assert session.turn(-1)
    assert session.answers.claimed == "qualify"
    assert session.answers.outcomes == {}
    assert session.outcomes == (
        "change_in_strategy",
        "burning_issue_identified",
        "first_contacts_named",
    )
    assert session.undo()
    assert session.answers.outcomes == {"key_sponsor_named": "shown"}


def test_keys_for_one_kind_of_row_have_no_effect_on_another(session: Session) -> None:
    """Judging, ticking and turning are refused on rows they do not apply to."""
    assert not session.judge("shown")
    assert not session.tick()
    assert not session.turn(1)
    assert not session.clear()
    assert session.given == 0


def test_ticking_clearing_and_undoing(session: Session) -> None:
    """An action is ticked and unticked; a new one is agreed on, changed and removed."""
    session.go_to("earlier")
    assert session.tick()
    assert session.row.number == 2
    session.move(-1)
    assert session.tick()
    assert session.answers.done == []
    session.agree(Agreed(what="Call", owner=None, due=None))
    assert session.row.kind == "add"
    session.agree(Agreed(what="Write", owner=None, due=None), 0)
    assert [each.what for each in session.answers.actions] == ["Write"]
    session.go_to("action")
    assert session.clear()
    assert session.answers.actions == []
    for _ in range(3):
        assert session.undo()
    assert [session.undo() for _ in range(3)] == [True, True, False]
    assert session.given == 0


def test_the_cursor_stays_on_the_list(session: Session) -> None:
    """Moving stops at the first and the last row."""
    session.move(-5)
    assert session.at == 0
    session.move(99)
    assert session.row.kind == "verdict"


def test_a_record_omits_unanswered_questions(session: Session) -> None:
    """Confirming the step alone records the claim, the evidenced step and the confirmation."""
    entry = record_of(session.answers.but(step="confirmed"), session.brief).entry
    assert (entry.claimed, entry.supported, entry.step) == ("develop", "qualify", "confirmed")
    assert entry.outcomes == {}
    assert entry.preparation is None


@pytest.mark.parametrize(
    ("changes", "about", "message"),
    [
        ({}, "step", "neither confirmed nor reset"),
        ({"claimed": "dvelop", "step": "confirmed"}, "claimed", "unknown sales step"),
        (
            {"claimed": "qualify", "step": "confirmed"},
            "step",
            "this debrief claims qualify, but the file claims develop, so the step",
        ),
        ({"outcomes": {"proof_defined": "shown"}, "step": "confirmed"}, "outcomes", "of develop"),
        ({"step": "reset"}, "reset_to", "the step to reset to is missing"),
        ({"step": "reset", "reset_to": "develop"}, "reason", "needs a reason"),
        (
            {"step": "reset", "reset_to": "solution", "reason": "x"},
            "reset_to",
            "already the current step",
        ),
        ({"step": "confirmed", "reset_to": "develop"}, "reset_to", "cannot have reset_to"),
        ({"step": "confirmed", "reason": "x"}, "reason", "cannot have reason"),
        ({"step": "confirmed", "done": [3]}, "done", "3 is not an open action item"),
    ],
)
def test_impossible_answers(
    session: Session, changes: dict[str, object], about: str, message: str
) -> None:
    """A missing or impossible answer is named by its key."""
    session.put(**changes)
    with pytest.raises(NotYet, match=message) as refused:
        record_of(session.answers, session.brief)
    assert refused.value.about == about


def test_a_claim_that_the_file_does_not_have_can_be_accepted_by_a_reset(session: Session) -> None:
    """If the rep claims more than the file, a reset with a reason moves the step forward."""
    session.put(claimed="solution")
    found = suggestion(session.brief, session.answers)
    assert found.step == "reset"
    session.reset("proof", "All three were shown today")
    assert record_of(session.answers, session.brief).entry.reset_to == "proof"
    session.reset("solution", "Not shown")
    assert record_of(session.answers, session.brief).entry.reset_to == "solution"


def test_a_file_without_a_process(tmp_path: Path) -> None:
    """Without a claim there is nothing to judge; the step can be confirmed or started."""
    session = Deal(tmp_path, BARE).session()
    assert "outcome" not in [row.kind for row in session.rows]
    while session.row.kind != "step":
        if not session.accept():
            session.move(1)
    assert session.accept()
    entry = record_of(session.answers, session.brief).entry
    assert (entry.claimed, entry.supported, entry.step) == (None, None, "confirmed")
    session.reset("qualify", "It begins")
    assert record_of(session.answers, session.brief).entry.reset_to == "qualify"


def test_a_won_deal_has_nothing_left_to_work_on(tmp_path: Path) -> None:
    """If everything is claimed, there is no current step, and no activity is proposed."""
    session = Deal(tmp_path, CRANE.replace("\nowner:", "\nstatus: won\nowner:")).session()
    assert session.answers.claimed == "close"
    session.go_to("activity")
    assert session.accept()
    assert session.answers.activity is None
    assert session.proposed == Preparation()


def test_a_debrief_of_an_earlier_day(tmp_path: Path) -> None:
    """As of an earlier date the claim is that date's; a later change of the step bars a reset."""
    text = CRANE + "  - {date: 2026-11-10, field: process.step, from: develop, to: solution}\n"
    session = Deal(tmp_path, text).session("2026-11-05")
    assert session.answers.claimed == "qualify"
    session.reset("qualify", "x")
    with pytest.raises(NotYet, match="the step was changed after the date"):
        record_of(session.answers, session.brief)
    assert Deal(tmp_path / "b", text).session(TODAY).answers.claimed == "develop"


def test_a_company_s_own_process(tmp_path: Path) -> None:
    """Steps and outcomes that the settings rename, add or require apply in the debrief."""
    deal = Deal(tmp_path)
    (tmp_path / "tas.yaml").write_text(
        "steps:\n  develop: {needed: 60, outcomes: {budget_named: {title: The budget is named.}}}\n"
        "  pilot: {after: develop, title: Pilot}\n"
    )
    session = deal.session()
    assert session.answers.claimed == "pilot"
    session.go_to("claim")
    session.turn(-1)
    assert session.outcomes[-1] == "budget_named"


def test_adopting_a_changed_file_keeps_the_answers(tmp_path: Path) -> None:
    """When the file changed, answers that still fit stay, and the step is asked for again."""
    deal = Deal(tmp_path)
    session = deal.session()
    session.put(done=[1, 2], verdict="So", step="confirmed")
    session.go_to("outcome")
    session.judge("shown")
    deal.write(deal.text.replace("due: 2026-10-30}", "due: 2026-10-30, done: 2026-11-20}"))
    session.adopt(deal.session().brief)
    assert session.answers.done == [2]
    assert session.answers.verdict == "So"
    assert session.answers.outcomes == {"key_sponsor_named": "shown"}
    assert session.answers.step is None
    deal.write(deal.text.replace("step: solution", "step: develop"))
    session.adopt(deal.session().brief)
    assert session.answers.claimed == "qualify"
    assert session.answers.outcomes == {}


def test_changes_are_since_the_last_debrief(tmp_path: Path) -> None:
    """Changes count since the last debrief; without one, since the second newest assessment."""
    later = '  - date: 2026-11-20\n    ratings:\n      solution_fit: {us: "+"}\nprocess:\n'
    text = CRANE.replace("process:\n", later, 1)
    brief = Deal(tmp_path / "held", text).session().brief
    assert str(brief.since) == "2026-10-19"
    assert [each.criterion for each in brief.changes] == [
        "compelling_event",
        "solution_fit",
        "executive_credibility",
        "executive_credibility",
    ]
    start, _, rest = text.partition("debriefs:\n")
    none = Deal(tmp_path / "none", start + "history:\n" + rest.partition("history:\n")[2])
    brief = none.session().brief
    assert str(brief.since) == "2026-11-09"
    assert [each.criterion for each in brief.changes] == ["solution_fit"]
    assert brief.actions == ()


def test_the_briefing_counts_for_the_manager(session: Session) -> None:
    """The briefing has the days in the step, close date moves, open actions and warnings."""
    brief = session.brief
    assert brief.standing.days == 53
    assert [str(each.before) for each in brief.moves] == ["2026-12-31", "2027-02-28"]
    assert [(each.number, each.overdue(brief.day)) for each in brief.actions] == [
        (1, True),
        (2, False),
    ]
    codes = [each.code for each in brief.warnings]
    assert {"TAS405", "TAS408", "TAS410"} <= set(codes)
    assert not brief.decision.recommended
    assert brief.decision.deciding


def test_warnings_follow_the_settings(tmp_path: Path) -> None:
    """A check disabled in the workspace does not warn in a debrief either."""
    deal = Deal(tmp_path)
    (tmp_path / "tas.yaml").write_text("rules: {TAS408: off}\n")
    codes = [each.code for each in deal.session().brief.warnings]
    assert "TAS405" in codes
    assert "TAS408" not in codes


TACTICS = """\
tactics:
  - {what: Call Beck, due: 2026-12-04}
  - {what: Value review, due: 2026-12-01, resources: "Cash-flow sheet, Lena"}
  - {what: Lunch, due: 2026-11-02, done: 2026-11-03}
"""


def test_the_next_tactic_is_proposed_as_the_activity_with_what_it_takes(tmp_path: Path) -> None:
    """The open tactic that is due first stands in for an activity that the file does not have."""
    session = Deal(tmp_path, BARE + TACTICS).session()
    session.go_to("activity")
    assert session.accept()
    assert session.answers.activity == "Value review"
    assert session.accept()
    assert session.answers.preparation == Preparation(what="Cash-flow sheet, Lena")


def test_an_activity_under_way_goes_before_tactics(tmp_path: Path) -> None:
    """What the file says is being worked on is proposed, whatever the plan says."""
    session = Deal(tmp_path, CRANE + TACTICS).session()
    session.go_to("activity")
    assert session.accept()
    assert session.answers.activity == "solution_first_communicated"
