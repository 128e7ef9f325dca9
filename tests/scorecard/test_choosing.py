"""Strategy and answers are chosen and stated on the screen, and saved with the ratings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from leaping import press, screen
from score_app import CHOSEN, FLANKING, RATED, TODAY, Deal

from tas_cli.method.catalogue import strategies, tree
from tas_cli.model.opportunity import Opportunity
from tas_cli.scorecard.answer_form import AnswerForm
from tas_cli.scorecard.choose_form import ChooseForm
from tas_cli.scorecard.unsaved import says
from tas_cli.tui.pick import Pick
from tas_cli.writing import update

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from tas_cli.scorecard.app import ScorecardApp
    from tas_cli.writing import Plan, Seen, Written

WHY = tuple("bold")
ASSESSED = f"  - date: {TODAY}\n"


def deal_of(folder: Path, text: str) -> Deal:
    """Return a deal with that text."""
    return Deal(folder / "deals", text)


def shown(deal: Deal, *keys: str) -> str:
    """Return the screen after the given keys."""
    texts: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *keys)
        texts.append(screen(app))

    app = deal.app()
    deal.drive(steps, app=app)
    return texts[0]


def saved_meanwhile(deal: Deal, theirs: str, *keys: str, answer: str) -> tuple[str, ScorecardApp]:
    """Press keys, let somebody else write the file, save, answer; return the question."""
    asked: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *keys)
        deal.path.write_text(theirs)
        await press(pilot, "s")
        asked.append(screen(app))
        await press(pilot, answer)

    app = deal.app()
    deal.drive(steps, app=app)
    return asked[0], app


def test_all_strategies_with_their_variations_are_listed(tmp_path: Path) -> None:
    """The dialog has every strategy of the catalog with its variations."""
    text = shown(deal_of(tmp_path, FLANKING), "c")
    for strategy in strategies().values():
        (row,) = [line for line in text.split("\n") if line[4:14].strip() == strategy.title]
        assert all(each.title in row for each in strategy.variations)


def test_recommended_and_chosen_are_next_to_each_other(tmp_path: Path) -> None:
    """The recommended strategy and the current choice are named, and marked in the list."""
    text = shown(deal_of(tmp_path, CHOSEN), "c")
    assert "Recommended: Flanking (Alter the rules)." in text
    assert "Chosen instead: Frontal (Reputation), since 2026-11-05. Reason: we are" in text
    rows = {line[4:13].strip(): line for line in text.split("\n") if len(line) > 40}
    assert "recommended" in rows["Flanking"]
    assert "chosen" in rows["Frontal"]
    assert "[Reputation]" in rows["Frontal"]
    assert "Reason   we are known" in text


def test_strategies_within_reach_are_marked(deal: Deal) -> None:
    """If nothing is recommended yet, each reachable strategy says so."""
    reachable = deal.app().session.deal.decision.reachable
    assert shown(deal, "c").count("still possible ") == len(reachable) > 1


def test_the_recommended_strategy_needs_no_reason(tmp_path: Path) -> None:
    """Two keys choose the recommended strategy, written as by `tas choose`, with no assessment."""
    deal = deal_of(tmp_path, FLANKING)
    app = deal.press("c", "enter", "s")
    assert deal.text == FLANKING + (
        f"strategy:\n  chosen: flanking\n  variation: alter_the_rules\n  since: {TODAY}\n"
        f"history:\n  - {{date: {TODAY}, field: strategy.chosen, to: flanking}}\n"
    )
    assert app.notes == ["Saved the strategy."]


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (["k", "enter", *WHY, "enter"], "chosen: frontal\n  since"),
        (
            ["up", "right", "enter", *WHY, "enter"],
            "chosen: frontal\n  variation: solution\n  since",
        ),
        (["1", "h", "enter", *WHY, "enter"], "chosen: frontal\n  variation: reputation\n  since"),
        (["j", "down", "enter", *WHY, "ctrl+s"], "chosen: defend\n  since"),
        (["k", "tab", *WHY, "enter"], "chosen: frontal\n  since"),
        (["6", "enter", *WHY, "up", "1", "enter", *WHY, "enter"], "chosen: frontal\n  since"),
    ],
)
def test_another_strategy_is_chosen_with_a_reason(
    tmp_path: Path, keys: list[str], chosen: str
) -> None:
    """Keys pick a strategy and perhaps a variation; the reason is written with them."""
    deal = deal_of(tmp_path, FLANKING)
    deal.press("c", *keys, "s")
    assert f"strategy:\n  {chosen}: {TODAY}\n  reason: bold\n" in deal.text


def test_no_other_strategy_without_a_reason(tmp_path: Path) -> None:
    """If the choice is not the recommended one, the dialog asks why and stays open."""
    deal = deal_of(tmp_path, FLANKING)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "c", "k", "enter", "space", "enter")
        assert isinstance(app.screen, ChooseForm)
        assert "Why Frontal rather than Flanking? A few words are enough." in screen(app)
        await press(pilot, "escape", "s")

    app = deal.app()
    deal.drive(steps, app=app)
    assert deal.text == FLANKING


def test_a_choice_shows_immediately(tmp_path: Path) -> None:
    """Before saving, the outcome, the head and the dialog show the new choice, with a star."""
    deal = deal_of(tmp_path, FLANKING)
    text = shown(deal, "c", "k", "enter", *WHY, "enter", "down")
    assert "* 1 unsaved" in text
    assert "Chosen: Frontal*" in text
    assert "chosen*" in shown(deal, "l", "c", "k", "enter", *WHY, "enter", "c")


def test_choosing_the_present_strategy_changes_nothing(tmp_path: Path) -> None:
    """Choosing the current strategy again leaves nothing to save, also after another choice."""
    deal = deal_of(tmp_path, CHOSEN)
    app = deal.press("c", "enter", "c", "2", "enter", "c", "1", "h", "l", "tab", *"we are known")
    assert app.session.unsaved.number == 1
    deal.press("escape", "c", "2", "enter", "u", "c", "enter", "s")
    assert deal.text == CHOSEN


def test_the_present_variation_is_where_the_dialog_begins(tmp_path: Path) -> None:
    """Enter on the current choice keeps its variation, even if another one is recommended."""
    chosen = "strategy: {chosen: flanking, variation: acknowledge_and_expand, since: 2026-11-05}\n"
    deal = deal_of(tmp_path, FLANKING + chosen)
    assert deal.press("c", "enter").session.unsaved.number == 0


def test_a_new_choice_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    """The old variation and reason go into the history, and comments stay."""
    deal = deal_of(tmp_path, CHOSEN)
    deal.press("c", "2", "enter", "s")
    assert "  chosen: flanking   # bold\n  variation: alter_the_rules\n" in deal.text
    assert f"  since: {TODAY}\n" in deal.text
    now, then = deal.text.split("history:")
    assert "we are known" not in now
    assert "from: frontal\n    to: flanking\n    variation: reputation\n" in then
    assert "    reason: we are known\n" in then


def test_another_variation_keeps_the_start_date_of_the_strategy(tmp_path: Path) -> None:
    """The same strategy with another variation keeps its start date and reason."""
    deal = deal_of(tmp_path, CHOSEN)
    deal.press("c", "left", "enter", "s")
    now, then = deal.text.split("history:")
    assert now == CHOSEN.replace("variation: reputation", "variation: solution")
    assert "from: frontal\n    to: frontal\n    variation: reputation\n" in then


def test_ratings_choice_and_answer_are_one_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One save writes everything that is unsaved."""
    deal = deal_of(tmp_path, FLANKING)
    writes: list[Path] = []

    def counted(
        seen: Seen[Opportunity], plan: Plan[Opportunity], **how: Any
    ) -> Written[Opportunity]:
        writes.append(seen.path)
        return update(seen, plan, **how)

    monkeypatch.setattr("tas_cli.writing.update", counted)
    app = deal.press("plus", "c", "enter", "a", "1", "y", *"so", "enter", "s")
    assert len(writes) == 1
    assert app.notes == [
        f"Saved 1 cell in the assessment of {TODAY}, the strategy and 1 answer.",
    ]
    for words in ("customer_project", "chosen: flanking", "answers:", ASSESSED):
        assert words in deal.text


