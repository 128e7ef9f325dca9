"""Shell completion for a noun: ids and numbers, fields, and their values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from tas_cli.commands.completion import Offer, deal_on_the_line, owner_on_the_line
from tas_cli.model.base import FileModel
from tas_cli.nouns.catalogue import noun as noun_of
from tas_cli.nouns.noun import Noun, records, texts_of

_ENDS = ("done", "tactic")
"""The days after which an action item or a tactic is not open any more."""


def offered(ctx: Any, incomplete: str) -> list[Offer]:
    """Return what can follow: a record or a field, or a field's values after its `=`."""
    with suppress(Exception):
        words = ctx.params.get("words") or ()
        noun = noun_of(ctx.info_name)
        return offered_of(noun, owner_on_the_line(noun, ctx), words, incomplete)
    return []


def offered_from(ctx: Any, incomplete: str) -> list[Offer]:
    """Return the records of another noun that can become one of this, by number: open ones."""
    with suppress(Exception):
        found = noun_of(noun_of(ctx.info_name).made_from)
        listed = records(found, deal_on_the_line(ctx))
        still = (each for each in listed if not any(texts_of(each.value, end) for end in _ENDS))
        offers = ((each.key, "".join(texts_of(each.value, found.main))) for each in still)
        return [each for each in offers if each[0].startswith(incomplete)]
    return []


def offered_of(noun: Noun, owner: FileModel, words: Sequence[str], incomplete: str) -> list[Offer]:
    """Return what can follow after these words of a call about a file's records."""
    before = _field_before(noun, words)
    typed = before + incomplete
    found = [*_values(noun, owner, typed)] if "=" in typed else [*_words(noun, owner)]
    if "=" not in typed:
        found = [*(_short(noun) if words else noun.groups.items()), *found]
    return [(word[len(before) :], about) for word, about in found if word.startswith(typed)]


def _field_before(noun: Noun, words: Sequence[str]) -> str:
    """Return the field before the cursor with its `=`, which bash treats as a word."""
    last = [word for word in words if word != "="][-1:]
    return f"{last[0]}=" if last and noun.field(last[0]) else ""


def _words(noun: Noun, owner: FileModel) -> Iterator[Offer]:
    for record in records(noun, owner):
        texts = (text for name in reversed(noun.table) for text in texts_of(record.value, name))
        yield record.key, next(texts, "")
    for field in noun.fields:
        yield field.name if field.name.endswith(".") else f"{field.name}=", field.about
    for alias, name in noun.aliases.items():
        within = noun.field(name)
        if within and within.name.endswith("."):
            yield f"{alias}=", within.about


def _short(noun: Noun) -> Iterator[Offer]:
    """Yield the words that need no field."""
    for short in noun.short:
        field = noun.field(short.field)
        yield from ((name, short.field) for name in (field.kind.names if field else ()))


def _values(noun: Noun, owner: FileModel, incomplete: str) -> Iterator[Offer]:
    """Yield the values of a field; for a list, those of its last item."""
    name, _, typed = incomplete.partition("=")
    field = noun.field(name)
    if field is None:
        return
    to = noun.refers.get(name)
    known = list(getattr(owner, to)) if to else field.kind.names
    before = typed[: max(map(typed.rfind, ",+-")) + 1] if field.several else ""
    for value in known:
        yield f"{name}={before}{value}", ""
