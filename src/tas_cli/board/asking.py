"""What a manager asks about: the deals at risk, largest first, each with a question; pure.

The questions, and what counts as true of many deals, are our reading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tas_cli.board.line import DealLine
from tas_cli.board.matters import MatteringDeal, most_serious_first, rank
from tas_cli.board.money import Scale
from tas_cli.board.reasons import is_fresh
from tas_cli.board.scope import Scope
from tas_cli.source.characters import folded


class _Question(NamedTuple):
    """A question to a deal's owner, and the command that shows what it is about."""

    words: str
    command: str


_QUESTIONS = {
    "forecast": _Question("What has the buyer done that shows it?", "tas check {id}"),
    "called": _Question("What has the buyer done that makes you call it so?", "tas debrief {id}"),
    "claimed": _Question("What has the buyer done that shows it?", "tas debrief {id}"),
    "close_date": _Question("What has to happen before they sign, and when?", "tas debrief {id}"),
    "steps": _Question("Which steps will be faster than usual, and why?", "tas debrief {id}"),
    "strategy": _Question("What do we do differently now?", "tas strategy {id}"),
    "undecided": _Question("Who can tell us, and when do you ask?", "tas prep {id}"),
    "unchosen": _Question("What speaks against it?", "tas strategy {id}"),
    "actions": _Question("What keeps you from it?", "tas actions {id}"),
    "slipped": _Question("What changed for the buyer?", "tas log {id}"),
    "postponed": _Question("Why would they sign by the new date?", "tas log {id}"),
    "worse": _Question("What did you learn, and from whom?", "tas log {id}"),
    "review": _Question("What have you learned lately?", "tas show {id}"),
    "days": _Question("What does the buyer still have to do?", "tas debrief {id}"),
    "debrief": _Question("When do we go through it?", "tas debrief {id}"),
    "unknown": _Question("Who can tell us?", "tas prep {id}"),
}
"""What a manager asks about, most serious first."""
_COMMANDS = {code: question.command for code, question in _QUESTIONS.items()}
COMMON = ("undecided", "unchosen", "review", "days", "debrief", "unknown")
"""What is said once if it is true of many deals; what puts money at risk is said of each."""
_FEW = 3
"""What is true of this many deals is said of each."""


class Shared(NamedTuple):
    """Something that is true of many open deals, by the code of the matter."""

    code: str
    lines: tuple[DealLine, ...]

    @property
    def owners(self) -> tuple[str, ...]:
        """Their owners, by how many of these deals they have."""
        names = [line.person for line in self.lines if line.person]
        keys = [folded(name) for name in names]
        first = dict(zip(reversed(keys), reversed(names), strict=True))
        counts = Counter(keys)
        return tuple(sorted(first.values(), key=lambda name: -counts[folded(name)]))


class Asking(NamedTuple):
    """The deals to ask about, and what is true of many."""

    asks: tuple[MatteringDeal, ...]
    shared: tuple[Shared, ...]


def question(ask: MatteringDeal) -> str:
    """Return the question to a deal's owner, about what matters most in it."""
    return _QUESTIONS[next(iter(ask.found))].words


def asking(lines: Iterable[DealLine], scope: Scope, worth: Scale) -> Asking:
    """Return what to ask about open deals; those debriefed in the last week are left out."""
    still = [line for line in lines if line.open]
    asked = [line for line in still if not is_fresh(line, scope)]
    found = most_serious_first(asked, scope, worth, _COMMANDS)
    shared = tuple(_shared(found, len(still)))
    said = {each.code for each in shared}
    own = (each.without(said) for each in found) if said else found
    return Asking(tuple(each for each in own if any(rank(code) < 2 for code in each.found)), shared)


def _shared(found: Sequence[MatteringDeal], every: int) -> Iterable[Shared]:
    """Yield what is true of more than half of all open deals."""
    for code in COMMON:
        lines = tuple(each.line for each in found if code in each.found)
        if len(lines) > max(_FEW, every // 2):
            yield Shared(code, lines)
