"""Answers as JSON (docs/json.md). Reading is strict, and every error names the key."""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from tas_cli.assess.briefing import Briefing
from tas_cli.debrief.answers import Answers, known_step
from tas_cli.edits.texts import decoded, plain_text
from tas_cli.model.paths import known_keys
from tas_cli.reading.nearest import nearest
from tas_cli.refusals import WrongCall

NO_STEP = "none"
_SUCH = 'Write an object like {"step": "confirmed", "by": "lena"}.'
_KEY = "[key]"
_LONGEST = 60
_SHAPES = {"model_type": "an object", "dict_type": "an object", "list_type": "a list"}


def document(data: bytes) -> dict[str, Any]:
    """Return the object in an answer file, with texts trimmed and empty values left out.

    Raises:
        WrongCall: the file does not contain such an object.
    """
    try:
        found = json.loads(decoded(data, "the answers are"), object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        at = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise WrongCall(f"the answers are not valid JSON{at}.", _SUCH) from None
    if not isinstance(found, dict):
        raise WrongCall("the answers are not a JSON object.", _SUCH)
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise WrongCall(f"answers: {key} appears twice.")
        found[key] = value
    return found


def checked(found: dict[str, Any]) -> Answers:
    """Return the answers in an object.

    Raises:
        WrongCall: a key or a value is invalid; the message names it.
    """
    try:
        return Answers.model_validate(_tidy(found, ()))
    except ValidationError as error:
        raise _refused(error.errors(include_url=False)[0]) from None


def _refused(detail: ErrorDetails) -> WrongCall:
    """Return what is wrong with a value, in JSON terms."""
    place = tuple(each for each in detail["loc"] if each != _KEY)
    name, kind = _named(place), detail["type"]
    if kind == "missing":
        return WrongCall(f"answers: {name} is missing.")
    if kind == "extra_forbidden":
        known = known_keys(Answers, place[:-1])
        meant = nearest(str(place[-1]), known)
        advice = f"Did you mean {meant}?" if meant else f"Known keys: {', '.join(known)}."
        return WrongCall(f"answers: unknown key {name}.", advice)
    if kind in _SHAPES:
        return WrongCall(f"answers: {name} must be {_SHAPES[kind]}.")
    if kind == "text" and isinstance(detail["input"], str):
        return WrongCall(f"answers: {name} is empty.")
    context = detail.get("ctx", {})
    wanted = context.get("wanted", "")
    value = json.dumps(place[-1] if _KEY in detail["loc"] else detail["input"], default=str)
    shown = value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
    return WrongCall(
        f"answers: {name}: {shown} is not {context.get('expected', 'a value')}.",
        f"{wanted[:1].upper()}{wanted[1:]}." if wanted else "",
    )


def _tidy(value: Any, path: tuple[str | int, ...]) -> Any:
    """Return a value with its texts trimmed and empty parts left out."""
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
    return words or "the document"


def answers(given: Answers, brief: Briefing, start: Answers) -> Answers:
    """Return the answers of a file, completed with what is known without it.

    Raises:
        WrongCall: the file names a step that the process does not have.
    """
    claimed = start.claimed
    if given.claimed is not None:
        none = given.claimed.casefold() == NO_STEP
        claimed = None if none else known_step("claimed", given.claimed, brief).key
    return given.but(
        claimed=claimed,
        reset_to=known_step("reset_to", given.reset_to, brief).key if given.reset_to else None,
        by=given.by or start.by,
        present=given.present or start.present,
    )


def written(kept: Answers) -> dict[str, Any]:
    """Return the answers in the format of an answer file."""
    return kept.but(claimed=kept.claimed or NO_STEP).model_dump(mode="json", exclude_none=True)