def test_a_choice_that_is_no_longer_recommended_needs_a_reason(tmp_path: Path) -> None:
    """If later ratings call for another strategy than the chosen one, saving asks why first."""
    deal = deal_of(tmp_path, FLANKING)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "c", "enter", "1", "2", "minus", "s")
        assert "Why Flanking" in screen(app)
        await press(pilot, "escape")
        assert "Not saved." in screen(app)
        assert deal.text == FLANKING
        await press(pilot, "q", "s", *WHY, "enter")

    app = deal.app()
    deal.drive(steps, app=app)
    assert "reason: bold" in deal.text
    assert app.return_code == 0


def test_all_questions_are_listed_with_their_answers(tmp_path: Path) -> None:
    """The dialog has the tree's questions, the derived answers and the stated ones."""
    text = shown(deal_of(tmp_path, CHOSEN), "a")
    rows = [line for line in text.split("\n") if re.match(r". [▸ ] [1-7] ", line)]
    derived = ["yes", "yes", "no", "yes", "no", "no", "unknown"]
    for row, step, answer in zip(rows, tree().steps.values(), derived, strict=True):
        assert f"{step.number} {step.title} " in row
        assert f" {answer} " in row
    assert "yes  2026-11-05 the pilot went well" in rows[1]


def test_a_stated_answer_is_next_to_the_derived_one(tmp_path: Path) -> None:
    """The derived answer is shown even if the stated one differs."""
    deal = deal_of(
        tmp_path, CHOSEN.replace("can_compete: {answer: yes", "can_compete: {answer: no")
    )
    assert "2 Can we compete      yes      no   2026-11-05" in shown(deal, "a")


