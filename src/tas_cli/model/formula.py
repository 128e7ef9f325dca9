"""Formulas: arithmetic in a file, worked out exactly, and nothing else.

A formula has numbers, `+ - * / ( )`, `n%` for hundredths, and `k` and `M` behind a number for
thousands and millions. It is ASCII, has at most 200 characters, is at most 20 deep and comes to at
most 15 digits before the point.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

LONGEST = 200
DEEPEST = 20
DIGITS = 15
"""The most digits before the point of what a formula comes to, as of any amount."""
_TOKEN = re.compile(r"(?:([0-9]+(?:\.[0-9]+)?)([kM])?|([-+*/()%])|(\S))", re.ASCII)
_NUMBER = "number"
_SIZES = {"": 1, "k": 1_000, "M": 1_000_000}
_STEPS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": Fraction.__add__,
    "-": Fraction.__sub__,
    "*": Fraction.__mul__,
    "/": Fraction.__truediv__,
}


class FormulaError(ValueError):
    """A text is not a formula; `at` is the character where it stops being one, from 1."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


class _Token(NamedTuple):
    """A sign, or a number with the sign of all numbers; at the end an empty sign."""

    sign: str
    at: int
    number: Fraction = Fraction(0)


def result(text: str) -> Fraction:
    """Work out a formula, exactly; round once where it is shown.

    Raises:
        FormulaError: the text is not a formula.
        ZeroDivisionError: it divides by zero.
    """
    return _Reading(text).whole()


def check(text: str) -> None:
    """Make sure that a text is a formula that comes to an amount, or divides by zero.

    Raises:
        FormulaError: it is none, or comes to more digits than an amount can have.
    """
    try:
        large = abs(result(text)) >= 10**DIGITS
    except ZeroDivisionError:
        _Reading(text, divides=False).whole()
    else:
        if large:
            message = f"comes to more than {DIGITS} digits before the point"
            raise FormulaError(message, len(text) + 1)


class _Reading:
    """Reads a formula from left to right; with `divides` unset, quotients are not worked out."""

    def __init__(self, text: str, *, divides: bool = True) -> None:
        if len(text) > LONGEST:
            raise FormulaError(f"longer than {LONGEST} characters", LONGEST + 1)
        self._tokens = [*_tokens(text)]
        self._next = 0
        self._divides = divides

    def whole(self) -> Fraction:
        value = self._sum(0)
        if self._sign:
            raise self._unexpected()
        return value

    @property
    def _sign(self) -> str:
        return self._tokens[self._next].sign

    def _take(self) -> _Token:
        self._next += 1
        return self._tokens[self._next - 1]

    def _unexpected(self) -> FormulaError:
        token = self._tokens[self._next]
        if not token.sign:
            return FormulaError("something is missing at the end", token.at)
        missing = token.sign in (_NUMBER, "(")
        return FormulaError("an operator is missing" if missing else "not expected here", token.at)

    def _sum(self, depth: int) -> Fraction:
        return self._chain("+-", self._product, depth)

    def _product(self, depth: int) -> Fraction:
        return self._chain("*/", self._part, depth)

    def _chain(self, signs: str, part: Callable[[int], Fraction], depth: int) -> Fraction:
        value = part(depth)
        while self._sign and self._sign in signs:
            sign = self._take().sign
            other = part(depth)
            if sign != "/" or self._divides:
                value = _STEPS[sign](value, other)
        return value

    def _part(self, depth: int) -> Fraction:
        if depth > DEEPEST:
            raise FormulaError(f"more than {DEEPEST} deep", self._tokens[self._next].at)
        if self._sign == "-":
            self._take()
            return -self._part(depth + 1)
        if self._sign == "(":
            value = self._within(depth)
        elif self._sign == _NUMBER:
            value = self._take().number
        else:
            raise self._unexpected()
        if self._sign == "%":
            self._take()
            value /= 100
        return value

    def _within(self, depth: int) -> Fraction:
        opened = self._take()
        value = self._sum(depth + 1)
        if self._sign != ")":
            closed = bool(self._sign)
            raise self._unexpected() if closed else FormulaError("is never closed", opened.at)
        self._take()
        return value


def _tokens(text: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(text):
        number, size, sign, other = found.groups()
        at = found.start() + 1
        if other:
            between = other == "," and "write thousands without a separator"
            raise FormulaError(between or "not a number, an operator or a bracket", at)
        value = Fraction(number) * _SIZES[size or ""] if number else Fraction(0)
        yield _Token(sign or _NUMBER, at, value)
    yield _Token("", len(text) + 1)
