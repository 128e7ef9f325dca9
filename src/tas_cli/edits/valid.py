"""Validates what was typed before anything is changed."""

from __future__ import annotations

import re
from typing import Any, TypeVar

from pydantic import ValidationError

from tas_cli.model.base import FileModel
from tas_cli.reading.validation_errors import complaints
from tas_cli.refusals import WrongCall

Model = TypeVar("Model", bound=FileModel)


def valid(model: type[Model], content: dict[str, Any], name: str = "") -> Model:
    """Return the content as the model reads it; `name` replaces the place in messages.

    Raises:
        WrongCall: the model rejects it; the message is worded as for a file.
    """
    try:
        return model.model_validate(content)
    except ValidationError as error:
        found = next(iter(complaints(error, model)))
        place = name or ".".join(step for step in found.path if isinstance(step, str))
        raise WrongCall(f"{place}: {found.message}.", _advice(found.help or "")) from None


def _advice(text: str) -> str:
    """Return a file's help as a sentence about what was typed, which needs no quotes of YAML."""
    plain = re.sub(r",? (including the|in) quotes", "", text)
    return f"{plain[:1].upper()}{plain[1:]}{'' if plain.endswith('?') else '.'}" if plain else ""