@pytest.mark.parametrize(
    ("keys", "written"),
    [
        (["3", "y", *WHY, "enter"], "three_to_one: {answer: yes, because: bold, date"),
        (
            ["j", "k", "1", "n", *WHY, "ctrl+s"],
            "compelling_event: {answer: no, because: bold, date",
        ),
        (["7", "y", *"any", "enter"], "future_value: {answer: yes, because: any, date"),
    ],
)
def test_an_answer_is_stated(tmp_path: Path, keys: list[str], written: str) -> None:
    """An answer, y or n with a reason, is saved as by `tas answer`, without an assessment."""
    deal = deal_of(tmp_path, FLANKING)
    app = deal.press("a", *keys, "s")
    assert f"{written}: {TODAY}" in deal.text.replace("\n", " ")
    assert deal.text.startswith(FLANKING + "strategy:")
    assert app.notes == ["Saved 1 answer."]


def test_an_answer_needs_a_reason(deal: Deal) -> None:
    """Without an answer or a reason the dialog says so and stays open."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "a", "enter")
        assert "Press y or n to answer" in screen(app)
        await press(pilot, "n", "enter")
        assert "Why? A few words are enough." in screen(app)
        await press(pilot, "escape")
        assert app.session.unsaved.number == 0

    app = deal.app()
    deal.drive(steps, app=app)


def test_an_unfinished_answer_is_dropped(deal: Deal) -> None:
    """Only the question under the cursor is answered; half-finished ones are dropped."""
    app = deal.press("a", "1", "y", *WHY, "up", "3", "n", *WHY, "enter")
    assert list(app.session.unsaved.answers) == ["three_to_one"]
    assert " yes" not in shown(deal, "l", "a", "5", "y", "up", "1").split("Profitable")[1][:30]


def test_the_outcome_follows_an_answer_immediately(tmp_path: Path) -> None:
    """A stated answer changes the strategy on the screen, and undo changes it back."""
    deal = deal_of(tmp_path, FLANKING)
    assert "Recommended: Flanking" in shown(deal)
    keys = ("a", "3", "y", *WHY, "enter")
    assert "Recommended: Frontal" in shown(deal, *keys, "down")
    assert "Recommended: Flanking" in shown(deal, "l", *keys, "u")


def test_an_answer_is_removed(tmp_path: Path) -> None:
    """Backspace removes a stated answer from the file; without one, nothing happens."""
    deal = deal_of(tmp_path, CHOSEN)
    app = deal.press("a", "3", "backspace", "2", "backspace", "s")
    assert "can_compete" not in deal.text
    assert "chosen: frontal   # bold" in deal.text
    assert app.notes == ["Saved 1 answer. `tas undo` brings back what was there."]


def test_a_stated_answer_is_confirmed(tmp_path: Path) -> None:
    """Enter on a stated answer renews its date and keeps its reason."""
    deal = deal_of(tmp_path, CHOSEN)
    deal.press("a", "2", "enter", "s")
    assert deal.text == CHOSEN.replace("well, date: 2026-11-05", f"well, date: {TODAY}")


def test_the_opposite_answer_needs_its_own_reason(tmp_path: Path) -> None:
    """The reason for yes is not used for no; switching back to yes restores it."""
    deal = deal_of(tmp_path, CHOSEN)
    assert "the pilot" not in shown(deal, "a", "2", "n").split("Reason")[1]
    assert "the pilot" in shown(deal, "a", "2", "n", "up", "y").split("Reason")[1]


@pytest.mark.parametrize(("answer", "mine"), [("m", True), ("t", False)])
def test_a_choice_changed_meanwhile_is_asked_about(
    tmp_path: Path,
    answer: str,
    mine: bool,  # noqa: FBT001 - a table
) -> None:
    """Somebody else's choice is shown next to mine, and only overwritten on request."""
    theirs = CHOSEN.replace("chosen: frontal", "chosen: defend").replace("reputation", "isolate")
    deal = deal_of(tmp_path, CHOSEN)
    asked, app = saved_meanwhile(deal, theirs, "c", "2", "enter", "plus", answer=answer)
    assert "The strategy: changed by someone else" in asked
    assert "before  Frontal (Reputation) since 2026-11-05; reason: we are known" in asked
    assert "theirs  Defend (Isolate) since" in asked
    assert "mine    Flanking (Alter the rules)" in asked
    assert ("chosen: flanking" in deal.text) == mine
    assert ("from: defend\n    to: flanking\n" in deal.text) == mine
    assert "customer_project" in deal.text
    assert app.session.unsaved.number == 0


