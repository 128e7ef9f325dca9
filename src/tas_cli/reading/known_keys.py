"""Which keys a place of a model knows: what a misspelt key is compared with."""

from __future__ import annotations

from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from tas_cli.diagnostics import Path


def known_keys(model: type[BaseModel], path: Path) -> list[str]:
    """Return the keys that the mapping at `path` may have."""
    annotation: Any = model
    for step in path:
        annotation = _child(annotation, step)
    found = _model(annotation)
    return _keys(found) if found else []


def _keys(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _child(annotation: Any, step: str | int) -> Any:
    for option in _options(annotation):
        if isinstance(option, type) and issubclass(option, BaseModel):
            for name, field in option.model_fields.items():
                if step in (name, field.alias):
                    return field.annotation
        elif get_origin(option) is list:
            return get_args(option)[0]
        elif get_origin(option) is dict:
            return get_args(option)[1]
    return None


def _model(annotation: Any) -> type[BaseModel] | None:
    models = (
        option
        for option in _options(annotation)
        if isinstance(option, type) and issubclass(option, BaseModel)
    )
    return next(models, None)


def _options(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
