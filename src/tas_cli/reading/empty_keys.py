"""Keys without a value: they count as absent, but a misspelled one is still reported."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from tas_cli.model.paths import annotation_at, key_type, known_keys, model_at
from tas_cli.reading.validation_errors import unknown_key, wrong_key
from tas_cli.reading.violations import Violation
from tas_cli.source.nodes import Node, Scalar, below


def empty_keys(root: Node, model: type[BaseModel]) -> Iterator[Violation]:
    """Yield the keys that have no value and are not valid in their place."""
    for path, key, value in below(root):
        if key is None or not (isinstance(value, Scalar) and value.empty):
            continue
        annotation = annotation_at(model, path[:-1])
        if model_at(annotation) is not None:
            known = known_keys(model, path[:-1])
            if path[-1] not in known:
                yield unknown_key(path, known)
        elif (keys := key_type(annotation)) is not None:
            try:
                _adapter(keys).validate_python(path[-1])
            except ValidationError as error:
                yield wrong_key(path, error.errors(include_url=False)[0])


@cache
def _adapter(keys: Any) -> TypeAdapter[Any]:
    return TypeAdapter(keys)