@pytest.mark.parametrize(("answer", "written"), [("m", "answer: no"), ("t", "they say so")])
def test_an_answer_changed_meanwhile_is_asked_about(
    tmp_path: Path, answer: str, written: str
) -> None:
    """Somebody else's answer is shown next to mine, and only overwritten on request."""
    theirs = CHOSEN.replace("the pilot went well", "they say so")
    deal = deal_of(tmp_path, CHOSEN)
    asked, _ = saved_meanwhile(deal, theirs, "a", "2", "n", *WHY, "enter", answer=answer)
    assert "Can we compete: changed by someone else" in asked
    assert "before  yes on 2026-11-05; reason: the pilot went well" in asked
    assert "theirs  yes on 2026-11-05; reason: they say so" in asked
    assert "mine    no; reason: bold" in asked
    assert written in deal.text


def test_answers_by_others_are_kept(tmp_path: Path) -> None:
    """Somebody else's answer to another question stays, without asking."""
    added = "    three_to_one: {answer: no, because: they said so, date: 2026-11-20}\n"
    deal = deal_of(tmp_path, CHOSEN)
    asked, app = saved_meanwhile(deal, CHOSEN + added, "a", "1", "n", *WHY, "enter", answer="j")
    assert "Saved 1 answer." in asked
    assert added in deal.text
    assert "three_to_one" in app.session.deal.facts.stated


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
def test_the_mouse_chooses_and_answers(tmp_path: Path, size: tuple[int, int]) -> None:
    """Rows and the keys at the dialog's foot are buttons, like those of the main screen."""
    deal = deal_of(tmp_path, FLANKING)

    async def click(pilot: Pilot[None], selector: str, words: str) -> None:
        widget = app.screen.query_one(selector)
        lines = screen(app).split("\n")[widget.region.y : widget.region.bottom]
        row = next(number for number, line in enumerate(lines) if words in line)
        column = lines[row].index(words) - widget.region.x
        await pilot.click(selector, offset=(column, row))
        await pilot.pause()

    async def answer(pilot: Pilot[None]) -> None:
        if size[0] > 80:
            await click(pilot, "#keys", "answer")
        else:  # its button needs more room
            await press(pilot, "a")

    async def steps(pilot: Pilot[None]) -> None:
        await click(pilot, "#keys", "choose")
        await click(pilot, "#rows", "Defend")
        await click(pilot, "#hints", "Right")
        await click(pilot, "#hints", "Enter")
        await press(pilot, *WHY)
        await click(pilot, "#hints", "Enter")
        assert app.session.unsaved.choice is not None
        assert says(app.session.unsaved.choice) == ("defend", "insulate", "bold")
        await click(pilot, "#keys", "Chosen: Defend")
        await answer(pilot)
        await click(pilot, "#rows", "Three to one")
        await click(pilot, "#hints", "yes")
        await press(pilot, *WHY)
        await click(pilot, "#hints", "Enter")
        assert says(app.session.unsaved.answers["three_to_one"]) == ("yes", "bold")
        await click(pilot, "#keys", "Three to one: you answered yes")
        await answer(pilot)
        await click(pilot, "#hints", "Esc")
        assert app.screen is app.main

    app = deal.app()
    deal.drive(steps, size, app)


