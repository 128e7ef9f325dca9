"""Parses the arguments of `tas NOUN`: `2 text="Call back"`, `kessler roles=+sponsor`.

What is typed is merged into the existing record and validated by the model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import takewhile
from shlex import quote
from typing import NamedTuple

from tas_cli.diagnostics import DEAL
from tas_cli.edits.cells import criterion
from tas_cli.edits.record_ways import way_of
from tas_cli.edits.records import Change
from tas_cli.edits.short_form import is_short, joined, short_form, spelled_out
from tas_cli.edits.texts import comma_separated
from tas_cli.edits.valid import valid
from tas_cli.method.catalogue import criterion_keys
from tas_cli.model.base import FileModel
from tas_cli.model.scalars import ID_PATTERN
from tas_cli.nouns.fields import RecordField
from tas_cli.nouns.noun import (
    Content,
    Noun,
    Record,
    by_id,
    content,
    lost,
    records,
    texts_of,
    with_key,
)
from tas_cli.nouns.people import PEOPLE
from tas_cli.reading.nearest import did_you_mean, either
from tas_cli.refusals import WrongCall
from tas_cli.typed.interpreter import Interpreter


class Words(NamedTuple):
    """What a call asks for: a record's id or number, if any, and its new field values.

    `text` is the value of the main field if it was typed without the field.
    """

    key: str
    assignments: list[tuple[str, str]]
    text: str = ""


def words_of(noun: Noun, words: Sequence[str]) -> Words:
    """Parse the words of a call: FIELD=VALUE, the noun's short words, and text for the main field.

    Raises:
        WrongCall: a word is none of these, or a field is given twice.
    """
    named = [*takewhile(lambda word: _is_key(noun, word), words)][: noun.words]
    rest = joined(noun, words[len(named) :])
    _refuse_unquoted(noun, words)
    short = [word for word in rest if _is_short(noun, word)]
    given = [_assignment(noun, word) for word in rest if word not in short]
    text = next((word for word in rest if word not in short and _is_text(word)), "")
    asked = Words(" ".join(named), [*given, *short_form(noun, short)], text)
    names = [name for name, _ in asked.assignments]
    for name in names:
        field = noun.field(name)
        if names.count(name) > 1 and field and not field.several:
            raise WrongCall(f"{name} is given twice.")
    return asked


def _refuse_unquoted(noun: Noun, words: Sequence[str]) -> None:
    """Refuse a name with a title in several words, as the shell passes it without quotes."""
    name = [*takewhile(lambda word: not ("=" in word or is_short(noun, word)), words)]
    if noun.main and noun.short and len(name) > 1 and all(map(_is_capital, name[:2])):
        advice = f"Put a name with its title in quotes: {_quoted(name)}."
        raise WrongCall(f"{name[1]!r} is not short for a field of a {noun.one}.", advice)


def _is_capital(word: str) -> bool:
    return word[:1].isupper() and not _is_text(word)


def _quoted(words: Sequence[str]) -> str:
    text = " ".join(words).replace('"', "'")
    return f'"{text}"'


def _is_key(noun: Noun, word: str) -> bool:
    """Whether a first word names a record; without a main field, a short word begins a new one."""
    begins = not noun.main and is_short(noun, word)
    return not ("=" in word or _is_text(word) or begins)


def _is_short(noun: Noun, word: str) -> bool:
    """Whether a word is to be read as one of the noun's short words."""
    if not noun.short or not word.strip():
        return False
    return is_short(noun, word) or not ("=" in word or _is_text(word))


def _is_text(word: str) -> bool:
    """Whether a word is text rather than FIELD=VALUE: field names contain no spaces."""
    return any(map(str.isspace, word.partition("=")[0].strip()))


def _assignment(noun: Noun, word: str) -> tuple[str, str]:
    if noun.main and _is_text(word):
        return noun.main, word
    if noun.main and not word.strip():
        raise WrongCall(f"the {noun.main} is empty.", "Write it in quotes.")
    name, equals, text = word.partition("=")
    if not equals:
        advice = (
            f"To add one: {_adding(noun, word)}."
            if noun.main
            else f'Write FIELD=VALUE: {noun.example}="…".'
        )
        raise WrongCall(f"no value given for {word!r}.", advice)
    field = noun.aliases.get(name.strip(), name.strip())
    return field, text.strip()


