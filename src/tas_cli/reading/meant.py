"""What a rejected value probably means, by the kind of value that belongs there.

One function per kind: takes what the author wrote, and yields what a file would say, once for each
way to read it; nothing if it cannot be read as that kind.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from unicodedata import combining, normalize

from tas_cli.model.amounts import readings
from tas_cli.model.currencies import CURRENCIES
from tas_cli.reading.nearest import nearest
from tas_cli.reading.signs import MEANT
from tas_cli.source.values import written

_MAX = 60
"""Anything longer is text in the wrong place."""
_MONEY = re.compile(
    r"(?:[A-Z]{3}|US\$|[€$£¥])?\s*(-?)\s*(?:[A-Z]{3}|US\$|[€$£¥])?\s*([0-9][0-9.,'’_\s]*?)\s*"
    r"(k|thousand|m|mn|mm|mio|million|bn|billion)?[.]?(?:,?-)?\s*(?:[A-Z]{3}|[€$£¥]|euros?|dollars?)?",
    re.IGNORECASE,
)
_TIMES = {"": 1, "k": 10**3, "t": 10**3, "m": 10**6, "b": 10**9}
_GROUPED = re.compile(r"[0-9]{1,3}(?:([.,'’_\s])[0-9]{3})(?:\1[0-9]{3})*")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CURRENCIES = {
    "€": ("EUR",), "euro": ("EUR",), "euros": ("EUR",), "£": ("GBP",), "pound": ("GBP",),
    "pounds": ("GBP",), "$": ("USD",), "us$": ("USD",), "dollar": ("USD",), "dollars": ("USD",),
    "us dollar": ("USD",), "us dollars": ("USD",), "¥": ("JPY", "CNY"), "yen": ("JPY",),
    "franken": ("CHF",), "sfr": ("CHF",),
}  # fmt: skip
_RATINGS = {
    "+": "+ ++ +++ +1 1 plus yes y true good positive strong ✓ ✔ ✅ 👍 p (+)",
    "-": "- -- --- -1 minus no n false bad negative weak ✗ ✘ ❌ 👎 m (-)",
    "?": "? ?? ??? u unknown unclear open tbd n/a na maybe none null ~ (?)",
}
_CHOICES = {
    "yes": "y true ja 1", "no": "n false nein 0", "open": "active running in_progress new",
    "won": "closed closed_won win", "lost": "closed closed_lost lose loss",
    "disengaged": "closed dropped abandoned no_bid cancelled withdrawn stopped",
    "planned": "todo to_do open not_started", "under_way": "in_progress doing started running",
    "done": "complete completed finished closed", "error": "fail critical", "warning": "warn",
    "info": "note notice hint", "off": "none false no disabled ignore",
}  # fmt: skip


def meant(kind: str, text: str, names: Sequence[str]) -> list[str]:
    """Return each way to write what a text means as a value of a kind; `names` are its choices."""
    find = _KINDS.get(kind)
    if find is None or len(text) > _MAX:
        return []
    plain = MEANT.get(text[:1], text[:1]) + text[1:]
    return list(dict.fromkeys(find(plain.strip(), names)))


def _amount(text: str, names: Sequence[str] = ()) -> Iterator[str]:
    return (found for found in _signed_amount(text, names) if not found.startswith("-"))


def _signed_amount(text: str, _names: Sequence[str]) -> Iterator[str]:
    found = _MONEY.fullmatch(re.sub(r"^\((.*)\)$", r"-\1", text))
    if found is None:
        return
    sign, digits, times = found.groups(default="")
    for number in _numbers(digits):
        value = Decimal(number) * _TIMES[times[:1].lower()]
        whole = f"{value:f}"
        yield sign + (whole.rstrip("0").rstrip(".") if times and "." in whole else whole)


def _numbers(digits: str) -> Iterator[str]:
    """Yield what digits with separators can mean; the last separator may be a decimal point."""
    both = readings(digits)
    if both:
        yield from both
        return
    whole, fraction = digits, ""
    marks = [mark for mark in digits if mark in ".,"]
    if marks and (marks.count(marks[-1]) == 1):
        whole, _, fraction = digits.rpartition(marks[-1])
    plain = re.sub(r"[^0-9]", "", whole)
    if (whole == plain or _GROUPED.fullmatch(whole)) and (fraction.isdigit() or not fraction):
        yield f"{plain}.{fraction}" if fraction else plain


def _day(text: str, _names: Sequence[str]) -> Iterator[str]:
    text = re.sub(r"[T ][0-9]{1,2}:[0-9]{2}.*", "", text)
    parts = re.findall(r"[0-9]+|[A-Za-z]{3,}", re.sub(r"(?<=[0-9])(st|nd|rd|th)\b", "", text))
    if len(parts) == 1 and re.fullmatch(r"[0-9]{8}", parts[0]):
        parts = [parts[0][:4], parts[0][4:6], parts[0][6:]]
    numbers = [_number(part) for part in parts]
    if len(numbers) != 3 or None in numbers:
        return
    first, second, third = (number or 0 for number in numbers)
    orders = [(third, second, first), (third, first, second)]
    if len(parts[0]) == 4:
        orders = [(first, second, third), (first, third, second)]
        orders = orders[: 1 if second <= 12 else 2]
    elif "." in text:
        orders = orders[:1]  # with periods, nobody puts the month first
    elif parts[0].isalpha() or parts[1].isalpha():
        orders = orders[1:] if parts[0].isalpha() else orders[:1]
    yield from filter(None, (_date(*order) for order in orders))


def _number(part: str) -> int | None:
    if part.isdigit():
        return int(part[:6])
    return _MONTHS.index(part[:3].lower()) + 1 if part[:3].lower() in _MONTHS else None


def _date(year: int, month: int, day: int) -> str | None:
    year += 2000 if year < 100 else 0
    if not (1900 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    return date(year, month, min(day, monthrange(year, month)[1])).isoformat()


def _currency(text: str, _names: Sequence[str]) -> Iterator[str]:
    word = text.strip(". ").lower()
    if word.upper() in CURRENCIES:
        yield word.upper()
    yield from _CURRENCIES.get(word, ())


def _rating(text: str, _names: Sequence[str]) -> Iterator[str]:
    word = text.strip("'\" ").lower()
    return (f'"{sign}"' for sign, known in _RATINGS.items() if word in known.split())


def _choice(text: str, names: Sequence[str]) -> Iterator[str]:
    word = re.sub(r"[\s-]+", "_", text.strip("'\"").lower())
    if word in names:
        yield word
        return
    known = [name for name in names if word in _CHOICES.get(name, "").split()]
    near = nearest(text, names)
    yield from known or ([near] if near else [])


def _slug(between: str) -> Callable[[str, Sequence[str]], Iterator[str]]:
    def find(text: str, _names: Sequence[str]) -> Iterator[str]:
        letters = "".join(each for each in normalize("NFKD", text) if not combining(each))
        slug = re.sub(r"[^a-z0-9]+", between, letters.lower()).strip(between)
        if slug and (between == "-" or not slug[0].isdigit()):
            yield written(slug)

    return find


def _whole(text: str, _names: Sequence[str]) -> Iterator[str]:
    found = re.fullmatch(r"([0-9]{1,4})(?:[.,]0+)?\s*(?:%|percent|d|days?)?", text, re.IGNORECASE)
    if found:
        yield str(int(found[1]))


_KINDS: dict[str, Callable[[str, Sequence[str]], Iterator[str]]] = {
    "amount": _amount,
    "signed_amount": _signed_amount,
    "rate": _amount,
    "date": _day,
    "impossible_date": _day,
    "currency": _currency,
    "rating": _rating,
    "choice": _choice,
    "id": _slug("-"),
    "name": _slug("_"),
    "days": _whole,
    "percent": _whole,
}
