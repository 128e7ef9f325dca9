"""Answers as JSON (docs/json.md): strict, and every refusal names the key."""

from __future__ import annotations

import json
from typing import Annotated, Any

from pydantic import Field, ValidationError
from pydantic_core import ErrorDetails, core_schema

from tas_cli.assess.briefing import Briefing
from tas_cli.debrief.answers import NOTHING_PREPARED, Answers, known_step
from tas_cli.edits.texts import decoded, plain_text
from tas_cli.model.base import FileModel
from tas_cli.model.debrief import CorrectiveAction
from tas_cli.model.paths import known_keys
from tas_cli.model.process import Preparation
from tas_cli.model.scalars import Day, Kind, Name, Proof, RequiredText, StepVerdict, Text
from tas_cli.reading.nearest import nearest
from tas_cli.refusals import WrongCall

MAX_BYTES = 1_000_000
NO_STEP = "none"
_SUCH = 'Write an object, such as {"step": "confirmed", "by": "lena"}.'
_KEY = "[key]"
_LONGEST = 60
_SHAPES = {"model_type": "object", "dict_type": "object", "list_type": "list"}

_Number = Annotated[
    int,
    Kind(
        "number",
        "the number of an action",
        "write the whole number that `tas debrief ID --prepare` shows",
        lambda: core_schema.int_schema(strict=True, ge=1),
        {"type": "integer", "minimum": 1},
    ),
]


class Asked(FileModel):
    """A corrective action of an answer file: one that is agreed now is never done yet."""

    what: RequiredText
    owner: Text | None = None
    due: Day | None = None


class AnswerFile(FileModel):
    """The whole of an answer file; `claimed` left out is as the file of the deal has it."""

    date: Day | None = None
    by: Text | None = None
    present: list[Text] = Field(default=[])
    done: list[_Number] = Field(default=[])
    claimed: Text | None = None
    outcomes: dict[Name, Proof] = Field(default={})
    activity: Text | None = None
    preparation: Preparation | None = None
    communication: Text | None = None
    step: StepVerdict | None = None
    nothing_shown: bool = False
    reset_to: Text | None = None
    reason: Text | None = None
    actions: list[Asked] = Field(default=[])
    verdict: Text | None = None


def document(data: bytes) -> dict[str, Any]:
    """Return the object that an answer file holds, each text trimmed, what is empty left out.

    Raises:
        WrongCall: it is no such object.
    """
    if len(data) > MAX_BYTES:
        raise WrongCall(f"the answers are larger than {MAX_BYTES:,} bytes.")
    try:
        found = json.loads(decoded(data, "the answers are"), object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        at = f" in line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise WrongCall(f"the answers are no JSON{at}.", _SUCH) from None
    if not isinstance(found, dict):
        raise WrongCall("the answers are no JSON object.", _SUCH)
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise WrongCall(f"answers: {key} stands there twice.")
        found[key] = value
    return found


def checked(found: dict[str, Any]) -> AnswerFile:
    """Return the answers that an object gives.

    Raises:
        WrongCall: a key or a value of it is none; it says which.
    """
    try:
        return AnswerFile.model_validate(_tidy(found, ()))
    except ValidationError as error:
        raise _refused(error.errors(include_url=False)[0]) from None


def _refused(detail: ErrorDetails) -> WrongCall:
    """Return what is wrong with a place, in the words of JSON."""
    place = tuple(each for each in detail["loc"] if each != _KEY)
    name, kind = _named(place), detail["type"]
    if kind == "missing":
        return WrongCall(f"answers: {name} is missing.")
    if kind == "extra_forbidden":
        known = known_keys(AnswerFile, place[:-1])
        meant = nearest(str(place[-1]), known)
        advice = f"Did you mean {meant}?" if meant else f"The keys there: {', '.join(known)}."
        return WrongCall(f"answers: {name} is no key of them.", advice)
    if kind in _SHAPES:
        return WrongCall(f"answers: {name} is no {_SHAPES[kind]}.")
    if kind == "text" and isinstance(detail["input"], str):
        return WrongCall(f"answers: {name} says nothing.")
    context = detail.get("ctx", {})
    wanted = context.get("wanted", "")
    value = json.dumps(place[-1] if _KEY in detail["loc"] else detail["input"], default=str)
    shown = value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
    return WrongCall(
        f"answers: {name}: {shown} is not {context.get('expected', 'a value')}.",
        f"{wanted[:1].upper()}{wanted[1:]}." if wanted else "",
    )


def _tidy(value: Any, path: tuple[str | int, ...]) -> Any:
    """Return a value with its texts trimmed; what is empty counts as left out."""
    if isinstance(value, str):
        return plain_text(value, f"answers: {_named(path)}")
    if isinstance(value, dict):
        tidied = {key: _tidy(part, (*path, key)) for key, part in value.items()}
        return {
            key: part for key, part in tidied.items() if part not in ("", None) or key == "what"
        }
    if isinstance(value, list):
        return [_tidy(part, (*path, at)) for at, part in enumerate(value)]
    return value


def _named(path: tuple[str | int, ...]) -> str:
    words = ""
    for each in path:
        words += f"[{each}]" if isinstance(each, int) else f".{each}" if words else each
    return words or "the whole"


def answers(given: AnswerFile, brief: Briefing, start: Answers) -> Answers:
    """Return the answers of a file, beside what is known without it.

    Raises:
        WrongCall: it names a step that the process does not have.
    """
    claimed = start.claimed
    if given.claimed is not None:
        none = given.claimed.casefold() == NO_STEP
        claimed = None if none else known_step("claimed", given.claimed, brief).key
    reset_to = known_step("reset_to", given.reset_to, brief).key if given.reset_to else None
    return Answers(
        claimed=claimed,
        outcomes=given.outcomes,
        activity=given.activity,
        preparation=given.preparation or NOTHING_PREPARED,
        communication=given.communication,
        done=frozenset(given.done),
        step=given.step,
        reset_to=reset_to,
        reason=given.reason,
        actions=tuple(
            CorrectiveAction.model_construct(
                what=each.what, owner=each.owner, due=each.due, done=None
            )
            for each in given.actions
        ),
        verdict=given.verdict,
        by=given.by or start.by,
        present=tuple(given.present) or start.present,
        nothing_shown=given.nothing_shown,
    )


def written(kept: Answers) -> dict[str, Any]:
    """Return answers as an answer file holds them."""
    return {
        "by": kept.by,
        "present": list(kept.present),
        "done": sorted(kept.done),
        "claimed": kept.claimed or NO_STEP,
        "outcomes": dict(kept.outcomes),
        "activity": kept.activity,
        "preparation": kept.preparation.model_dump(exclude_none=True),
        "communication": kept.communication,
        "step": kept.step,
        "reset_to": kept.reset_to,
        "reason": kept.reason,
        "actions": [each.model_dump(mode="json", exclude_none=True) for each in kept.actions],
        "verdict": kept.verdict,
    }
