"""The session: what a key means, without a screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from score_app import CHOSEN, FLANKING, RATED, TODAY
from workspaces import day, opportunity, rated

from tas_cli.assess.caveats import all_caveats
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.scorecard import scorecard
from tas_cli.edits.rate import RatedCell
from tas_cli.method.catalogue import US, criterion_keys, tree
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import NO_CHOICE, Cell, Opportunity, StatedAnswer
from tas_cli.model.settings import Settings
from tas_cli.model.spelling import spelled
from tas_cli.scorecard.finding import matching
from tas_cli.scorecard.preview import preview
from tas_cli.scorecard.saving import planned
from tas_cli.scorecard.session import Session
from tas_cli.scorecard.unsaved import Change as Changed
from tas_cli.scorecard.unsaved import Unsaved, Where
from tas_cli.source.edit import edited

FIT, EVENT = "solution_fit", "compelling_event"
QUOTED = Evidence(what="Said so", who="Ann")


def session(text: str = RATED) -> Session:
    """Return a session on a deal with that text."""
    return Session(opportunity(text), Settings(), day(TODAY))


def _all_shown(deal: DealOnDay) -> tuple[object, ...]:
    """Return everything the session shows of a deal on a date."""
    decision = deal.decision
    decided = decision.recommended, decision.variation, decision.reachable, decision.path
    changing = decision.deciding, decision.flips
    return deal.card, deal.facts, *decided, *changing, all_caveats(deal), deal.evidenced


def after(*keys: str, text: str = RATED, at: tuple[str, str] = (FIT, US)) -> Session:
    """Return a session after the given keys on a cell; each key returns to that cell."""
    made = session(text)
    for key in keys:
        made.go(at)
        match key:
            case "+" | "-" | "?":
                made.rate(key)
            case "enter":
                made.confirm()
            case "e":
                made.add_evidence(at, QUOTED)
            case "n":
                made.set_note(at, "A note")
            case "u":
                made.undo()
            case "x":
                made.withdraw()
    return made


@pytest.mark.parametrize(
    ("keys", "written"),
    [
        ([], None),
        (["+"], ("+", (), None)),
        (["-"], ("-", (), None)),
        (["enter"], ("-", (), None)),
        (["+", "?"], ("?", (), None)),
        (["+", "+"], ("+", (), None)),
        (["e"], ("-", (QUOTED,), None)),
        (["+", "e"], ("+", (QUOTED,), None)),
        (["e", "+"], ("+", (QUOTED,), None)),
        (["+", "e", "-"], ("-", (QUOTED,), None)),
        (["+", "e", "-", "+"], ("+", (QUOTED,), None)),
        (["+", "e", "-", "u"], ("+", (QUOTED,), None)),
        (["+", "e", "-", "+", "u", "u"], ("+", (QUOTED,), None)),
        (["+", "e", "+"], ("+", (QUOTED,), None)),
        (["e", "enter"], ("-", (QUOTED,), None)),
        (["e", "n", "+"], ("+", (QUOTED,), "A note")),
        (["e", "e"], ("-", (QUOTED, QUOTED), None)),
        (["n"], ("-", (), "A note")),
        (["+", "e", "n"], ("+", (QUOTED,), "A note")),
        (["+", "u"], None),
        (["+", "?", "u"], ("+", (), None)),
        (["+", "e", "u"], ("+", (), None)),
        (["+", "+", "u"], None),
        (["u"], None),
        (["+", "x"], None),
        (["+", "x", "u"], ("+", (), None)),
    ],
)
def test_edits_made_by_keys(keys: list[str], written: tuple[object, ...] | None) -> None:
    """Rated or confirmed cells are written with their new details, and nothing else."""
    assert after(*keys).unsaved.rated() == ([RatedCell(FIT, US, *written)] if written else [])  # type: ignore[arg-type]


def test_evidence_that_was_typed_stays_when_the_sign_is_corrected() -> None:
    """Another sign says how much entered evidence it has now; nothing has to be typed again."""
    made = after("+", "e", "e")
    made.go((FIT, US))
    assert made.rate("+") == 0
    made.go((FIT, US))
    assert made.rate("?") == 2
    (cell,) = made.unsaved.rated()
    assert (cell.rating, len(cell.evidence)) == ("?", 2)


def test_enter_does_not_confirm_an_unrated_cell() -> None:
    """A cell that nobody has rated cannot be confirmed."""
    made = session()
    made.go(("customer_project", US))
    assert not made.confirm()
    assert made.unsaved.rated() == []
    assert made.cursor == ("customer_project", US)


@pytest.mark.parametrize(
    ("at", "then"),
    [
        ((criterion_keys()[0], US), (criterion_keys()[1], US)),
        ((criterion_keys()[19], US), (criterion_keys()[0], "x")),
        ((criterion_keys()[19], "x"), (criterion_keys()[0], "z")),
        ((criterion_keys()[19], "z"), (criterion_keys()[19], "z")),
    ],
)
def test_the_cursor_goes_on(at: tuple[str, str], then: tuple[str, str]) -> None:
    """After a sign the cursor moves down the column, then to the top of the next party's."""
    made = session()
    made.go(at)
    made.rate("?")
    assert made.cursor == then
    assert made.target == at


