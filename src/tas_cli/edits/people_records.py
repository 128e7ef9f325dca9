"""People as records: found by name, named after their last name, entered as `Name, title`."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import chain, count, product
from typing import Any

from tas_cli.edits.records import Change
from tas_cli.edits.short_form import is_short
from tas_cli.model.evidence import Evidence
from tas_cli.model.person import Person
from tas_cli.nouns.people import PEOPLE
from tas_cli.reading.names import is_only_role, name_and_title
from tas_cli.reading.nearest import nearest
from tas_cli.refusals import WrongCall
from tas_cli.source.characters import folded
from tas_cli.typed.ids import id_from
from tas_cli.typed.interpreter import Interpreter

_BEHIND = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md"))
"""What can follow a last name."""
_ANYBODY = "person"
"""The short name of somebody whose name has no plain letter."""
_NEARLY = 0.75
"""From here on, a short name was probably meant: one letter of four is another one."""
_ALIKE = 0.8
"""From here on, two words are probably the same one mistyped; 1 is the same."""


def key(owner: Any, typed: str) -> str:
    """Return the short name of the person that a text means; the text itself if it is nobody.

    Where no name fits, whole words of a title that only one person has are enough.
    """
    people = owner.people
    found = key_in(people, typed)
    if (
        found in people
        or is_short(PEOPLE, typed)
        or any(_is_part(_words(typed), each) for each in _names(people).values())
    ):
        return found
    wanted = {*_plain(typed)}
    titles = {each: {*_plain(person.title or "")} for each, person in people.items()}
    exact = [each for each, words in titles.items() if words == wanted]
    fitting = exact or [each for each, words in titles.items() if wanted <= words]
    return fitting[0] if wanted and len(fitting) == 1 else typed


def key_in(people: Mapping[str, Person], typed: str) -> str:
    """Return the short name of the person that a short name, a name or part of a name means.

    A part is one or several whole words of the name, or initials beside one, without case and
    accents. What means nobody, or several, is returned as it is.
    """
    if typed in people:
        return typed
    wanted, named = _words(typed), _names(people)
    exact = [each for each, words in named.items() if words == wanted]
    found = exact or [each for each, words in named.items() if _is_part(wanted, words)]
    return found[0] if wanted and len(found) == 1 else typed


def _names(people: Mapping[str, Person]) -> dict[str, tuple[str, ...]]:
    return {each: _words(person.name or "") for each, person in people.items()}


def new_key(owner: Any, name: str) -> str:
    """Return a free short name for somebody, by the last name."""
    return new_key_in(owner.people, name)


def new_key_in(people: Mapping[str, Person], name: str) -> str:
    """Return a free short name for somebody: the last name, with the first one if it is taken.

    Without a plain letter in the name, it is made from a word for anybody; it is empty if there is
    no letter at all.
    """
    if not _words(name):
        return ""
    words = [plain for each in _words(name) if (plain := id_from(each))] or [_ANYBODY]
    last = next((each for each in reversed(words) if each not in _BEHIND), words[0])
    ways = (last, f"{words[0][0]}-{last}", f"{words[0]}-{last}") if len(words) > 1 else (last,)
    numbered = (f"{ways[-1]}-{number}" for number in count(2))
    return next(each for each in chain(ways, numbered) if each not in people)


def near_in(people: Mapping[str, Person], name: str) -> str:
    """Return the short name of whom a name or short name probably means, mistyped; else nothing."""
    return _like_in(people, name) or nearest(name, people, _NEARLY) or ""


def _like_in(people: Mapping[str, Person], name: str) -> str:
    return next((key for key, person in people.items() if _is_like(name, person)), "")


def alike(owner: Any, name: str) -> str:
    """Return advice if a new name looks like one that is there, or like a title; else nothing."""
    near = _like_in(owner.people, name)
    if not near and is_only_role(name_and_title(name)[0]):
        return f'Write name and title: "First Last, {name}".'
    return f"Did you mean {near}?" if near else ""


def other(owner: Any, key: str, name: str) -> bool:
    """Whether somebody is identified and has a name without any word of this one."""
    person = owner.people.get(key)
    known = _words(person.name or "") if person and person.identified else ()
    return bool(known) and {*known}.isdisjoint(_words(name))


def proven(made: Change, entry: Evidence) -> Change:
    """Return a change to a person that also adds evidence for the entry, unless it is there.

    Raises:
        WrongCall: the change removes the person.
    """
    person = made.after
    if not isinstance(person, Person):
        raise WrongCall("evidence cannot be combined with --remove.")
    entries = [*person.evidence, *([] if entry in person.evidence else [entry])]
    return made._replace(after=person.model_copy(update={"evidence": entries}))


def also(_now: Any, made: Change) -> str:
    """Return what a change adds to a person's evidence."""
    before, after = (
        each.evidence if isinstance(each, Person) else [] for each in (made.before, made.after)
    )
    added = [each.what or each.link for each in after if each not in before]
    return f"Evidence added: {'; '.join(filter(None, added))}" if added else ""


def read(_owner: Any, text: str, _interpreter: Interpreter | None) -> dict[str, str]:
    """Return the fields in a text such as `Martin Kessler, CFO`; who has a name is identified."""
    name, title = name_and_title(text)
    return {"name": name, **({"title": title} if title else {}), "unidentified": ""}


def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name without a title, case and accents."""
    return _plain(name_and_title(name)[0])


@lru_cache(maxsize=4096)
def _plain(text: str) -> tuple[str, ...]:
    """Return the words of a text without case and accents."""
    words = (id_from(each) or folded(each) for each in text.split())
    return tuple(each for each in words if any(map(str.isalnum, each)))


def _is_part(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether words are all in a name, or are initials of its words; one at least is whole."""
    initials = {each[0] for each in words}
    return not {*words}.isdisjoint(wanted) and all(
        each in words or each in initials for each in wanted
    )


def _is_like(text: str, person: Person) -> bool:
    """Whether a name with its title, if any, may be another one for somebody.

    That is a name mistyped, a part of one, or one with the same last name and the same title or
    first letter, such as Bob and Robert.
    """
    both = (_words(text), _words(person.name or ""))
    words, others = ([word for word in each if word not in _BEHIND] for each in both)
    if not words or not others:
        return False
    if len(words) == 1 or len(others) == 1:
        return any(_similar(*pair) for pair in product(words, others))
    if words[-1] == others[-1]:
        title = _plain(name_and_title(text)[1])
        same_title = bool(title) and title == _plain(person.title or "")
        return same_title or words[0][0] == others[0][0]
    differing = [pair for pair in zip(words, others, strict=False) if len({*pair}) > 1]
    return len(words) == len(others) and len(differing) == 1 and _similar(*differing[0])


def _similar(word: str, other: str) -> bool:
    """Whether two words are probably the same."""
    return SequenceMatcher(None, word, other).ratio() >= _ALIKE