def named(noun: Noun, owner: FileModel, words: Words) -> Words:
    """Return the words; a name instead of a short name is that record, or one to add.

    Raises:
        WrongCall: it is to be added, but looks mistyped, gives no short name, or one that is taken;
            or a text would rename a record by mistake.
    """
    given, way = dict(words.assignments), way_of(noun)
    name = words.key or given.get(noun.main, "")
    if not (name and noun.main and by_id(noun, owner)):
        return words
    present = [each.key for each in records(noun, owner)]
    known = way.key(owner, name)
    if known not in present:
        known = _called(noun, owner, name) or known
    if known not in present and is_short(noun, words.key):
        advice = f"Put the short name first: `tas {noun.command} {DEAL} KEY {words.key}`."
        raise WrongCall(f"which {noun.one}?", advice)
    _refuse_renaming(noun, owner, known, words)
    if re.fullmatch(ID_PATTERN, words.key):
        return words
    if known in present:
        typed = [] if words.key else [noun.main]
        return Words(known, [each for each in words.assignments if each[0] not in typed])
    key = way.new_key(owner, name)
    if not key:
        advice = f"Put one first: {_adding(noun, name, 'KEY')}."
        raise WrongCall(f"{name!r} has no letters for a short name.", advice)
    meant = way.alike(owner, name) if way.alike else did_you_mean(key, present, "")
    if meant:
        advice = f"{meant} To add it: {_adding(noun, name, key)}."
        raise WrongCall(f"there is no {noun.one} {name!r}.", advice)
    return Words(key, [(noun.main, name), *words.assignments] if words.key else words.assignments)


def _called(noun: Noun, owner: FileModel, name: str) -> str:
    """Return the key of the record with this text in its main field; empty unless there is one."""
    wanted = name.casefold()
    found = [
        each.key
        for each in records(noun, owner)
        if wanted in map(str.casefold, texts_of(each.value, noun.main))
    ]
    return found[0] if len(found) == 1 else ""


def _refuse_renaming(noun: Noun, owner: FileModel, known: str, words: Words) -> None:
    """Refuse a text beside a record's name if it is probably no new name for it."""
    other = way_of(noun).other
    if other and words.key and words.text and other(owner, known, words.text):
        advice = f"Write FIELD=VALUE; to rename: {_adding(noun, words.text, known)}."
        raise WrongCall(f"this would rename {known} to {words.text!r}.", advice)


def _adding(noun: Noun, text: str, key: str = "") -> str:
    """Return the command that adds a record with this text in its main field."""
    words = ("tas", noun.command, DEAL, key or noun.new, quote(f"{noun.main}={text}"))
    return f"`{' '.join(filter(None, words))}`"


def existing(noun: Noun, owner: FileModel, key: str) -> Record:
    """Return the record with this id or number; a group stands for the only one in it.

    Raises:
        WrongCall: there is none.
    """
    key = way_of(noun).key(owner, key)
    present = {each.key: each for each in records(noun, owner)}
    found = with_key(present.values(), key)
    if len(found) == 1:
        return found[0]
    group, _, text = key.rpartition(" ")
    if found:
        advice = f"Add its number: {', '.join(each.key for each in found)}."
    elif text and noun.short and not noun.main and not text.isdecimal():
        advice = _short_advice(noun, text)
    elif text and noun.main and not text.isdecimal():
        to_add = f"To add one: {_adding(noun, text, group)}."
        advice = did_you_mean(key, [*present], to_add) if by_id(noun, owner) else to_add
    elif not present:
        advice = "There are none yet."
    elif noun.find or by_id(noun, owner):
        advice = did_you_mean(key, [*present], f"Use one of {', '.join(present)}.")
    elif len(present) == 1:
        advice = f"The only {noun.one} is number 1."
    else:
        advice = f"Use a number from 1 to {len(present)}."
    missing = bool(key and not found)
    raise WrongCall(f"there is no {noun.one} {key!r}." if missing else f"which {noun.one}?", advice)


def _short_advice(noun: Noun, word: str) -> str:
    """Return which short word begins a record instead of a word that is none."""
    with suppress(WrongCall):
        return f"Did you mean {either([each.value for each in short_form(noun, [word])])}?"
    names = [
        name
        for short in noun.short
        if (field := noun.field(short.field))
        for name in field.kind.names
    ]
    return did_you_mean(word, names, f"Use one of {', '.join(names)}.")