@pytest.mark.parametrize("size", [(60, 18), (40, 12)])
@pytest.mark.parametrize("key", ["c", "a"])
def test_a_small_screen_shows_the_line_that_is_typed(
    deal: Deal, key: str, size: tuple[int, int]
) -> None:
    """A dialog taller than the screen scrolls to what has the focus."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, key, "tab", *WHY)
        assert isinstance(app.screen, Pick)
        assert "bold" in screen(app)

    app = deal.app()
    deal.drive(steps, size, app)


HOSTILE = '"[bold]x[/] \\x1b[31m \\u202e [@click=app.leave]y"'


@pytest.mark.parametrize("key", ["c", "a"])
def test_hostile_reasons_are_shown_harmlessly(tmp_path: Path, key: str) -> None:
    """A file's reasons are shown literally, act on nothing, and are saved unchanged."""
    text = CHOSEN.replace("we are known", HOSTILE).replace("the pilot went well", HOSTILE)
    deal = deal_of(tmp_path, text)
    seen = shown(deal, key, "2" if key == "a" else "1")
    assert seen.replace("\n", "").isprintable()
    assert "[bold]x[/]" in seen
    assert r"\x1b[31m" in seen
    deal.press(key, "2" if key == "a" else "1", "left", "enter", "s")
    assert deal.text != text
    assert deal.text.count(HOSTILE) == 2


@pytest.mark.parametrize("key", ["c", "a"])
def test_the_reason_is_edited_with_the_keys_of_a_text(tmp_path: Path, key: str) -> None:
    """Letters, digits, Backspace and the arrows edit the text while the reason is typed."""
    deal = deal_of(tmp_path, CHOSEN)
    keys = [key, "3", "tab", *"jyk2x", "backspace", "left", "left", *"hn"]
    assert "Reason   jyhnk2" in shown(deal, *keys)


@pytest.mark.parametrize("key", ["c", "a"])
def test_a_reason_stays_with_its_row(tmp_path: Path, key: str) -> None:
    """A typed reason is there again when the cursor comes back to its row."""
    deal = deal_of(tmp_path, FLANKING)
    keys = [key, "3", "tab", *WHY, "up", "4"]
    assert "bold" not in shown(deal, *keys).split("Reason")[1]
    assert "Reason   bold" in shown(deal, "l", *keys, "3")


def test_escape_leaves_both_dialogs(deal: Deal) -> None:
    """Esc leaves the list and the reason without changing anything."""

    async def steps(pilot: Pilot[None]) -> None:
        for keys in (("c",), ("a",), ("c", "tab", "x"), ("a", "y", "x")):
            await press(pilot, *keys)
            assert isinstance(app.screen, ChooseForm | AnswerForm)
            await press(pilot, "escape")
            assert app.screen is app.main
        assert app.session.unsaved.number == 0

    app = deal.app()
    deal.drive(steps, app=app)
    assert deal.text == RATED
