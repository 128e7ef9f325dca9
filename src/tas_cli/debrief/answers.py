"""The answers of a debrief, and the record made from them. Pure.

The same answers make the same record, whether they come from the full screen, prompts or a file.
"""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Field
from pydantic_core import core_schema

from tas_cli.assess.briefing import Briefing
from tas_cli.assess.process import standing
from tas_cli.edits.debrief import Held
from tas_cli.edits.process_names import step_named
from tas_cli.method.catalogue import SalesStep
from tas_cli.model.base import FileModel
from tas_cli.model.debrief import ActionItem, Debrief
from tas_cli.model.process import Preparation
from tas_cli.model.scalars import Day, Kind, Name, Proof, RequiredText, StepVerdict, Text
from tas_cli.reading.nearest import did_you_mean
from tas_cli.refusals import WrongCall

NOTHING_PREPARED = Preparation()
NOTHING_SHOWN = "nothing_shown"
"""The key of the answer that confirms a step although none of its outcomes was shown."""
_EITHER = "Confirm it (--confirm) or reset it (--reset STEP --reason TEXT)."


_Number = Annotated[
    int,
    Kind(
        "number",
        "the number of an action item",
        "write the whole number that `tas debrief ID --prepare` shows",
        lambda: core_schema.int_schema(strict=True, ge=1),
        {"type": "integer", "minimum": 1},
    ),
]


class Agreed(FileModel):
    """An action item agreed on in this debrief, and so not done yet."""

    what: RequiredText
    owner: Text | None = None
    due: Day | None = None


def agreed_action(what: str, owner: str, due: str) -> Agreed:
    """Return an action item, with empty fields left out; `due` is a date as files spell it."""
    given = {"what": what, "owner": owner, "due": due}
    return Agreed.model_validate({key: text for key, text in given.items() if text})


class Answers(FileModel):
    """The answers so far, and the complete content of an answer file.

    `claimed` and `reset_to` are keys of steps, or None; in a file they may also be titles or
    numbers. `done` lists the numbers of earlier action items that have been done. With
    `nothing_shown`, the step may be confirmed although none of its outcomes was shown.
    """

    date: Day | None = None
    by: Text | None = None
    present: list[Text] = Field(default=[])
    done: list[_Number] = Field(default=[])
    claimed: Text | None = None
    outcomes: dict[Name, Proof] = Field(default={})
    activity: Text | None = None
    preparation: Preparation = NOTHING_PREPARED
    communication: Text | None = None
    step: StepVerdict | None = None
    nothing_shown: bool = False
    reset_to: Text | None = None
    reason: Text | None = None
    actions: list[Agreed] = Field(default=[])
    verdict: Text | None = None

    def but(self, **changes: Any) -> Self:
        """Return a copy with these answers changed, without validation."""
        return self.model_copy(update=changes)


class NotYet(WrongCall):
    """An answer is missing or impossible; `about` is its key."""

    def __init__(self, about: str, message: str, advice: str = "") -> None:
        super().__init__(message, advice)
        self.about = about


def record_of(answers: Answers, brief: Briefing) -> Held:
    """Return the record of a debrief.

    Raises:
        NotYet: an answer is missing or impossible.
    """
    _check_claim(answers, brief)
    _check_step(answers, brief)
    asked = asked_outcomes(brief, answers.claimed)
    entry = Debrief.model_construct(  # the values have been checked already
        date=brief.day,
        by=answers.by,
        present=answers.present,
        claimed=answers.claimed,
        outcomes={key: answers.outcomes[key] for key in asked if key in answers.outcomes},
        activity=answers.activity,
        preparation=answers.preparation if answers.preparation != NOTHING_PREPARED else None,
        communication=answers.communication,
        step=answers.step,
        reset_to=answers.reset_to,
        reason=answers.reason,
        actions=[ActionItem.model_construct(**dict(each)) for each in answers.actions],
        verdict=answers.verdict,
    )
    entry = entry.model_copy(update={"supported": _supported(entry, brief)})
    numbers = {each.number: each for each in brief.actions}
    done = sorted(set(answers.done))
    for number in done:
        if number not in numbers:
            raise NotYet("done", f"{number} is not an open action item.", _open_numbers(brief))
    return Held(entry, brief.process, tuple(numbers[number] for number in done))


def _supported(entry: Debrief, brief: Briefing) -> str | None:
    """Return the last step that is evidenced once this debrief's findings are included."""
    debriefs = [*brief.opportunity.debriefs, entry]
    then = brief.opportunity.model_copy(update={"debriefs": debriefs})
    supported = standing(then, brief.process, brief.day).supported
    return supported.key if supported else None