def listed(noun: Noun, owner: FileModel, key: str) -> list[Record]:
    """Return all records, or with a key that one or those of the group it names, if it has any.

    Raises:
        WrongCall: there is none with that key, and no group.
    """
    every = records(noun, owner)
    if not key:
        return every
    found = with_key(every, way_of(noun).key(owner, key))
    return found if found or group_of(noun, owner, key) else [existing(noun, owner, key)]


def group_of(noun: Noun, owner: FileModel, key: str) -> str:
    """Return the group that a key names and to which a record can be added; empty if none."""
    way = way_of(noun)
    with suppress(WrongCall):
        if way.place and noun.words > 1:
            return way.place(owner, way.key(owner, key)).key.rpartition(" ")[0]
    return ""


def removal(noun: Noun, owner: FileModel, key: str) -> Change:
    """Return the removal of a record.

    Raises:
        WrongCall: there is no record with that id or number.
    """
    return Change(noun, *existing(noun, owner, key), None)


def change(
    noun: Noun, owner: FileModel, words: Words, given: Mapping[str, str], interpreter: Interpreter
) -> Change:
    """Return the change to an existing record, or a new one, validated by the model.

    A new record takes any field that the words leave out from `given`.

    Raises:
        WrongCall: a field or a value is invalid.
    """
    place = _place(noun, owner, words)
    fields: Content = content(place.value) if place.value else dict(given)
    if noun.key_field and not place.value:
        fields[noun.key_field] = place.key
    reads = place.value is None or way_of(noun).rereads
    assignments = _read(noun, owner, words, interpreter) if reads else words.assignments
    for name, text in assignments:
        _assign(noun, fields, name, _referring(noun, owner, name, text), interpreter)
    made = Change(noun, *place, _validated(noun, _filled(fields)))
    _refuse_lost(owner, made)
    _refuse_ring(owner, made)
    if fits := way_of(noun).fits:
        fits(made)
    return made


def _read(
    noun: Noun, owner: FileModel, words: Words, interpreter: Interpreter
) -> list[tuple[str, str]]:
    """Return the fields of a record; those of its text are used where none is given."""
    read, given = way_of(noun).read, dict(words.assignments)
    text = given.get(noun.main, "")
    if not read or not text:
        return words.assignments
    meant = read(owner, text, interpreter)
    others = [each for each in words.assignments if each[0] != noun.main]
    return [*(each for each in meant.items() if each[0] not in dict(others)), *others]


def _place(noun: Noun, owner: FileModel, words: Words) -> Record:
    """Return the record with this id or number, or the place for a new one.

    An id beside what makes a new record is not a part of the name of another one.
    """
    way, key = way_of(noun), words.key
    new = {noun.main, way.unnamed}.intersection(dict(words.assignments))
    if not new or not re.fullmatch(ID_PATTERN, key):
        key = way.key(owner, key)
    present = records(noun, owner)
    found = [each for each in present if each.key == key]
    if found:
        return found[0]
    if way.place:
        return way.place(owner, key)
    if not by_id(noun, owner):
        end = Record(str(len(present) + 1), (*noun.path, len(present)))
        return existing(noun, owner, key) if key else end
    if not re.fullmatch(ID_PATTERN, key):
        raise WrongCall(
            f"{key!r} cannot be the short name of a {noun.one}.",
            "Use lowercase letters, digits and hyphens, starting with a letter or digit.",
        )
    return Record(key, (*noun.path, key))


def _filled(fields: Content) -> Content:
    """Return a mapping without empty values."""
    parts = {key: _filled(part) if isinstance(part, dict) else part for key, part in fields.items()}
    return {key: part for key, part in parts.items() if part not in ({}, [], "")}


