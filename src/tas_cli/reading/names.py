"""People named in one text, as in `Maria Delgado, VP Ops, Tom O'Brien and J. Hart; Kim`. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tas_cli.source.characters import folded

_AND = re.compile(r",? (?:and|&) ", re.IGNORECASE)
_FIELDS = """
administration business compliance data design development digital engineering facilities
finance hr information innovation it legal logistics maintenance manufacturing marketing
operations ops planning procurement product production products projects purchasing quality
research safety sales security service services strategy supply technology
"""
_TITLES = """
account admin administrator adviser advisor analyst architect assistant associate board buyer
cco cdo ceo cfo chair chairman chairwoman champion chief chro cio ciso cmo cno coach consultant
controller coo counsel cpo cro cso cto cxo dean deputy developer director doctor engineer evp
executive expert founder gm head interim leader manager member minister nurse officer our owner
partner planner president principal professor rep representative secretary senior specialist
sponsor supervisor svp team technician treasurer user vice vp
"""
_FIELD_WORDS = frozenset(_FIELDS.split())
"""Words of what somebody is responsible for: `VP Sales and Marketing` is one person."""
_BETWEEN = frozenset(("and", "for", "of", "the"))
"""Words between those of a role."""
_FEWEST = 2
"""The fewest words of a name before a title without a comma."""
_ROLE_WORDS = _FIELD_WORDS.union(_TITLES.split())
"""Words of roles: a part with one of them belongs to the name before it."""


def people(text: str) -> list[str]:
    """Return the people that a text names, each with a role if it has one: `Name, Role`."""
    found: list[str] = []
    for group in (each for some in re.split(r"[;\n]", text) for each in _apart(some)):
        for at, part in enumerate(filter(None, map(str.strip, group.split(",")))):
            if at and is_role(part, found[-1]):
                found[-1] += f", {part}"
            else:
                found.append(part)
    return found


def _apart(group: str) -> list[str]:
    """Split at each `and` that is not part of a role."""
    found: list[str] = []
    for each in _AND.split(" ".join(group.split())):
        if found and set(folded(each.partition(",")[0]).split()) <= _FIELD_WORDS and each.strip():
            found[-1] += f" and {each}"
        else:
            found.append(each)
    return found


def is_role(text: str, name: str) -> bool:
    """Whether a text behind a name is what that person does, rather than another name."""
    if any(word in _ROLE_WORDS for word in re.findall(r"\w+", folded(text))):
        return True
    return text == text.casefold() and name != name.casefold()


def is_only_role(text: str) -> bool:
    """Whether a text is what somebody does without a name, as in `Head of IT`."""
    return all(word in _BETWEEN or is_role(word, "") for word in folded(text).split())


def joined(names: Iterable[str]) -> str | None:
    """Return people as one text, from which `people` returns them; None if there are none."""
    return "; ".join(names) or None


def bare(name: str) -> str:
    """Return a person's name without the role."""
    return name.partition(",")[0].strip()


def name_and_title(text: str) -> tuple[str, str]:
    """Return the two parts of `Martin Kessler, CFO`, or of `Martin Kessler CFO`.

    Without a comma, a title begins with a word of roles in capitals, behind two words at least.
    """
    name, comma, title = (each.strip() for each in text.partition(","))
    words = name.split()
    capitals = (at for at, word in enumerate(words) if word.isupper() and is_role(word, ""))
    at = next((each for each in capitals if each >= _FEWEST), None)
    if comma or at is None or is_only_role(" ".join(words[:at])):
        return name, title
    return " ".join(words[:at]), " ".join(words[at:])


def called(typed: str, known: Iterable[str]) -> str | None:
    """Return the one person whom a name or a part of it means, without the role."""
    names = dict.fromkeys(map(bare, known))
    exact = [name for name in names if folded(name) == folded(typed)]
    wanted = set(folded(typed).split())
    found = exact or [name for name in names if wanted <= set(folded(name).split())]
    return found[0] if wanted and len(found) == 1 else None
