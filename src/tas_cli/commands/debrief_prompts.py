"""`tas debrief --plain`: the four questions one after the other, on any terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace

import typer
from pydantic import ValidationError

from tas_cli.assess.briefing import Briefing
from tas_cli.commands.display import screen
from tas_cli.commands.prompts import agreed, ask, ask_for_words, ask_until
from tas_cli.debrief.answers import (
    NOTHING_SHOWN,
    Answers,
    NotYet,
    claim_of,
    held,
    known_step,
    proof,
)
from tas_cli.debrief.defaults import activities, activity, preparation, suggestion
from tas_cli.edits.debrief import Held
from tas_cli.edits.wrong_call import WrongCall
from tas_cli.method.catalogue import debrief_questions
from tas_cli.model.debrief import CorrectiveAction
from tas_cli.model.process import Preparation
from tas_cli.model.scalars import Proof
from tas_cli.views.briefing import Item, Section, beside, communication, evidence_of, follow_up
from tas_cli.views.debriefed import FOUND
from tas_cli.views.safe import safe
from tas_cli.views.terminal.debrief import sections

_NONE = "none"
_PROOFS: dict[str, Proof] = {
    "s": "shown", "shown": "shown", "+": "shown",
    "n": "not_shown", "not shown": "not_shown", "not_shown": "not_shown", "-": "not_shown",
    "d": "doubtful", "doubtful": "doubtful", "?": "doubtful",
}  # fmt: skip


def asked(brief: Briefing, start: Answers) -> Held:
    """Ask for all answers, and return the record; Ctrl-C and the end of input leave nothing."""
    _show(*beside(brief))
    _say("\nEnter takes what stands in brackets.")
    answers = start
    for question in _QUESTIONS:
        answers = question(brief, answers)
    record = held(answers, brief)
    if not agreed("Save this debrief?"):
        raise typer.Abort
    return record


def _show(*parts: Section) -> None:
    sys.stdout.write(sections(parts, screen()))


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def _question(number: int) -> None:
    each = debrief_questions()[number - 1]
    _say(f"\n{each.number}. {each.question}")


def _people(brief: Briefing, answers: Answers) -> Answers:
    owner = brief.opportunity.owner
    default = ", ".join(answers.present) or (owner if owner and owner != answers.by else "")
    said = ask("Who answers (- for nobody)" if default else "Who answers", default or "")
    names = () if said == "-" else tuple(each.strip() for each in said.split(",") if each.strip())
    return replace(answers, present=names)


def _earlier(brief: Briefing, answers: Answers) -> Answers:
    """Ask for each open corrective action of earlier debriefs whether it is done."""
    done = set()
    for each in brief.actions:
        _show(Section("To tick off first", (follow_up(each, brief.day),)))
        if agreed("Is it done?", otherwise="n"):
            done.add(each.number)
    return replace(answers, done=frozenset(done))


def _claim(brief: Briefing, answers: Answers) -> Answers:
    _question(1)
    supported = brief.standing.supported
    _say(f"The evidence supports: {safe(supported.title) if supported else _NONE}")
    said = ask_until("Last step completed", claim_of(brief) or _NONE, _no_step("claimed", brief))
    none = said.casefold() == _NONE
    return replace(answers, claimed=None if none else known_step("claimed", said, brief).key)


def _no_step(about: str, brief: Briefing) -> Callable[[str], str]:
    """Return what is wrong with the name of a step."""

    def problem(said: str) -> str:
        if about == "claimed" and said.casefold() == _NONE:
            return ""
        try:
            known_step(about, said, brief)
        except WrongCall as error:
            return f"{error.message} {error.advice}"
        return ""

    return problem


def _outcomes(brief: Briefing, answers: Answers) -> Answers:
    """Ask for each outcome of the claimed step whether it is shown."""
    _question(2)
    state = brief.state(answers.claimed)
    if state is None or not state.step.outcomes:
        _say("No step with outcomes is claimed.")
        return answers
    found: dict[str, Proof] = {}
    for outcome in state.step.outcomes:
        item = Item(outcome.title, "", evidence_of(state, outcome.key))
        _show(Section(outcome.key, (item,)))
        default = FOUND[proof(brief, answers, outcome.key)]
        said = ask_until("Shown, not shown or doubtful (s, n, d)", default, _no_proof)
        found[outcome.key] = _PROOFS[said.casefold()]
    return replace(answers, outcomes=found)


def _no_proof(said: str) -> str:
    return "" if said.casefold() in _PROOFS else "Write shown, not shown or doubtful."


def _activity(brief: Briefing, answers: Answers) -> Answers:
    """Ask for the activity: by its number among those of the step, or in own words."""
    _question(3)
    listed = activities(brief, answers)
    for number, each in enumerate(listed, 1):
        _say(f"  {number} {safe(each.title)}")
    proposed = activity(brief, answers)
    said = ask("Its number, or in your words", proposed or "")
    known = {str(number): each.key for number, each in enumerate(listed, 1)}
    return replace(answers, activity=known.get(said, said) or None)


def _prepared(brief: Briefing, answers: Answers) -> Answers:
    _question(4)
    proposed = preparation(brief, answers)
    what = ask("What is prepared (- for nothing)", proposed.what or "")
    if what == "-" or not (what or proposed.link):
        return replace(answers, preparation=Preparation())
    link = ask("Where it can be looked at (- for nowhere)", proposed.link or "")
    ready = Preparation(what=what or None, link=None if link in ("", "-") else link)
    return replace(answers, preparation=ready)


def _communication(brief: Briefing, answers: Answers) -> Answers:
    _say("")
    _show(communication(brief))
    return replace(answers, communication=ask("What was said, and what is next") or None)


def _step(brief: Briefing, answers: Answers) -> Answers:
    """Ask what becomes of the step, until it is possible."""
    advice = suggestion(brief, answers)
    _say(f"\nThe step: {safe(advice.why)}.")
    said = ask_until("Confirmed or reset (c, r)", advice.step, _no_verdict)
    if said.casefold() in ("c", "confirmed"):
        decided = replace(answers, step="confirmed")
    else:
        to = ask_until("Reset to", advice.reset_to or "", _no_step("reset_to", brief))
        why = ask_for_words("Why")
        key = known_step("reset_to", to, brief).key
        decided = replace(answers, step="reset", reset_to=key, reason=why)
    try:
        held(decided, brief)
    except NotYet as error:
        if error.about == NOTHING_SHOWN:
            _say(f"  {safe(error.message)}")
            if agreed("Confirm it all the same?", otherwise="n"):
                return replace(decided, nothing_shown=True)
            return _step(brief, answers)
        _say(f"  {safe(error.message)} {safe(error.advice)}")
        return _step(brief, answers)
    return decided


def _no_verdict(said: str) -> str:
    known = ("c", "confirmed", "r", "reset")
    return "" if said.casefold() in known else "Write confirmed or reset."


def _end(brief: Briefing, answers: Answers) -> Answers:
    """Ask for corrective actions until there is no more, and for the verdict."""
    _say("\nCorrective actions, one at a time; Enter ends the list.")
    actions = []
    while what := ask("What is to be done"):
        owner = ask("Who does it", brief.opportunity.owner or "")
        due = ask_until("By when, year-month-day", "", _no_day)
        actions.append(action_of(what, owner, due))
    verdict = ask("Your verdict, in words") or None
    return replace(answers, actions=tuple(actions), verdict=verdict)


def action_of(what: str, owner: str, due: str) -> CorrectiveAction:
    """Return a corrective action; what is empty is left out."""
    given = {"what": what, "owner": owner, "due": due}
    return CorrectiveAction.model_validate({key: text for key, text in given.items() if text})


def _no_day(said: str) -> str:
    try:
        action_of("x", "", said)
    except ValidationError:
        return "Write the day as year-month-day, such as 2026-12-01."
    return ""


_QUESTIONS = (
    _people, _earlier, _claim, _outcomes, _activity, _prepared, _communication, _step, _end,
)  # fmt: skip
"""The prompts in their order, each of which takes the answers so far and adds its own."""
