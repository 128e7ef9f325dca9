"""`tas debrief --plain`: asks the four questions line by line, on any terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial

import typer

from tas_cli.assess.briefing import Briefing
from tas_cli.commands.printing import print_page
from tas_cli.commands.prompts import Meant, ask, ask_for, ask_for_words, confirmed
from tas_cli.debrief.answers import (
    NOTHING_SHOWN,
    Answers,
    NotYet,
    agreed_action,
    claim_of,
    known_step,
    proof,
    record_of,
)
from tas_cli.debrief.defaults import activities, activity, preparation, suggestion
from tas_cli.edits.debrief import Held
from tas_cli.edits.texts import comma_separated
from tas_cli.method.catalogue import debrief_questions
from tas_cli.model.process import Preparation
from tas_cli.model.scalars import Proof, StepVerdict
from tas_cli.refusals import WrongCall
from tas_cli.typed.interpreter import Interpreter
from tas_cli.views.briefing import (
    OPEN_ACTION_ITEMS,
    background,
    communication,
    evidence_of,
    follow_up,
    part,
    point,
)
from tas_cli.views.debriefed import FOUND
from tas_cli.views.page import Section
from tas_cli.views.safe import safe

_NONE = "none"
_PROOFS: dict[str, Proof] = {
    "s": "shown", "shown": "shown", "+": "shown",
    "n": "not_shown", "not shown": "not_shown", "not_shown": "not_shown", "-": "not_shown",
    "d": "doubtful", "doubtful": "doubtful", "?": "doubtful",
}  # fmt: skip
_VERDICTS: dict[str, StepVerdict] = {
    "c": "confirmed", "confirmed": "confirmed", "r": "reset", "reset": "reset",
}  # fmt: skip


def asked(brief: Briefing, start: Answers) -> Held:
    """Ask for all answers, and return the record; Ctrl-C or the end of input saves nothing."""
    _show(*background(brief))
    _print("\nPress Enter to accept the value in brackets.")
    answers = start
    for question in _QUESTIONS:
        answers = question(brief, answers)
    record = record_of(answers, brief)
    if not confirmed("Save this debrief?"):
        raise typer.Abort
    return record


def _show(*parts: Section) -> None:
    print_page(parts)


def _print(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def _question(number: int) -> None:
    each = debrief_questions()[number - 1]
    _print(f"\n{each.number}. {each.question}")


def _people(brief: Briefing, answers: Answers) -> Answers:
    owner = brief.opportunity.owner
    default = ", ".join(answers.present) or (owner if owner and owner != answers.by else "")
    answer = ask("Who answers (- for nobody)" if default else "Who answers", default or "")
    names = [] if answer == "-" else comma_separated(answer)
    return answers.but(present=names)


def _earlier(brief: Briefing, answers: Answers) -> Answers:
    """Ask about each open action item from earlier debriefs whether it is done."""
    done = []
    for each in brief.actions:
        _show(part(OPEN_ACTION_ITEMS, [follow_up(each, brief.day)]))
        if confirmed("Is it done?", otherwise="n"):
            done.append(each.number)
    return answers.but(done=done)


def _claim(brief: Briefing, answers: Answers) -> Answers:
    _question(1)
    supported = brief.standing.supported
    _print(f"Evidenced: {safe(supported.title) if supported else _NONE}")

    def key(answer: str) -> str | None:
        return None if answer.casefold() == _NONE else known_step("claimed", answer, brief).key

    return answers.but(claimed=ask_for("Last step completed", claim_of(brief) or _NONE, key))


def _outcomes(brief: Briefing, answers: Answers) -> Answers:
    """Ask about each outcome of the claimed step whether it is evidenced."""
    _question(2)
    state = brief.state(answers.claimed)
    if state is None or not state.step.outcomes:
        _print("There are no outcomes to check.")
        return answers
    found: dict[str, Proof] = {}
    for outcome in state.step.outcomes:
        _show(part(outcome.key, [point(outcome.title, "", evidence_of(brief, state, outcome.key))]))
        default = FOUND[proof(brief, answers, outcome.key)]
        found[outcome.key] = ask_for("Shown, not shown or doubtful (s, n, d)", default, _PROOF)
    return answers.but(outcomes=found)


def _one_of(known: Mapping[str, Meant], advice: str) -> Callable[[str], Meant]:
    """Return a parser for the words of a table, in either case; others it refuses with advice."""

    def meant(answer: str) -> Meant:
        if answer.casefold() not in known:
            raise WrongCall(advice)
        return known[answer.casefold()]

    return meant


def _activity(brief: Briefing, answers: Answers) -> Answers:
    """Ask for the activity: its number among those of the step, or free text."""
    _question(3)
    listed = activities(brief, answers)
    for number, each in enumerate(listed, 1):
        _print(f"  {number} {safe(each.title)}")
    proposed = activity(brief, answers)
    answer = ask("Number, or your own words", proposed or "")
    known = {str(number): each.key for number, each in enumerate(listed, 1)}
    return answers.but(activity=known.get(answer, answer) or None)


def _prepared(brief: Briefing, answers: Answers) -> Answers:
    _question(4)
    proposed = preparation(brief, answers)
    what = ask("What you have prepared (- for nothing)", proposed.what or "")
    if what == "-" or not (what or proposed.link):
        return answers.but(preparation=Preparation())
    link = ask("Link to it (- for none)", proposed.link or "")
    ready = Preparation(what=what or None, link=None if link in ("", "-") else link)
    return answers.but(preparation=ready)


def _communication(brief: Briefing, answers: Answers) -> Answers:
    _print("")
    _show(communication(brief))
    return answers.but(communication=ask("What was said, and what comes next") or None)


def _step(brief: Briefing, answers: Answers) -> Answers:
    """Ask what to do about the step until the answer is possible."""
    advice = suggestion(brief, answers)
    _print(f"\n{safe(advice.why[:1].upper() + advice.why[1:])}.")
    decided = answers.but(step=ask_for("Confirmed or reset (c, r)", advice.step, _VERDICT))
    if decided.step == "reset":
        to = ask_for(
            "Reset to",
            advice.reset_to or "",
            lambda answer: known_step("reset_to", answer, brief).key,
        )
        decided = decided.but(reset_to=to, reason=ask_for_words("Why"))
    try:
        record_of(decided, brief)
    except NotYet as error:
        if error.about != NOTHING_SHOWN:
            _print(f"  {safe(error.message)} {safe(error.advice)}")
            return _step(brief, answers)
        _print(f"  {safe(error.message)}")
        if not confirmed("Confirm it anyway?", otherwise="n"):
            return _step(brief, answers)
        return decided.but(nothing_shown=True)
    return decided


def _end(brief: Briefing, answers: Answers) -> Answers:
    """Ask for action items until there are no more, then for the verdict."""
    _print("\nAction items, one at a time. Press Enter when you are done.")
    actions, interpreter = [], Interpreter(brief.day)
    day = partial(interpreter.spelled, "date", name="due")
    while what := ask("What needs to be done"):
        owner = ask("Who will do it", brief.opportunity.owner or "")
        due = ask_for("Due (31 Mar, fri, +2w)", "", day, interpreter)
        actions.append(agreed_action(what, owner, due))
    verdict = ask("Your verdict, in your own words") or None
    return answers.but(actions=actions, verdict=verdict)


_PROOF = _one_of(_PROOFS, "Answer shown, not shown or doubtful.")
_VERDICT = _one_of(_VERDICTS, "Answer confirmed or reset.")
_QUESTIONS = (
    _people, _earlier, _claim, _outcomes, _activity, _prepared, _communication, _step, _end,
)  # fmt: skip
"""The prompts in order; each takes the answers so far and adds its own."""