def test_the_cursor_passes_a_competitor_that_is_out() -> None:
    """From the end of our column the cursor goes to the next party in the race."""
    text = RATED.replace("{name: X-Sys}", "{name: X-Sys, out: {date: 2026-05-06}}")
    made = session(text)
    made.go((criterion_keys()[19], US))
    made.rate("?")
    assert made.cursor == (criterion_keys()[0], "z")
    made.go((criterion_keys()[0], "x"))
    made.rate("?")
    assert made.cursor == (criterion_keys()[1], "x")


def test_evidence_is_for_the_cell_just_rated_until_the_cursor_moves() -> None:
    """Details after a sign belong to the rated cell; after a move by hand, to the cursor's."""
    made = after("+")
    assert made.target == (FIT, US)
    made.move(1, 0)
    assert made.target == made.cursor


@pytest.mark.parametrize(
    ("rows", "columns", "then"),
    [(-1, 0, 0), (100, 0, 19), (3, -5, 3), (0, 9, 0)],
)
def test_moves_end_at_the_edge(rows: int, columns: int, then: int) -> None:
    """The cursor never leaves the grid."""
    made = session()
    made.move(rows, columns)
    assert made.cursor == (criterion_keys()[then], "z" if columns > 0 else US)


@pytest.mark.parametrize("keys", [["+"], ["enter"], ["e"], ["-", "n"], ["?", "e"]])
@pytest.mark.parametrize("today", [TODAY, "2026-05-04"])
def test_the_preview_agrees_with_the_saved_file(keys: list[str], today: str) -> None:
    """The cells shown are those the file will have, even if the day has an assessment."""
    made = Session(opportunity(RATED), Settings(), day(today))
    made.go((FIT, US))
    for key in keys:
        if key == "e":
            made.add_evidence((FIT, US), QUOTED)
        elif key == "n":
            made.set_note((FIT, US), "A note")
        elif key == "enter":
            made.confirm()
        else:
            made.rate(key)  # type: ignore[arg-type]
    (cell,) = made.unsaved.rated()
    before = made.base.cell(FIT, US)
    state = made.state((FIT, US))
    assert state.rating == cell.rating
    assert state.stated == day(today)
    kept = before.evidence if before.rating == cell.rating else ()
    assert state.evidence == (*kept, *cell.evidence)
    whole = DealOnDay.of(preview(made.opportunity, made.unsaved, made.day), Settings(), day(today))
    assert _all_shown(made.deal) == _all_shown(whole)


def test_undo_restores_every_step() -> None:
    """Undoing everything leaves the session as it began."""
    made = session()
    for sign in "+-?" * 7:
        made.rate(sign)  # type: ignore[arg-type]
    while made.undo():
        pass
    assert made == session()


def meanwhile(text: str) -> Opportunity:
    """Return the deal after somebody else's assessment of the same date."""
    return opportunity(RATED + f"  - date: {TODAY}\n    ratings:\n      {text}\n")


@pytest.mark.parametrize(
    ("keys", "theirs", "clash"),
    [
        (["+"], 'solution_fit: {us: "?"}', True),
        (["+"], 'solution_fit: {us: "+"}', False),
        (["enter"], 'solution_fit: {us: "-"}', False),
        (["enter"], 'solution_fit: {us: "+"}', True),
        (["+"], 'solution_fit: {us: "-"}', False),
        (["+"], 'solution_fit: {us: {rating: "-", evidence: [{what: New}]}}', True),
        (["e"], 'solution_fit: {us: {rating: "-", evidence: [{what: New}]}}', False),
        (["n"], 'solution_fit: {us: {rating: "-", note: Other}}', True),
        (["n"], 'solution_fit: {us: {rating: "-", note: A note}}', False),
        (["e"], 'solution_fit: {us: {rating: "-", note: Other}}', False),
        (["+"], 'solution_fit: {x: "-"}', False),
        (["+"], 'compelling_event: {us: "-"}', False),
    ],
)
def test_clashes(keys: list[str], theirs: str, clash: bool) -> None:  # noqa: FBT001 - a table
    """A clash is where saving would overwrite what somebody else has written since."""
    assert bool(after(*keys).clashes(meanwhile(theirs))) == clash


