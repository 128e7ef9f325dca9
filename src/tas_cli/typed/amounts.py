"""Amounts as people type and paste them: `780k`, `$1.2M`, `780.000,00 €`, `CHF 1'250'000.-`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple
from unicodedata import category

from tas_cli.model.currencies import decimals
from tas_cli.typed.separators import Readings, readings
from tas_cli.typed.symbols import currencies

LONGEST = 60
"""Anything longer is text in the wrong place."""

# Patterns are texts, compiled on first use: most calls of tas read no amount.
_CANONICAL = r"-?[0-9]+(\.[0-9]+)?"
_PARTS = r"(?P<head>[^0-9]*)(?P<body>[0-9](?:.*[0-9])?)(?P<tail>[^0-9]*)"
_GROUPED = r"[0-9]{1,3}(?:([., '_])[0-9]{3})(?:\1[0-9]{3})*"
_LAKHS = r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}"
_NO_CENTS = r"(?:[.,]?-{1,2}|/-|[.,])?\s*"
_FULL_WIDTH = {at: at - 0xFEE0 for at in range(0xFF01, 0xFF5F)}
_SCALES = {
    10**3: "k thousand tsd",
    10**4: "万",
    10**5: "lakh lakhs lac lacs",
    10**6: "m mn mm mio million millions",
    10**7: "cr crore crores",
    10**8: "億 亿",
    10**9: "b bn mrd billion billions",
}
_TIMES = {word: times for times, words in _SCALES.items() for word in words.split()}


class Money(NamedTuple):
    """What a text can mean as an amount, and the currencies that its symbol stands for.

    `meant` has one text for each reading, as files spell it; `currencies` is empty if the text has
    no symbol.
    """

    meant: tuple[str, ...]
    currencies: tuple[str, ...] = ()


class _Parts(NamedTuple):
    """The parts of an amount: sign, digits with separators, factor, currencies of its symbols."""

    sign: str
    body: str
    times: int
    currencies: tuple[str, ...]


def money(text: str, numbers: str | None = None) -> Money | None:
    """Return what a text can mean as an amount; None if it is not an amount.

    One separator before three digits means two things. `numbers`, such as `1,234.56`, shows which
    one is the decimal mark; and with a currency it groups thousands, unless that currency has three
    decimals. If the two disagree, both readings are returned.
    """
    plain = _plain(text)
    if re.fullmatch(_CANONICAL, plain) and not readings(plain):
        return Money((plain,))
    parts = _parts(plain) if len(text) <= LONGEST else None
    if parts is None:
        return None
    meant = [_product(parts, each) for each in _numbers(parts, numbers)]
    return Money(tuple(dict.fromkeys(meant)), parts.currencies) if meant else None


def _plain(text: str) -> str:
    """Return a text with ordinary digits, hyphens, apostrophes and spaces, in lower case."""
    plain = text.translate(_FULL_WIDTH).casefold().strip()
    plain = re.sub(r"[\u2018\u2019\u02bc\u00b4`]", "'", re.sub(r"\s", " ", plain))
    dashes = {each for each in plain if category(each) == "Pd" or each == "\u2212"}
    return plain.translate(dict.fromkeys(map(ord, dashes), "-"))


def _parts(plain: str) -> _Parts | None:
    found = re.fullmatch(_PARTS, re.sub(r"^\((.*)\)$", r"-\1", plain))
    if found is None:
        return None
    before, body, after = found.groups()
    symbol = before.replace("-", "", 1).strip()
    ending = _ending(re.sub(_NO_CENTS, "", after.strip(), count=1))
    if ending is None or (symbol and not currencies(symbol)):
        return None
    times, other = ending
    codes = currencies(symbol or other)
    if symbol and other:
        codes = tuple(code for code in codes if code in currencies(other))
    if (symbol or other) and not codes:
        return None
    return _Parts("-" if "-" in before else "", body, times, codes)


def _ending(tail: str) -> tuple[int, str] | None:
    """Return the factor and the currency after a number; `kr` is a currency, not k and R."""
    if not tail or currencies(tail):
        return 1, tail
    for word in sorted(_TIMES, key=len, reverse=True):
        rest = tail.removeprefix(word).strip(". ")
        if tail.startswith(word) and (not rest or currencies(rest)):
            return _TIMES[word], rest
    return None


def _numbers(parts: _Parts, numbers: str | None) -> Iterator[str]:
    """Yield what the digits and separators can mean."""
    both = readings(parts.body)
    if both:
        yield from _settled(both, parts, numbers)
        return
    integer, fraction = parts.body, ""
    marks = re.findall(r"[^0-9]", parts.body)
    if marks and marks[-1] in ".," and marks.count(marks[-1]) == 1:
        integer, _, fraction = parts.body.rpartition(marks[-1])
    plain = re.sub(r"[^0-9]", "", integer)
    if integer == plain or re.fullmatch(_GROUPED, integer) or re.fullmatch(_LAKHS, integer):
        yield f"{plain}.{fraction}" if fraction else plain


def _settled(both: Readings, parts: _Parts, numbers: str | None) -> Iterable[str]:
    """Return the readings that are left once the company's way and the currency are considered."""
    found = set()
    if numbers:
        found.add(both.decimals if numbers[-3] in parts.body else both.thousands)
    if parts.currencies and parts.times == 1 and all(decimals(c) < 3 for c in parts.currencies):
        found.add(both.thousands)
    return [each for each in both if each in found or not found]


def _product(parts: _Parts, number: str) -> str:
    """Return a number times its factor, as files spell it."""
    if parts.times == 1:
        return parts.sign + number
    whole, _, fraction = f"{Decimal(number) * parts.times:f}".partition(".")
    fraction = fraction.rstrip("0")
    return parts.sign + (f"{whole}.{fraction}" if fraction else whole)
