"""What somebody promised, as people write it down: `I will send it by fri`, `Jo to call`.

One grammar serves the lines of a meeting and `tas actions`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from tas_cli.reading.names import called
from tas_cli.typed.interpreter import Interpreter

_FLAGS = re.IGNORECASE | re.DOTALL
_VERBS = (
    "add|agree|answer|arrange|book|bring|build|buy|call|check|clarify|collect|come back|confirm"
    "|contact|decide|deliver|demo|discuss|draft|email|fill|finish|fix|follow up|forward|get|give"
    "|hand|host|install|introduce|invite|join|look|mail|make|meet|move|offer|order|organi[sz]e|pay"
    "|phone|pilot|plan|prepare|present|propose|provide|put|quote|read|reply|report|review|run"
    "|schedule|send|set|share|show|sign|submit|talk|tell|test|try|update|visit|write"
)
_OURS = re.compile(
    r"(?:(?:we|i)(?:\s+will\b|['’]ll\b|\s+(?:have|promised|agreed)\s+to\b(?!\s+(?:an?|the)\b)"
    r"|\s+must\b|:)"
    r"|(?:(?:we|i)\s+)?need\s+to\b|let(?:['’]?s|\s+us)\b|to-?do\b:?|action(?: item)?:)"
    r"\s*(?P<what>\S.*)",
    _FLAGS,
)
_THEIRS = re.compile(
    r"(?:they|he|she)(?:\s+will\b|['’]ll\b|\s+(?:promised|agreed|offered)\s+to\b(?!\s+(?:an?|the)\b)|:)"
    r"\s*(?P<what>\S.*)",
    _FLAGS,
)
_DATED = re.compile(rf"(?P<who>we|i|they)\s+(?P<what>(?:{_VERBS})\b.*)", _FLAGS)
_NAME = r"(?:the\s)?(?P<name>\S{1,40}(?:\s\S{1,40}){0,2}?)"
_NAMED = re.compile(
    rf"{_NAME}(?:['’]ll|\s(?:will|(?P<to>to)|(?:promised|agreed|offered)\s+to))\s+(?P<what>\S.*)",
    _FLAGS,
)
_DOES = re.compile(rf"{_NAME}\s(?P<verb>{_VERBS})(?:e?s)(?P<rest>\s.+)", _FLAGS)
_DOING = re.compile(rf"(?:{_VERBS})\b", _FLAGS)
_FORETOLD = re.compile(
    r"(?:be|have|need|want|like|love|hate|leave|lose|win|probably|likely|certainly|surely|soon|only"
    r"|also|still|all|become|retire|grow)\b",
    _FLAGS,
)
"""How the words after `will` begin that say what is expected rather than promised."""
_DENIED = re.compile(r"(?:not|never|no longer)\b", _FLAGS)
_NO_NAMES = """
the a an their our this that these those it he she they we i you there who what if when where
why how and but or everyone everybody nobody nothing somebody someone all both able according
back due eager going glad happy hope hopes keen likely next open owing plan plans prior ready
similar supposed thanks try unable used want wants welcome willing
"""
_NOBODY = frozenset(_NO_NAMES.split())
"""Words that begin no name."""
_OWNER = re.compile(r"\s@(?P<owner>\S+)$")
_DUE = re.compile(r"(?P<what>.*)\s(?:by|on)\s+(?P<due>[^,;]{1,30}?)[.!]?", _FLAGS)
_HINT = re.compile(r"\bwill\b|['’]ll\b|\b(?:going|promised|agreed) to\b", re.IGNORECASE)

Side = Literal["ours", "theirs", "named"]


class Promise(NamedTuple):
    """Who does what by when; `owner` is who was named."""

    side: Side
    what: str
    owner: str | None = None
    due: date | None = None


def promise(text: str, known: Sequence[str], interpreter: Interpreter) -> Promise | None:
    """Return what a text promises; None if it is none. `known` are the people of the deal.

    Raises:
        WrongCall: its date is not on the calendar, or can mean two.
    """
    what, owner, due = _ending(text.strip(), interpreter)
    found = _ours(what) or _theirs(what) or (_dated(what) if due else None)
    found = found or _by_name(what, known, dated=bool(due))
    return found and _completed(found, owner, due, interpreter)


def plain(text: str, interpreter: Interpreter) -> Promise:
    """Return what is to be done from a text that does not begin with who does it.

    Raises:
        WrongCall: its date is not on the calendar, or can mean two.
    """
    what, owner, due = _ending(text.strip(), interpreter)
    return _completed(Promise("ours", what), owner, due, interpreter)


def _completed(found: Promise, owner: str | None, due: str, interpreter: Interpreter) -> Promise:
    day = interpreter.day(due, "by", "ahead") if due else None
    return found._replace(owner=owner or found.owner, due=day)


def _ours(what: str) -> Promise | None:
    found = _OURS.fullmatch(what)
    return Promise("ours", found["what"]) if found and not _DENIED.match(found["what"]) else None


def _theirs(what: str) -> Promise | None:
    found = _THEIRS.fullmatch(what)
    return Promise("theirs", found["what"]) if found and not _doubtful(found["what"]) else None


def _dated(what: str) -> Promise | None:
    """Return what is promised in the present tense, with a date behind it."""
    found = _DATED.fullmatch(what)
    if not found:
        return None
    return Promise("theirs" if found["who"].casefold() == "they" else "ours", found["what"])


def _doubtful(todo: str) -> bool:
    """Whether words after `will` say what is expected, or what nobody will do."""
    return bool(_DENIED.match(todo) or _FORETOLD.match(todo))


def seems_promised(note: str, today: date) -> bool:
    """Whether a note looks like a promise: it has `will`, or a date at its end."""
    dated = _DUE.fullmatch(note)
    return bool(_HINT.search(note) or (dated and Interpreter(today).is_day(dated["due"])))


def _by_name(what: str, known: Sequence[str], *, dated: bool) -> Promise | None:
    """Return what somebody named at the beginning of a text promises."""
    does = _DOES.fullmatch(what) if dated else None
    found = _NAMED.fullmatch(what) or does
    if not found:
        return None
    name, person = found["name"], called(found["name"], known)
    todo = f"{found['verb']}{found['rest']}" if found is does else found["what"]
    sure = _DOING.match(todo) or (dated and found is not does and not found["to"])
    if _doubtful(todo) or not (person or (sure and _is_name(name))):
        return None
    return Promise("named", todo, person or name)


def _is_name(text: str) -> bool:
    """Whether a text looks like a name: capitals, and no word that begins a sentence."""
    words = text.split()
    return words[0].casefold() not in _NOBODY and all(word[0].isupper() for word in words)


def _ending(text: str, interpreter: Interpreter) -> tuple[str, str | None, str]:
    """Return a text without its owner and date, in any order, and both as typed."""
    owner, due = None, ""
    for _ in range(2):
        if not owner and (named := _OWNER.search(text)):
            text, owner = text[: named.start()].rstrip(), named["owner"]
        dated = None if due else _DUE.fullmatch(text)
        if dated and interpreter.is_day(dated["due"]):
            text, due = dated["what"].rstrip(" ,"), dated["due"]
    return text, owner, due
