"""Checks plain data that is kept between runs against a type; lists stand in for tuples."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from operator import call
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

Fits = Callable[[Any], bool]
"""Whether a value has a shape."""
Day = Annotated[str, date.fromisoformat]
"""A day as ISO text."""
Digits = Annotated[str, Decimal]
"""A number as text."""


_PLAIN = {str, int, bool, NoneType}


def sized(entries: int) -> Callable[[list[Any]], None]:
    """Return a function that accepts only lists of that many entries."""

    def accept(value: list[Any]) -> None:
        if len(value) != entries:
            raise ValueError(value)

    return accept


@cache
def shape(hint: Any) -> Fits:
    """Return the test for a type made of texts, numbers, None, text enumerations, lists and tuples.

    A named tuple is the list of its fields. A type's annotation must accept the value.
    """
    if hint is Any:
        return lambda _: True
    if get_origin(hint) is not None:
        return _generic(get_origin(hint), get_args(hint))
    if hasattr(hint, "_fields"):
        return _record([shape(each) for each in get_type_hints(hint, include_extras=True).values()])
    return _scalar(hint)


def _generic(origin: Any, inner: tuple[Any, ...]) -> Fits:
    if origin is Annotated:
        return _accepted(shape(inner[0]), inner[1])
    if origin in (Union, UnionType):
        return _one_of(inner)
    if origin is list or inner[1:] == (Ellipsis,):
        return _list_of(shape(inner[0]))
    return _record([shape(each) for each in inner])


def _scalar(kind: type) -> Fits:
    if issubclass(kind, StrEnum):
        known = frozenset(map(str, kind))
        return lambda value: type(value) is str and value in known
    return lambda value: type(value) is kind


def _accepted(fits: Fits, accept: Callable[[Any], object]) -> Fits:
    def accepted(value: Any) -> bool:
        if not fits(value):
            return False
        try:
            accept(value)
        except (ValueError, ArithmeticError, LookupError):
            return False
        return True

    return accepted


def _one_of(hints: tuple[Any, ...]) -> Fits:
    if _PLAIN.issuperset(hints):
        return lambda value: type(value) in hints
    several = [shape(each) for each in hints]
    return lambda value: any(fits(value) for fits in several)


def _list_of(fits: Fits) -> Fits:
    return lambda value: type(value) is list and all(map(fits, value))


def _record(fields: list[Fits]) -> Fits:
    def fits(value: Any) -> bool:
        return type(value) is list and len(value) == len(fields) and all(map(call, fields, value))

    return fits
