"""What is typed, held against a model before anything is touched."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError

from tas_cli.model.base import FileModel
from tas_cli.reading.validation_errors import complaints
from tas_cli.refusals import WrongCall

Model = TypeVar("Model", bound=FileModel)


def valid(model: type[Model], content: dict[str, Any], name: str = "") -> Model:
    """Return the content as the model has it; `name` is what is wrong, if not the place itself.

    Raises:
        WrongCall: the model refuses it, in the words of the reader.
    """
    try:
        return model.model_validate(content)
    except ValidationError as error:
        found = next(iter(complaints(error, model)))
        place = name or ".".join(step for step in found.path if isinstance(step, str))
        advice = found.help or ""
        raise WrongCall(
            f"{place}: {found.message}.", advice[:1].upper() + advice[1:] + "." if advice else ""
        ) from None
