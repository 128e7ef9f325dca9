"""People as records: found by name, named after their last name, entered as `Name, title`."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

from tas_cli.reading.names import bare
from tas_cli.typed.ids import id_from
from tas_cli.typed.interpreter import Interpreter

_BEHIND = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md"))
"""What can follow a last name."""
_ALIKE = 0.8
"""From here on, two words are probably the same one mistyped; 1 is the same."""


def key(owner: Any, typed: str) -> str:
    """Return the short name of the person that a short name, a name or part of a name means.

    A part is one or several whole words of the name, without case and accents.
    """
    if typed in owner.people:
        return typed
    wanted = set(_words(typed))
    named = {each: _words(person.name or "") for each, person in owner.people.items()}
    exact = [each for each, words in named.items() if set(words) == wanted]
    found = exact or [each for each, words in named.items() if wanted <= set(words)]
    return found[0] if wanted and len(found) == 1 else typed


def new_key(owner: Any, name: str) -> str:
    """Return a free short name for somebody: the last name, with the first one if it is taken.

    It is empty if none of it can be written with plain letters.
    """
    words = _words(name)
    last = next((each for each in reversed(words) if each not in _BEHIND), "")
    ways = (last, f"{words[0][0]}-{last}", f"{words[0]}-{last}") if last else ("",)
    free = [each for each in ways if each not in owner.people]
    number = 2
    while not free:
        free = [each for each in (f"{ways[-1]}-{number}",) if each not in owner.people]
        number += 1
    return free[0]


def alike(owner: Any, name: str) -> str:
    """Return advice if a new name looks like one that is there, mistyped; else an empty text."""
    near = [each for each, person in owner.people.items() if _similar(name, person.name or "")]
    return f"Did you mean {near[0]}?" if near else ""


def read(_owner: Any, text: str, _interpreter: Interpreter) -> dict[str, str]:
    """Return the fields in a text such as `Martin Kessler, CFO`."""
    name, _, title = text.partition(",")
    return {"name": name.strip(), **({"title": title.strip()} if title.strip() else {})}


def _words(name: str) -> list[str]:
    """Return the words of a name without a title, case and accents."""
    return [word for each in bare(name).split() if (word := id_from(each))]


def _similar(name: str, other: str) -> bool:
    """Whether two names differ in one word only, and not by much."""
    both = _words(name), _words(other)
    differing = [pair for pair in zip(*both, strict=False) if len({*pair}) > 1]
    if len(both[0]) != len(both[1]) or len(differing) != 1:
        return False
    return SequenceMatcher(None, *differing[0]).ratio() >= _ALIKE