@pytest.mark.parametrize(("mine", "left"), [(True, "+"), (False, None)])
def test_a_resolved_clash_is_gone(mine: bool, left: str | None) -> None:  # noqa: FBT001
    """Mine is written, theirs is left alone; the next save has no clash."""
    made, now = after("+"), meanwhile('solution_fit: {us: "?"}')
    (clash,) = made.clashes(now)
    made.decide(clash, mine=mine)
    made.adopt(now)
    assert made.clashes(now) == []
    assert [cell.rating for cell in made.unsaved.rated()] == ([left] if left else [])
    assert made.state((FIT, US)).rating == (left or "?")


def test_a_competitor_that_was_removed_clashes() -> None:
    """A cell whose column is gone can only be left out."""
    made = after("+", at=(FIT, "z"))
    now = opportunity(RATED.replace(", z: {name: Zeta}", ""))
    (clash,) = made.clashes(now)
    assert clash.theirs is None
    made.decide(clash, mine=True)
    made.adopt(now)
    assert (made.unsaved.cells, made.cursor[1]) == ({}, US)


def test_resuming_leaves_out_removed_competitors() -> None:
    """A draft's cells of removed competitors are counted and left out."""
    made = session()
    cell = after("+").unsaved.changes[FIT, US]
    places: list[Where] = [(FIT, US), (FIT, "gone"), ("no_such", US)]
    assert made.resume(Unsaved(dict.fromkeys(places, cell))) == 2
    assert list(made.unsaved.cells) == [(FIT, US)]


Change = Callable[[Session], object]
FRONTAL: Change = lambda made: made.choose("frontal", "solution", "bold")  # noqa: E731 - a name
STATED: Change = lambda made: made.answer("three_to_one", "yes", "so")  # noqa: E731
REVERSED: Change = lambda made: made.answer("can_compete", "no", "so")  # noqa: E731
TAKEN_BACK: Change = lambda made: made.answer("can_compete", None, None)  # noqa: E731
RATING: Change = lambda made: made.rate("-")  # noqa: E731

DEFENDED = ("frontal   # bold\n  variation: reputation", "defend\n  variation: isolate")


@pytest.mark.parametrize("text", [FLANKING, CHOSEN])
@pytest.mark.parametrize(
    "changes",
    [(FRONTAL,), (STATED,), (REVERSED,), (TAKEN_BACK,), (RATING, STATED, FRONTAL, REVERSED)],
)
def test_the_advice_agrees_with_the_saved_file(text: str, changes: tuple[Change, ...]) -> None:
    """The outcome with choice and answers matches the file after the edits."""
    made = session(text)
    for change in changes:
        change(made)
    plan = planned(made.opportunity, made.unsaved, made.day, None)
    edits = [spelled(edit, Opportunity) for edit in plan]
    written = opportunity(edited(text.encode(), edits).decode())
    saved = DealOnDay.of(written, Settings(), made.day)
    assert _all_shown(made.deal) == _all_shown(saved)
    assert (made.deal.opportunity.strategy or NO_CHOICE) == (
        saved.opportunity.strategy or NO_CHOICE
    )


@pytest.mark.parametrize("change", [FRONTAL, STATED, REVERSED, TAKEN_BACK])
def test_undo_covers_choice_and_answers(change: Change) -> None:
    """Undo takes back a choice or an answer, and the outcome follows."""
    made = session(CHOSEN)
    before = made.deal
    made.choose("defend", None, "first")
    change(made)
    assert made.undo()
    assert made.unsaved.choice is not None
    assert made.unsaved.choice.chosen == "defend"
    assert made.undo()
    assert (made.unsaved, made.deal) == (Unsaved(), before)


def test_a_value_the_file_has_is_not_a_change() -> None:
    """The current choice, or removing an answer nobody stated, leaves nothing to save."""
    made = session(CHOSEN)
    made.choose("frontal", "reputation", "we are known")
    made.answer("three_to_one", None, None)
    assert made.unsaved.number == 0