def _assign(noun: Noun, fields: Content, name: str, text: str, interpreter: Interpreter) -> None:
    """Set a field, which may be nested, to the text."""
    if not text and noun.within(name):
        fields.pop(name, None)
        return
    field = noun.meant(name, text)
    if field is None:
        raise _no_field(noun, name)
    if field.name == f"{name}.":
        advice = f"Write {name}.NAME={text}. {field.about}"
        raise WrongCall(f"which {name} is {text}?", advice)
    *way, last = field.name.split(".")
    if not last:
        *way, last = name.split(".")
        last = _entry(field, last)
    for step in way:
        fields = fields.setdefault(step, {})
    if field.several:
        fields[last] = _several(noun, field, text, fields.get(last, []))
    else:
        (value,) = spelled_out(noun, field, text)
        fields[last] = interpreter.spelled(field.kind.error, value, field.name, noun.key)


def _entry(field: RecordField, name: str) -> str:
    """Return the name of an entry of a mapping as files spell it: criteria have other names."""
    return criterion(name) if field.keys and field.keys.names == criterion_keys() else name


def _no_field(noun: Noun, name: str) -> WrongCall:
    """Return the refusal of a name that no field has, or that of a mapping with several."""
    parts = [each.name for each in noun.within(name)]
    known = parts or [*_names(noun)]
    fields = f"Fields: {', '.join(known)}."
    advice = fields if parts else did_you_mean(name, known, fields)
    return WrongCall(f"{_a(noun.one)} has no field {name!r}.", advice)


def _names(noun: Noun) -> Iterator[str]:
    """Yield the names that a call can use; of a mapping those that are short for its entries."""
    for each in noun.fields:
        short = [alias for alias, full in noun.aliases.items() if full.startswith(each.name)]
        if each.name.endswith("."):
            yield from short or [f"{each.name}NAME"]
        else:
            yield each.name


def _a(noun: str) -> str:
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def _referring(noun: Noun, owner: FileModel, name: str, text: str) -> str:
    """Return a field's text with the ids of the people, or records of the noun, that it names."""
    to = noun.refers.get(name)
    if to not in (noun.key, PEOPLE.key):
        return text
    way = way_of(noun if to == noun.key else PEOPLE)
    sign, named = _items(text)
    return sign + ",".join(way.key(owner, each) for each in named)


def _items(text: str) -> tuple[str, list[str]]:
    """Return the sign before the items of a list, and the items."""
    sign = text[:1] if text[:1] in ("+", "-") else ""
    return sign, comma_separated(text[len(sign) :])


def _several(noun: Noun, field: RecordField, text: str, before: list[str]) -> list[str]:
    """Return the new list: `a,b` replaces it, `+a` adds an item, `-a` removes one."""
    sign, items = _items(text)
    named = [value for each in items for value in spelled_out(noun, field, each)]
    if sign == "-":
        return [each for each in before if each not in named]
    return [*dict.fromkeys([*before, *named] if sign else named)]


def _validated(noun: Noun, fields: Content) -> FileModel:
    """Return the record.

    Raises:
        WrongCall: a field is missing, or the model rejects the record.
    """
    for field in noun.fields:
        if field.required and field.name not in fields:
            raise WrongCall(f"{field.name} is missing.", f'Add {field.name}="…".')
    if not fields.keys() - noun.derived:
        raise WrongCall(f"this would leave the {noun.one} empty.", "To remove it, use --remove.")
    return valid(noun.model, fields)


def _refuse_lost(owner: FileModel, made: Change) -> None:
    """Refuse a new reference to something that does not exist."""
    before = lost(made.noun, owner, made.before)
    for each in lost(made.noun, owner, made.after):
        if each not in before and each.name != made.key:
            listed = f"Use one of {', '.join(each.known)}." if each.known else ""
            raise WrongCall(
                f"{each.field}: {each.name!r} is not in {each.to}.",
                did_you_mean(each.name, each.known, listed),
            )


def _refuse_ring(owner: FileModel, made: Change) -> None:
    """Refuse a new line to the record above if it leads back to the record itself."""
    noun, field = made.noun, made.noun.above
    if not field or texts_of(made.before, field) == texts_of(made.after, field):
        return
    lines = {each.key: texts_of(each.value, field) for each in records(noun, owner)}
    lines[made.key] = texts_of(made.after, field)
    way = [made.key]
    while (above := next(iter(lines.get(way[-1], ())), "")) and above not in way:
        way.append(above)
    if above == made.key:
        raise WrongCall(
            f"{field}: this would be a ring: {' > '.join((*way, above))}.",
            f"Correct {field} of one of them first.",
        )
