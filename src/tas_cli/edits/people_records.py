"""People as records: found by name, named after their last name, entered as `Name, title`."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import chain, count
from typing import Any

from tas_cli.model.person import Person
from tas_cli.reading.names import bare, is_role
from tas_cli.source.characters import folded
from tas_cli.typed.ids import id_from
from tas_cli.typed.interpreter import Interpreter

_BEHIND = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md"))
"""What can follow a last name."""
_BETWEEN = frozenset(("and", "for", "of", "the"))
"""Words between those of a title."""
_ANYBODY = "person"
"""The short name of somebody whose name has no plain letter."""
_ALIKE = 0.8
"""From here on, two words are probably the same one mistyped; 1 is the same."""


def key(owner: Any, typed: str) -> str:
    """Return the short name of the person that a text means; the text itself if it is nobody.

    Where no name fits, whole words of a title that only one person has are enough.
    """
    people = owner.people
    found = key_in(people, typed)
    if found in people or any(_is_part(_words(typed), each) for each in _names(people).values()):
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


def alike(owner: Any, name: str) -> str:
    """Return advice if a new name looks like one that is there, or like a title; else nothing."""
    near = [each for each, person in owner.people.items() if _similar(name, person.name or "")]
    if not near and all(is_role(word, "") for word in _words(name) if word not in _BETWEEN):
        return f'Write name and title: "First Last, {name}".'
    return f"Did you mean {near[0]}?" if near else ""


def other(owner: Any, key: str, name: str) -> bool:
    """Whether somebody is identified and has a name without any word of this one."""
    person = owner.people.get(key)
    known = _words(person.name or "") if person and person.identified else ()
    return bool(known) and {*known}.isdisjoint(_words(name))


def read(_owner: Any, text: str, _interpreter: Interpreter | None) -> dict[str, str]:
    """Return the fields in a text such as `Martin Kessler, CFO`; who has a name is identified."""
    name, _, title = (each.strip() for each in text.partition(","))
    return {"name": name, **({"title": title} if title else {}), "unidentified": ""}


def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name without a title, case and accents."""
    return _plain(bare(name))


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


def _similar(name: str, other: str) -> bool:
    """Whether two names differ in one word only, and not by much."""
    both = _words(name), _words(other)
    differing = [pair for pair in zip(*both, strict=False) if len({*pair}) > 1]
    if len(both[0]) != len(both[1]) or len(differing) != 1:
        return False
    return SequenceMatcher(None, *differing[0]).ratio() >= _ALIKE
