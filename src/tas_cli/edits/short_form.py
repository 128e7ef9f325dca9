"""Reads words without a field, such as `A = 4 brief`: each can only mean one value of one field.

A noun declares which fields they set. Pure; screens read quick entries with it as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tas_cli.edits.texts import comma_separated
from tas_cli.nouns.fields import RecordField
from tas_cli.nouns.noun import Noun, Short
from tas_cli.reading.nearest import did_you_mean, either
from tas_cli.refusals import WrongCall

_DASHES = str.maketrans("\u2013\u2212", "--")
"""What some keyboards and editors make of a minus."""


class Meaning(NamedTuple):
    """What a word means: a field, and the text for it."""

    field: str
    value: str


def short_form(noun: Noun, words: Sequence[str]) -> list[Meaning]:
    """Return what words without a field mean; several values of a list are one text.

    Raises:
        WrongCall: a word means nothing, or several things, or a field would have two values.
    """
    found: dict[str, list[str]] = {}
    for word in joined(noun, words):
        for field, value in _meant(noun, word):
            values = found.setdefault(field, [])
            if values and value not in values and not _several(noun, field):
                raise WrongCall(f"{field} is given twice: {values[0]} and {value}.")
            values.extend([] if value in values else [value])
    return [Meaning(field, ",".join(values)) for field, values in found.items()]


def joined(noun: Noun, words: Sequence[str]) -> list[str]:
    """Return the words, each sign that stands alone before an id together with it."""
    signs = {each.before for each in noun.short if each.before}
    found: list[str] = []
    for word in words:
        if found and found[-1] in signs:
            found[-1] += word
        else:
            found.append(word)
    return found


def is_short(noun: Noun, word: str) -> bool:
    """Whether a word is one of a noun's short words, written out."""
    return bool(_exact(noun, word))


def spelled_out(noun: Noun, field: RecordField, text: str) -> list[str]:
    """Return what a short word means in a field with the choices of the one that it sets.

    Letters of a list can be together. Anything else is returned as it is.
    """
    for short in noun.short:
        like = noun.field(short.field)
        if like and like.kind.names and like.kind.names == field.kind.names:
            values = _values(noun, short)
            each = [values.get(_plain(letter), "") for letter in text if field.several]
            found = [values.get(_plain(text), "")]
            return next((meant for meant in (found, each) if meant and all(meant)), [text])
    return [text]


def _several(noun: Noun, name: str) -> bool:
    field = noun.field(name)
    return field is not None and field.several


def _meant(noun: Noun, word: str) -> list[Meaning]:
    """Return what a word means: one value, or several of a list.

    Raises:
        WrongCall: it means nothing, or several things.
    """
    exact = _exact(noun, word)
    if exact:
        return exact
    readings = [*_several_at_once(noun, word), *([each] for each in _begun(noun, word))]
    if len(readings) == 1:
        return readings[0]
    if readings:
        meant = either([" and ".join(each.value for each in reading) for reading in readings])
        letters = any(len(each) > 1 for each in readings)
        advice = f"Write {word.upper()}, or more of the word." if letters else "Write more of it."
        raise WrongCall(f"{word!r} can mean {meant}.", advice)
    advice = did_you_mean(word, _known(noun), _use(noun))
    raise WrongCall(f"{word!r} is not short for a field of a {noun.one}.", advice)


def _exact(noun: Noun, word: str) -> list[Meaning]:
    """Return what a sign, a letter or a whole word means; letters in capitals can be together."""
    for short in noun.short:
        if short.before and word.startswith(short.before) and word != short.before:
            return [Meaning(short.field, word.removeprefix(short.before).strip())]
        value = _values(noun, short).get(_plain(word))
        if value:
            return [Meaning(short.field, value)]
    return next(_several_at_once(noun, word), []) if word.isupper() or "," in word else []


def _several_at_once(noun: Noun, word: str) -> Iterator[list[Meaning]]:
    """Yield the values of a list in one word, as in `DS` and `D,S`."""
    for short in noun.short:
        if _several(noun, short.field):
            parts = comma_separated(word) if "," in word else [*word]
            values = [_values(noun, short).get(_plain(each), "") for each in parts]
            if values and all(values):
                yield [Meaning(short.field, each) for each in values]


def _begun(noun: Noun, word: str) -> Iterator[Meaning]:
    """Yield the choices that begin with a word."""
    for short in noun.short:
        names = {each for each in _values(noun, short).values() if each.startswith(_plain(word))}
        yield from (Meaning(short.field, each) for each in sorted(names))


def _values(noun: Noun, short: Short) -> dict[str, str]:
    """Return a field's values by the words for them."""
    field = noun.field(short.field)
    names = field.kind.names if field else ()
    others = {**short.signs, **short.words}
    return {name: name for name in names} | {_plain(each): to for each, to in others.items()}


def _plain(word: str) -> str:
    """Return a word as choices are spelled; a sign stays as it is, and any dash is a minus."""
    plain = word.casefold().translate(_DASHES)
    return "_".join(plain.replace("-", " ").replace("_", " ").split()) or plain


def _known(noun: Noun) -> list[str]:
    return [each for short in noun.short for each in _values(noun, short).values()]


def _use(noun: Noun) -> str:
    """Return all short words, as advice."""
    listed = (f"{each.field} {' '.join(_words(noun, each))}" for each in noun.short)
    return f"Use {'; '.join(listed)}; or FIELD=VALUE."


def _words(noun: Noun, short: Short) -> list[str]:
    if short.before:
        return [f"{short.before}ID"]
    return [*(short.signs or _values(noun, short))]