@pytest.mark.parametrize(
    ("change", "before", "theirs", "clash"),
    [
        (FRONTAL, *DEFENDED, True),
        (FRONTAL, "since: 2026-11-05", "since: 2026-11-06", True),
        (FRONTAL, "reputation", "solution", True),
        (FRONTAL, "reputation\n  since: 2026-11-05\n  reason: we are known",
         "solution\n  since: 2026-11-20\n  reason: bold", False),
        (FRONTAL, "can_compete: {answer: yes", "can_compete: {answer: no", False),
        (REVERSED, "can_compete: {answer: yes", "can_compete: {answer: no", True),
        (REVERSED, "answer: yes, because: the pilot went well", "answer: no, because: so", False),
        (REVERSED, "date: 2026-11-05}", "date: 2026-11-20}", True),
        (REVERSED, *DEFENDED, False),
        (TAKEN_BACK, "the pilot went well", "they said so", True),
        (TAKEN_BACK, "    can_compete:", "    three_to_one:", False),
        (STATED, "the pilot went well", "they said so", False),
    ],
)  # fmt: skip
def test_clashes_of_choice_and_answers(
    change: Change,
    before: str,
    theirs: str,
    clash: bool,  # noqa: FBT001 - a table
) -> None:
    """Somebody else's choice or answer clashes with mine, unless equal; other ones do not."""
    made = session(CHOSEN)
    change(made)
    assert before in CHOSEN
    assert bool(made.clashes(opportunity(CHOSEN.replace(before, theirs)))) == clash


@pytest.mark.parametrize("change", [FRONTAL, REVERSED, TAKEN_BACK])
@pytest.mark.parametrize("mine", [True, False])
def test_a_resolved_choice_or_answer_no_longer_clashes(
    change: Change,
    mine: bool,  # noqa: FBT001 - both
) -> None:
    """Either mine stays unsaved with theirs as its base, or mine is dropped."""
    theirs = CHOSEN.replace("frontal", "defend").replace("reputation", "isolate")
    now = opportunity(theirs.replace("the pilot went well", "they said so"))
    made = session(CHOSEN)
    change(made)
    (clash,) = made.clashes(now)
    made.decide(clash, mine=mine)
    made.adopt(now)
    assert made.clashes(now) == []
    assert made.unsaved.number == mine


def test_resuming_leaves_out_steps_missing_from_the_tree() -> None:
    """A draft's answers to removed questions are counted and left out."""
    made = session(CHOSEN)
    answer = Changed(StatedAnswer(answer="no", because="so"), None)
    assert made.resume(Unsaved({"three_to_one": answer, "no_such": answer})) == 1
    assert list(made.unsaved.answers) == ["three_to_one"]


@pytest.mark.parametrize(
    ("cells", "choice", "answers", "words"),
    [
        (1, False, 0, "one cell"),
        (11, False, 0, "11 cells"),
        (0, True, 0, "the strategy"),
        (2, True, 0, "2 cells and the strategy"),
        (1, True, 2, "one cell, the strategy and 2 answers"),
        (0, False, 1, "one answer"),
    ],
)
def test_unsaved_changes_are_counted(
    cells: int,
    choice: bool,  # noqa: FBT001 - a table
    answers: int,
    words: str,
) -> None:
    """Cells, the strategy and answers are listed together, the way a person would."""
    made = session()
    for _ in range(cells):
        made.rate("+")
    if choice:
        FRONTAL(made)
    for step in list(tree().steps)[:answers]:
        made.answer(step, "yes", "so")
    assert made.unsaved.counted() == words
    assert made.unsaved.number == cells + choice + answers


def test_deciding_cells_are_visited_in_order() -> None:
    """The key for deciding cells goes through them in the engine's order, and around again."""
    signs = " | ".join(f"{key}: {{us: '+'}}" for key in criterion_keys() if key != FIT)
    made = session(rated(f"2026-01-05 | {signs}"))
    places = [(cell.criterion, cell.party) for cell in made.deal.decision.deciding]
    assert places
    for place in [*places, places[0]]:
        assert made.next_deciding()
        assert made.cursor == place


@pytest.mark.parametrize(
    ("words", "first", "number"),
    [
        ("12", 12, 1), ("1", 1, 1), ("#5", 5, 1), ("21", None, 0), ("", None, 0), (" ", None, 0),
        ("exec", 12, 1), ("inside_s", 11, 1), ("CULT", 13, 1), ("revenue", 16, 2), ("[", None, 0),
    ],
)  # fmt: skip
def test_finding(words: str, first: int | None, number: int) -> None:
    """A search matches a number, or words in a name."""
    found = matching(words)
    assert len(found) == number
    assert (found[0].number if found else None) == first


def test_a_change_is_plain_data() -> None:
    """A changed cell remembers its value in the file."""
    _, base = after("+").unsaved.changes[FIT, US]
    assert isinstance(base, Cell)
    card = scorecard(opportunity(RATED), day(TODAY))
    assert base.rating == card.rating(FIT, US)
    assert tuple(base.evidence) == card.cell(FIT, US).evidence
