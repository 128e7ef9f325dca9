"""What a rejected value probably means, by the kind of value that belongs there.

One function per kind: takes what the author wrote, and yields what a file would say, once for each
way to read it; nothing if it cannot be read as that kind.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from tas_cli.reading.nearest import nearest
from tas_cli.reading.signs import MEANT
from tas_cli.source.values import written
from tas_cli.typed import amounts, dates, symbols
from tas_cli.typed.unaccented import unaccented

_MAX = 60
"""Anything longer is text in the wrong place."""
_MOST_CURRENCIES = 4
_TIME = re.compile(r"[T ][0-9]{1,2}:[0-9]{2}.*")
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
    found = amounts.money(text)
    yield from found.meant if found else ()


def _day(text: str, _names: Sequence[str]) -> Iterator[str]:
    for year, month, day in dates.written(_TIME.sub("", text)):
        if year and year >= 1900 and 1 <= day <= 31:
            yield date(year, month, min(day, monthrange(year, month)[1])).isoformat()


def _currency(text: str, _names: Sequence[str]) -> Iterator[str]:
    """Yield the currencies of a symbol; of one that many share, the usual one."""
    codes = symbols.currencies(text)
    yield from codes if len(codes) <= _MOST_CURRENCIES else codes[:1]


def _rating(text: str, _names: Sequence[str]) -> Iterator[str]:
    word = text.strip("'\" ").lower()
    return (f'"{sign}"' for sign, known in _RATINGS.items() if word in known.split())


def _choice(text: str, names: Sequence[str]) -> Iterator[str]:
    word = as_key(text)
    if word in names:
        yield word
        return
    known = [name for name in names if word in _CHOICES.get(name, "").split()]
    near = nearest(text, names)
    yield from known or ([near] if near else [])


def as_key(text: str) -> str:
    """Return a text in the form of a choice's name."""
    return re.sub(r"[\s-]+", "_", text.strip("'\"").lower())


def _slug(between: str) -> Callable[[str, Sequence[str]], Iterator[str]]:
    def find(text: str, names: Sequence[str]) -> Iterator[str]:
        if (word := as_key(text)) in names:
            yield word
            return
        slug = re.sub(r"[^a-z0-9]+", between, unaccented(text)).strip(between)
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
