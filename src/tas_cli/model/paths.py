"""What is at a path: the part of a value, or the type and the keys of a model."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from tas_cli.diagnostics import Path
from tas_cli.method.catalogue import US
from tas_cli.model.deferred import Deferred
from tas_cli.model.scalars import Kind


def value_at(value: Any, path: Path) -> Any:
    """Return what an opportunity has at a path; None if nothing."""
    for step in path:
        if isinstance(value, BaseModel):
            value = getattr(value, _attribute(type(value), step), None)
        elif isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and step in range(len(value)):
            value = value[int(step)]
        else:
            return None
    return value


@cache
def _attribute(model: type[BaseModel], key: str | int) -> str:
    """Return the name of the attribute that has a key of the file."""
    named = (name for name, field in model.model_fields.items() if field.alias == key)
    return next(named, str(key))


def known_keys(model: type[BaseModel], path: Path) -> list[str]:
    """Return the valid keys of the mapping at `path`."""
    found = model_at(annotation_at(model, path))
    fields = found.model_fields if found else {}
    return [field.alias or name for name, field in fields.items()]


def key_order(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """Return the keys of the mapping at `path` in the order of the format; ids: us first."""
    kind = kind_of(key_type(annotation_at(model, path)))
    return (kind.names or (US,)) if kind else tuple(known_keys(model, path))


def annotation_at(model: type[BaseModel], path: Path) -> Any:
    """Return the type of a place in a model; None if the path leads outside."""
    annotation: Any = model
    for step in path:
        annotation = type_below(annotation, step)
    return annotation


def key_type(annotation: Any) -> Any:
    """Return the type of a dictionary's keys; None for anything else."""
    options = (option for option in _options(annotation) if get_origin(option) is dict)
    return next((get_args(option)[0] for option in options), None)


def kind_of(annotation: Any) -> Kind | None:
    """Return the kind of scalar among a type's options; None if there is none."""
    options = (option for option in _options(annotation) if get_origin(option) is Annotated)
    marks = (mark for option in options for mark in option.__metadata__)
    return next((mark for mark in marks if isinstance(mark, Kind)), None)


@cache
def text_keys(model: type[BaseModel]) -> set[str]:
    """Return the keys of texts in a model and in the models inside it."""
    found: set[str] = set()
    models = [model]
    for each in models:
        for name, field in each.model_fields.items():
            annotation = field.rebuild_annotation()
            while annotation is not None:
                kind, below = kind_of(annotation), model_at(annotation)
                if kind and kind.error == "text":
                    found.add(field.alias or name)
                models += [below] if below and below not in models else []
                annotation = type_below(annotation, 0)
    return found


def type_below(annotation: Any, step: str | int) -> Any:
    """Return the type of a part of a type; None if there is no such part."""
    for option in _options(annotation):
        if isinstance(option, type) and issubclass(option, BaseModel):
            for name, field in option.model_fields.items():
                if step in (name, field.alias):
                    return field.rebuild_annotation()
        elif get_origin(option) is list:
            return get_args(option)[0]
        elif get_origin(option) is dict:
            return get_args(option)[1]
    return None


def model_at(annotation: Any) -> type[BaseModel] | None:
    """Return the model among a type's options."""
    models = (
        option
        for option in _options(annotation)
        if isinstance(option, type) and issubclass(option, BaseModel)
    )
    return next(models, None)


def _options(annotation: Any) -> tuple[Any, ...]:
    if get_origin(annotation) is Annotated and isinstance(annotation.__metadata__[0], Deferred):
        annotation = annotation.__metadata__[0].annotation(get_args(annotation)[0])
    return get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