def _open_numbers(brief: Briefing) -> str:
    listed = ", ".join(str(each.number) for each in brief.actions)
    return f"Open: {listed}." if listed else "There are none."


def _check_claim(answers: Answers, brief: Briefing) -> None:
    if answers.claimed is not None:
        known_step("claimed", answers.claimed, brief)
    state = brief.state(answers.claimed)
    known = asked_outcomes(brief, answers.claimed)
    for key in answers.outcomes:
        if key in known:
            continue
        wrong = (
            f"{key!r} is not an outcome of {state.step.key}."
            if state
            else f"no step is claimed, so it cannot have the outcome {key!r}."
        )
        listed = f"Use: {', '.join(known)}." if known else ""
        advice = did_you_mean(key, known, listed)
        raise NotYet("outcomes", wrong, advice)


def known_step(about: str, name: str, brief: Briefing) -> SalesStep:
    """Return the step with this key, title or number."""
    try:
        return step_named(name, brief.process)
    except WrongCall as error:
        raise NotYet(about, error.message, error.advice) from None


def asked_outcomes(brief: Briefing, claimed: str | None) -> tuple[str, ...]:
    """Return the outcomes of a step in order, or none if there is no such step."""
    state = brief.state(claimed)
    return tuple(outcome.key for outcome in state.step.outcomes) if state else ()


def proof(brief: Briefing, answers: Answers, outcome: str) -> Proof:
    """Return what the file says about an outcome: shown by evidence, only claimed, or absent."""
    state = brief.state(answers.claimed)
    if state and outcome in state.shown:
        return "shown"
    return "doubtful" if state and outcome in state.unproven else "not_shown"


def shown_outcomes(answers: Answers, brief: Briefing) -> tuple[str, ...]:
    """Return the claimed step's outcomes that are shown, as judged or else as the file says."""
    return tuple(
        key
        for key in asked_outcomes(brief, answers.claimed)
        if (answers.outcomes.get(key) or proof(brief, answers, key)) == "shown"
    )


def _check_step(answers: Answers, brief: Briefing) -> None:
    """Check that the step is confirmed as in the file, or reset to another step with a reason.

    A claim implies the step after it. If that is not the step in the file, there is nothing to
    confirm.
    """
    match answers.step:
        case None:
            raise NotYet("step", "the step is neither confirmed nor reset.", _EITHER)
        case "confirmed":
            _check_confirmed(answers, brief)
        case "reset":
            _check_reset(answers, brief)


def _check_confirmed(answers: Answers, brief: Briefing) -> None:
    if answers.reset_to or answers.reason:
        key = "reset_to" if answers.reset_to else "reason"
        raise NotYet(
            key, f"a confirmed step cannot have {key}.", f"Leave out {key}, or reset the step."
        )
    in_file = claim_of(brief)
    if answers.claimed != in_file:
        raise NotYet(
            "step",
            f"this debrief claims {answers.claimed or 'no step'}, but the file claims"
            f" {in_file or 'no step'}, so the step cannot be confirmed.",
            f"Claim {in_file or 'no step'}, as the file does, or reset the deal:"
            f' --reset {brief.opportunity.step or "STEP"} --reason "…".',
        )
    asked = asked_outcomes(brief, in_file)
    if asked and not shown_outcomes(answers, brief) and not answers.nothing_shown:
        state = brief.state(in_file)
        title = state.step.title if state else in_file
        raise NotYet(
            NOTHING_SHOWN,
            f"no outcome of sales step {title} was shown, so nothing supports the step.",
            "Reset the step, or confirm it anyway: --nothing-shown.",
        )


def _check_reset(answers: Answers, brief: Briefing) -> None:
    if answers.reset_to is None:
        raise NotYet("reset_to", "the step to reset to is missing.", _listed(brief))
    known_step("reset_to", answers.reset_to, brief)
    if answers.claimed == claim_of(brief) and answers.reset_to == brief.opportunity.step:
        raise NotYet(
            "reset_to",
            f"{answers.reset_to} is already the current step.",
            "Confirm it, or reset to another step.",
        )
    if not answers.reason:
        raise NotYet("reason", "a reset needs a reason.", 'Give one: --reason "…".')
    if brief.moved_on:
        raise NotYet(
            "reset_to",
            "the step was changed after the date of this debrief.",
            "Confirm the step of that day, then hold another debrief today.",
        )


def _listed(brief: Briefing) -> str:
    return f"Use one of {', '.join(step.key for step in brief.process)}."


def claim_of(brief: Briefing) -> str | None:
    """Return the last step that the file claims as completed."""
    return brief.standing.claimed.key if brief.standing.claimed else None
