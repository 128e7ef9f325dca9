"""A person in one line: `Joan Meyer, COO  D S + 5 multiple <adeyemi`. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

from tas_cli.edits.people_records import new_key
from tas_cli.edits.record_words import Words, change, named
from tas_cli.edits.records import Change
from tas_cli.edits.short_form import is_short, short_form
from tas_cli.model.opportunity import Opportunity
from tas_cli.nouns.people import PEOPLE
from tas_cli.refusals import WrongCall
from tas_cli.typed.interpreter import Interpreter

EXAMPLE = "Joan Meyer, COO  D S + 5 multiple"
_UNKNOWN = "?"


class Apart(NamedTuple):
    """The two parts of a line: name and title, and the words that need no field."""

    name: str
    short: list[str]


def added(line: str, boss: str | None, owner: Opportunity, interpreter: Interpreter) -> Change:
    """Return what a line means: somebody new, who reports to `boss`, or somebody on the map.

    A line that begins with a question mark is about somebody whom we cannot name yet.

    Raises:
        WrongCall: a word is wrong, or there is no name.
    """
    given = {"reports_to": boss} if boss else {}
    name, short = apart(line.lstrip(f"{_UNKNOWN} "))
    meant = [(each.field, each.value) for each in short_form(PEOPLE, short)]
    words = Words("", [(PEOPLE.main, name), *meant])
    if line.startswith(_UNKNOWN):
        what, _, title = name.partition(",")
        known = {"unidentified": "yes", "title": title.strip()}
        words = Words(new_key(owner, what), [*known.items(), *meant])
    return change(PEOPLE, owner, named(PEOPLE, owner, words), given, interpreter)


def apart(line: str) -> Apart:
    """Return the parts of a line: at two spaces, or else before the first sign or digit.

    Words before that are short, too, if they can be; so are those at the end of a line without
    signs. The first word is always of the name, and so is the one after a comma.
    """
    name, *rest = re.split(r"\s{2,}", line.strip(), maxsplit=1)
    if rest:
        return Apart(name, rest[0].split())
    words = name.split()
    least = next((at for at, word in enumerate(words, 2) if word.endswith(",")), 1)
    signs = (at for at in range(least, len(words)) if _is_sign(words[at]))
    first = next(signs, len(words))
    while first > least and _is_short(words[first - 1]):
        first -= 1
    return Apart(" ".join(words[:first]), words[first:])


def _is_sign(word: str) -> bool:
    return is_short(PEOPLE, word) and not word.isalpha()


def _is_short(word: str) -> bool:
    """Whether a word is meant as one without a field: `brief` and `DS` may be, `Ed` is a name."""
    if word[:1].isupper() and not word.isupper():
        return False
    try:
        return word == "<" or bool(short_form(PEOPLE, [word]))
    except WrongCall as error:
        return "can mean" in error.message
